"""What is counted of the clinical depth of visits, and by what each of it is split.

A measure counts visits that have something, or referrals. Each of its splits says into which categories one of them
falls: into exactly one, or into several where the split *overlaps*, as an assault with two methods does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_facts import ConsentToRefer, HeadInjuryEnd
from mavis.domain.counting.counted import Measure
from mavis.domain.counting.facts import VisitFacts
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, SpikingRoute
from mavis.domain.record.care import FIRST_AID, CareKind, Refused
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.reference import FlagKind
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import NotAppropriate

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.counting.clinical_facts import AssaultFacts, ReferralFacts, ScreeningFacts, SpikingFacts
    from mavis.domain.reference import ReferenceData

PRIVATE_TARGETS = frozenset({ReferralTarget.SARC, ReferralTarget.DA_MARAC, ReferralTarget.DOMESTIC_ABUSE_SERVICE})
"""Targets that tell of a sexual assault or of abuse at home: beside a single visit or night they are not named."""

BAR = "|"
"""Stands between the two parts of a crossed category."""


@dataclass(frozen=True, slots=True)
class ClinicalSplit:
    """One split of a measure: its categories in the order of print, and those that a visit falls into."""

    dimension: Dimension
    categories: tuple[str, ...]
    falls_into: Callable[[VisitFacts], Iterable[str]]
    overlapping: bool = False


@dataclass(frozen=True, slots=True)
class ClinicalMeasure:
    """What is counted: how often each visit counts, and the splits.

    ``of_visits`` says that a visit counts at most once; ``recorded`` whether a visit shows that anybody kept this
    record at all: while no visit does, the figure is not counted, which is not 0.
    """

    measure: Measure
    times: Callable[[VisitFacts], int]
    splits: tuple[ClinicalSplit, ...] = ()
    of_visits: bool = True
    recorded: Callable[[VisitFacts], bool] | None = None


def clinical_measures(flags: Sequence[str]) -> tuple[ClinicalMeasure, ...]:
    """Every clinical measure in the order of print; ``flags`` are the codes of the safeguarding flags in force."""
    return (*_alcohol(), *_harm(), *_safety(flags), *_care())


def safeguarding_flags(reference: ReferenceData) -> tuple[str, ...]:
    """The codes of the safeguarding flags, which are reference data."""
    return tuple(rule.code for rule in reference.flags.rules if rule.kind is FlagKind.SAFEGUARDING)


def _alcohol() -> tuple[ClinicalMeasure, ...]:
    tool = ClinicalSplit(Dimension.TOOL, tuple(Tool), lambda visit: [one.tool for one in _screened(visit)])
    result = ClinicalSplit(Dimension.RESULT, _POSITIVE, lambda visit: [_result(one) for one in _screened(visit)])
    positive = ClinicalSplit(
        Dimension.TOOL, tuple(Tool), lambda visit: [one.tool for one in _screened(visit) if one.positive]
    )
    reason = ClinicalSplit(Dimension.REASON, _coded(NotAppropriate), _why_not)
    return (
        ClinicalMeasure(Measure.ABI_OFFERED, lambda visit: int(_offered(visit)), recorded=_asked),
        ClinicalMeasure(Measure.ABI_DELIVERED, lambda visit: int(_delivered(visit)), recorded=_asked),
        ClinicalMeasure(Measure.ABI_NOT_APPROPRIATE, lambda visit: len(_why_not(visit)), (reason,), recorded=_asked),
        ClinicalMeasure(Measure.SCREENED, lambda visit: len(_screened(visit)), (tool, result), recorded=_asked),
        ClinicalMeasure(
            Measure.SCREENED_POSITIVE,
            lambda visit: sum(one.positive is True for one in _screened(visit)),
            (positive,),
            recorded=_asked,
        ),
    )


def _harm() -> tuple[ClinicalMeasure, ...]:
    def assaults(answer: Callable[[AssaultFacts], object]) -> Callable[[VisitFacts], list[str]]:
        return lambda visit: [_code(answer(visit.clinical.assault))] if visit.clinical.assault else []

    def spikings(answer: Callable[[SpikingFacts], object]) -> Callable[[VisitFacts], list[str]]:
        return lambda visit: [_code(answer(visit.clinical.spiking))] if visit.clinical.spiking else []

    return (
        ClinicalMeasure(
            Measure.ASSAULTS,
            lambda visit: int(visit.clinical.assault is not None),
            (
                ClinicalSplit(Dimension.METHOD, tuple(AssaultMethod), _methods, overlapping=True),
                ClinicalSplit(Dimension.LOCATION, _coded(AssaultPlace), assaults(lambda told: told.place)),
                ClinicalSplit(Dimension.POLICE, _YES_NO, assaults(lambda told: told.reported)),
            ),
        ),
        ClinicalMeasure(
            Measure.SPIKINGS,
            lambda visit: int(visit.clinical.spiking is not None),
            (
                ClinicalSplit(Dimension.ROUTE, _coded(SpikingRoute), spikings(lambda told: told.route)),
                ClinicalSplit(Dimension.WITHIN_12_HOURS, _YES_NO, spikings(lambda told: told.within_12_hours)),
                ClinicalSplit(Dimension.SAMPLE, _YES_NO, spikings(lambda told: told.sample)),
            ),
        ),
        ClinicalMeasure(
            Measure.HEAD_INJURIES,
            lambda visit: int(visit.clinical.head_injured),
            (
                ClinicalSplit(
                    Dimension.HEAD_INJURY,
                    _coded(HeadInjuryEnd),
                    lambda visit: [visit.clinical.head_injury or NOT_KNOWN] if visit.clinical.head_injured else [],
                ),
            ),
        ),
    )


def _safety(flags: Sequence[str]) -> tuple[ClinicalMeasure, ...]:
    def raised(visit: VisitFacts) -> set[str]:
        return {code if code in flags else NOT_KNOWN for code in visit.clinical.safeguarding}

    def referrals(answer: Callable[[ReferralFacts], object]) -> Callable[[VisitFacts], list[str]]:
        return lambda visit: [_code(answer(made)) for made in visit.clinical.referrals]

    return (
        ClinicalMeasure(
            Measure.SAFEGUARDING,
            lambda visit: int(bool(visit.clinical.safeguarding)),
            (ClinicalSplit(Dimension.FLAG, (*flags, NOT_KNOWN), raised, overlapping=True),),
        ),
        ClinicalMeasure(Measure.SEXUAL_ASSAULTS, lambda visit: int(visit.clinical.sexual_assault)),
        ClinicalMeasure(Measure.DOMESTIC_ABUSE, lambda visit: int(visit.clinical.domestic_abuse)),
        ClinicalMeasure(
            Measure.REFERRALS,
            lambda visit: len(visit.clinical.referrals),
            (
                ClinicalSplit(Dimension.TARGET, tuple(ReferralTarget), referrals(lambda made: made.target)),
                ClinicalSplit(Dimension.STATE, tuple(ReferralState), referrals(lambda made: made.state)),
                ClinicalSplit(Dimension.TARGET_STATE, _TARGET_STATES, referrals(_target_and_state)),
                ClinicalSplit(Dimension.CONSENT, _coded(ConsentToRefer), referrals(lambda made: made.consent)),
            ),
            of_visits=False,
        ),
    )


def _care() -> tuple[ClinicalMeasure, ...]:
    first_aid = tuple(kind for kind in CareKind if kind in FIRST_AID)
    pastoral = tuple(kind for kind in CareKind if kind not in FIRST_AID)

    def of(measure: Measure, kinds: tuple[CareKind, ...]) -> ClinicalMeasure:
        def given(visit: VisitFacts) -> set[str]:
            return {kind.value for kind in visit.care if kind in kinds}

        split = ClinicalSplit(Dimension.CARE, kinds, given, overlapping=True)
        return ClinicalMeasure(measure, lambda visit: int(bool(given(visit))), (split,))

    return (
        of(Measure.FIRST_AID, first_aid),
        of(Measure.PASTORAL_CARE, pastoral),
        ClinicalMeasure(
            Measure.REFUSALS,
            lambda visit: int(visit.clinical.refused is not None),
            (ClinicalSplit(Dimension.REFUSED, _coded(Refused), _refused, overlapping=True),),
        ),
        ClinicalMeasure(Measure.AGAINST_ADVICE, lambda visit: int(visit.outcome is Outcome.LEFT_AGAINST_ADVICE)),
    )


def _coded(codes: type[StrEnum]) -> tuple[str, ...]:
    return (*(code.value for code in codes), NOT_KNOWN)


_YES_NO = ("yes", "no", NOT_KNOWN)
_POSITIVE = ("positive", "negative", NOT_KNOWN)
_TARGET_STATES = tuple(f"{target}{BAR}{state}" for target in ReferralTarget for state in ReferralState)


def _code(answer: object) -> str:
    """The category of a code, or of yes, no or not known."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return NOT_KNOWN if answer is None else str(answer)


