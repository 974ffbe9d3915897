"""Brief advice for repeat visitors over some months: who was due, and what came of it (domain.md 5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.brief_intervention import InterventionStatus, NotAppropriate
from mavis.domain.people.returning import ROLLING_YEAR
from mavis.domain.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta

    from mavis.domain.facts import VisitFacts

_BEST_FIRST = (
    InterventionStatus.COMPLETED,
    InterventionStatus.STARTED,
    InterventionStatus.DECLINED,
    InterventionStatus.NOT_APPROPRIATE,
    InterventionStatus.NOT_OFFERED,
)


@dataclass(frozen=True, slots=True)
class AdviceReport:
    """Counts of people, each counted once; exact, so restricted.

    ``known`` are the people with a visit in the time, ``repeat`` those of them who had been here on another shift
    within a rolling year before, ``due`` those who then came in alcohol-related need with no offer in the time between:
    the denominator of ``outcomes``, where each of them counts with the best that came of it. ``why_not`` splits those
    for whom it was not appropriate, ``why_not_offered`` those to whom nobody offered it and of whom somebody said why.
    ``twice`` and ``three_times`` count people with so many visits or more in the rolling year that ends with the time.
    ``unknown`` counts the visits of nobody known, of whom none of this can be said.
    """

    first: date
    last: date
    known: int
    repeat: int
    due: int
    outcomes: Mapping[InterventionStatus, int]
    why_not: Mapping[NotAppropriate, int]
    why_not_offered: Mapping[NotAppropriate, int]
    twice: int
    three_times: int
    unknown: int

    @property
    def offered(self) -> int:
        """Those due to whom it was offered, whatever came of it."""
        return sum(self.outcomes[status] for status in _BEST_FIRST[:3])


def advice_report(visits: Iterable[VisitFacts], first: date, last: date, again_after: timedelta) -> AdviceReport:
    """The report over the nights from the first date to the last, both included.

    ``visits`` must reach back a rolling year before the first date; ``again_after`` is the time in which advice is
    offered once. A person whose people were merged is one.
    """
    people: defaultdict[str, list[VisitFacts]] = defaultdict(list)
    unknown = 0
    for visit in sorted(visits, key=lambda visit: (visit.arrived_at, visit.id)):
        if visit.person_id is not None:
            people[visit.person_id].append(visit)
        else:
            unknown += first <= visit.shift_date <= last
    repeat, due, best = 0, 0, Counter[InterventionStatus]()
    reasons = Counter[tuple[InterventionStatus, NotAppropriate | None]]()
    for own in people.values():
        again = [visit for visit in own if first <= visit.shift_date <= last and _is_repeat(visit, own)]
        asked = [visit for visit in again if _is_due(visit, own, again_after)]
        repeat += bool(again)
        if asked:
            due += 1
            status, reason = _best(asked)
            best[status] += 1
            reasons[status, reason] += 1
    times = Counter(
        person for person, own in people.items() for visit in own if last - ROLLING_YEAR < visit.shift_date <= last
    )
    return AdviceReport(
        first,
        last,
        known=sum(any(first <= visit.shift_date <= last for visit in own) for own in people.values()),
        repeat=repeat,
        due=due,
        outcomes={status: best[status] for status in _BEST_FIRST},
        why_not={why: reasons[InterventionStatus.NOT_APPROPRIATE, why] for why in NotAppropriate},
        why_not_offered={why: reasons[InterventionStatus.NOT_OFFERED, why] for why in NotAppropriate},
        twice=sum(number >= 2 for number in times.values()),
        three_times=sum(number >= 3 for number in times.values()),
        unknown=unknown,
    )


def _is_repeat(visit: VisitFacts, own: Sequence[VisitFacts]) -> bool:
    return any(
        other.shift_id != visit.shift_id
        and other.arrived_at < visit.arrived_at
        and visit.arrived_at - other.arrived_at <= ROLLING_YEAR
        for other in own
    )


def _is_due(visit: VisitFacts, own: Sequence[VisitFacts], again_after: timedelta) -> bool:
    """Whether a repeat visit was one of alcohol-related need with no offer in the time before it."""
    offers = [other for other in own if other.arrived_at < visit.arrived_at and _status(other) in _BEST_FIRST[:3]]
    lately = any(visit.arrived_at - other.arrived_at < again_after for other in offers)
    return Presentation.ALCOHOL_INTOXICATION in visit.needs and not lately


def _best(visits: Sequence[VisitFacts]) -> tuple[InterventionStatus, NotAppropriate | None]:
    best = min(visits, key=lambda visit: _BEST_FIRST.index(_status(visit)))
    talk = best.clinical.intervention
    return _status(best), talk.not_appropriate if talk else None


def _status(visit: VisitFacts) -> InterventionStatus:
    """What came of it; a visit that says nothing of it was one where nobody offered it."""
    talk = visit.clinical.intervention
    return (talk.status if talk else None) or InterventionStatus.NOT_OFFERED
