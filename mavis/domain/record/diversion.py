"""The judgement of what would have happened without the bus, and on what basis (domain.md 6).

There is no agreed definition; Mavis counts conservatively and in the open. A claim is judged at the time, not proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mavis.domain.access.roles import Right, Role, may


class WouldHave(StrEnum):
    """What would have happened without the bus."""

    AMBULANCE_999 = "ambulance_999"
    ED_OWN_MEANS = "ed_own_means"
    POLICE = "police"
    GP_111_UTC = "gp_111_utc"
    NOTHING = "nothing"
    NOT_KNOWN = "not_known"


class Basis(StrEnum):
    """On what ground that was judged; the last is the weakest."""

    CLINICIAN_JUDGED = "clinician_judged"
    PROTOCOL_MET = "protocol_met"
    STOOD_DOWN = "stood_down"
    VOLUNTEER_JUDGED = "volunteer_judged"


@dataclass(frozen=True, slots=True)
class Diversion:
    """A judgement about one visit; all None when nobody was asked."""

    would_have: WouldHave | None = None
    basis: Basis | None = None
    judged_by: Role | None = None


def counted_basis(claim: Diversion) -> Basis:
    """The basis that a claim is counted under.

    A claim without a basis, and a clinician's claim made by somebody who is none, count as volunteer judged.
    """
    if claim.basis is None:
        return Basis.VOLUNTEER_JUDGED
    if claim.basis is Basis.CLINICIAN_JUDGED:
        allowed = claim.judged_by is not None and may(claim.judged_by, Right.JUDGE_AS_CLINICIAN)
        return Basis.CLINICIAN_JUDGED if allowed else Basis.VOLUNTEER_JUDGED
    return claim.basis


def lacks_clinician(claim: Diversion) -> bool:
    """Whether a claim says that a clinician judged it, and whoever made it is none."""
    as_clinician = claim.would_have is not None and claim.basis is Basis.CLINICIAN_JUDGED
    return as_clinician and counted_basis(claim) is not Basis.CLINICIAN_JUDGED


NOT_JUDGED = Diversion()
"""What a visit holds until somebody is asked."""
