"""The window in front of a person, for whole stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs import a_program
from tests.ui.windows import Hands, begin_night

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.builders import SettableClock


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> Iterator[Hands]:
    """The window at the board of a night that began when the clock of the test says."""
    program = a_program(tmp_path / "data", clock)
    begin_night(program)
    made = Hands(qtbot, program)
    made.unlock()
    yield made
    made.close()
