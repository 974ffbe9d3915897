"""The made-up people of training: a crew with one passphrase, and their two last nights, so that tonight has a past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Duty, Role
from mavis.domain.edits.visit import answer, give_care, judge, leave, set_triage
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.night import instant_on, night_of
from mavis.domain.shift.shift import CrewMember
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.bootstrap.program import Program
    from mavis.bootstrap.session import Session

_LETTER = "T"
_SITE = "training"
_WEEKS_AGO = (2, 1)
_NIGHT_HOURS = 6
_OPENED = time(21, 0)
_CREW = (("lead", Duty.LEAD), ("first_aid", Duty.FIRST_AID), ("pastor", Duty.STREET_PASTOR))
_VOLUNTEERS = ("first_aid", "pastor", "second")


@dataclass(frozen=True, slots=True)
class _Guest:
    """A visitor of a past night: minutes until they come, minutes they stay, and what is written down of them."""

    wait: int
    stay: int
    need: Presentation
    age: AgeBand
    gender: Gender
    triage: TriageCategory
    care: CareKind
    outcome: Outcome
    would_have: WouldHave


_GUESTS = (
    _Guest(
        35,
        40,
        Presentation.ALCOHOL_INTOXICATION,
        AgeBand.FROM_18,
        Gender.FEMALE,
        TriageCategory.AMBER,
        CareKind.WATER,
        Outcome.HOME_WITH_FRIEND_FAMILY,
        WouldHave.ED_OWN_MEANS,
    ),
    _Guest(
        20,
        25,
        Presentation.MINOR_INJURY,
        AgeBand.FROM_25,
        Gender.MALE,
        TriageCategory.GREEN,
        CareKind.WOUND_CLEANED,
        Outcome.REJOINED_FRIENDS,
        WouldHave.NOTHING,
    ),
    _Guest(
        30,
        20,
        Presentation.COLD,
        AgeBand.FROM_18,
        Gender.FEMALE,
        TriageCategory.GREEN,
        CareKind.FOIL_BLANKET,
        Outcome.TAXI,
        WouldHave.NOTHING,
    ),
    _Guest(
        15,
        50,
        Presentation.ALCOHOL_INTOXICATION,
        AgeBand.FROM_18,
        Gender.MALE,
        TriageCategory.AMBER,
        CareKind.MONITORED_ONLY,
        Outcome.TAXI,
        WouldHave.AMBULANCE_999,
    ),
    _Guest(
        25,
        30,
        Presentation.LOST_OR_SEPARATED,
        AgeBand.FROM_18,
        Gender.FEMALE,
        TriageCategory.GREEN,
        CareKind.PHONE_CHARGE,
        Outcome.HOME_WITH_FRIEND_FAMILY,
        WouldHave.NOTHING,
    ),
)


class PastClock:
    """A clock that is put to each moment of the past in turn."""

    def __init__(self, now: datetime) -> None:
        """Show this instant."""
        self.now = now

    def __call__(self) -> datetime:
        """The instant, in UTC."""
        return self.now.astimezone(UTC)

    def wait(self, minutes: int) -> None:
        """Let minutes pass."""
        self.now += timedelta(minutes=minutes)


def fill(program: Program, clock: PastClock, today: datetime) -> None:
    """Set the made-up scheme up, let its people unlock, and play the nights of one and of two weeks ago.

    Raises:
        StorageError: the disk refuses.
    """
    passphrase = words("training.passphrase")
    program.access.create(words("training.scheme"), words("training.person.lead"), passphrase)
    program.preferences.change(site=_SITE, device_letter=_LETTER)
    session = program.unlock(program.access.people()[0].id, passphrase)
    try:
        for person in _VOLUNTEERS:
            session.people.add(session.actor, words(f"training.person.{person}"), Role.VOLUNTEER, passphrase)
        for weeks in _WEEKS_AGO:
            night = night_of(today) - timedelta(weeks=weeks)
            clock.now = instant_on(night, _OPENED) or clock.now
            _play(session, program, clock)
    finally:
        session.close()


def _play(session: Session, program: Program, clock: PastClock) -> None:
    opened = clock()
    shift = session.shifts.open_shift(
        session.actor,
        replace(session.shifts.plan(opened), parked_at=words("training.place"), crew=_crew(session, opened)),
    )
    for guest in _GUESTS:
        clock.wait(guest.wait)
        _care_for(guest, session, program, clock)
    for kind in program.reference.tallies[:2]:
        session.shifts.set_tally(session.actor, shift.id, kind.code, len(_GUESTS))
    clock.now = opened + timedelta(hours=_NIGHT_HOURS)
    session.shifts.close_shift(session.actor, shift.id)


def _crew(session: Session, since: datetime) -> tuple[CrewMember, ...]:
    people = {person.name: person for person in session.crew.roster()}
    aboard = [(people[words(f"training.person.{name}")], duty) for name, duty in _CREW]
    where_from = words("training.organisation")
    return tuple(CrewMember(person.id, person.name, duty, where_from, since) for person, duty in aboard)


def _care_for(guest: _Guest, session: Session, program: Program, clock: PastClock) -> None:
    actor, visits = session.actor, session.visits
    visit = visits.open_visit(actor)
    came, left = clock(), clock() + timedelta(minutes=guest.stay)
    for edit in (
        answer(needs=(guest.need,), age_band=guest.age, gender=guest.gender, alone=False),
        set_triage(guest.triage, program.reference.flags, came, actor.id),
        give_care(CareGiven(program.new_id(), guest.care, came, actor.id)),
        judge(guest.would_have, Basis.VOLUNTEER_JUDGED, actor.role),
    ):
        visits.change(actor, visit.id, edit)
    clock.now = left
    visits.change(actor, visit.id, leave(guest.outcome, left))
