"""From the close of one night to the start of the next, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_HELD = Qt.KeyboardModifier.ControlModifier


def test_close_once_then_escape_to_the_next_night(hands: Hands) -> None:
    """The close happens once however often it is held; Escape leaves it, also after visits were open on the page."""
    hands.press("N D 2 A 7 A Enter F4")
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    places = hands.session.places
    hands.until(lambda: places.closed is not None)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    closed = places.closed
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.settle()
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    assert places.closed is closed

    hands.press("Esc")
    hands.until(lambda: hands.session.workplace.place == "start")
    assert hands.session.desk.shift is None
