"""How far two words agree that are both given names, or both family names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.weights import Level

if TYPE_CHECKING:
    from mavis.domain.people.names import Word
    from mavis.domain.people.nicknames import Nicknames
    from mavis.domain.people.population import Population
    from mavis.domain.people.spelling import Spelling


class Levels:
    """Finds the level of agreement of two words; either order gives the same."""

    def __init__(self, nicknames: Nicknames, spelling: Spelling, population: Population) -> None:
        """Take what words are judged by."""
        self._nicknames = nicknames
        self._spelling = spelling
        self._population = population

    def given(self, one: Word, other: Word) -> Level:
        """The level of two given names, both known."""
        if one.whole == other.whole:
            return Level.SAME
        if one.first == other.first and len(one.first) > 1:
            return Level.PART
        if self._nicknames.shared(one.first, other.first) is not None:
            return Level.NICKNAME
        return self._spelt(one, other, known=self._both_given(one.whole, other.whole))

    def family(self, one: Word, other: Word) -> Level:
        """The level of two family names, both known."""
        if one.whole == other.whole:
            return Level.SAME
        if (len(one.pieces) > 1 or len(other.pieces) > 1) and not {*one.pieces}.isdisjoint(other.pieces):
            return Level.PART
        known = self._population.is_family(one.whole) and self._population.is_family(other.whole)
        return self._spelt(one, other, known=known)

    def _both_given(self, one: str, other: str) -> bool:
        """Whether both are given names of their own, so that one is no slip for the other."""
        return all(word in self._nicknames or self._population.is_given(word) for word in (one, other))

    def _spelt(self, one: Word, other: Word, *, known: bool) -> Level:
        """How near two different words are; two names that both exist are not near for a letter in common."""
        first, second = one.whole, other.whole
        if len(first) == 1 or len(second) == 1:
            return Level.INITIAL if first[0] == second[0] else Level.DIFFERENT
        longer = max(len(first), len(second))
        slips = self._spelling.slips(first, second, 2)
        share = slips / longer
        if not known and slips <= 2 and share <= 0.2:
            return Level.CLOSE
        likeness = self._spelling.likeness(first, second)
        if likeness >= (0.88 if known else 0.7) and one.sound == other.sound:
            return Level.SOUND
        if not known and ((slips <= 2 and share <= 0.3) or likeness >= 0.9):
            return Level.NEAR
        return Level.DIFFERENT
