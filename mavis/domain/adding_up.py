"""The figures of a print must add up; what does not is named on top of it (print.md section 7, rule 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.diversion_count import ambulance_avoided, ed_avoided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mavis.domain.diversion_count import BasisSplit, DiversionCount
    from mavis.domain.facts import VisitFacts
    from mavis.domain.summary import Breakdown, HourCount

ARRIVALS = "arrivals"
ED_AVOIDED = "ed_avoided"
AMBULANCE_AVOIDED = "ambulance_avoided"
SENT_TO_ED = "sent_to_ed"


def faults_of(
    visits: Sequence[VisitFacts],
    breakdowns: Iterable[Breakdown],
    arrivals: Iterable[HourCount],
    diversion: DiversionCount,
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
    return tuple(found)


def _holds(split: BasisSplit, claims: int, visits: int) -> bool:
    return split.lowest <= split.highest == claims <= visits
