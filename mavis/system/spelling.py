"""How alike two words are spelt, by RapidFuzz: Damerau-Levenshtein for slips, Jaro-Winkler for likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

if TYPE_CHECKING:
    from collections.abc import Sequence


class RapidSpelling:
    """The answers of RapidFuzz to the questions of ``mavis.domain.people.spelling``."""

    __slots__ = ()

    def slips(self, one: str, other: str, most: int) -> int:
        """Letters left out, put in, changed, or swapped with their neighbour; ``most`` + 1 when there are more."""
        return OSA.distance(one, other, score_cutoff=most)

    def likeness(self, one: str, other: str) -> float:
        """Jaro-Winkler similarity, 0 to 1."""
        return JaroWinkler.similarity(one, other)

    def nearest(self, word: str, among: Sequence[str], least: float, most: int) -> tuple[str, ...]:
        """The words with at least that likeness, likest first, at most so many; milliseconds for 20,000 words."""
        found = process.extract(word, among, scorer=JaroWinkler.similarity, score_cutoff=least, limit=most)
        return tuple(text for text, _, _ in found)
