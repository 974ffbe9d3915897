"""The assault and spiking blocks of a visit (domain.md 7, 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mavis.domain.record.answers import NoAnswer


class AssaultMethod(StrEnum):
    """What was used *(Information Sharing to Tackle Violence minimum dataset)*."""

    FIST_OR_HAND = "fist_or_hand"
    FOOT = "foot"
    HEAD_BUTT = "head_butt"
    PUSH_OR_FALL = "push_or_fall"
    BITE = "bite"
    GLASS_OR_BOTTLE = "glass_or_bottle"
    KNIFE_OR_SHARP = "knife_or_sharp"
    BLUNT_OBJECT = "blunt_object"
    FIREARM = "firearm"
    CHEMICAL = "chemical"
    STRANGULATION = "strangulation"
    OTHER = "other"
    UNKNOWN = "unknown"


class AssaultPlace(StrEnum):
    """The kind of place where it happened."""

    STREET = "street"
    INSIDE_LICENSED = "inside_licensed"
    OUTSIDE_LICENSED = "outside_licensed"
    TAKEAWAY = "takeaway"
    TRANSPORT = "transport"
    HOME = "home"
    WORKPLACE = "workplace"
    PARK_OR_BEACH = "park_or_beach"
    OTHER = "other"


class Attackers(StrEnum):
    """How many did it."""

    ONE = "one"
    SEVERAL = "several"
    UNKNOWN = "unknown"


class Relationship(StrEnum):
    """Who the attacker was to the visitor."""

    STRANGER = "stranger"
    KNOWN = "known"
    FRIEND = "friend"
    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    FAMILY = "family"
    DOOR_STAFF = "door_staff"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Assault:
    """What a visitor says of an assault; None means not asked.

    ``told_by_answer``: that the police were told is known only because they answered a referral, nobody ticked it.
    """

    at: datetime | None = None
    methods: tuple[AssaultMethod, ...] = ()
    weapon: str = ""
    place: AssaultPlace | NoAnswer | None = None
    place_description: str = ""
    attackers: Attackers | NoAnswer | None = None
    relationship: Relationship | NoAnswer | None = None
    reported_to_police: bool | NoAnswer | None = None
    told_by_answer: bool = False


SOME_DRUGS_GONE_AFTER = timedelta(hours=12)
"""After this some drugs cannot be found any more; others up to 7 days *(Avon and Somerset Police)*."""


class SpikingRoute(StrEnum):
    """How a substance was given."""

    DRINK = "drink"
    NEEDLE = "needle"
    VAPE = "vape"
    FOOD = "food"


@dataclass(frozen=True, slots=True)
class Spiking:
    """A suspected spiking; None means not asked."""

    route: SpikingRoute | NoAnswer | None = None
    happened_at: datetime | None = None
    symptoms: bool | NoAnswer | None = None
    which_symptoms: str = ""
    sample_to_police: bool | NoAnswer | None = None
    vessel_secured: bool | NoAnswer | None = None
    clothing: str = ""
    place: str = ""

    def left_to_test(self, now: datetime) -> timedelta | None:
        """The time left until 12 hours have passed; 0 when it is over, None when nobody knows when it happened."""
        if self.happened_at is None:
            return None
        return max(self.happened_at + SOME_DRUGS_GONE_AFTER - now, timedelta())
