"""The questions that visits are split by, each with its categories in the order of print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.clinical.worst_score import WorstBand
from mavis.domain.counting.clinical_facts import Checks, RedFlags
from mavis.domain.counting.facts import VisitFacts
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.night import wall_time
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from mavis.domain.reference import ReferenceData

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Codes of the weekday on which a night started."""

NIGHT_HOURS = tuple(f"{(12 + step) % 24:02}" for step in range(24))
"""Codes of the clock hours in the order in which a night passes them, from noon to noon."""


class Dimension(StrEnum):
    """By what a measure is split."""

    ALL = "all"
    PRIMARY_NEED = "primary_need"
    OUTCOME = "outcome"
    TRIAGE = "triage"
    AGE_BAND = "age_band"
    GENDER = "gender"
    REFERRAL_SOURCE = "referral_source"
    HOUR = "hour"
    WEEKDAY_HOUR = "weekday_hour"
    BEAT_AREA = "beat_area"
    TIER = "tier"
    BASIS = "basis"
    BOUND = "bound"
    ITEM = "item"
    NEWS2 = "news2"
    CHECKS = "checks"
    RED_FLAGS = "red_flags"
    ABI = "abi"
    REASON = "reason"
    TOOL = "tool"
    RESULT = "result"
    METHOD = "method"
    LOCATION = "location"
    POLICE = "police"
    ROUTE = "route"
    WITHIN_12_HOURS = "within_12_hours"
    SAMPLE = "sample"
    TARGET = "target"
    STATE = "state"
    TARGET_STATE = "target_state"
    CONSENT = "consent"
    FLAG = "flag"
    HEAD_INJURY = "head_injury"
    CARE = "care"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its categories, and which of them a visit falls into (exactly one)."""

    dimension: Dimension
    categories: tuple[str, ...]
    answer: Callable[[VisitFacts], str]


def questions(reference: ReferenceData) -> tuple[Question, ...]:
    """Every question a visit is counted by. An area that the reference data does not know is not known."""
    tiers = {area.code: area.tier for area in reference.beat_areas}
    return (
        Question(Dimension.PRIMARY_NEED, _coded(Presentation), lambda visit: visit.main_need or NOT_KNOWN),
        Question(Dimension.OUTCOME, _coded(Outcome), lambda visit: visit.outcome or NOT_KNOWN),
        Question(Dimension.TRIAGE, _coded(TriageCategory), lambda visit: visit.triage or NOT_KNOWN),
        Question(Dimension.AGE_BAND, _coded(AgeBand), lambda visit: visit.age_band or NOT_KNOWN),
        Question(Dimension.GENDER, _coded(Gender), lambda visit: visit.gender or NOT_KNOWN),
        Question(Dimension.REFERRAL_SOURCE, _coded(ReferralSource), lambda visit: visit.referral_source or NOT_KNOWN),
        Question(Dimension.NEWS2, tuple(WorstBand), lambda visit: visit.clinical.worst.band),
        Question(Dimension.CHECKS, _coded(Checks), lambda visit: visit.clinical.checks or NOT_KNOWN),
        Question(Dimension.RED_FLAGS, tuple(RedFlags), lambda visit: visit.clinical.red_flags),
        Question(Dimension.ABI, _coded(InterventionStatus), lambda visit: visit.clinical.abi_status or NOT_KNOWN),
        Question(Dimension.HOUR, NIGHT_HOURS, _hour),
        Question(Dimension.WEEKDAY_HOUR, _WEEKDAY_HOURS, _weekday_hour),
        Question(
            Dimension.BEAT_AREA,
            (*tiers, NOT_KNOWN),
            lambda visit: visit.beat_area if visit.beat_area in tiers else NOT_KNOWN,
        ),
        Question(
            Dimension.TIER,
            (*dict.fromkeys(tiers.values()), NOT_KNOWN),
            lambda visit: tiers.get(visit.beat_area or "", NOT_KNOWN),
        ),
    )


_WEEKDAY_HOURS = tuple(f"{weekday}|{hour}" for weekday in WEEKDAYS for hour in NIGHT_HOURS)


def _coded(codes: type[StrEnum]) -> tuple[str, ...]:
    return (*(code.value for code in codes), NOT_KNOWN)


def _hour(visit: VisitFacts) -> str:
    """The clock hour of arrival; the October night's two one o'clocks are one hour."""
    return f"{wall_time(visit.arrived_at).hour:02}"


def _weekday_hour(visit: VisitFacts) -> str:
    """The night's weekday and the hour: one o'clock on Sunday morning is ``Sat|01``."""
    return f"{WEEKDAYS[visit.shift_date.weekday()]}|{_hour(visit)}"
