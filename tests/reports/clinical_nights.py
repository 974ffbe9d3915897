"""The busy Saturday of the prints with the clinical depth that such a night has: scores, harm, advice, referrals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.clinical.worst_score import WorstBand, WorstScore
from mavis.domain.counting.clinical_facts import (
    AssaultFacts,
    ClinicalFacts,
    ConsentToRefer,
    HeadInjuryEnd,
    InterventionFacts,
    RedFlags,
    ReferralFacts,
    ScreeningFacts,
    SpikingFacts,
)
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, SpikingRoute
from mavis.domain.record.care import Refused
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate
from tests.reports.builders import VISITS

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts


def advice(
    status: InterventionStatus, why: NotAppropriate | None = None, screening: ScreeningFacts | None = None
) -> InterventionFacts:
    """A conversation about drinking; a completed one counts when the person screened positive."""
    done = status is InterventionStatus.COMPLETED
    offered = done or status in {InterventionStatus.STARTED, InterventionStatus.DECLINED}
    return InterventionFacts(status, why, offered, done and bool(screening and screening.positive), screening)


_POSITIVE = ScreeningFacts(Tool.AUDIT_C, 8, True, "audit-c-uk.1", ())
_NEGATIVE = ScreeningFacts(Tool.FAST, 1, False, "fast.1", ())
_ALCOHOL, _POLICE = ReferralTarget.ALCOHOL_TREATMENT, ReferralTarget.POLICE

_DEPTH: tuple[dict[str, Any], ...] = (
    {"intervention": advice(InterventionStatus.COMPLETED, screening=_POSITIVE), "late_checks": 0},
    {"worst": WorstScore(WorstBand.MEDIUM, 5, 5, "news2-2017.1"), "sets": 2, "late_checks": 1},
    {"intervention": advice(InterventionStatus.DECLINED), "late_checks": 0},
    {
        "worst": WorstScore(WorstBand.HIGH, 7, 7, "news2-2017.1"),
        "sets": 4,
        "late_checks": 2,
        "red_flags": RedFlags.CLOSED,
        "head_injured": True,
        "head_injury": HeadInjuryEnd.SENT_TO_ED,
        "refused": (Refused.AMBULANCE, Refused.HOSPITAL),
    },
    {
        "assault": AssaultFacts(
            (AssaultMethod.FIST_OR_HAND, AssaultMethod.GLASS_OR_BOTTLE),
            AssaultPlace.STREET,
            reported=True,
            has_time=True,
        ),
        "red_flags": RedFlags.OPEN,
        "referrals": (
            ReferralFacts(_POLICE, ReferralState.CLOSED, ConsentToRefer.YES),
            ReferralFacts(ReferralTarget.SARC, ReferralState.WAITING, ConsentToRefer.OVERRIDDEN),
        ),
    },
    {"intervention": advice(InterventionStatus.NOT_APPROPRIATE, NotAppropriate.TOO_INTOXICATED), "late_checks": 0},
    {"spiking": SpikingFacts(SpikingRoute.DRINK, within_12_hours=True), "safeguarding": ("spiking",)},
    {
        "intervention": advice(InterventionStatus.COMPLETED, screening=_NEGATIVE),
        "referrals": (ReferralFacts(_ALCOHOL, ReferralState.WAITING, None),),
        "worst": WorstScore(WorstBand.LOW, 1, 1, "news2-2017.1"),
        "sets": 1,
    },
    {
        "assault": AssaultFacts(has_time=True),
        "worst": WorstScore(WorstBand.INCOMPLETE, None, 1, "news2-2017.1"),
        "sets": 1,
    },
)


def deepened(visits: tuple[VisitFacts, ...] = VISITS) -> tuple[VisitFacts, ...]:
    """The visits, of which the first nine have something clinical to tell."""
    told = [replace(visit, clinical=ClinicalFacts(**facts)) for visit, facts in zip(visits, _DEPTH, strict=False)]
    return (*told, *visits[len(told) :])
