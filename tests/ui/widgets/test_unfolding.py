"""A list that unfolds is changed by a choice alone, which one undo takes back: the wheel scrolls the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mavis.domain.record.presentation import Presentation
from mavis.ui.presenters.visit.questions import Section
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


def test_the_keys_are_those_of_the_page_again_once_somebody_is_chosen(hands: Hands) -> None:
    """A letter answers and a digit leads to its section: neither of them chooses somebody else unseen."""
    hands.press("N")
    box = _carer(hands)
    box.setFocus()
    hands.press("Space Down Enter")
    chosen = hands.visit.looked_after_by
    hands.press("D 7")

    assert (chosen, hands.visit.looked_after_by) == (box.itemData(1), box.itemData(1))
    assert hands.visit.needs == (Presentation.ALCOHOL_INTOXICATION,)
    assert hands.page.section is Section.LEAVING


def test_a_key_unfolds_the_list_out_of_a_field_as_well(hands: Hands) -> None:
    """It stands beside the list; Down and Enter choose."""
    hands.press("N /")
    hands.press("Ctrl+B Down Enter")

    assert "Ctrl+B" in [label.text() for label in hands.page.side.findChildren(QLabel)]
    assert hands.visit.looked_after_by == _carer(hands).itemData(1)
    assert hands.page.hasFocus()


def test_the_folded_list_leaves_letters_and_digits_to_the_page(hands: Hands) -> None:
    """Tab has led to it: the frames of the keys stand in the form, and there they count."""
    hands.press("N")
    _carer(hands).setFocus()
    hands.press("D 2")

    assert hands.visit.looked_after_by == ""
    assert hands.visit.needs == (Presentation.ALCOHOL_INTOXICATION,)
    assert hands.page.section is Section.TRIAGE


def test_two_choices_are_two_steps(hands: Hands) -> None:
    """Whoever was chosen first is chosen again with the first undo."""
    hands.press("N D")
    box = _carer(hands)
    for _choice in range(2):
        box.setFocus()
        hands.press("Space Down Enter")
    chosen = hands.visit.looked_after_by
    hands.press("Ctrl+Z")

    assert (chosen, hands.visit.looked_after_by) == (box.itemData(2), box.itemData(1))


def test_whoever_was_passed_over_on_the_way_is_taken_back_as_well(hands: Hands) -> None:
    """Arrows go through the folded list, as a screen reader follows them, and stay there; one undo takes all back."""
    hands.press("N D")
    box = _carer(hands)
    box.setFocus()
    hands.press("Up Down Down")
    chosen = hands.visit.looked_after_by
    assert hands.focused is box
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
