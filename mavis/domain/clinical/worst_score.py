"""The worst NEWS2 of a visit, out of all its sets of observations: what is certain, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.scores import news2
from mavis.domain.scores.news2 import News2, Parameter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit


class WorstBand(StrEnum):
    """Into which band of risk the worst set of a visit falls, highest first; the last three hold no score."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW_MEDIUM = "low-medium"
    LOW = "low"
    INCOMPLETE = "incomplete"
    NOT_VALID = "not_valid"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True)
class WorstScore:
    """The set with the most points: its total, the points that are known, the rule, and what a total lacks.

    ``band`` is the highest that is certain of any set; a blank is never 0, and takes nothing away that is known.
    """

    band: WorstBand = WorstBand.NOT_TAKEN
    total: int | None = None
    at_least: int = 0
    rule: str = ""
    missing: tuple[Parameter, ...] = ()


NO_SCORE = WorstScore()
"""What a visit without observations has."""

_URGENT, _EMERGENCY = 5, 7
_ORDER = tuple(WorstBand)


def worst_of(visit: Visit) -> WorstScore:
    """The worst score of a visit; the totals are those worked out when the sets were taken.

    Under 16 and in pregnancy the score is not valid: then only that is told.
    """
    if not visit.observations:
        return NO_SCORE
    if not_valid_for(visit) is not None:
        return WorstScore(WorstBand.NOT_VALID)
    scored = [_scored(taken) for taken in visit.observations]
    worst = max(scored, key=lambda one: (one.at_least, one.total is not None))
    return WorstScore(_highest(one.band for one in scored), worst.total, worst.at_least, worst.rule, worst.missing)


def _scored(taken: ObservationSet) -> WorstScore:
    """One set by the rule it was scored with; of an older rule only the total is known."""
    found = news2.score(taken)
    if taken.news2 is not None and taken.news2_rule not in {"", news2.RULE_VERSION}:
        return WorstScore(_band(taken.news2, found), taken.news2, taken.news2, taken.news2_rule)
    return WorstScore(_band(found.total, found), found.total, found.at_least, found.rule_version, found.missing)


def _band(total: int | None, found: News2) -> WorstBand:
    points = found.at_least if total is None else total
    if points >= _EMERGENCY:
        return WorstBand.HIGH
    if points >= _URGENT:
        return WorstBand.MEDIUM
    if found.has_three:
        return WorstBand.LOW_MEDIUM
    return WorstBand.INCOMPLETE if total is None else WorstBand.LOW


def _highest(bands: Iterable[WorstBand]) -> WorstBand:
    return min(bands, key=_ORDER.index)
