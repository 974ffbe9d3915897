"""A visit that was finished is opened again in the same shift: from the board's list by key and by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.row import ClosedRow

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.fixture
def gone(hands: Hands) -> str:
    """K1, who left by taxi, drunk, and was given water; the board is shown."""
    hands.press("N D 4 W 7 X Enter")
    hands.settle()
    assert hands.session.desk.open_visits == []
    return "K1"


def test_by_key_from_the_board(hands: Hands, gone: str) -> None:
    """R and Ctrl+O: a need is put right, and how and when they left stay as they were."""
    (before,) = hands.stored()
    hands.press("R")
    assert (hands.visit.code, hands.page.section) == (gone, Section.LEAVING)
    hands.press("Ctrl+O")
    hands.settle()
    assert hands.stored() == [before]
    assert _offers(hands) == (True, False)
    hands.press("1 H 7 Enter")
    hands.settle()
    (after,) = hands.stored()

    assert (after.outcome, after.departed_at) == (before.outcome, before.departed_at)
    assert [need.value for need in after.needs] == ["alcohol_intoxication", "head_injury"]
    assert hands.window.page is hands.session.workplace


def test_who_is_still_here_is_back_on_the_board_with_the_letter_of_how_they_left(hands: Hands, gone: str) -> None:
    """The message says which letter; one undo brings back how they left, and when."""
    (before,) = hands.stored()
    hands.press("R Ctrl+O")
    assert "7, then X" in hands.message
    hands.press("7 X")
    hands.settle()
    assert [visit.code for visit in hands.session.desk.open_visits] == [gone]
    assert hands.stored()[0].departed_at is None
    hands.press("Ctrl+Z")
    hands.settle()

    assert hands.stored() == [before]


def test_a_visit_that_was_opened_again_is_shut_when_it_is_turned_to_anew(hands: Hands, gone: str) -> None:
    """Escape leads to the board; nothing waits there to be finished a second time."""
    hands.press("R Ctrl+O Esc")
    assert hands.session.desk.open_visits == []
    hands.press("R")

    assert hands.visit.code == gone
    assert _offers(hands) == (False, True)


def test_by_click_from_the_list(hands: Hands, gone: str) -> None:
    """The row, then the button; a hand changes how they left."""
    (row,) = [one for one in hands.window.findChildren(ClosedRow) if one.isVisible()]
    hands.click(row)
    hands.click(hands.button(words("visit.reopen")))
    assert hands.visit.code == gone
    hands.click(hands.chip("leaving.outcome", "home_alone"))
    hands.settle()

    assert str(hands.stored()[0].outcome) == "home_alone"


def test_an_open_visit_is_not_opened_again(hands: Hands) -> None:
    """Ctrl+O does nothing, and R without anybody who left does nothing."""
    hands.press("R")
    assert hands.window.page is hands.session.workplace
    hands.press("N Ctrl+O")

    assert hands.session.desk.undo_stack.last is None


def _offers(hands: Hands) -> tuple[bool, bool]:
    """Whether the foot offers to finish the visit, and whether it offers to open it again."""
    shown = [one.accessibleName() for one in hands.page.foot.findChildren(QAbstractButton) if one.isVisible()]
    finish, reopen = (any(name.startswith(words(f"visit.{what}")) for name in shown) for what in ("finish", "reopen"))
    return finish, reopen


def test_neither_the_veil_nor_the_lock_finishes_a_visit(hands: Hands) -> None:
    """Who has chosen how somebody left, and not pressed Enter, is asked to finish the visit ever after."""
    hands.press("N H 7 X Z Q")
    assert _offers(hands) == (True, False)
    for _ in range(3):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()
    assert _offers(hands) == (False, False)
    hands.press("A")
    assert _offers(hands) == (True, False)
    hands.lock()
    hands.unlock()
    hands.until(lambda: hands.window.page is hands.session.room)
    assert _offers(hands) == (True, False)
    hands.press("Enter")
    assert hands.window.page is hands.session.workplace


def test_undo_of_a_finish_gives_the_visit_back_as_it_was(hands: Hands) -> None:
    """K1 is on the screen with all that was chosen, and asked to be finished; once more takes the taxi back."""
    hands.press("N D 2 G 7 X Enter")
    hands.settle()
    before = hands.stored()
    assert hands.message.startswith(words("visit.said.finished", code="K1"))
    assert words("window.undo") in hands.message
    hands.press("Ctrl+Z")
    hands.until(lambda: hands.window.page is hands.session.room)
    assert (hands.visit.code, hands.page.section) == ("K1", Section.LEAVING)
    assert _offers(hands) == (True, False)
    assert hands.stored() == before
    assert hands.message.startswith(words("undo.undone", done=words("visit.said.finished", code="K1")))
    hands.press("Ctrl+Shift+Z")
    assert hands.window.page is hands.session.workplace
    hands.press("Ctrl+Z Ctrl+Z")
    hands.settle()

    assert [visit.code for visit in hands.session.desk.open_visits] == ["K1"]
    assert hands.page.section is Section.LEAVING


def test_a_visit_finished_without_triage_asks_for_it_and_can_be_undone(hands: Hands, gone: str) -> None:
    """The message leads to triage; the key for Undo leads back to the end of the visit."""
    hands.press("Ctrl+Z")

    assert (hands.visit.code, hands.page.section) == (gone, Section.LEAVING)
