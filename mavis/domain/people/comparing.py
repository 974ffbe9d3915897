"""Two names side by side: how far each half agrees, and what that weighs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mavis.domain.people import weights
from mavis.domain.people.levels import Levels
from mavis.domain.people.match import Reason, Why
from mavis.domain.people.names import word_of
from mavis.domain.people.weights import Level, Odds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.people.names import Name, Word
    from mavis.domain.people.nicknames import Nicknames
    from mavis.domain.people.population import Population
    from mavis.domain.people.spelling import Spelling

_GIVEN_WHY = {
    Level.SAME: Why.SAME_GIVEN,
    Level.NICKNAME: Why.NICKNAME,
    Level.PART: Why.PART_OF_GIVEN,
    Level.CLOSE: Why.GIVEN_SPELT_ALIKE,
    Level.SOUND: Why.GIVEN_SOUNDS_ALIKE,
    Level.NEAR: Why.GIVEN_SPELT_ALIKE,
    Level.INITIAL: Why.SAME_INITIAL,
}
_FAMILY_WHY = {
    Level.SAME: Why.SAME_FAMILY,
    Level.PART: Why.PART_OF_FAMILY,
    Level.CLOSE: Why.FAMILY_SPELT_ALIKE,
    Level.SOUND: Why.FAMILY_SOUNDS_ALIKE,
    Level.NEAR: Why.FAMILY_SPELT_ALIKE,
    Level.INITIAL: Why.SAME_INITIAL,
}
_OTHER_GIVEN = Reason(Why.OTHER_GIVEN, weights.GIVEN[Level.DIFFERENT].bits)
_OTHER_FAMILY = Reason(Why.OTHER_FAMILY, weights.FAMILY[Level.DIFFERENT].bits)

_REMEMBERED = 2**16
"""Words, and comparisons of two, that are kept: the same names meet again and again in a scan."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weighed reasons; their bits add up to ``bits``."""

    bits: float
    reasons: tuple[Reason, ...] = ()


NOTHING = Evidence(0.0)


class NameComparing:
    """Compares names in the light of a table of nicknames, a population and a way to compare spellings."""

    def __init__(self, nicknames: Nicknames, spelling: Spelling, population: Population) -> None:
        """Take what names are judged by."""
        self._nicknames = nicknames
        self._levels = Levels(nicknames, spelling, population)
        self._population = population
        word = lru_cache(_REMEMBERED)(word_of)
        self._given_of_texts = lru_cache(_REMEMBERED)(lambda one, other: self._given(word(one), word(other)))
        self._family_of_texts = lru_cache(_REMEMBERED)(lambda one, other: self._family(word(one), word(other)))

    def compare(self, one: Name, other: Name) -> Evidence:
        """The evidence of two names: the best of reading them straight, the other way round, or as one half only."""
        if one.lone or other.lone:
            return self._compare_lone(one, other)
        straight = self._straight(one, other)
        if len(straight.reasons) == 1 and straight.reasons[0].why is Why.SAME_NAME:
            return straight
        crossed = self._swapped(one, other)
        return crossed if crossed is not None and crossed.bits > straight.bits else straight

    def _straight(self, one: Name, other: Name) -> Evidence:
        given, family = self.given(one.given, other.given), self.family(one.family, other.family)
        if given is None or family is None:
            known = given or family
            return Evidence(known.bits, (known,)) if known is not None else NOTHING
        if given.why is Why.SAME_GIVEN and family.why is Why.SAME_FAMILY:
            bits = given.bits + family.bits
            return Evidence(bits, (Reason(Why.SAME_NAME, bits),))
        return Evidence(given.bits + family.bits, (given, family))

    def _swapped(self, one: Name, other: Name) -> Evidence | None:
        """The evidence of names the other way round, when at least one half agrees so."""
        first, second = self.given(one.given, other.family), self.given(one.family, other.given)
        if (first is None or first.bits <= 0) and (second is None or second.bits <= 0):
            return None
        bits = sum(reason.bits for reason in (first, second) if reason is not None) + weights.SWAPPED.bits
        return Evidence(bits, (Reason(Why.SWAPPED, bits),))

    def _compare_lone(self, one: Name, other: Name) -> Evidence:
        """The evidence of a single word, which may be the given or the family name of the other."""
        lone, full = (one, other) if one.lone else (other, one)
        readings = [self.given(lone.given, full.given)]
        if not full.lone:
            readings.append(self._lone_family(lone.given, full.family))
        best = max((found for found in readings if found is not None), key=lambda reason: reason.bits, default=None)
        return Evidence(best.bits, (best,)) if best is not None else NOTHING

    def _lone_family(self, lone: Word, family: Word) -> Reason | None:
        """A single word as a family name, which says no more than it would as a given one: nobody said what it is."""
        found, limit = self.family(lone, family), self.given(lone, family)
        return None if found is None or limit is None else Reason(found.why, min(found.bits, limit.bits))

    def given(self, one: Word, other: Word) -> Reason | None:
        """The evidence of two given names; None when one is missing."""
        return self._given_of_texts(one.text, other.text) if one.text and other.text else None

    def family(self, one: Word, other: Word) -> Reason | None:
        """The evidence of two family names; None when one is missing."""
        return self._family_of_texts(one.text, other.text) if one.text and other.text else None

    def _given(self, one: Word, other: Word) -> Reason:
        level = self._levels.given(one, other)
        if level is Level.DIFFERENT:
            return _OTHER_GIVEN
        share = max(self._population.given_share(one.whole), self._population.given_share(other.whole))
        bits = _weight(weights.GIVEN, level, share)
        value = (self._nicknames.shared(one.first, other.first) or "").title() if level is Level.NICKNAME else ""
        return Reason(_GIVEN_WHY[level], bits, value)

    def _family(self, one: Word, other: Word) -> Reason:
        level = self._levels.family(one, other)
        if level is Level.DIFFERENT:
            return _OTHER_FAMILY
        share = max(self._population.family_share(one.whole), self._population.family_share(other.whole))
        return Reason(_FAMILY_WHY[level], _weight(weights.FAMILY, level, share))


def _weight(table: Mapping[Level, Odds], level: Level, share: float) -> float:
    """The bits of a level, never more than the whole name would weigh: a nickname of a usual name is usual as well."""
    whole = Odds(table[Level.SAME].m, share).bits
    return whole if level is Level.SAME else min(table[level].bits, whole)
