"""A list that unfolds is changed by a choice alone, which one undo takes back: the wheel scrolls the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.widgets.button import Button
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.unfolding import Choice
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper
    from tests.ui.windows import Hands

_NOTCH = -120


def _turn_wheel_over(widget: QWidget) -> None:
    """One notch down, as the window hears of it."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, _NOTCH))


def test_the_wheel_over_a_folded_list_scrolls_the_page(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The list keeps its choice and does not take the keyboard, with which the next notch would change it."""
    inside, first, box = QWidget(), Button(keeper, "First"), Choice(keeper)
    box.addItems(["nobody", "somebody"])
    column = QVBoxLayout(inside)
    for widget in (first, box):
        column.addWidget(widget)
    inside.setMinimumHeight(3000)
    column.addStretch(1)
    scroller = Scroller(keeper, inside)
    shown(qtbot, scroller)
    qtbot.waitUntil(lambda: scroller.verticalScrollBar().maximum() > 0)
    first.setFocus()

    _turn_wheel_over(box)
    taken = box.hasFocus()
    box.setFocus()
    _turn_wheel_over(box)

    assert not taken
    assert box.currentIndex() == 0
    assert scroller.verticalScrollBar().value() > 0


def test_whoever_was_passed_over_on_the_way_is_taken_back_as_well(hands: Hands) -> None:
    """Arrows go through the folded list, as a screen reader follows them; one undo leads back to the beginning."""
    hands.press("N D")
    box = _carer(hands)
    box.setFocus()
    hands.press("Down Down")
    chosen = hands.visit.looked_after_by
    hands.press("Ctrl+Z")

    assert (chosen, hands.visit.looked_after_by) == (box.itemData(2), "")


def _carer(hands: Hands) -> Choice:
    (box,) = hands.page.side.findChildren(Choice)
    return box


def test_the_wheel_over_the_side_of_a_visit_saves_nothing(hands: Hands) -> None:
    """Neither who looks after the person, with the keyboard on that list, nor anything else."""
    hands.press("N D")
    hands.settle()
    before = hands.visit
    box = _carer(hands)
    box.setFocus()

    _turn_wheel_over(box)

    assert hands.visit == before
