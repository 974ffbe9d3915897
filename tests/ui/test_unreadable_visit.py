"""One record that cannot be read keeps nobody from the others: it is named by its number, and stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from mavis.ui.pages.people.page import PeoplePage
from mavis.ui.presenters.last_shift.page import LastShift
from tests.services.test_left_out import BAD_PERSON, named, spoil

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_SPOIL = "UPDATE visit SET age_band = 'bogus' WHERE code = ?"
_MEND = "UPDATE visit SET age_band = NULL WHERE code = ?"


def _codes(hands: Hands) -> list[str]:
    return [visit.code for visit in hands.session.desk.open_visits]


def _number(hands: Hands, code: str) -> str:
    """How a visit of tonight is named that cannot be read."""
    shift = hands.session.desk.shift
    return words("window.left_out.visit", number=f"{code} ({shift.date})") if shift is not None else ""


def test_all_other_visits_are_there_after_the_unlock(hands: Hands) -> None:
    """The line says which is not, who helps, and goes on saying so; no number is given twice; mended, it is back."""
    for _ in range(3):
        hands.press("Ctrl+N D")
    hands.settle()
    bad = _codes(hands)[1]
    number = _number(hands, bad)
    hands.lock()
    spoil(hands.program, _SPOIL, bad)
    hands.unlock()
    hands.until(lambda: hands.message == words("window.left_out_how", codes=number))
    seen = _codes(hands)
    hands.press("Ctrl+N D")
    hands.settle()
    lasting = [fact.words for fact in hands.window.status.facts]
    after = _codes(hands)
    hands.lock()
    spoil(hands.program, _MEND, bad)
    hands.unlock()

    assert (len(seen), bad in seen) == (2, False)
    assert words("window.unread", codes=number) in lasting
    assert len(set(after)) == 3
    assert sorted(_codes(hands)) == sorted({*after, bad})


def test_the_list_of_the_last_shift_names_it_as_well(hands: Hands) -> None:
    """After the close the others are listed, and the line says which is not."""
    for _ in range(2):
        hands.press("Ctrl+N D")
    hands.settle()
    session = hands.session.session
    shift = hands.session.desk.shift
    assert shift is not None
    bad, other = _codes(hands)
    number = _number(hands, bad)
    spoil(hands.program, _SPOIL, bad)
    session.shifts.close_shift(session.actor, shift.id)
    last = LastShift(hands.session.desk, lambda: None, hands.session.fail)
    last.read()
    hands.until(lambda: hands.message == words("window.left_out_how", codes=number))
    assert last.is_read
    assert [line.who.startswith(other) for line in last.lines] == [True]


@pytest.mark.usefixtures("caplog")
def test_the_people_who_are_found_are_all_but_one(hands: Hands) -> None:
    """The message says once which person is left out, and the line goes on saying it."""
    _kate, bad = (named(hands.session.session, name) for name in ("Kate Webb", "Katie Webbs"))
    spoil(hands.program, BAD_PERSON, bad.id)
    hands.press("F3")
    hands.type("web")
    page = hands.session.workplace.page
    assert isinstance(page, PeoplePage)
    hands.until(lambda: bool(page.finder.lines))
    hands.settle()

    person = words("window.left_out.person", number=2)
    assert [line.name for line in page.finder.lines] == ["Kate Webb"]
    assert hands.message == words("window.left_out_how", codes=person)
    assert words("window.unread", codes=person) in [fact.words for fact in hands.window.status.facts]
