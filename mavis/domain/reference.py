"""What a scheme can replace: its places, labels, tallies, kit and red-flag rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.record.signs import Sign
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS, AlcoholThresholds
from mavis.domain.scores.usual_drinks import UsualDrink


class Tier(StrEnum):
    """How much a beat area needs, most first *(strategy, "Our Proposal")*."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


@dataclass(frozen=True, slots=True)
class BeatArea:
    """A police beat area with its tier of need, a value of ``Tier`` *(strategy, Table 5)*."""

    code: str
    name: str
    tier: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A named place where people are found."""

    code: str
    name: str
    beat_area: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a simple list: an event label, a piece of kit."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class TallyKind:
    """Something counted with one tap; ``people`` says whether the small-number rule protects it.

    ``name`` stands on the button and ``full_name`` on paper; a ``rare`` kind waits behind *More*, and so does its key.
    """

    code: str
    name: str
    icon: str
    people: bool
    key: str = ""
    full_name: str = ""
    rare: bool = False

    @property
    def on_paper(self) -> str:
        """The name for print, where there is room for it."""
        return self.full_name or self.name


class FlagKind(StrEnum):
    """Only an open clinical flag withholds a diversion claim."""

    CLINICAL = "clinical"
    SAFEGUARDING = "safeguarding"


@dataclass(frozen=True, slots=True)
class FlagRule:
    """A red flag, and what in the record raises it by itself.

    ``needs``, ``substances``, ``age_bands``, ``intoxication``, ``consciousness`` and ``signs`` each raise the flag
    when the visit holds any one of theirs; an empty rule is only ever ticked by hand. ``advice`` is the wording key of
    what to do, ``never`` of what must not be done, where there is such a thing. The lowest ``rank`` is the most urgent.
    """

    code: str
    name: str
    kind: FlagKind
    advice: str
    rank: int
    key: str = ""
    refer_to_ed: bool = False
    needs: frozenset[Presentation] = frozenset()
    substances: frozenset[Substance] = frozenset()
    age_bands: frozenset[AgeBand] = frozenset()
    intoxication: frozenset[Intoxication] = frozenset()
    consciousness: frozenset[str] = frozenset()
    signs: frozenset[Sign] = frozenset()
    never: str = ""


@dataclass(frozen=True, slots=True)
class FlagRules:
    """The red flags in force, with the version that is stored with each triage."""

    version: str
    rules: tuple[FlagRule, ...]

    def rule(self, code: str) -> FlagRule | None:
        """The rule of a code, or None when this version has none."""
        return next((rule for rule in self.rules if rule.code == code), None)


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that is shipped as data and that another town replaces."""

    beat_areas: tuple[BeatArea, ...]
    venues: tuple[Venue, ...]
    events: tuple[Choice, ...]
    kit: tuple[Choice, ...]
    tallies: tuple[TallyKind, ...]
    flags: FlagRules
    drinks: tuple[UsualDrink, ...] = ()
    alcohol: AlcoholThresholds = USUAL_THRESHOLDS

    @property
    def place_names(self) -> tuple[str, ...]:
        """What the scheme calls its places: venues and beat areas."""
        return (*(venue.name for venue in self.venues), *(area.name for area in self.beat_areas))

    def tally_name(self, kind: str) -> str:
        """What the scheme calls a tally; its code where it is known no more."""
        return next((known.name for known in self.tallies if known.code == kind), kind)
