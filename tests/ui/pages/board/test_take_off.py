"""Taking a count off again at the board, by key and by mouse; what was never counted stays so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, key_group
from mavis.ui.widgets.tally import TallyButton

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def stored(hands: Hands, kind: str) -> int | None:
    """What the store holds of a counter."""
    hands.settle()
    shift = hands.session.session.shifts.current()
    tallies = () if shift is None else hands.session.session.shifts.tallies(shift.id)
    return next((one.count for one in tallies if one.kind == kind), None)


def tile(hands: Hands, kind: str) -> TallyButton:
    """The tile of a counter."""
    return next(one for one in hands.window.findChildren(TallyButton) if one.view.code == kind)


def right_click(hands: Hands, kind: str) -> None:
    """Press the other button of the mouse on a tile."""
    QTest.mouseClick(tile(hands, kind), Qt.MouseButton.RightButton)
    QApplication.processEvents()


def test_shift_and_a_letter_takes_one_off_and_undo_counts_it_again(hands: Hands) -> None:
    """It says so, with Undo."""
    hands.press("W W Shift+W")
    assert stored(hands, "water") == 1
    assert hands.message.startswith(words("screens.said.counted_off", name="Water", count=1))
    hands.press("Ctrl+Z")

    assert stored(hands, "water") == 2


def test_a_right_click_takes_one_off_each_time(hands: Hands) -> None:
    """Down to 0, and never below it."""
    hands.press("B B")
    for count in (1, 0, 0):
        right_click(hands, "foil_blanket")
        assert stored(hands, "foil_blanket") == count

    assert words("screens.said.none_to_take_off", name="Blanket") in hands.message


@pytest.mark.parametrize("by_key", [True, False])
def test_what_nobody_counted_is_no_0(hands: Hands, by_key: bool) -> None:
    """There is none to take off, and that is said; Undo has nothing to take back."""
    if by_key:
        hands.press("Shift+W")
    else:
        right_click(hands, "water")
    assert stored(hands, "water") is None
    assert words("screens.said.none_to_take_off", name="Water") in hands.message
    assert hands.session.desk.undo_stack.last is None


def test_caps_lock_counts_and_with_shift_takes_off(hands: Hands) -> None:
    """What is held tells, and not the letter that comes of it: with Caps Lock on, Shift types a small one."""
    for text, held in (("W", Qt.KeyboardModifier.NoModifier), ("w", Qt.KeyboardModifier.ShiftModifier)):
        QApplication.sendEvent(hands.focused, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_W, held, text))
        QApplication.processEvents()
        assert stored(hands, "water") == (1 if text == "W" else 0)


def test_a_rare_counter_is_taken_off_while_it_is_shown(hands: Hands) -> None:
    """As it is counted; folded away its letter does nothing."""
    hands.press("M X X Shift+X M Shift+X")

    assert stored(hands, "taxi_help") == 1


def test_the_tile_and_the_sheet_of_keys_say_how(hands: Hands) -> None:
    """Under the pointer and read aloud, once there is one to take off; *More* counts nothing."""
    hands.press("W M")
    said = words("widgets.take_off", keys="Shift+W")
    assert (tile(hands, "water").toolTip(), tile(hands, "water").accessibleDescription()) == (said, said)
    assert tile(hands, "more").toolTip() == tile(hands, "flip_flops").toolTip() == ""
    assert tile(hands, "flip_flops").accessibleDescription() == words("widgets.not_counted")
    hands.press("F1")
    shown = [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()]

    assert words("shortcuts.board.take_off") in shown
    assert (words("shortcuts.shift_letters"), words("shortcuts.board.take_off")) in key_group(Place.BOARD).rows
