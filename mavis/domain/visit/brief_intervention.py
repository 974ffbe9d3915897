"""The alcohol brief intervention of a visit, and what counts as one delivered (domain.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from mavis.domain.record.safeguarding import ReferralTarget
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.scores.units import total_units


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
    """The parts of a brief intervention that were done *(Miller and Sanchez 1993)*."""

    FEEDBACK = "feedback"
    RESPONSIBILITY = "responsibility"
    ADVICE = "advice"
    MENU = "menu"
    EMPATHY = "empathy"
    SELF_EFFICACY = "self_efficacy"


class AlcoholReferral(StrEnum):
    """Where a person goes on to for help with drinking."""

    NONE = "none"
    ALCOHOL_TREATMENT = "alcohol_treatment"
    GP = "gp"
    STREET_OUTREACH = "street_outreach"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Screening:
    """Answers to an alcohol questionnaire, with the score and the version of the rule that made it.

    ``answers`` are points in the order of the tool, None where a question is still open, so that it can be left and
    resumed. One taken while the person was intoxicated carries a caution.
    A questionnaire that is only chosen is none yet: nobody was screened before the first answer.
    """

    tool: Tool
    answers: tuple[int | None, ...]
    score: int | None
    positive: bool | None
    rule_version: str
    while_intoxicated: bool

    @property
    def is_begun(self) -> bool:
        """Whether a question was answered, which makes it count as a screening."""
        return any(answer is not None for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Drink:
    """Drinks of one kind: how many, how large (millilitres), how strong (tenths of a percent)."""

    count: int
    millilitres: int
    strength_tenths: int


@dataclass(frozen=True, slots=True)
class BriefIntervention:
    """A structured, non-confrontational conversation about drinking; None means not asked.

    ``said_drunk`` is what whoever asked has answered; that triage found them drunk is kept with the score alone.
    ``no_follow_up`` means that somebody has answered: nobody need ask again. Without it a missing day is no answer.
    """

    status: InterventionStatus | None = None
    offered_at: datetime | None = None
    not_appropriate: NotAppropriate | None = None
    fit: bool | None = None
    screening: Screening | None = None
    clinical_reason: str = ""
    drinks: tuple[Drink, ...] = ()
    frames: tuple[Frames, ...] = ()
    goal: str = ""
    leaflet: bool | None = None
    minutes: int | None = None
    delivered_by: str = ""
    trained: bool | None = None
    referral: AlcoholReferral | None = None
    referral_consent: bool | None = None
    follow_up: date | None = None
    said_drunk: bool = False
    no_follow_up: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether the conversation was offered, whatever came of it."""
        return self.status in _OFFERED

    @property
    def is_delivered(self) -> bool:
        """Whether it counts: completed, the person fit to take part, screened positive or a clinical reason kept."""
        positive = self.screening is not None and self.screening.positive is True
        reason = positive or bool(self.clinical_reason.strip())
        return self.status is InterventionStatus.COMPLETED and self.fit is True and reason

    @property
    def sends_to(self) -> ReferralTarget | None:
        """Where a referral goes to; of somebody else nobody knows who that is."""
        return None if self.referral is None else _TARGETS.get(self.referral)

    @property
    def units(self) -> Fraction:
        """The units of the drinks that were told, exact."""
        return total_units(
            (drink.count, drink.millilitres, Fraction(drink.strength_tenths, 10)) for drink in self.drinks
        )


_OFFERED = frozenset({InterventionStatus.COMPLETED, InterventionStatus.STARTED, InterventionStatus.DECLINED})
_TARGETS = {
    AlcoholReferral.ALCOHOL_TREATMENT: ReferralTarget.ALCOHOL_TREATMENT,
    AlcoholReferral.GP: ReferralTarget.GP_111_UTC,
    AlcoholReferral.STREET_OUTREACH: ReferralTarget.STREET_OUTREACH,
}
