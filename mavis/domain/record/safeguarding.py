"""Safeguarding and referrals of a visit (domain.md 8); what is written about them lies in the notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.record.answers import NoAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReferralTarget(StrEnum):
    """Whom a visitor is referred to; the two MARAC forums are different things."""

    POLICE = "police"
    AMBULANCE = "ambulance"
    VRU = "vru"
    DA_MARAC = "da_marac"
    ASB_MARAC = "asb_marac"
    FRONT_DOOR = "front_door"
    ADULT_SOCIAL_CARE = "adult_social_care"
    DOMESTIC_ABUSE_SERVICE = "domestic_abuse_service"
    SARC = "sarc"
    ALCOHOL_TREATMENT = "alcohol_treatment"
    STREET_OUTREACH = "street_outreach"
    MENTAL_HEALTH_CRISIS = "mental_health_crisis"
    HOMELESSNESS = "homelessness"
    GP_111_UTC = "gp_111_utc"
    COUNTY_LINES = "county_lines"


class ReferralConsent(StrEnum):
    """Whether the person agreed, or why it was done all the same."""

    YES = "yes"
    NO = "no"
    OVERRIDDEN_CHILD = "overridden_child"
    OVERRIDDEN_HARM = "overridden_harm"
    OVERRIDDEN_CAPACITY = "overridden_capacity"

    @property
    def is_overridden(self) -> bool:
        """Whether somebody decided against or without the person's word; then it is kept who."""
        return self in _OVERRIDDEN


_OVERRIDDEN = frozenset(
    {ReferralConsent.OVERRIDDEN_CHILD, ReferralConsent.OVERRIDDEN_HARM, ReferralConsent.OVERRIDDEN_CAPACITY}
)


class ReferralState(StrEnum):
    """How far a referral is."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class ReferralQuestion(StrEnum):
    """What is asked about a referral, to be answered with yes or no; nothing counts as a no but the word itself."""

    URGENT = "urgent"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral; open until it is closed. ``denied`` are the questions about it that were answered with no."""

    id: str
    target: ReferralTarget
    made_at: datetime
    made_by: str
    reason: str = ""
    consent: ReferralConsent | None = None
    decided_by: str = ""
    urgent: bool = False
    how: str = ""
    reference: str = ""
    acknowledged_at: datetime | None = None
    chase_on: date | None = None
    closed_at: datetime | None = None
    result: str = ""
    owner: str = ""
    action: str = ""
    denied: tuple[ReferralQuestion, ...] = ()

    def answer(self, asked: ReferralQuestion) -> bool | None:
        """Yes, no, or None where nobody said either."""
        yes = {
            ReferralQuestion.URGENT: self.urgent,
            ReferralQuestion.ACKNOWLEDGED: self.acknowledged_at is not None,
            ReferralQuestion.CLOSED: self.closed_at is not None,
        }[asked]
        if yes:
            return True
        return False if asked in self.denied else None

    @property
    def state(self) -> ReferralState:
        """Closed, else acknowledged, else waiting for an answer."""
        if self.closed_at is not None:
            return ReferralState.CLOSED
        return ReferralState.WAITING if self.acknowledged_at is None else ReferralState.ACKNOWLEDGED

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.state is ReferralState.WAITING

    def is_only_made(self, consent: ReferralConsent | None = None) -> bool:
        """Whether nothing was written about it since, but what the person said to it."""
        return self == Referral(self.id, self.target, self.made_at, self.made_by, consent=consent)

    def is_to_chase(self, today: date) -> bool:
        """Whether it is open and its day to ask again has come."""
        return self.closed_at is None and self.chase_on is not None and self.chase_on <= today


def police_answered(referrals: Iterable[Referral]) -> bool:
    """Whether the police have answered a referral: then they were told."""
    return any(one.target is ReferralTarget.POLICE and one.acknowledged_at is not None for one in referrals)


class AbuseIndicator(StrEnum):
    """What may point to domestic abuse; a list to notice by, not a risk form."""

    AFRAID = "afraid"
    INJURY = "injury"
    STRANGLED = "strangled"
    CONTROLLED = "controlled"
    FOLLOWED = "followed"
    THREATENED = "threatened"
    KEPT_APART = "kept_apart"
    MONEY_TAKEN = "money_taken"
    PREGNANT = "pregnant"
    HAPPENED_BEFORE = "happened_before"


@dataclass(frozen=True, slots=True)
class ChildSafety:
    """What was done for somebody under 18; None means not asked."""

    in_danger: bool | NoAnswer | None = None
    with_adult: bool | NoAnswer | None = None
    family_told: bool | NoAnswer | None = None
    front_door_told: bool | NoAnswer | None = None
    handed_to: str = ""
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class SexualAssaultCare:
    """What was offered and said after a sexual assault; None means not asked, and the police only if wanted."""

    sarc_offered: bool | NoAnswer | None = None
    told_of_traces: bool | NoAnswer | None = None
    wants_police: bool | NoAnswer | None = None


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Concerns for a person's safety; None means not asked. How to reach them safely is read by few, as notes are."""

    indicators: tuple[AbuseIndicator, ...] = ()
    safe_to_talk: bool | NoAnswer | None = None
    safe_contact: str = ""
    children: bool | NoAnswer | None = None
    information_given: bool | NoAnswer | None = None
    child: ChildSafety | None = None
    sexual_assault: SexualAssaultCare | None = None
