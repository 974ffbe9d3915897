"""A made-up scheme on an evening: its crew, the night a week ago, tonight, and as many old visits as are wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.records import BEGINS, nights
from mavis.bootstrap import open_program
from mavis.domain.access.roles import Duty
from mavis.domain.edits.visit import answer, judge, leave, set_triage
from mavis.domain.record.diversion import WouldHave
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.shift import CrewMember
from mavis.domain.visit.triage import TriageCategory
from mavis.storage.keys import Cost, Vault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import CrewPerson

OPENS_WITH = "four plain brown horses"
_CREW = (("Ruth E.", Duty.LEAD), ("Dev P.", Duty.STREET_PASTOR), ("Mags T.", Duty.FIRST_AID))
_QUICK = Cost(operations=1, memory_bytes=8192)


class WallClock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: datetime = BEGINS) -> None:
        """Show this instant."""
        self.now = now

    def __call__(self) -> datetime:
        """The instant it shows."""
        return self.now

    def wait(self, **time: float) -> None:
        """Move on by hours, minutes, or whatever ``timedelta`` takes."""
        self.now += timedelta(**time)


def the_program(folder: Path, clock: WallClock) -> Program:
    """A program in a folder, locked; its passphrase is cheap to try, so that no figure is about trying it."""
    return open_program(folder, clock=clock, vault=lambda place: Vault(place, _QUICK))


def the_session(program: Program) -> Session:
    """Unlock as the first person."""
    return program.unlock(program.access.people()[0].id, OPENS_WITH)


def set_up(program: Program, clock: WallClock) -> None:
    """Set Mavis up, run the night of a week ago with its crew, and leave it locked on the evening of this one."""
    program.access.create("Bench", "Ada B.", OPENS_WITH)
    session = the_session(program)
    crew = [session.crew.add(session.actor, name, duty, "Bench") for name, duty in _CREW]
    clock.wait(days=-7)
    shift_id = _open_night(session, clock, crew)
    clock.wait(hours=5)
    session.shifts.close_shift(session.actor, shift_id)
    clock.wait(days=7, hours=-5)
    session.close()


def begin_night(program: Program, clock: WallClock, aboard: int = 0) -> None:
    """Open tonight's shift, with so many people on the bus, and leave Mavis locked."""
    session = the_session(program)
    _open_night(session, clock, [one for one in session.crew.roster() if one.name in dict(_CREW)])
    for number in range(aboard):
        visit = session.visits.open_visit(session.actor)
        needs = tuple(list(Presentation)[number % 5 : number % 5 + 2])
        session.visits.change(session.actor, visit.id, answer(label=f"coat {number}", name=f"Made-up {number}"))
        session.visits.change(session.actor, visit.id, answer(needs=needs))
        clock.wait(minutes=2)
    session.close()


def fill(program: Program, count: int, each: int) -> None:
    """Write so many old nights of so many visits each, and leave Mavis locked."""
    session = the_session(program)
    with session.store.change(session.actor) as work:
        work.imports.add("bench", "0" * 64, count, count * each, [])
        for shift, visits in nights(count + 1, each):
            if shift.opened_at < BEGINS - timedelta(days=8):
                work.shifts.add(shift)
                work.visits.add_imported(visits, "bench")
        work.commit()
    session.close()


def nothing_missing(program: Program, clock: WallClock) -> None:
    """One whole visit and every counter answered: the open shift may close."""
    session = the_session(program)
    shift = session.shifts.current()
    if shift is None:
        raise LookupError(shift)
    actor, rules = session.actor, program.reference.flags
    visit = session.visits.open_visit(actor)
    for edit in (
        answer(needs=(Presentation.LOST_OR_SEPARATED,), age_band=AgeBand.FROM_18),
        set_triage(TriageCategory.GREEN, rules, clock(), actor.id),
        leave(Outcome.TAXI, clock()),
        judge(WouldHave.NOTHING, None, actor.role),
    ):
        session.visits.change(actor, visit.id, edit)
    for kind in program.reference.tallies:
        session.shifts.set_tally(actor, shift.id, kind.code, 0)
    session.close()


def here_before(program: Program) -> None:
    """Somebody was here earlier tonight, under a name that has a short form."""
    session = the_session(program)
    visit = session.visits.open_visit(session.actor)
    session.visits.change(session.actor, visit.id, answer(name="Catherine O'Neill"))
    session.close()


def _open_night(session: Session, clock: WallClock, people: Sequence[CrewPerson]) -> str:
    now = clock()
    crew = tuple(CrewMember(one.id, one.name, one.duty, one.organisation, now) for one in people)
    plan = replace(session.shifts.plan(now), crew=crew)
    return session.shifts.open_shift(session.actor, plan).id
