"""The digits that open the cards of the board: a card keeps its own, so that no digit opens somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS = "123456789"


class CardDigits:
    """Hands digits out; the order of the board may change under a hand on its way to a key, these do not."""

    def __init__(self) -> None:
        """Nobody has a digit yet."""
        self._held: dict[str, str] = {}

    def of(self, open_ids: Sequence[str]) -> dict[str, str]:
        """The digit of each visit that has one; ``open_ids`` are all open visits, the one that came first in front.

        A visit keeps its digit while it is open. Whoever has none takes the lowest that is free; with more than nine
        aboard the last to come wait for one.
        """
        self._held = {visit_id: digit for visit_id, digit in self._held.items() if visit_id in open_ids}
        free = [digit for digit in DIGITS if digit not in self._held.values()]
        waiting = [visit_id for visit_id in open_ids if visit_id not in self._held]
        self._held.update(zip(waiting, free, strict=False))
        return dict(self._held)
