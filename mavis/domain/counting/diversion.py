"""Diversion from A&E: what may be claimed and what withholds it (domain.md 6).

Each rule reads the facts of one visit; a group's head count never multiplies, and a visit counts at most once each way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.outcome import LEFT_EARLY, SENT_TO_ED, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.counting.facts import VisitFacts

TO_ED = frozenset({WouldHave.AMBULANCE_999, WouldHave.ED_OWN_MEANS})
"""Where somebody would have gone, for whom an A&E visit can be claimed."""
_NOT_AVOIDED = SENT_TO_ED | LEFT_EARLY | {Outcome.DIED}


def ambulance_avoided(visit: VisitFacts) -> bool:
    """Whether the visit counts as one ambulance avoided.

    It would have been a 999 ambulance, it has an outcome, no ambulance took the person, and none was asked for unless
    it was then stood down or its crew handed the person over.
    """
    if visit.would_have is not WouldHave.AMBULANCE_999 or visit.withdrawn:
        return False
    if visit.outcome is None or visit.outcome is Outcome.AMBULANCE_CONVEYED:
        return False
    return visit.basis is Basis.STOOD_DOWN or not visit.ambulance_requested


def ed_avoided(visit: VisitFacts) -> bool:
    """Whether the visit counts as one A&E attendance avoided."""
    return visit.would_have in TO_ED and why_ed_not_avoided(visit) is None


class LeftOut(StrEnum):
    """Why a visit that would have gone to A&E is not counted as avoided."""

    STILL_OPEN = "still_open"
    SENT_TO_ED = "sent_to_ed"
    LEFT_EARLY = "left_early"
    DIED = "died"
    RED_FLAG = "red_flag"
    CAME_BACK = "came_back"


def why_ed_not_avoided(visit: VisitFacts) -> LeftOut | None:
    """What withholds the claim of a visit that would have gone to A&E; None when nothing does."""
    if visit.outcome is None:
        return LeftOut.STILL_OPEN
    if visit.outcome in _NOT_AVOIDED:
        return _left_out_by_outcome(visit.outcome)
    if visit.open_clinical_flag:
        return LeftOut.RED_FLAG
    return LeftOut.CAME_BACK if visit.withdrawn else None


def _left_out_by_outcome(outcome: Outcome) -> LeftOut:
    if outcome in SENT_TO_ED:
        return LeftOut.SENT_TO_ED
    return LeftOut.LEFT_EARLY if outcome in LEFT_EARLY else LeftOut.DIED


@dataclass(frozen=True, slots=True)
class BasisSplit:
    """A count of claims, split by the basis each was judged on."""

    clinician_judged: int = 0
    protocol_met: int = 0
    stood_down: int = 0
    volunteer_judged: int = 0

    @property
    def lowest(self) -> int:
        """The lower bound: everything but what volunteers judged."""
        return self.clinician_judged + self.protocol_met + self.stood_down

    @property
    def highest(self) -> int:
        """The upper bound: all claims."""
        return self.lowest + self.volunteer_judged


@dataclass(frozen=True, slots=True)
class DiversionCount:
    """The diversion figures of a shift or a period; counts of visits."""

    visits: int
    ed: BasisSplit
    ambulance: BasisSplit
    conveyed: int
    own_transport: int
    asked: int
    not_known: int
    left_out: tuple[tuple[LeftOut, int], ...]

    @property
    def sent_to_ed(self) -> int:
        """Conveyed by ambulance or sent to A&E by their own transport."""
        return self.conveyed + self.own_transport


def count_diversions(visits: Iterable[VisitFacts]) -> DiversionCount:
    """Count what was avoided, what was sent on, and what is not known, at most one of each a visit."""
    visits = tuple(visits)
    ed_claims = [visit for visit in visits if visit.would_have in TO_ED]
    reasons = [why_ed_not_avoided(visit) for visit in ed_claims]
    asked = sum(visit.would_have is not None for visit in visits)
    unknown = sum(visit.would_have in (None, WouldHave.NOT_KNOWN) for visit in visits)
    return DiversionCount(
        visits=len(visits),
        ed=_split(visit for visit in ed_claims if ed_avoided(visit)),
        ambulance=_split(visit for visit in visits if ambulance_avoided(visit)),
        conveyed=sum(visit.outcome is Outcome.AMBULANCE_CONVEYED for visit in visits),
        own_transport=sum(visit.outcome is Outcome.OWN_TRANSPORT_TO_ED for visit in visits),
        asked=asked,
        not_known=unknown,
        left_out=tuple((reason, reasons.count(reason)) for reason in LeftOut if reason in reasons),
    )


def _split(claims: Iterable[VisitFacts]) -> BasisSplit:
    bases = [claim.basis for claim in claims]
    return BasisSplit(**{basis.value: bases.count(basis) for basis in Basis})
