"""Mavis is closed with keys: by Ctrl+Q from anywhere, and by its name in the palette; what is half typed is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.programs import FOUR_WORDS, a_program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def gone(hands: Hands) -> bool:
    """Whether the window is closed."""
    return not isValid(hands.window) or not hands.window.isVisible()


@pytest.mark.parametrize("keys", ["Ctrl+Q", "quit", "close Mavis"])
def test_the_window_is_closed_and_a_name_in_mid_word_is_kept(
    hands: Hands, tmp_path: Path, clock: SettableClock, keys: str
) -> None:
    """As with a lock: whoever opens Mavis again finds the visit with its name."""
    hands.press("N /")
    hands.type("Wren")
    if not keys.startswith("Ctrl"):
        hands.press("Ctrl+K")
        hands.type(keys)
        keys = "Return"
    QTest.keySequence(hands.focused, keys)
    hands.until(lambda: gone(hands))
    QApplication.processEvents()
    program = a_program(tmp_path / "data", clock)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    shift = session.shifts.current()
    assert shift is not None
    assert [visit.name for visit in session.visits.of_shift(session.actor, shift.id)] == ["Wren"]
    session.close()
    program.close()


def test_the_locked_window_is_closed_by_the_same_key(locked: Hands) -> None:
    """From the field of the passphrase."""
    QTest.keyClick(locked.focused, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    locked.until(lambda: gone(locked))
