"""Whom somebody promised to ask again: due by the day, off the list once asked, for whoever may follow up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import talk_of, tell
from mavis.domain.edits.visit import answer
from mavis.domain.errors import UserError
from tests.records import LEAD, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift
    from tests.builders import SettableClock

DAY = date(2026, 3, 21)


def test_a_person_is_due_from_the_day_on(session: Session, shift: Shift, clock: SettableClock) -> None:
    """Not before it; then with the night, the visit, who it was, and their goal."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, visit.id, answer(label="man, red jacket"))
    session.visits.change(VOLUNTEER, visit.id, tell(follow_up=DAY, goal="no shots"))
    other = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, other.id, tell(leaflet=True))
    assert session.follow_ups.due(session.actor) == ()

    clock.advance(hours=24 * 7)
    (due,) = session.follow_ups.due(LEAD)
    assert (due.day, due.night, due.visit_id, due.code) == (DAY, shift.date, visit.id, visit.code)
    assert (due.who, due.goal) == ("man, red jacket", "no shots")


def test_who_was_asked_is_off_the_list_and_can_be_put_back(
    session: Session, shift: Shift, clock: SettableClock
) -> None:
    """After sign-off without a reason, in the history with its author."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, visit.id, tell(follow_up=DAY))
    session.closing.close(session.actor, shift.id)
    clock.advance(hours=24 * 8)

    session.follow_ups.ask_on(LEAD, visit.id, None)
    assert session.follow_ups.due(LEAD) == ()
    change = session.visits.history(LEAD, visit.id)[-1]
    assert (change.field, change.by) == ("abi", LEAD.id)
    session.follow_ups.ask_on(LEAD, visit.id, DAY)
    assert [one.visit_id for one in session.follow_ups.due(LEAD)] == [visit.id]
    assert talk_of(session.visits.get(LEAD, visit.id)).follow_up == DAY


def test_a_volunteer_has_no_list(session: Session, shift: Shift) -> None:
    """Names of other nights are for those who follow up."""
    visit = session.visits.open_visit(VOLUNTEER)
    for verb in (
        lambda: session.follow_ups.due(VOLUNTEER),
        lambda: session.follow_ups.ask_on(VOLUNTEER, visit.id, DAY),
    ):
        with pytest.raises(UserError):
            verb()
    with pytest.raises(UserError, match="visit_unknown"):
        session.follow_ups.ask_on(LEAD, "nobody", DAY)
    assert shift.is_open
