"""Brief advice for repeat visitors over some months: who was due, and what came of it (domain.md 5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mavis.domain.people.returning import ROLLING_YEAR, AdviceDue, Came, advice_when_they_came
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mavis.domain.counting.facts import VisitFacts

_BEST_FIRST = (
    InterventionStatus.COMPLETED,
    InterventionStatus.STARTED,
    InterventionStatus.DECLINED,
    InterventionStatus.NOT_APPROPRIATE,
    InterventionStatus.NOT_OFFERED,
)
_OFFERED = _BEST_FIRST[:3]


@dataclass(frozen=True, slots=True)
class AdviceReport:
    """Counts of people, each counted once; exact, so restricted.

    ``known`` are the people with a visit in the time, ``repeat`` those of them who had been here on another night
    before, ``due`` those to whom advice was due when they came again, by the rule of the screen: the denominator of
    ``outcomes``, where each of them counts with the best that came of it. ``why_not`` splits those for whom it was not
    appropriate, ``why_not_offered`` those to whom nobody offered it and of whom somebody said why.
    ``twice`` and ``three_times`` count people here on so many nights or more, from ``year_from`` to the last night.
    ``unknown`` counts the visits of nobody known, of whom none of this can be said. ``talks`` are the visits on which
    advice was offered to anybody at all, by what came of it, as the summaries of those nights count them; ``beyond``
    are those of them on which it was not due. ``looked_at`` counts the pairs of records that somebody looked at so far.
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
    talks: Mapping[InterventionStatus, int]
    beyond: Mapping[InterventionStatus, int]
    looked_at: int = 0

    @property
    def year_from(self) -> date:
        """The first night of the rolling year that ends with the last night."""
        return self.last - ROLLING_YEAR + timedelta(days=1)

    @property
    def offered(self) -> int:
        """Those due to whom it was offered, whatever came of it."""
        return sum(self.outcomes[status] for status in _OFFERED)


def advice_report(
    visits: Collection[VisitFacts],
    first: date,
    last: date,
    again_after: timedelta,
    seen_before: Collection[str] = frozenset(),
) -> AdviceReport:
    """The report over the nights from the first date to the last, both included.

    ``visits`` must reach back ``again_after`` before the first date and a rolling year before the last; advice is
    offered once in that time. ``seen_before`` are the people with a visit before all of these. A person whose records
    were joined is one, and two shifts of one night are one night.
    """
    within, people = [visit for visit in visits if first <= visit.shift_date <= last], _by_person(visits)
    repeat, best, due_on = 0, [], set[str]()
    for person, own in people.items():
        here = [visit for visit in own if first <= visit.shift_date <= last]
        repeat += any(person in seen_before or _is_repeat(visit, own) for visit in here)
        asked = [visit for visit in here if _is_due(visit, own, again_after, known_before=person in seen_before)]
        due_on.update(visit.id for visit in asked)
        best += [_best(asked)] if asked else []
    reasons, outcomes = Counter(best), Counter(status for status, _why in best)
    nights = [_nights_until(last, own) for own in people.values()]
    return AdviceReport(
        first,
        last,
        known=len({visit.person_id for visit in within} - {None}),
        repeat=repeat,
        due=len(best),
        outcomes={status: outcomes[status] for status in _BEST_FIRST},
        why_not={why: reasons[InterventionStatus.NOT_APPROPRIATE, why] for why in NotAppropriate},
        why_not_offered={why: reasons[InterventionStatus.NOT_OFFERED, why] for why in NotAppropriate},
        twice=sum(number >= 2 for number in nights),
        three_times=sum(number >= 3 for number in nights),
        unknown=sum(visit.person_id is None for visit in within),
        talks=_talks(within),
        beyond=_talks(visit for visit in within if visit.id not in due_on),
    )


def _by_person(visits: Iterable[VisitFacts]) -> dict[str, list[VisitFacts]]:
    """The visits of everybody known, by arrival."""
    people: defaultdict[str, list[VisitFacts]] = defaultdict(list)
    for visit in sorted(visits, key=lambda visit: (visit.arrived_at, visit.id)):
        if visit.person_id is not None:
            people[visit.person_id].append(visit)
    return people


def _nights_until(last: date, own: Iterable[VisitFacts]) -> int:
    """On how many nights somebody was here in the rolling year that ends with the last."""
    return len({visit.shift_date for visit in own if last - ROLLING_YEAR < visit.shift_date <= last})


def _talks(visits: Iterable[VisitFacts]) -> dict[InterventionStatus, int]:
    """The visits on which advice was offered, by what came of it."""
    found = Counter(map(_status, visits))
    return {status: found[status] for status in _OFFERED}


def _is_repeat(visit: VisitFacts, own: Sequence[VisitFacts]) -> bool:
    return any(other.shift_date != visit.shift_date and other.arrived_at < visit.arrived_at for other in own)


def _is_due(visit: VisitFacts, own: Sequence[VisitFacts], again_after: timedelta, *, known_before: bool) -> bool:
    before = [_came(other) for other in own if other.id != visit.id]
    found = advice_when_they_came(_came(visit), before, again_after, known_before=known_before)
    return found is AdviceDue.DUE


def _came(visit: VisitFacts) -> Came:
    in_drink = Presentation.ALCOHOL_INTOXICATION in visit.needs
    return Came(visit.shift_date, visit.arrived_at, in_drink, offered=_status(visit) in _OFFERED)


def _best(visits: Sequence[VisitFacts]) -> tuple[InterventionStatus, NotAppropriate | None]:
    best = min(visits, key=lambda visit: _BEST_FIRST.index(_status(visit)))
    talk = best.clinical.intervention
    return _status(best), talk.not_appropriate if talk else None


def _status(visit: VisitFacts) -> InterventionStatus:
    """What came of it; a visit that says nothing of it was one where nobody offered it."""
    talk = visit.clinical.intervention
    return (talk.status if talk else None) or InterventionStatus.NOT_OFFERED
