"""Getting worse: which score of a visit stands, and what it must make everybody look up for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.scores.news2 import News2

RISE = 2
"""A rise of so many points of NEWS2 from the last complete set is a warning of its own."""
_URGENT = 5
_EMERGENCY = 7


class News2Warning(StrEnum):
    """What NEWS2 warns of, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    THREE = "three"
    RISE = "rise"


URGENT_WARNINGS = frozenset({News2Warning.EMERGENCY, News2Warning.URGENT, News2Warning.THREE})
"""The warnings after which the next look is soon, whatever the category."""


def standing(sets: Sequence[ObservationSet]) -> int | None:
    """The place of the set whose score stands, oldest set first; None without a set.

    A later set takes over when it is complete, when it has as many points, or when it measures again all that gave an
    incomplete one its points: a blank never lowers a score.
    """
    stands: int | None = None
    for place, taken in enumerate(sets):
        if stands is None or _takes_over(score(taken), score(sets[stands])):
            stands = place
    return stands


def _takes_over(later: News2, stands: News2) -> bool:
    raised = {parameter for parameter, points in stands.points.items() if points}
    measured_again = stands.total is None and raised <= later.points.keys()
    return later.total is not None or later.at_least >= stands.at_least or measured_again


def warnings_of(sets: Sequence[ObservationSet]) -> tuple[News2Warning, ...]:
    """What the set whose score stands warns of, oldest set first; nothing without a set.

    An incomplete set warns of what is certain already: points that are known cannot be taken away by a blank.
    """
    place = standing(sets)
    if place is None:
        return ()
    stands = score(sets[place])
    totals = [total for earlier in sets[:place] if (total := score(earlier).total) is not None]
    found = {
        News2Warning.EMERGENCY: stands.at_least >= _EMERGENCY,
        News2Warning.URGENT: _URGENT <= stands.at_least < _EMERGENCY,
        News2Warning.THREE: stands.has_three,
        News2Warning.RISE: bool(totals) and stands.at_least - totals[-1] >= RISE,
    }
    return tuple(warning for warning, holds in found.items() if holds)