def _asked(visit: VisitFacts) -> bool:
    return visit.clinical.intervention is not None


def _offered(visit: VisitFacts) -> bool:
    return visit.clinical.intervention is not None and visit.clinical.intervention.offered


def _delivered(visit: VisitFacts) -> bool:
    return visit.clinical.intervention is not None and visit.clinical.intervention.delivered


def _why_not(visit: VisitFacts) -> list[str]:
    """Why the conversation was not right for the visitor; empty when it was not judged so."""
    told = visit.clinical.intervention
    if told is None or told.status != "not_appropriate":
        return []
    return [_code(told.not_appropriate)]


def _screened(visit: VisitFacts) -> list[ScreeningFacts]:
    told = visit.clinical.intervention
    return [told.screening] if told is not None and told.screening is not None else []


def _result(taken: ScreeningFacts) -> str:
    return NOT_KNOWN if taken.positive is None else _POSITIVE[0 if taken.positive else 1]


def _methods(visit: VisitFacts) -> set[str]:
    told = visit.clinical.assault
    if told is None:
        return set()
    return set(told.methods) or {AssaultMethod.UNKNOWN}


def _refused(visit: VisitFacts) -> set[str]:
    told = visit.clinical.refused
    if told is None:
        return set()
    return set(told) or {NOT_KNOWN}


def _target_and_state(made: ReferralFacts) -> str:
    return f"{made.target}{BAR}{made.state}"
