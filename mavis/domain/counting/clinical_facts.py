"""The clinical depth of a visit as it is counted: scores, screening, assault, spiking, referrals; no free text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.clinical.child_left import child_left, services_not_told
from mavis.domain.clinical.late_checks import checks_late
from mavis.domain.clinical.left_flagged import left_flagged
from mavis.domain.clinical.triage_advice import CheckIntervals, owes_reason
from mavis.domain.clinical.worst_score import NO_SCORE, WorstScore, worst_of
from mavis.domain.record.answers import NoAnswer, known
from mavis.domain.record.assault import SOME_DRUGS_GONE_AFTER, AssaultMethod, AssaultPlace, SpikingRoute
from mavis.domain.record.care import Refused
from mavis.domain.record.outcome import SENT_TO_ED
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ReferralConsent, ReferralState, ReferralTarget
from mavis.domain.reference import FlagKind
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate, Screening

if TYPE_CHECKING:
    from collections.abc import Collection

    from mavis.domain.visit.visit import Visit

    _Needs = Collection[Presentation | None]


DEFAULT_INTERVALS = CheckIntervals()
"""Until a coordinator sets others."""


class RedFlags(StrEnum):
    """What became of the clinical red flags of a visit: any still open, or all closed by a clinician or the lead."""

    OPEN = "open"
    CLOSED = "closed"
    NONE = "none"


class Checks(StrEnum):
    """Whether a person was looked at again as often as was due."""

    ON_TIME = "on_time"
    LATE = "late"


class HeadInjuryEnd(StrEnum):
    """What became of somebody with a head injury."""

    SENT_TO_ED = "sent_to_ed"
    ADVISED_ED = "advised_ed"
    CLEARED = "cleared"
    FLAG_OPEN = "flag_open"
    NO_SIGN = "no_sign"


class ConsentToRefer(StrEnum):
    """Whether somebody agreed to a referral, or it was made without their word."""

    YES = "yes"
    NO = "no"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class ScreeningFacts:
    """An alcohol questionnaire: total, whether positive, the rule, and the places of the questions still open."""

    tool: Tool
    total: int | None
    positive: bool | None
    rule: str
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InterventionFacts:
    """The conversation about drinking: how far it went, and whether it counts as delivered."""

    status: InterventionStatus | None
    not_appropriate: NotAppropriate | None
    offered: bool
    delivered: bool
    screening: ScreeningFacts | None


@dataclass(frozen=True, slots=True)
class AssaultFacts:
    """An assault as a visitor tells of it; None is not known, and ``has_time`` says whether anybody asked when."""

    methods: tuple[AssaultMethod, ...] = ()
    place: AssaultPlace | None = None
    reported: bool | None = None
    has_time: bool = False


@dataclass(frozen=True, slots=True)
class SpikingFacts:
    """A suspected spiking; ``within_12_hours`` says whether the person came before some drugs cannot be found."""

    route: SpikingRoute | None = None
    within_12_hours: bool | None = None
    sample: bool | None = None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """One referral: to whom, how far it is, and whether the person agreed."""

    target: ReferralTarget
    state: ReferralState
    consent: ConsentToRefer | None


@dataclass(frozen=True, slots=True)
class ClinicalFacts:
    """What a visit adds to the clinical counts; None means that there was no such thing, or that nobody knows.

    ``late_checks`` is None when nothing was due, or nobody knows when the person left; ``safeguarding`` holds the
    codes of the safeguarding flags; ``refused`` is empty when it is not known what was refused;
    ``left_flagged`` says that they left with a clinical flag open and nobody said why;
    ``child_left`` that they were under 18 and nobody said with whom they left; ``services_not_told`` that children's
    services do not know of somebody under 18; ``below_advice`` that nobody said why they were less urgent than advised;
    ``worried`` that the crew wrote down a worry for their safety: an answer, or a note that few may read.
    """

    sets: int = 0
    worst: WorstScore = NO_SCORE
    late_checks: int | None = None
    red_flags: RedFlags = RedFlags.NONE
    safeguarding: tuple[str, ...] = ()
    intervention: InterventionFacts | None = None
    assault: AssaultFacts | None = None
    spiking: SpikingFacts | None = None
    referrals: tuple[ReferralFacts, ...] = ()
    refused: tuple[Refused, ...] | None = None
    head_injured: bool = False
    head_injury: HeadInjuryEnd | None = None
    sexual_assault: bool = False
    domestic_abuse: bool = False
    left_flagged: bool = False
    child_left: bool = False
    services_not_told: bool = False
    below_advice: bool = False
    worried: bool = False

    @property
    def checks(self) -> Checks | None:
        """Whether every check was in time; None where that is not known."""
        if self.late_checks is None:
            return None
        return Checks.LATE if self.late_checks else Checks.ON_TIME

    @property
    def abi_status(self) -> InterventionStatus | None:
        """How far the conversation about drinking went; None where nothing of it was recorded."""
        return self.intervention.status if self.intervention is not None else None


NOTHING_CLINICAL = ClinicalFacts()
"""What a visit of which nothing clinical is known adds."""


def clinical_facts_of(visit: Visit, intervals: CheckIntervals = DEFAULT_INTERVALS) -> ClinicalFacts:
    """The clinical facts of one visit, without a word of free text; ``intervals`` say when a check was late."""
    clinical = [flag for flag in visit.flags if flag.kind is FlagKind.CLINICAL]
    needs = {visit.main_need, *visit.needs}
    head_injured = Presentation.HEAD_INJURY in needs or visit.head_injury is not None
    abused = visit.safeguarding is not None and bool(visit.safeguarding.indicators)
    return ClinicalFacts(
        sets=len(visit.observations),
        worst=worst_of(visit),
        late_checks=_late_checks(visit, intervals),
        red_flags=_red_flags(open_ones=len(visit.open_clinical_flags), all_of_them=len(clinical)),
        safeguarding=tuple(flag.code for flag in visit.flags if flag.kind is FlagKind.SAFEGUARDING),
        intervention=_intervention(visit),
        assault=_assault(visit, needs),
        spiking=_spiking(visit, needs),
        referrals=tuple(
            ReferralFacts(made.target, made.state, consent_to_refer(made.consent)) for made in visit.referrals
        ),
        refused=tuple(dict.fromkeys(visit.refusal.refused)) if visit.refusal is not None else None,
        head_injured=head_injured,
        head_injury=_head_injury(visit, bool(clinical)) if head_injured else None,
        sexual_assault=Presentation.SEXUAL_ASSAULT in needs,
        domestic_abuse=Presentation.DOMESTIC_ABUSE in needs or abused,
        left_flagged=left_flagged(visit),
        child_left=child_left(visit),
        services_not_told=services_not_told(visit),
        below_advice=owes_reason(visit),
        worried=visit.safeguarding is not None or any(note.about is not None for note in visit.notes),
    )


def _late_checks(visit: Visit, intervals: CheckIntervals) -> int | None:
    """How many checks were late; None before triage, and when nobody wrote down when the person left."""
    if visit.triage is None or visit.departed_at is None:
        return None
    return len(checks_late(visit, intervals, visit.departed_at))


def consent_to_refer(consent: ReferralConsent | None) -> ConsentToRefer | None:
    """The consent to a referral with its three grounds for going without as one."""
    if consent is None:
        return None
    return ConsentToRefer.OVERRIDDEN if consent.is_overridden else ConsentToRefer(consent.value)


def _red_flags(*, open_ones: int, all_of_them: int) -> RedFlags:
    if open_ones:
        return RedFlags.OPEN
    return RedFlags.CLOSED if all_of_them else RedFlags.NONE


def _intervention(visit: Visit) -> InterventionFacts | None:
    abi = visit.abi
    if abi is None:
        return None
    screened = _screening(abi.screening) if abi.screening is not None and abi.screening.is_begun else None
    return InterventionFacts(abi.status, abi.not_appropriate, abi.is_offered, abi.is_delivered, screened)


def _screening(taken: Screening) -> ScreeningFacts:
    """What is open counts only while nothing is decided: a tool that has its answer asks no further."""
    blanks = tuple(place for place, answer in enumerate(taken.answers, start=1) if answer is None)
    missing = blanks if taken.positive is None else ()
    return ScreeningFacts(taken.tool, taken.score, taken.positive, taken.rule_version, missing)


def _assault(visit: Visit, needs: _Needs) -> AssaultFacts | None:
    """A sexual assault is counted and nothing more: of it no method and no place is told."""
    told = visit.assault
    if Presentation.ASSAULT not in needs and (told is None or Presentation.SEXUAL_ASSAULT in needs):
        return None
    if told is None:
        return AssaultFacts()
    methods = tuple(dict.fromkeys(told.methods))
    return AssaultFacts(methods, known(told.place), _truth(told.reported_to_police), told.at is not None)


def _spiking(visit: Visit, needs: _Needs) -> SpikingFacts | None:
    told = visit.spiking
    if told is None:
        return SpikingFacts() if Presentation.SUSPECTED_SPIKING in needs else None
    happened = told.happened_at
    in_time = None if happened is None else visit.arrived_at - happened <= SOME_DRUGS_GONE_AFTER
    return SpikingFacts(known(told.route), in_time, _truth(told.sample_to_police))


def _head_injury(visit: Visit, flagged: bool) -> HeadInjuryEnd | None:
    if visit.outcome in SENT_TO_ED:
        return HeadInjuryEnd.SENT_TO_ED
    if visit.advised_instead in SENT_TO_ED:
        return HeadInjuryEnd.ADVISED_ED
    if visit.open_clinical_flags:
        return HeadInjuryEnd.FLAG_OPEN
    if flagged:
        return HeadInjuryEnd.CLEARED
    asked = visit.head_injury
    return HeadInjuryEnd.NO_SIGN if asked is not None and not asked.signs else None


def _truth(answer: bool | NoAnswer | None) -> bool | None:
    """Yes or no; None when it was not asked, not known or not told."""
    return answer if isinstance(answer, bool) else None
