"""The digits that open the cards of the board: a card keeps its own, so that no digit opens somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS = "123456789"


class CardDigits:
    """Hands digits out; the order of the board may change under a hand on its way to a key, these do not.

    They outlast a lock, and hold nothing about anybody but the ids of the visits.
    """

    def __init__(self) -> None:
        """Nobody has a digit yet."""
        self._held: dict[str, str] = {}
        self._given = 0

    def of(self, open_ids: Sequence[str]) -> dict[str, str]:
        """The digit of each visit that has one; ``open_ids`` are all open visits in the order of the screen.

        A visit keeps its digit while it is open. Whoever has none takes the next in turn that is free, behind 9 comes 1
        again: so digits rise as people come, and one that was given up opens nobody else for a good while. On an empty
        bus they begin anew. With more than nine aboard the rest wait for one.
        """
        self._held = {visit_id: digit for visit_id, digit in self._held.items() if visit_id in open_ids}
        if not self._held:
            self._given = 0
        for visit_id in open_ids:
            turn = DIGITS[self._given :] + DIGITS[: self._given]
            free = [digit for digit in turn if digit not in self._held.values()]
            if visit_id not in self._held and free:
                self._held[visit_id] = free[0]
                self._given = int(free[0])
        return dict(self._held)
