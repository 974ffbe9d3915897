"""What the matcher needs to know of letters; a library answers it (``mavis.system.spelling``), the rules stay here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Spelling(Protocol):
    """How far apart two words are, and which of many words are near one."""

    def slips(self, one: str, other: str, most: int) -> int:
        """Letters left out, put in, changed, or swapped with their neighbour; ``most`` + 1 when there are more."""
        ...

    def likeness(self, one: str, other: str) -> float:
        """From 0 for nothing in common to 1 for the same word, a like beginning counting for more."""
        ...

    def nearest(self, word: str, among: Sequence[str], least: float, most: int) -> tuple[str, ...]:
        """The words with at least that likeness, likest first, at most so many."""
        ...
