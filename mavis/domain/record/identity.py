"""Who a visitor is, as far as they care to say (domain.md 2.2)."""

from __future__ import annotations

from enum import StrEnum


class IdentityLevel(StrEnum):
    """How much of an identity a visit holds."""

    ANONYMOUS = "anonymous"
    ALIAS = "alias"
    NAMED = "named"


class AgeBand(StrEnum):
    """Age in years, in bands; a birth date is never needed."""

    UNDER_16 = "under_16"
    FROM_16 = "16_17"
    FROM_18 = "18_24"
    FROM_25 = "25_34"
    FROM_35 = "35_44"
    FROM_45 = "45_54"
    FROM_55 = "55_64"
    FROM_65 = "65_over"

    @property
    def is_child(self) -> bool:
        """Whether everybody of this age is under 18."""
        return self in _CHILDREN


_CHILDREN = frozenset({AgeBand.UNDER_16, AgeBand.FROM_16})

_LAST_YEAR_OF_BAND = (
    (15, AgeBand.UNDER_16),
    (17, AgeBand.FROM_16),
    (24, AgeBand.FROM_18),
    (34, AgeBand.FROM_25),
    (44, AgeBand.FROM_35),
    (54, AgeBand.FROM_45),
    (64, AgeBand.FROM_55),
)


def age_band(years: int) -> AgeBand:
    """The band of an age in whole years, 0 to 120.

    Raises:
        ValueError: nobody is that old.
    """
    if not 0 <= years <= 120:
        raise ValueError(years)
    return next((band for last, band in _LAST_YEAR_OF_BAND if years <= last), AgeBand.FROM_65)


class AgeSource(StrEnum):
    """Whether the visitor said their age or somebody guessed it."""

    STATED = "stated"
    ESTIMATED = "estimated"


class Gender(StrEnum):
    """Gender as the visitor gives it; "not stated" is ``NoAnswer``."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Residency(StrEnum):
    """Where the visitor lives."""

    LOCAL = "local"
    UK_VISITOR = "uk_visitor"
    OVERSEAS = "overseas"
    NO_FIXED_ABODE = "no_fixed_abode"


class Consent(StrEnum):
    """Whether the visitor agreed to be looked after and recorded."""

    GIVEN = "given"
    REFUSED = "refused_care"
    LACKS_CAPACITY = "lacks_capacity"
    NOT_ASKED = "not_asked"


class ReferralSource(StrEnum):
    """Who sent the visitor to the bus."""

    SELF = "self"
    FRIEND = "friend"
    STREET_PASTOR = "street_pastor"
    STREET_WARDEN = "street_warden"
    DOOR_STAFF = "door_staff"
    POLICE = "police"
    AMBULANCE_CREW = "ambulance_crew"
    CCTV = "cctv"
    COUNCIL_LICENSING = "council_licensing"
    TAXI_MARSHAL = "taxi_marshal"
    OTHER = "other"
