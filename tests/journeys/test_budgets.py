"""What a volunteer does most stays within its keys or clicks: real events, the real window, the real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.budgets import at_the_window
from benchmarks.journeys import BARE, GLOVED, JOURNEYS, Journey, play

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_stays_within_its_budget(journey: Journey, tmp_path: Path, qapp: QApplication) -> None:
    """It does all that it promises, uses only what it may, and the model says gloves are slower."""
    with at_the_window(journey.place, tmp_path) as hands:
        play(journey, hands)

        assert 0 < journey.used(hands) <= journey.budget
        assert hands.keys == 0 or hands.clicks == 0
        assert BARE.seconds(journey, hands) < GLOVED.seconds(journey, hands)
        assert BARE.seconds(journey, hands) <= journey.most_seconds
    qapp.setStyleSheet("")
