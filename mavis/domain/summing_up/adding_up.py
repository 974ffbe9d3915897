"""The figures of a print must add up; what does not is named on top of it (print.md section 7, rule 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.diversion import ambulance_avoided, ed_avoided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mavis.domain.counting.diversion import BasisSplit, DiversionCount
    from mavis.domain.counting.facts import VisitFacts
    from mavis.domain.counting.summary import Breakdown, ClinicalCount, ClinicalSummary, HourCount

ARRIVALS = "arrivals"
ED_AVOIDED = "ed_avoided"
AMBULANCE_AVOIDED = "ambulance_avoided"
SENT_TO_ED = "sent_to_ed"
REFERRALS = "referrals"


def faults_of(
    visits: Sequence[VisitFacts],
    breakdowns: Iterable[Breakdown],
    arrivals: Iterable[HourCount],
    diversion: DiversionCount,
    clinical: ClinicalSummary,
) -> tuple[str, ...]:
    """The names of the figures that do not add up: questions of breakdowns, arrivals and the diversion figures.

    The claims are counted again here, so that a claim which no column holds is noticed.
    """
    total = len(visits)
    found = [breakdown.question for breakdown in breakdowns if breakdown.total != total]
    if sum(hour.arrivals for hour in arrivals) != total:
        found.append(ARRIVALS)
    if not _holds(diversion.ed, sum(map(ed_avoided, visits)), total):
        found.append(ED_AVOIDED)
    if not _holds(diversion.ambulance, sum(map(ambulance_avoided, visits)), total):
        found.append(AMBULANCE_AVOIDED)
    if diversion.ed.highest + diversion.sent_to_ed > total:
        found.append(SENT_TO_ED)
    found += _clinical_faults(clinical, total)
    return tuple(found)


def _clinical_faults(clinical: ClinicalSummary, visits: int) -> Iterator[str]:
    """Visits by each question are all visits; each split fills its measure; no measure but referrals exceeds visits."""
    yield from (each.question for each in clinical.visits if each.total != visits)
    yield from (each.measure for each in clinical.counts if not _holds_together(each, visits))


def _holds_together(each: ClinicalCount, visits: int) -> bool:
    whole = each.total if each.total is not None else 0
    if each.measure != REFERRALS and whole > visits:
        return False
    return all(_fills(split, whole, overlapping=split.question in each.overlapping) for split in each.splits)


def _fills(split: Breakdown, whole: int, *, overlapping: bool) -> bool:
    if not overlapping:
        return split.total == whole
    return max((count.count for count in split.counts), default=0) <= whole <= split.total


def _holds(split: BasisSplit, claims: int, visits: int) -> bool:
    return split.lowest <= split.highest == claims <= visits
