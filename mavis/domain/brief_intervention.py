"""The alcohol brief intervention of a visit (domain.md 5); its screens come later, its record is ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class InterventionStatus(StrEnum):
    """How far the conversation went."""

    COMPLETED = "completed"
    STARTED = "started"
    DECLINED = "declined"
    NOT_APPROPRIATE = "not_appropriate"
    NOT_OFFERED = "not_offered"


class NotAppropriate(StrEnum):
    """Why a conversation about drinking was not right tonight."""

    TOO_INTOXICATED = "too_intoxicated"
    DISTRESSED = "distressed"
    UNWELL = "unwell"
    UNDER_16 = "under_16"
    IN_TREATMENT = "in_treatment"
    NO_PRIVACY = "no_privacy"


class Frames(StrEnum):
    """The parts of a brief intervention that were done."""

    FEEDBACK = "feedback"
    RESPONSIBILITY = "responsibility"
    ADVICE = "advice"
    MENU = "menu"
    EMPATHY = "empathy"
    SELF_EFFICACY = "self_efficacy"


@dataclass(frozen=True, slots=True)
class Screening:
    """Answers to an alcohol questionnaire, with the score and the version of the rule that made it."""

    tool: str
    answers: tuple[int, ...]
    score: int | None
    rule_version: str
    while_intoxicated: bool


@dataclass(frozen=True, slots=True)
class BriefIntervention:
    """A structured, non-confrontational conversation about drinking."""

    status: InterventionStatus
    offered_at: datetime | None = None
    not_appropriate: NotAppropriate | None = None
    screening: Screening | None = None
    frames: tuple[Frames, ...] = ()
    goal: str = ""
    leaflet: bool | None = None
    minutes: int | None = None
    delivered_by: str = ""
    trained: bool | None = None
    referral: str = ""
    referral_consent: bool | None = None
    follow_up: date | None = None
