"""The visits of the last shift, by real keys: found after the close and the night after, opened, and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from mavis.domain.access.roles import Role
from mavis.domain.edits.visit import answer
from mavis.system.wording import words
from mavis.ui.pages.last_shift.page import LastShiftPage
from mavis.ui.pages.last_shift.visit import PastVisitPanel
from tests.ui.session.test_places import hold_until_closed

if TYPE_CHECKING:
    from tests.ui.windows import Hands


HELPER = "a-helper"


@pytest.fixture
def over(hands: Hands) -> Hands:
    """The window at a close that is done: two visits, one of them left by taxi, one that nobody finished."""
    hands.press("N D Z M")
    hands.page.header.name.edit.setFocus()
    hands.type("Grey")
    hands.press("Tab")
    hands.type("man, torn coat")
    hands.press("Enter 2 A 7 X")
    hands.press("Enter Enter")
    desk = hands.session.desk
    desk.names = {**desk.names, HELPER: "Gwen T."}
    desk.edit(next(iter(desk.visits)), answer(looked_after_by=HELPER))
    hands.press("F2 N J F Esc")
    hands.settle()
    hands.press("F4")
    hold_until_closed(hands)
    return hands


def _page(hands: Hands) -> LastShiftPage:
    page = hands.session.workplace.page
    if not isinstance(page, LastShiftPage):
        raise TypeError(page)
    hands.until(lambda: page.last.is_read)
    return page


def _panels(hands: Hands) -> list[PastVisitPanel]:
    return [panel for panel in hands.window.findChildren(PastVisitPanel) if panel.isVisible()]


def _said(panel: PastVisitPanel) -> str:
    happened = panel.happened.model()
    rows = [happened.index(row, 0).data() for row in range(happened.rowCount())]
    return " ".join([*(label.text() for label in panel.findChildren(QLabel)), *rows])


def test_after_the_close_its_visits_are_found_and_looked_at(over: Hands) -> None:
    """The button beside Done and F5 lead there; Enter shows one visit, Escape the list again, and then the close."""
    over.click(over.button(words("close.done.visits")))
    page = _page(over)
    assert [line.who for line in page.last.lines] == ["K1  man, torn coat", "K2  no name"]
    assert "Taxi" in page.last.lines[0].detail
    assert words("last_shift.no_outcome") in page.last.lines[1].detail.casefold()

    over.press("Enter")
    told = _said(_panels(over)[0])
    assert "Grey" in told
    assert words("board.left_by.taxi") in told
    assert "Looked after by Gwen T. " in f"{told} "

    over.press("Esc")
    assert not _panels(over)
    assert over.focused is page.field
    over.press("Esc")
    assert over.session.workplace.place == "close"


def test_the_next_search_types_over_the_one_before(over: Hands) -> None:
    """Back from a visit the words in the field are chosen: what is typed next does not join them."""
    over.press("F5")
    page = _page(over)
    over.type("k2")
    over.press("Enter Esc")
    over.type("k1")

    assert [line.who[:2] for line in page.last.lines] == ["K1"]


def test_who_came_back_is_listed_with_the_code_from_before(hands: Hands) -> None:
    """Nothing was written down of their looks again, but the list knows whose visit it is; no name is shown."""
    hands.press("N D Z M")
    hands.page.header.name.edit.setFocus()
    hands.type("Wren")
    hands.press("Esc 2 G 7 X Enter F3")
    hands.type("wren")
    hands.settle()
    hands.press("Ctrl+Enter")
    hands.press("2 G 7 X Enter")
    hands.settle()
    hands.press("F4")
    hold_until_closed(hands)
    hands.press("F5")

    lines = [line.who for line in _page(hands).last.lines]
    assert lines == [f"K1  {words('last_shift.name_hidden')}", f"K2  {words('last_shift.back_again', code='K1')}"]


def test_a_leaf_of_what_happened_turns_one_of_the_answers_as_well(over: Hands) -> None:
    """They are read beside each other, and the keyboard is at the left."""
    over.window.keeper.set_text_percent(200)
    over.press("F5")
    _page(over)
    over.press("Enter")
    bar = _panels(over)[0].answers.verticalScrollBar()
    over.until(lambda: bar.maximum() > 0)
    over.press("PgDown")
    turned = bar.value()
    over.press("PgUp")
    assert (turned > 0, bar.value()) == (True, 0)


def test_the_night_after_it_is_on_the_rail_and_no_key_changes_it(over: Hands) -> None:
    """Letters that answer in a visit do nothing in one that is looked at."""
    over.press("Esc")
    over.until(lambda: over.session.workplace.place == "start")
    before = over.session.session.visits.of_last_shift(over.session.session.actor)
    over.click(over.button(words("window.place.last_shift")))
    page = _page(over)
    over.type("torn")
    assert len(page.last.lines) == 1

    over.press("Down Enter D 7 F Enter")
    over.settle()
    assert over.session.session.visits.of_last_shift(over.session.session.actor) == before
    over.press("Esc Esc")
    assert over.session.workplace.place == "start"


def test_in_a_shift_it_is_the_one_before(known: Hands) -> None:
    """F5 leads there from the board, and Escape back; tonight is not in it."""
    known.press("N D Esc F5")
    page = _page(known)
    assert len(page.last.lines) == 1
    known.type("catherine")
    assert len(page.last.lines) == 1
    known.press("Enter")
    assert "Catherine" in _said(_panels(known)[0])
    known.press("Esc Esc")
    assert known.session.workplace.place == "board"


def test_a_volunteer_looks_at_it_too(over: Hands) -> None:
    """This shift and the one before are everybody's who records; a note for few is not among its words."""
    session = over.session.session
    shift, visits = session.visits.of_last_shift(session.actor._replace(role=Role.VOLUNTEER)) or (None, ())

    assert shift is not None
    assert [visit.code for visit in visits] == ["K1", "K2"]


def test_a_coordinator_goes_back_from_night_to_night(known: Hands) -> None:
    """By key and by mouse, to the first that is kept and forward again; Escape leaves from any of them."""
    known.press("F4")
    hold_until_closed(known)
    known.press("Esc")
    known.until(lambda: known.session.workplace.place == "start")
    known.press("F5")
    page = _page(known)
    last = page.last.title
    assert not page.ways["later"].isVisible()
    known.press("Alt+Left")
    known.until(lambda: page.last.back == 1)
    assert "Catherine" in _names(known, page)
    known.press("Alt+Left")
    known.until(lambda: page.last.back == 2)
    known.press("Alt+Left")
    known.until(lambda: known.message == words("last_shift.no_earlier"))
    known.click(page.ways["later"])
    known.until(lambda: page.last.back == 1)
    known.click(page.ways["later"])
    known.until(lambda: page.last.back == 0)
    assert page.last.title == last

    known.click(page.ways["earlier"])
    known.until(lambda: page.last.back == 1)
    known.press("Esc F5")
    known.until(lambda: page.last.back == 0)


def _names(hands: Hands, page: LastShiftPage) -> str:
    hands.press("Enter")
    said = _said(_panels(hands)[0])
    hands.press("Esc")
    assert page.field.hasFocus()
    return said


def test_where_no_shift_was_closed_it_says_so(hands: Hands) -> None:
    """On the first night there is nothing to look back at."""
    hands.press("F5")
    page = _page(hands)
    assert page.last.nothing == words("last_shift.nothing_yet")
    hands.press("Enter")
    assert not _panels(hands)
