"""Getting worse: what two sets of observations, one after the other, must make everybody look up for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.record.observation import ObservationSet

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


def warnings_of(sets: Sequence[ObservationSet]) -> tuple[News2Warning, ...]:
    """What the newest set warns of, oldest set first; nothing without a set.

    An incomplete set warns of what is certain already: points that are known cannot be taken away by a blank.
    """
    if not sets:
        return ()
    newest = score(sets[-1])
    totals = [total for earlier in sets[:-1] if (total := score(earlier).total) is not None]
    found = {
        News2Warning.EMERGENCY: newest.at_least >= _EMERGENCY,
        News2Warning.URGENT: _URGENT <= newest.at_least < _EMERGENCY,
        News2Warning.THREE: newest.has_three,
        News2Warning.RISE: bool(totals) and newest.at_least - totals[-1] >= RISE,
    }
    return tuple(warning for warning, holds in found.items() if holds)
