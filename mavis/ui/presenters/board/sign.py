"""A sign on a card of the board."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on a card: the name of an icon, words, and a tone (plain, red, amber)."""

    icon: str
    words: str
    tone: str = "plain"

    @property
    def is_quiet(self) -> bool:
        """Whether it is only worth knowing, and takes no place from what brought somebody here."""
        return self.tone == "plain"
