"""The digits that open the cards of the board: K4 has 4 where it can, and no digit comes to open somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DIGITS = "123456789"
_RESTS = 3
"""So many others come before a digit that was given up opens somebody new, as long as there are other digits."""


class CardDigits:
    """Hands digits out; the order of the board may change under a hand on its way to a key, these do not.

    They outlast a lock, and hold nothing about anybody but the ids of the visits.
    """

    def __init__(self) -> None:
        """Nobody has a digit yet."""
        self._held: dict[str, str] = {}
        self._given_up: dict[str, int] = {}
        self._dealt = 0

    def of(self, codes: Mapping[str, str]) -> dict[str, str]:
        """The digit of each visit that has one; ``codes`` are those of all open visits by their ids, in their order.

        A visit keeps its digit while it is open. Whoever has none takes the last one of their code, else the lowest
        that is free and has rested, else the one that has rested longest. On an empty bus all have rested. With more
        than nine aboard the rest wait for one.
        """
        for visit_id in [one for one in self._held if one not in codes]:
            self._given_up[self._held.pop(visit_id)] = self._dealt
        if not self._held:
            self._given_up.clear()
        for visit_id, code in codes.items():
            if visit_id not in self._held and (digit := self._next(code[-1])):
                self._held[visit_id] = digit
                self._given_up.pop(digit, None)
                self._dealt += 1
        return dict(self._held)

    def _next(self, own: str) -> str:
        """The digit for a code that ends so; empty when none is free."""
        free = [digit for digit in DIGITS if digit not in self._held.values()]
        rested = [digit for digit in free if self._dealt - self._given_up.get(digit, -_RESTS) >= _RESTS]
        if own in rested:
            return own
        return next((digit for digit in (*rested, *self._given_up) if digit in free), "")
