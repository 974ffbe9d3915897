"""The clinical figures of one night: what the end-of-shift summary says of scores, harm, referrals and care."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mavis.domain.clinical.worst_score import WorstBand
from mavis.domain.counting.breakdown import Split
from mavis.domain.counting.clinical_facts import Checks, RedFlags
from mavis.domain.counting.clinical_questions import ClinicalMeasure, clinical_measures
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import Breakdown, ClinicalCount, ClinicalSummary, Count
from mavis.domain.visit.brief_intervention import InterventionStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum

    from mavis.domain.counting.facts import VisitFacts

_OF_VISITS: tuple[tuple[Split, Callable[[VisitFacts], StrEnum | None]], ...] = (
    (Split(Dimension.NEWS2, WorstBand, on_scale=True), lambda visit: visit.clinical.worst.band),
    (Split(Dimension.CHECKS, Checks, on_scale=True), lambda visit: visit.clinical.checks),
    (Split(Dimension.RED_FLAGS, RedFlags, on_scale=True), lambda visit: visit.clinical.red_flags),
    (Split(Dimension.ABI, InterventionStatus, on_scale=True), lambda visit: visit.clinical.abi_status),
)
_MEASURES = clinical_measures(())
"""On paper, safeguarding flags are counted and not named."""


def clinical_summary(visits: Sequence[VisitFacts]) -> ClinicalSummary:
    """Count the clinical facts of a night's visits."""
    return ClinicalSummary(
        visits=tuple(split.of(map(read, visits)) for split, read in _OF_VISITS),
        counts=tuple(_count(each, visits) for each in _MEASURES),
        late_checks=sum(visit.clinical.late_checks or 0 for visit in visits),
        worries=sum(visit.clinical.worried for visit in visits),
    )


def _count(each: ClinicalMeasure, visits: Sequence[VisitFacts]) -> ClinicalCount:
    """One measure with its splits, of which categories that nobody falls into are left out."""
    if each.recorded is not None and not any(map(each.recorded, visits)):
        return ClinicalCount(each.measure, None)
    splits = []
    for split in each.splits:
        found = Counter(category for visit in visits for category in split.falls_into(visit))
        counts = tuple(Count(category, found[category]) for category in split.categories if found[category])
        splits.append(Breakdown(split.dimension, counts))
    overlapping = frozenset(split.dimension for split in each.splits if split.overlapping)
    return ClinicalCount(each.measure, sum(map(each.times, visits)), tuple(splits), overlapping)
