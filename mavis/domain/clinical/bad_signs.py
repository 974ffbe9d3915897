"""The measurement behind a flag that NEWS2 raises: which signs were worst, and in which set (domain.md 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import signs_of
from mavis.domain.record.observation import ObservationSet
from mavis.domain.record.signs import Sign
from mavis.domain.scores.news2 import WORST, News2, score

if TYPE_CHECKING:
    from mavis.domain.reference import FlagRule
    from mavis.domain.scores.news2 import Parameter
    from mavis.domain.visit.visit import Visit

BY_SCORE = frozenset({Sign.NEWS2_FIVE, Sign.NEWS2_THREE})
"""The signs that are read from the score."""


@dataclass(frozen=True, slots=True)
class BadSigns:
    """The newest set that raises a flag by its score; ``is_first`` where none did so before it."""

    taken: ObservationSet
    score: News2
    is_first: bool

    @property
    def worst(self) -> tuple[Parameter, ...]:
        """The signs with three points each, in the order of the chart; none where only the sum is bad."""
        return tuple(parameter for parameter, points in self.score.points.items() if points == WORST)


def bad_signs(visit: Visit, rule: FlagRule) -> BadSigns | None:
    """What raises the flag of a rule by score; None where nothing does, or where NEWS2 is not valid."""
    wanted = rule.signs & BY_SCORE
    sets = visit.observations if wanted else ()
    raising = [taken for taken in sets if wanted & signs_of(replace(visit, observations=(taken,)))]
    return BadSigns(raising[-1], score(raising[-1]), len(raising) == 1) if raising else None
