"""First aid, recovery and pastoral care given on the bus (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mavis.domain.record.answers import NoAnswer


class CareKind(StrEnum):
    """One thing done for a visitor."""

    WOUND_CLEANED = "wound_cleaned"
    BLEEDING_CONTROL = "bleeding_control"
    ICE = "ice"
    SLING_OR_SPLINT = "sling_or_splint"
    RECOVERY_POSITION = "recovery_position"
    AIRWAY = "airway"
    WATER = "water"
    FOIL_BLANKET = "foil_blanket"
    GLUCOSE = "glucose"
    FOOT_CARE = "foot_care"
    WASH = "wash"
    MONITORED_ONLY = "monitored_only"
    OXYGEN = "oxygen"
    CPR_AED = "cpr_aed"
    NALOXONE = "naloxone"
    LISTENING = "listening"
    PHONE_CHARGE = "phone_charge"
    CALL_TO_FAMILY = "call_to_family"
    REUNITED = "reunited"
    TAXI_ARRANGED = "taxi_arranged"
    ESCORT = "escort"
    CLOTHING = "clothing"
    PRAYER = "prayer"
    SIGNPOSTING = "signposting"
    OTHER = "other"


FIRST_AID = frozenset(
    {
        CareKind.WOUND_CLEANED,
        CareKind.BLEEDING_CONTROL,
        CareKind.ICE,
        CareKind.SLING_OR_SPLINT,
        CareKind.RECOVERY_POSITION,
        CareKind.AIRWAY,
        CareKind.WATER,
        CareKind.FOIL_BLANKET,
        CareKind.GLUCOSE,
        CareKind.FOOT_CARE,
        CareKind.WASH,
        CareKind.MONITORED_ONLY,
        CareKind.OXYGEN,
        CareKind.CPR_AED,
        CareKind.NALOXONE,
        CareKind.OTHER,
    }
)
"""First aid, as against recovery and pastoral care."""

TRAINED_ONLY = frozenset({CareKind.OXYGEN, CareKind.NALOXONE})
"""Care that only people trained in it may give."""


@dataclass(frozen=True, slots=True)
class CareGiven:
    """One act of care: what, when, by which crew member, where on the body."""

    id: str
    kind: CareKind
    at: datetime
    by: str
    body_site: str = ""


class NoteAbout(StrEnum):
    """What makes a note one that only lead, clinician and coordinator may read (domain.md 8)."""

    SEXUAL_ASSAULT = "sexual_assault"
    DOMESTIC_ABUSE = "domestic_abuse"
    SAFEGUARDING = "safeguarding"


@dataclass(frozen=True, slots=True)
class Note:
    """Free text with its time and author; one that is ``about`` something may be read by few."""

    id: str
    text: str
    at: datetime
    by: str
    about: NoteAbout | None = None


class Refused(StrEnum):
    """What a visitor said no to."""

    CHECK = "check"
    CARE = "care"
    AMBULANCE = "ambulance"
    HOSPITAL = "hospital"
    STAYING = "staying"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Care that a visitor refused: what was advised, by whom, and who saw it; None means not asked."""

    advised: str
    at: datetime
    by: str
    witnessed_by: str = ""
    refused: tuple[Refused, ...] = ()
    risks_told: bool | NoAnswer | None = None
    understood: bool | NoAnswer | None = None


class CanDecide(StrEnum):
    """Whether somebody can make this decision now *(Mental Capacity Act 2005, section 3)*."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class CapacityNote:
    """What a crew member saw of somebody's power to make one decision; None is not asked.

    Four things make it *(Mental Capacity Act 2005, section 3)*: to understand, to keep in mind, to weigh up, to say.
    """

    can_decide: CanDecide | None
    at: datetime
    by: str
    understands: bool | NoAnswer | None = None
    remembers: bool | NoAnswer | None = None
    weighs_up: bool | NoAnswer | None = None
    says: bool | NoAnswer | None = None
    why: str = ""
    decision: str = ""
