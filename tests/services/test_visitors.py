"""Finding a returning visitor, what the crew sees of them, and who may read their nights."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import answer, give_name, tick_need
from mavis.domain.errors import UserError
from mavis.domain.people.match import Why
from mavis.domain.people.person import Alert
from mavis.domain.people.returning import AdviceDue
from mavis.domain.people.visiting import link_to
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.people.person import Person
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit
    from tests.builders import SettableClock

VOLUNTEER = Actor("asha", Role.VOLUNTEER)
LEAD = Actor("ruth", Role.LEAD)


def _visit(session: Session, name: str, *edits: VisitEdit) -> Visit:
    visit = session.visits.open_visit(session.actor)
    for edit in (give_name(name), *edits):
        visit = session.visits.change(session.actor, visit.id, edit)
    return visit


def _next_week(session: Session, program: Program, clock: SettableClock, shift: Shift) -> Shift:
    session.shifts.close_shift(session.actor, shift.id)
    clock.advance(minutes=7 * 24 * 60)
    return session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))


def _names(session: Session, text: str) -> list[str]:
    return [found.person.known_as for found in session.visitors.find(VOLUNTEER, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("oneill", Why.SAME_FAMILY),
        ("O'Ne", Why.STARTS_LIKE),
        ("kate", Why.NICKNAME),
        ("oniell", Why.FAMILY_SPELT_ALIKE),
        ("O\N{RIGHT SINGLE QUOTATION MARK}Neill Catherine", Why.SAME_FAMILY),
        ("catherine oneil", Why.SAME_GIVEN),
    ],
)
def test_a_person_is_found_however_they_are_typed(session: Session, shift: Shift, text: str, why: Why) -> None:
    """A right beginning, a nickname, a slip, swapped names, with the reason beside the name."""
    _visit(session, "Catherine O'Neill", answer(gender=Gender.FEMALE, age_band=AgeBand.FROM_25))
    _visit(session, "Robert Smith")
    found = session.visitors.find(VOLUNTEER, text)
    assert [one.person.known_as for one in found][:1] == ["Catherine O'Neill"]
    assert why in {reason.why for reason in found[0].match.reasons}
    assert shift.is_open


def test_nobody_is_found_by_nothing(session: Session, shift: Shift) -> None:
    """Neither by an empty text nor by a word that nobody has."""
    _visit(session, "Catherine Webb")
    assert _names(session, "  ") == []
    assert _names(session, "xyzzy") == []
    assert shift.is_open


def test_a_description_finds(session: Session, shift: Shift) -> None:
    """What they look like, beside half a name."""
    _visit(session, "Kate Webb", answer(label="red coat, tall"))
    _visit(session, "Kate Hale")
    assert _names(session, "kate red")[0] == "Kate Webb"
    assert shift.is_open


def test_the_visit_s_own_person_is_no_suggestion(session: Session, shift: Shift) -> None:
    """Who types a name is not told of what they just typed."""
    visit = _visit(session, "Kate Webb")
    assert session.visitors.find(VOLUNTEER, "kate", leaving_out=visit.id) == ()
    assert shift.is_open


def test_a_volunteer_sees_who_it_is_and_what_is_dangerous_now(session: Session, shift: Shift) -> None:
    """Alerts in force and no more; a lead sees all of them, and the district."""
    visit = _visit(session, "Kate Webb")
    now = visit.arrived_at
    alerts = (
        Alert("two to one", "ruth", now),
        Alert("bites", "ruth", now, expires_on=shift.date - timedelta(days=1)),
    )
    session.visitors.change(LEAD, visit.id, lambda person: replace(person, alerts=alerts, district="BS23"))

    seen = session.visitors.person(VOLUNTEER, visit.id)
    assert [alert.reason for alert in seen.alerts] == ["two to one"]
    assert seen.district == ""
    assert session.visitors.person(LEAD, visit.id).alerts == alerts


def test_what_other_nights_mean_for_tonight(
    session: Session, program: Program, clock: SettableClock, shift: Shift
) -> None:
    """A repeat visitor in drink is due brief advice, until it is offered."""
    drunk = tick_need(Presentation.ALCOHOL_INTOXICATION, True)
    first = _visit(session, "Kate Webb", drunk)
    person = session.visitors.person(VOLUNTEER, first.id)
    _next_week(session, program, clock, shift)
    second = _visit(session, "kat", drunk, link_to(person))

    met = session.visitors.met(VOLUNTEER, second)
    assert met is not None
    assert (met.person.known_as, met.returning.nights) == ("Kate Webb", 1)
    assert met.returning.advice is AdviceDue.DUE
    assert met.person.last_seen == second.arrived_at.date()

    offered = answer(abi=BriefIntervention(status=InterventionStatus.DECLINED))
    second = session.visits.change(session.actor, second.id, offered)
    met = session.visitors.met(VOLUNTEER, second)
    assert met is not None
    assert met.returning.advice is AdviceDue.OFFERED_TONIGHT


def test_screen_and_report_agree_on_who_is_due(
    session: Session, program: Program, clock: SettableClock, shift: Shift
) -> None:
    """Somebody last here seven years ago is due on both; the report reads no more of them than that they were here."""
    drunk = tick_need(Presentation.ALCOHOL_INTOXICATION, True)
    first = _visit(session, "Kate Webb", drunk)
    person = session.visitors.person(VOLUNTEER, first.id)
    session.shifts.close_shift(session.actor, shift.id)
    clock.advance(hours=7 * 365 * 24)
    later = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    second = _visit(session, "kat", drunk, link_to(person))
    met = session.visitors.met(VOLUNTEER, second)
    assert met is not None
    assert (met.returning.advice, met.returning.nights) == (AdviceDue.DUE, 0)
    assert met.returning.last_seen == shift.date
    report = session.visitors.advice_report(session.actor, later.date, later.date)
    assert (report.repeat, report.due, report.looked_at) == (1, 1, 0)


def test_after_midnight_it_is_still_the_same_night(session: Session, clock: SettableClock, shift: Shift) -> None:
    """Two shifts of one night: somebody is here again tonight, and on no other night."""
    first = _visit(session, "Kate Webb")
    clock.advance(hours=3)
    session.shifts.close_shift(session.actor, shift.id)
    session.shifts.open_shift(session.actor, session.shifts.plan(clock()))
    again = _visit(session, "kat", link_to(session.visitors.person(VOLUNTEER, first.id)))
    met = session.visitors.met(VOLUNTEER, again)
    assert met is not None
    assert (met.returning.is_repeat, met.returning.is_reattendance) == (False, True)


def test_an_anonymous_visit_has_nobody_to_meet(session: Session, shift: Shift) -> None:
    """Nothing is said of them."""
    visit = session.visits.open_visit(session.actor)
    assert session.visitors.met(VOLUNTEER, visit) is None
    assert shift.is_open


def test_nights_are_read_with_a_right_and_a_reason_and_remembered(session: Session, shift: Shift) -> None:
    """Newest first; the trail knows that somebody looked."""
    first = _visit(session, "Kate Webb")
    second = _visit(session, "kat", link_to(session.visitors.person(LEAD, first.id)))
    before = session.trail.head()
    for actor, reason in ((VOLUNTEER, "curious"), (LEAD, "  ")):
        with pytest.raises(UserError):
            session.visitors.nights(actor, first.id, reason)
    assert session.trail.head() == before

    nights = session.visitors.nights(LEAD, first.id, "asked for by the ambulance crew")
    assert {visit.id for visit in nights} == {first.id, second.id}
    assert session.trail.head() != before
    assert shift.is_open


@pytest.mark.parametrize("role", Role)
def test_who_may_change_what_is_known(session: Session, shift: Shift, role: Role) -> None:
    """Leads, clinicians and the coordinator; a hold the coordinator alone."""
    visit = _visit(session, "Kate Webb")
    actor = Actor("somebody", role)

    def change(edit: str) -> Person:
        hold = edit == "hold"
        district = "" if hold else "BS23"
        return session.visitors.change(actor, visit.id, lambda person: replace(person, held=hold, district=district))

    for edit, roles in (
        ("district", {Role.LEAD, Role.CLINICIAN, Role.COORDINATOR}),
        ("hold", {Role.COORDINATOR}),
    ):
        if role in roles:
            change(edit)
        else:
            with pytest.raises(UserError):
                change(edit)
    assert shift.is_open


def test_an_edit_of_two_in_one_changes_both_at_once_and_goes_back(session: Session, shift: Shift) -> None:
    """A hold of the whole person, and each record as it was again, also after they are two."""
    one, other = _visit(session, "Kate Webb").id, _visit(session, "Catherine Webb").id
    merge = session.duplicates.merge(session.actor, other, one)
    before = session.visitors.records(session.actor, other)
    assert [record.id for record in before] == [one, other]
    held = [replace(record, held=True) for record in before]
    session.visitors.change_records(session.actor, before, held)
    assert session.visitors.records(session.actor, one) == tuple(held)

    session.duplicates.undo(session.actor, merge.id)
    assert session.visitors.records(session.actor, one) == (held[0],)
    assert session.visitors.records(session.actor, other) == (held[1],)
    session.visitors.change_records(session.actor, held, before)
    assert not session.visitors.person(session.actor, other).held
    assert shift.is_open


def test_an_edit_that_one_record_refuses_changes_none(session: Session, shift: Shift) -> None:
    """A lead may not hold: the name of the first stays as well; a volunteer sees no record."""
    before = tuple(session.visitors.person(LEAD, _visit(session, name).id) for name in ("Kate Webb", "Jo Hale"))
    after = (replace(before[0], names=("Kat Webb",)), replace(before[1], held=True))
    with pytest.raises(UserError, match="not_allowed"):
        session.visitors.change_records(LEAD, before, after)
    assert session.visitors.person(LEAD, before[0].id).names == ("Kate Webb",)
    with pytest.raises(UserError, match="not_allowed"):
        session.visitors.records(VOLUNTEER, before[0].id)
    with pytest.raises(UserError, match="visitor_unknown"):
        session.visitors.records(LEAD, "nobody")
    assert shift.is_open
