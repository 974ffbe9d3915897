"""One shift, summed up once: every figure of the end-of-shift summary from the facts of its visits."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.counting.breakdown import Split
from mavis.domain.counting.diversion import count_diversions
from mavis.domain.counting.facts import withdraw_returned
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import Busiest, HourCount, ShiftSummary, Stay
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.rounding import half_up, middle
from mavis.domain.shift.night import hours_between, skipped_hour
from mavis.domain.summing_up.adding_up import faults_of
from mavis.domain.summing_up.clinical import clinical_summary
from mavis.domain.summing_up.put_right import still_to_put_right
from mavis.domain.summing_up.usual import usual_of
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from enum import StrEnum

    from mavis.domain.counting.facts import ShiftFacts, VisitFacts
    from mavis.domain.counting.summary import PastNight, Stamp
    from mavis.domain.shift.night import ClockHour
    from mavis.domain.visit.amendment import Change

_BREAKDOWNS: dict[str, tuple[Split, Callable[[VisitFacts], StrEnum | None]]] = {
    "needs": (Split(Dimension.PRIMARY_NEED, Presentation, not_known_shown=False), lambda visit: visit.main_need),
    "outcomes": (Split(Dimension.OUTCOME, Outcome, not_known_shown=False), lambda visit: visit.outcome),
    "triage": (Split(Dimension.TRIAGE, TriageCategory, on_scale=True, every_code=True), lambda visit: visit.triage),
    "ages": (Split(Dimension.AGE_BAND, AgeBand, on_scale=True), lambda visit: visit.age_band),
    "genders": (Split(Dimension.GENDER, Gender), lambda visit: visit.gender),
    "sources": (Split(Dimension.REFERRAL_SOURCE, ReferralSource), lambda visit: visit.referral_source),
}
"""Each breakdown of a summary by the name of its field: how it is split, and what a visit answers."""


def summarise(
    scheme: str,
    site_name: str,
    shift: ShiftFacts,
    visits: Iterable[VisitFacts],
    past: Iterable[PastNight],
    amendments: Iterable[Change],
    stamp: Stamp,
) -> ShiftSummary:
    """Everything the end-of-shift summary prints, visits by arrival; earlier claims of who came back are withdrawn.

    ``past`` are the nights to compare with, ``amendments`` the changes since sign-off.
    """
    visits = tuple(sorted(withdraw_returned(tuple(visits)), key=lambda visit: (visit.arrived_at, visit.id)))
    diversion = count_diversions(visits)
    arrivals = arrivals_by_hour(shift, visits)
    clinical = clinical_summary(visits)
    breakdowns = {name: split.of(map(read, visits)) for name, (split, read) in _BREAKDOWNS.items()}
    return ShiftSummary(
        scheme=scheme,
        site_name=site_name,
        shift=shift,
        visits=visits,
        diversion=diversion,
        arrivals=arrivals,
        skipped_hour=skipped_hour(shift.opened_at, shift.ended_at),
        clinical=clinical,
        stay=stay_of(visits),
        busiest=busiest_of(arrivals, visits),
        last_left=max((visit.departed_at for visit in visits if visit.departed_at), default=None),
        usual=usual_of(len(visits), shift.open_minutes, past),
        to_put_right=still_to_put_right(shift, visits),
        amendments=tuple(amendments),
        faults=faults_of(visits, breakdowns.values(), arrivals, diversion, clinical),
        stamp=stamp,
        **breakdowns,
    )


def arrivals_by_hour(shift: ShiftFacts, visits: Iterable[VisitFacts]) -> tuple[HourCount, ...]:
    """Arrivals in each clock hour the bus was open, and in any other hour in which somebody arrived; by time."""
    arrived = Counter(visit.arrived_at.replace(minute=0, second=0, microsecond=0) for visit in visits)
    hours = {*hours_between(shift.opened_at, shift.ended_at), *map(_hour_from, arrived)}
    return tuple(HourCount(hour, arrived[hour.start]) for hour in sorted(hours, key=lambda hour: hour.start))


def _hour_from(start: datetime) -> ClockHour:
    (hour,) = hours_between(start, start + timedelta.resolution)
    return hour


def stay_of(visits: Iterable[VisitFacts]) -> Stay:
    """The middle value, half up, and the longest of the minutes aboard; visits without a leaving time are left out."""
    stays = [visit.minutes for visit in visits if visit.minutes is not None]
    median = middle(stays)
    return Stay(None if median is None else half_up(median), max(stays, default=None), len(stays))


def busiest_of(arrivals: Sequence[HourCount], visits: Iterable[VisitFacts]) -> Busiest | None:
    """The first hour with most arrivals, and the most people aboard at once; None when nobody came."""
    busiest = max(arrivals, key=lambda hour: hour.arrivals, default=None)
    return Busiest(busiest, most_at_once(visits)) if busiest is not None and busiest.arrivals else None


def most_at_once(visits: Iterable[VisitFacts]) -> int:
    """The most people aboard at one moment, of visits with both times; who leaves makes room for who comes."""
    steps = []
    for visit in visits:
        if visit.departed_at is not None:
            left = max(visit.departed_at, visit.arrived_at + timedelta.resolution)
            steps += [(visit.arrived_at, 1), (left, -1)]
    aboard = most = 0
    for _, step in sorted(steps):
        aboard += step
        most = max(most, aboard)
    return most
