"""What an ambulance crew or A&E is told about a person, in ATMIST order; made from a finished or unfinished visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.clinical.passed_flags import Passed, passed_flags
from mavis.domain.clinical.triage_advice import advise
from mavis.domain.counting.summary import Stamp
from mavis.domain.record.observation import ObservationSet
from mavis.domain.reference import FlagRule
from mavis.domain.scores import news2
from mavis.domain.scores.deterioration import standing
from mavis.domain.scores.news2 import News2, NotValid
from mavis.domain.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.reference import ReferenceData

MOST_SETS = 3
"""So many sets of observations stand on the sheet; of more, the first (or the one that scores) and the last two."""


@dataclass(frozen=True, slots=True)
class ScoredSet:
    """One set of observations with what it scores.

    ``points`` are those of the present rule; when the set was scored by another one, only its total is known.
    """

    taken: ObservationSet
    score: News2
    is_present_rule: bool

    @property
    def total(self) -> int | None:
        """The NEWS2 total as it was worked out when the set was taken; None for an incomplete set."""
        return self.score.total if self.is_present_rule else self.taken.news2


@dataclass(frozen=True, slots=True)
class Handover:
    """Everything the sheet says. It holds a name and health data: confidential.

    ``standing`` is the set whose score is told first, and ``since`` what was measured after it, oldest first;
    ``passed`` says of a flag that was measured and is no more when that was.
    """

    visit: Visit
    scheme: str
    place: str
    found_at: str
    sets: tuple[ScoredSet, ...]
    sets_taken: int
    standing: ScoredSet | None
    since: tuple[ScoredSet, ...]
    totals: tuple[int, ...]
    not_valid: NotValid | None
    flags: tuple[FlagRule, ...]
    passed: Mapping[str, Passed]
    stamp: Stamp


def make_handover(visit: Visit, reference: ReferenceData, stamp: Stamp, *, scheme: str, place: str) -> Handover:
    """Gather what the sheet says; ``place`` is where the bus is parked.

    Notes that few may read are left out: the crew is told them by word of mouth.
    """
    scored = [_scored(taken) for taken in visit.observations]
    place_of_score = standing(visit.observations)
    stands = None if place_of_score is None else scored[place_of_score]
    not_valid = not_valid_for(visit)
    areas = {area.code: area.name for area in reference.beat_areas}
    return Handover(
        visit=visit,
        scheme=scheme,
        place=place,
        found_at=visit.found_location or areas.get(visit.beat_area or "", ""),
        sets=chosen(scored, stands),
        sets_taken=len(scored),
        standing=stands,
        since=() if place_of_score is None else tuple(scored[place_of_score + 1 :]),
        totals=() if not_valid else tuple(one.total for one in scored if one.total is not None),
        not_valid=not_valid,
        flags=advise(visit, reference.flags).flags,
        passed=passed_flags(visit, reference.flags),
        stamp=stamp,
    )


def chosen(sets: Sequence[ScoredSet], stands: ScoredSet | None = None) -> tuple[ScoredSet, ...]:
    """The sets that are shown, oldest first: all of three, and of more the first and the last two.

    Where neither of the last two is the one whose score stands, that one is shown and not the first.
    """
    if len(sets) <= MOST_SETS:
        return tuple(sets)
    last = sets[1 - MOST_SETS :]
    return (sets[0] if stands is None or stands in last else stands, *last)


def _scored(taken: ObservationSet) -> ScoredSet:
    return ScoredSet(taken, news2.score(taken), taken.news2_rule in {"", news2.RULE_VERSION})
