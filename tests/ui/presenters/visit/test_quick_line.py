"""The quick line on the screen: tags, the visit it opens or fills, and one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.quick_words import QuickField
from mavis.domain.record.identity import Gender
from mavis.domain.record.presentation import Presentation
from mavis.system.quick_words import load_quick_words
from mavis.system.wording import all_words, words
from mavis.ui.presenters.visit.quick_line import QuickLinePresenter
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.desk.tonight import Desk
    from tests.builders import SettableClock


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """The desk of a night that has begun."""
    open_night(program, session, hire(session)[:2])
    return a_desk(program, session, StraightDoors())


@pytest.fixture
def quick(desk: Desk) -> QuickLinePresenter:
    """The shipped words."""
    return QuickLinePresenter(desk, load_quick_words())


def test_what_was_understood_stands_in_tags(quick: QuickLinePresenter) -> None:
    """In the order of the page, whatever the order of typing; loose words beside what they were taken for."""
    reading = quick.read("cut hand drunk 20s m 2150, grey coat red")
    band = words("chips.arrival.age.18_24")

    assert reading.tags == ("arrived 21:50", f"age {band} (20s)", "man", "injury: cut hand", "drunk")
    assert reading.note == "cut hand, grey coat red"
    assert quick.read("f amber").tags == ("woman", "triage AMBER")


@pytest.mark.parametrize(
    ("text", "is_a_visit"),
    [("2150", True), ("m drunk", True), ("drunk", False), ("obs", False), ("", False), ("k7 man", False)],
)
def test_when_a_line_is_taken_for_a_visit(quick: QuickLinePresenter, text: str, is_a_visit: bool) -> None:
    """It begins with a time, or fills two fields; a single word may be a search."""
    assert quick.read(text).is_a_visit is is_a_visit


def test_a_line_opens_a_visit_and_is_one_step_of_undo(
    quick: QuickLinePresenter, desk: Desk, clock: SettableClock
) -> None:
    """Fields and note are there and stored; Ctrl+Z takes the whole line back and leaves the visit."""
    visit_id = quick.open("2150 m drunk cut hand")
    visit = desk.visits[visit_id]

    assert (visit.gender, visit.needs) == (
        Gender.MALE,
        (Presentation.ALCOHOL_INTOXICATION, Presentation.MINOR_INJURY),
    )
    assert (clock() - visit.arrived_at).total_seconds() == 600
    assert [note.text for note in visit.notes] == ["cut hand"]
    assert desk.session.visits.get(desk.session.actor, visit_id).needs == visit.needs
    desk.undo()
    taken_back = desk.visits[visit_id]
    assert (taken_back.gender, taken_back.needs, taken_back.notes) == (None, (), ())
    assert taken_back.is_open


def test_a_line_fills_an_open_visit(quick: QuickLinePresenter, desk: Desk) -> None:
    """It adds, and leaves what it does not name; an empty line changes nothing."""
    visit_id = desk.new_visit().id
    quick.fill(visit_id, "f cold")
    quick.fill(visit_id, "lost")
    before = desk.visits[visit_id]
    quick.fill(visit_id, " , ")

    assert before.needs == (Presentation.COLD, Presentation.LOST_OR_SEPARATED)
    assert before.gender is Gender.FEMALE
    assert desk.visits[visit_id] is before


def test_without_a_shift_nothing_is_read(quick: QuickLinePresenter, desk: Desk) -> None:
    """There is no night that a time could belong to."""
    desk.fill(None, (), ())

    assert not quick.has_shift
    with pytest.raises(ValueError, match="None"):
        quick.read("2150")


def test_every_meaning_has_words_for_its_tag() -> None:
    """A scheme may add phrases for any code."""
    meanings = set(load_quick_words().phrases.values())
    keys = {f"quick_line.{one.field.value}.{one.code}" for one in meanings if one.field is not QuickField.AGE}

    assert keys - set(all_words()) == set()
