"""Safeguarding and referrals of a visit (domain.md 8); their screens come later, the record is ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral; open until it is closed."""

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

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.acknowledged_at is None and self.closed_at is None


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """Concerns for a person's safety; notes are for lead, clinician and coordinator only."""

    indicators: tuple[str, ...] = ()
    safe_to_talk: bool | None = None
    safe_contact: str = ""
    children: bool | None = None
    information_given: bool | None = None
    notes: str = ""
