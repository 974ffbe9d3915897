"""What a figure of the tidy table is: its measure, its unit, its key, and of which period and site it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.counting.facts import ShiftFacts, VisitFacts

if TYPE_CHECKING:
    from mavis.domain.counting.questions import Dimension

ALL = "all"
"""The category of a figure that is not split."""


class Measure(StrEnum):
    """What is counted; later measures bring their own rows."""

    VISITS = "visits"
    NIGHTS = "nights"
    OPEN_HOURS = "open_hours"
    CREW_HOURS = "crew_hours"
    TALLY = "tally"
    ED_AVOIDED = "ed_avoided"
    AMBULANCE_AVOIDED = "ambulance_avoided"
    STOOD_DOWN = "stood_down"
    SENT_TO_ED = "sent_to_ed"
    WOULD_HAVE_NOT_KNOWN = "would_have_not_known"
    ABI_OFFERED = "abi_offered"
    ABI_DELIVERED = "abi_delivered"
    ABI_NOT_APPROPRIATE = "abi_not_appropriate"
    SCREENED = "screened"
    SCREENED_POSITIVE = "screened_positive"
    ASSAULTS = "assaults"
    SPIKINGS = "spikings"
    REFERRALS = "referrals"
    SAFEGUARDING = "safeguarding"
    SEXUAL_ASSAULTS = "sexual_assaults"
    DOMESTIC_ABUSE = "domestic_abuse"
    HEAD_INJURIES = "head_injuries"
    FIRST_AID = "first_aid"
    PASTORAL_CARE = "pastoral_care"
    REFUSALS = "refusals"
    AGAINST_ADVICE = "against_advice"


class Unit(StrEnum):
    """What one of a count is; only people are protected."""

    PEOPLE = "people"
    THINGS = "things"
    NIGHTS = "nights"
    HOURS = "hours"
    MINUTES = "minutes"
    POUNDS = "pounds"


class Bound(StrEnum):
    """The ends of a range: without what volunteers judged, and with it."""

    LOWER = "lower"
    UPPER = "upper"


@dataclass(frozen=True, slots=True, order=True)
class CountKey:
    """What a figure is of; unique in a table."""

    period: str
    site: str
    measure: str
    dimension: str
    category: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A true figure; ``count`` is None when nobody kept count. ``rounded``: hours that were not whole hours."""

    key: CountKey
    count: int | None
    unit: Unit
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """One period at one site: the shifts that started in it, and their visits."""

    period: str
    site: str
    shifts: tuple[ShiftFacts, ...]
    visits: tuple[VisitFacts, ...]
    by_weekday: bool = True

    def figure(
        self, measure: Measure, dimension: Dimension, category: str, count: int | None, unit: Unit = Unit.PEOPLE
    ) -> Figure:
        """A figure of this period and site."""
        return Figure(CountKey(self.period, self.site, measure, dimension, category), count, unit)
