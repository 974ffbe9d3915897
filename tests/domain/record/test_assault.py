"""The hours left in which a test still finds every drug."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mavis.domain.record.assault import Spiking
from tests.builders import at


@pytest.mark.parametrize(("hours", "left"), [(0, 12), (3, 9), (12, 0), (30, 0)])
def test_hours_left(hours: int, left: int) -> None:
    """Counted down to nothing, never below."""
    began = at("20:00")
    assert Spiking(happened_at=began).left_to_test(began + timedelta(hours=hours)) == timedelta(hours=left)


def test_nobody_knows_when() -> None:
    """Then nothing is counted."""
    assert Spiking().left_to_test(at("22:00")) is None
