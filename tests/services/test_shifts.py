"""A shift from plan to sign-off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.errors import StorageError, UserError
from mavis.domain.shift.shift import CrewMember
from mavis.domain.shift.tally import Tally
from mavis.domain.summing_up.put_right import Gap
from tests.records import PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from tests.builders import SettableClock


def test_the_first_plan_has_the_usual_times(session: Session, clock: SettableClock) -> None:
    """Nine to three, on the clock of the wall."""
    plan = session.shifts.plan(clock())
    assert plan.date == date(2026, 3, 14)
    assert plan.planned_start == datetime(2026, 3, 14, 21, tzinfo=UTC)
    assert plan.planned_end == datetime(2026, 3, 15, 3, tzinfo=UTC)
    assert (plan.site, plan.crew, plan.parked_at) == ("bus1", (), "")


def test_last_saturday_fills_in_the_next(session: Session, clock: SettableClock) -> None:
    """Place and crew come back, each person once, without those who left; the hours begin now."""
    plan = session.shifts.plan(clock())
    asha = session.crew.add(session.actor, "Asha", Duty.FIRST_AID, "Weston Angels")
    bryn = session.crew.add(session.actor, "Bryn", Duty.LEAD)
    hour = timedelta(hours=1)
    crew = tuple(
        CrewMember(person.id, person.name, duty, "", clock() + n * hour)
        for n, (person, duty) in enumerate([(asha, Duty.FIRST_AID), (bryn, Duty.LEAD), (asha, Duty.OTHER)])
    )
    shift = session.shifts.open_shift(session.actor, replace(plan, crew=crew, parked_at="High Street"))
    session.shifts.close_shift(session.actor, shift.id)
    with session.store.change(session.actor) as work:
        work.crew.save(replace(bryn, active=False))
        work.commit()
    clock.advance(hours=24)
    assert session.shifts.plan(clock()).crew == ()
    clock.advance(hours=24 * 6)
    again = session.shifts.plan(clock())
    assert again.parked_at == "High Street"
    assert again.crew == (CrewMember(asha.id, "Asha", Duty.OTHER, "Weston Angels", clock()),)


def test_a_further_shift_is_filled_in_from_the_one_before_it_tonight(session: Session, clock: SettableClock) -> None:
    """The same people at the same place, and what is special about the night; the kit is looked over again."""
    asha = session.crew.add(session.actor, "Asha", Duty.LEAD, "Weston Angels")
    crew = (CrewMember(asha.id, "Asha", Duty.LEAD, "Weston Angels", clock()),)
    plan = replace(
        session.shifts.plan(clock()), crew=crew, parked_at="High Street", events=("payday",), kit=("defibrillator",)
    )
    shift = session.shifts.open_shift(session.actor, plan)
    session.shifts.close_shift(session.actor, shift.id)
    clock.advance(hours=1)
    again = session.shifts.plan(clock())

    assert (again.parked_at, again.events, again.kit) == ("High Street", ("payday",), ())
    assert again.crew == (replace(crew[0], since=clock()),)


def test_one_shift_is_open_at_a_time(session: Session, shift: Shift, clock: SettableClock) -> None:
    """And it is the current one until it closes."""
    assert session.shifts.current() == shift
    with pytest.raises(UserError, match="shift_open_already"):
        session.shifts.open_shift(session.actor, session.shifts.plan(clock()))
    session.shifts.close_shift(session.actor, shift.id)
    assert session.shifts.current() is None
    second = session.shifts.open_shift(session.actor, session.shifts.plan(clock()))
    assert session.shifts.shift_on(date(2026, 3, 14)) == second
    assert session.shifts.all_shifts() == ((date(2026, 3, 14), 0),) * 2


@pytest.mark.usefixtures("shift")
def test_opening_a_shift_makes_a_backup(session: Session, clock: SettableClock) -> None:
    """Its age is known."""
    assert session.backups.newest() == clock()


@pytest.mark.usefixtures("caplog")
def test_a_backup_that_fails_does_not_hold_up_the_night(session: Session, program: Program) -> None:
    """The shift is open all the same."""
    program.paths.backups.write_text("in the way")
    with pytest.raises(StorageError):
        session.backups.make("start")
    shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    assert session.shifts.current() == shift


def test_a_shift_can_be_changed(session: Session, shift: Shift) -> None:
    """Notes and kit; after sign-off for those who may."""
    session.shifts.change(VOLUNTEER, shift.id, lambda before: replace(before, handover_notes="Low on water"))
    assert session.shifts.current() == replace(shift, handover_notes="Low on water")
    session.shifts.close_shift(VOLUNTEER, shift.id)
    with pytest.raises(UserError, match="not_allowed"):
        session.shifts.change(VOLUNTEER, shift.id, lambda before: replace(before, weather="rain"))
    amended = session.shifts.change(session.actor, shift.id, lambda before: replace(before, weather="rain"))
    assert session.shifts.shift_on(shift.date) == amended


def test_a_night_that_goes_on_numbers_its_visits_on(session: Session, shift: Shift, clock: SettableClock) -> None:
    """Two shifts of one night are told apart, no code is said twice, and what is written up later joins its shift."""
    first = session.visits.open_visit(session.actor)
    clock.advance(hours=2)
    session.shifts.close_shift(session.actor, shift.id)
    again = session.shifts.open_shift(session.actor, session.shifts.plan(clock()))
    second = session.visits.open_visit(session.actor)
    session.shifts.close_shift(session.actor, again.id)
    assert (first.code[1:], second.code[1:]) == ("1", "2")
    assert [(one.id, visits) for one, visits in session.shifts.of_nights(shift.date, shift.date)] == [
        (shift.id, 1),
        (again.id, 1),
    ]
    late = session.visits.open_visit(session.actor, arrived_at=first.arrived_at, reason="found on paper")
    assert (late.shift_id, late.code[1:]) == (shift.id, "3")


def test_a_tally_counts_each_tap_once(session: Session, shift: Shift) -> None:
    """Not counted is not 0, and a repeated save of one tap counts once."""
    kinds = [tally.kind for tally in session.shifts.tallies(shift.id)]
    assert session.shifts.tallies(shift.id)[0].count is None
    assert session.shifts.count(VOLUNTEER, shift.id, kinds[0], 1, "tap-1") == Tally(kinds[0], 1)
    assert session.shifts.count(VOLUNTEER, shift.id, kinds[0], 1, "tap-1") == Tally(kinds[0], 1)
    assert session.shifts.count(VOLUNTEER, shift.id, kinds[0], 1, "tap-2") == Tally(kinds[0], 2)
    assert session.shifts.set_tally(VOLUNTEER, shift.id, kinds[1], 0) == Tally(kinds[1], 0)
    assert session.shifts.set_tally(VOLUNTEER, shift.id, kinds[0], None) == Tally(kinds[0], None)
    assert session.shifts.set_tally(VOLUNTEER, shift.id, kinds[0], None) == Tally(kinds[0], None)
    assert session.shifts.tallies(shift.id)[:2] == (Tally(kinds[0], None), Tally(kinds[1], 0))
    with pytest.raises(UserError, match="tally_unknown"):
        session.shifts.count(VOLUNTEER, shift.id, "dragons", 1, "tap-3")


def test_what_is_missing_is_named(session: Session, shift: Shift) -> None:
    """Visit codes by kind of gap."""
    visit = session.visits.open_visit(VOLUNTEER)
    gaps = {gap.kind: gap.codes for gap in session.shifts.missing(shift.id)}
    assert gaps[Gap.STILL_OPEN] == (visit.code,)
    assert gaps[Gap.TALLY_NOT_COUNTED]
    with pytest.raises(UserError, match="shift_unknown"):
        session.shifts.missing("none")


def test_closing_signs_off_and_ends_the_hours(session: Session, clock: SettableClock) -> None:
    """Who left early keeps their time; closing twice changes nothing."""
    asha = session.crew.add(session.actor, "Asha", Duty.FIRST_AID)
    aboard = CrewMember(asha.id, "Asha", Duty.FIRST_AID, "", clock())
    left = replace(aboard, until=clock() + timedelta(hours=1))
    plan = replace(session.shifts.plan(clock()), crew=(aboard, left))
    shift = session.shifts.open_shift(session.actor, plan)
    end = clock.advance(hours=5)
    closed = session.shifts.close_shift(session.actor, shift.id)
    assert (closed.closed_at, [member.until for member in closed.crew]) == (end, [end, left.until])
    assert closed.sign_off is not None
    assert (closed.sign_off.name, closed.sign_off.at) == ("Dilys", end)
    clock.advance(hours=1)
    assert session.shifts.close_shift(session.actor, shift.id) == closed
    with pytest.raises(UserError, match="shift_unknown"):
        session.shifts.close_shift(session.actor, "none")


def test_planners_run_no_shifts(session: Session, shift: Shift, clock: SettableClock) -> None:
    """Each verb asks for the right."""
    for verb in (
        lambda: session.shifts.open_shift(PLANNER, session.shifts.plan(clock())),
        lambda: session.shifts.change(PLANNER, shift.id, lambda before: before),
        lambda: session.shifts.close_shift(PLANNER, shift.id),
        lambda: session.shifts.count(PLANNER, shift.id, "water", 1, "tap"),
        lambda: session.shifts.set_tally(PLANNER, shift.id, "water", 1),
        lambda: session.crew.add(PLANNER, "Emrys", Duty.OTHER),
    ):
        with pytest.raises(UserError, match="not_allowed"):
            verb()


def test_the_crew_list_needs_names(session: Session) -> None:
    """A blank is no person."""
    with pytest.raises(UserError, match="name_missing"):
        session.crew.add(session.actor, "  ", Duty.OTHER)
