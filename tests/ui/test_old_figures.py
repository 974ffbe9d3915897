"""A figure that was typed on a page and is out of sight since: what became of it meanwhile stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from mavis.ui.pages.close_shift.page import CloseShiftPage
from tests.ui.pages.visit.test_alcohol import TO_SCORE

if TYPE_CHECKING:
    from mavis.domain.shift.shift import Shift
    from tests.ui.windows import Hands


def close_page(hands: Hands) -> CloseShiftPage:
    """The page on which the shift is closed, with a row for each of the crew."""
    hands.press("F4")
    hands.settle()
    (page,) = hands.window.findChildren(CloseShiftPage)
    hands.until(lambda: bool(page.form.crew.findChildren(QLineEdit)))
    return page


def test_who_went_home_meanwhile_is_not_aboard_again_after_a_lock(hands: Hands) -> None:
    """The close was looked at before somebody went; its empty field of then is no answer."""
    close_page(hands)
    hands.press("Esc")
    desk = hands.session.desk
    went = desk.clock()

    def gone(shift: Shift) -> Shift:
        return replace(shift, crew=(replace(shift.crew[0], until=went), *shift.crew[1:]))

    desk.change_shift(gone, "gone home")
    hands.settle()
    hands.lock()
    hands.unlock()

    shift = hands.session.desk.shift
    assert shift is not None
    assert shift.crew[0].until == went


def test_a_cost_that_was_taken_back_stays_so(hands: Hands) -> None:
    """By Undo on the board, with the sum still in its field on the close."""
    close_page(hands).form.more.cost.edit.setFocus()
    hands.type("12")
    hands.press("Enter Esc Esc Ctrl+Z")
    hands.settle()
    hands.lock()
    hands.unlock()

    shift = hands.session.desk.shift
    assert shift is not None
    assert shift.session_cost_pence is None


def test_a_counter_that_was_taken_back_is_empty_again(hands: Hands) -> None:
    """Undo on the close empties its field, and nothing of it is counted when the page is left."""
    answers = close_page(hands).form.missing.answers
    answers.open()
    kind, field = next(iter(answers.fields.items()))
    hands.type("5")
    hands.press("Enter Ctrl+Z")
    hands.until(lambda: not field.text)
    hands.press("F2")

    assert hands.session.desk.tallies[kind].count is None


@pytest.mark.parametrize(("keys", "typed"), [("6 A J", "2130"), ("6 R W", "go to A&E")])
def test_the_time_of_what_was_taken_back_does_not_bring_it_back(hands: Hands, keys: str, typed: str) -> None:
    """No assault and no refusal is on record again because its visit is looked at."""
    hands.press(f"N {keys}")
    before = hands.visit
    hands.type(typed)
    hands.press("F2")
    assert hands.session.desk.visits[before.id] != before
    hands.press("Ctrl+Z")
    hands.session.show_visit(before.id)
    hands.settle()

    assert hands.stored() == [before]


def test_the_length_of_a_talk_that_was_taken_back_stays_so(hands: Hands) -> None:
    """Minutes of one's own choice stand in a field beside the usual ones."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y O")
    visit_id = hands.visit.id
    hands.type("7")
    hands.press("F2")
    assert "7 minutes" in hands.message
    hands.press("Ctrl+Z")
    hands.session.show_visit(visit_id)

    assert hands.visit.abi is not None
    assert hands.visit.abi.minutes is None


def test_a_time_that_cannot_be_and_is_taken_back_in_its_field_is_wrong_no_more(hands: Hands) -> None:
    """The field says again what is on record, and nothing keeps the shift from being closed."""
    page = close_page(hands)
    since = page.form.crew.findChildren(QLineEdit)[0]
    since.setFocus()
    before = since.text()
    since.selectAll()
    hands.type("a lot")
    hands.press("Enter")
    assert page.form.crew.wrong
    since.setFocus()
    since.undo()
    page.flush()

    assert (since.text(), since.property("state"), page.form.crew.wrong) == (before, "plain", {})
