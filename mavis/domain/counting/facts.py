"""The facts of visits and shifts that counts are made from: no name, no free text of a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Duty
from mavis.domain.counting.clinical_facts import DEFAULT_INTERVALS, NOTHING_CLINICAL, ClinicalFacts, clinical_facts_of
from mavis.domain.record.answers import NoAnswer, known
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave, counted_basis
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import SENT_TO_ED, Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.crew_time import helpers
from mavis.domain.shift.night import to_the_minute
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """One visit as it is counted. None in a coded field means not known, refused or not asked.

    ``basis`` is the basis it counts under, ``basis_chosen`` whether somebody chose one; ``withdrawn`` says that the
    person came back in the same shift and then went to A&E, so that the earlier claim falls; ``referral_waiting``, that
    a referral is neither answered nor closed; ``age_not_told``, that the age was asked for and nobody knew it or
    would say.
    """

    id: str
    code: str
    shift_id: str
    site: str
    shift_date: date
    arrived_at: datetime
    departed_at: datetime | None = None
    entered_late: bool = False
    person_id: str | None = None
    age_band: AgeBand | None = None
    gender: Gender | None = None
    triage: TriageCategory | None = None
    needs: tuple[Presentation, ...] = ()
    main_need: Presentation | None = None
    care: tuple[CareKind, ...] = ()
    outcome: Outcome | None = None
    would_have: WouldHave | None = None
    basis: Basis | None = None
    ambulance_requested: bool = False
    open_clinical_flag: bool = False
    referral_source: ReferralSource | None = None
    beat_area: str | None = None
    withdrawn: bool = False
    referral_waiting: bool = False
    age_not_told: bool = False
    basis_chosen: bool = False
    clinical: ClinicalFacts = NOTHING_CLINICAL

    @property
    def told_basis(self) -> Basis | None:
        """The basis it counts under, where somebody chose one; none of what nobody knows or was not asked."""
        judged = self.would_have not in (None, WouldHave.NOT_KNOWN)
        return self.basis if judged and self.basis_chosen else None

    @property
    def minutes(self) -> int | None:
        """Minutes on the bus from the one time to the other as a clock shows them; None without a leaving time.

        0 when that lies before the arrival. In at 02:18 and out at 02:20 is 2, whatever the seconds were.
        """
        if self.departed_at is None:
            return None
        return max(0, (to_the_minute(self.departed_at) - to_the_minute(self.arrived_at)) // timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class CrewTime:
    """Hours given by the people of one duty on a shift."""

    duty: Duty
    people: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """One shift as it is counted and printed; ``tallies`` maps each kind to its count, None for not counted."""

    id: str
    site: str
    date: date
    planned_start: datetime
    planned_end: datetime
    opened_at: datetime
    closed_at: datetime | None
    parked_at: str = ""
    events: tuple[str, ...] = ()
    crew: tuple[CrewTime, ...] = ()
    tallies: tuple[tuple[str, int | None], ...] = ()
    handover_notes: str = ""
    signed_by: str = ""
    signed_at: datetime | None = None

    @property
    def ended_at(self) -> datetime:
        """When the bus closed, or was planned to."""
        return self.closed_at or self.planned_end

    @property
    def open_minutes(self) -> int:
        """Whole minutes the bus was open, subtracted in UTC: 420 on the October night, 300 on the March one."""
        return max(0, int((self.ended_at - self.opened_at).total_seconds() // 60))


def facts_of(visit: Visit, shift_date: date, site: str, intervals: CheckIntervals = DEFAULT_INTERVALS) -> VisitFacts:
    """The facts of one visit; a claim that a later visit withdraws is found by ``withdraw_returned``."""
    asked = visit.diversion.would_have is not None
    return VisitFacts(
        id=visit.id,
        code=visit.code,
        shift_id=visit.shift_id,
        site=site,
        shift_date=shift_date,
        arrived_at=visit.arrived_at,
        departed_at=visit.departed_at,
        entered_late=visit.entered_late,
        person_id=visit.person_id,
        age_band=known(visit.age_band),
        gender=known(visit.gender),
        triage=visit.triage.category if visit.triage else None,
        needs=visit.needs,
        main_need=visit.main_need,
        care=tuple(dict.fromkeys(given.kind for given in visit.care)),
        outcome=visit.outcome,
        would_have=visit.diversion.would_have,
        basis=counted_basis(visit.diversion) if asked else None,
        ambulance_requested=visit.ambulance_requested_at is not None,
        open_clinical_flag=bool(visit.open_clinical_flags),
        referral_source=known(visit.referral_source),
        beat_area=visit.beat_area,
        referral_waiting=any(referral.is_waiting for referral in visit.referrals),
        age_not_told=isinstance(visit.age_band, NoAnswer),
        basis_chosen=visit.diversion.basis is not None,
        clinical=clinical_facts_of(visit, intervals),
    )


def withdraw_returned(visits: Sequence[VisitFacts]) -> tuple[VisitFacts, ...]:
    """Mark the visits whose claim falls: the same person came back in the same shift and then went to A&E."""
    last_sent: dict[tuple[str, str], datetime] = {}
    for visit in visits:
        if visit.person_id is not None and visit.outcome in SENT_TO_ED:
            key = (visit.shift_id, visit.person_id)
            last_sent[key] = max(visit.arrived_at, last_sent.get(key, visit.arrived_at))
    return tuple(_withdrawn_if_returned(visit, last_sent) for visit in visits)


def came_again(visits: Iterable[VisitFacts]) -> dict[str, str]:
    """For each visit of somebody who was here earlier in the same shift, by its id: the code they came under first."""
    first: dict[tuple[str, str], str] = {}
    again: dict[str, str] = {}
    for visit in sorted(visits, key=lambda visit: (visit.arrived_at, visit.code)):
        if visit.person_id is not None:
            code = first.setdefault((visit.shift_id, visit.person_id), visit.code)
            if code != visit.code:
                again[visit.id] = code
    return again


def _withdrawn_if_returned(visit: VisitFacts, last_sent: dict[tuple[str, str], datetime]) -> VisitFacts:
    sent = last_sent.get((visit.shift_id, visit.person_id or ""))
    return replace(visit, withdrawn=True) if sent is not None and visit.arrived_at < sent else visit


def facts_of_shift(shift: Shift, tallies: Iterable[tuple[str, int | None]]) -> ShiftFacts:
    """The facts of one shift; crew hours are added up by duty, each person once."""
    crew = helpers(shift.crew, shift.closed_at or shift.planned_end)
    times = [
        CrewTime(
            duty=duty,
            people=sum(one.duty is duty for one in crew),
            minutes=sum(one.given // timedelta(minutes=1) for one in crew if one.duty is duty),
        )
        for duty in Duty
        if any(one.duty is duty for one in crew)
    ]
    return ShiftFacts(
        id=shift.id,
        site=shift.site,
        date=shift.date,
        planned_start=shift.planned_start,
        planned_end=shift.planned_end,
        opened_at=shift.opened_at,
        closed_at=shift.closed_at,
        parked_at=shift.parked_at,
        events=shift.events,
        crew=tuple(times),
        tallies=tuple(tallies),
        handover_notes=shift.handover_notes,
        signed_by=shift.sign_off.name if shift.sign_off else "",
        signed_at=shift.sign_off.at if shift.sign_off else None,
    )
