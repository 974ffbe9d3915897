"""Visits split by one question, in the order of print: codes that nobody has are left out (print.md section 1)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import NOT_KNOWN, Breakdown, Count

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Split:
    """How a question splits visits: its codes in the order of their list, and how its lines are printed.

    ``on_scale`` keeps the order of the list, as of ages; otherwise the count falls, ties in the order of the list.
    ``every_code`` prints the codes that nobody has, too. ``not_known_shown`` prints not known even when it is 0.
    """

    question: str
    codes: type[StrEnum]
    on_scale: bool = False
    every_code: bool = False
    not_known_shown: bool = True

    def of(self, answers: Iterable[StrEnum | None]) -> Breakdown:
        """The breakdown of the answers, one for each visit; not known is last."""
        found = Counter(answers)
        known = [Count(code.value, found[code]) for code in self.codes if found[code] or self.every_code]
        if not self.on_scale:
            known.sort(key=lambda one: -one.count)
        last = [Count(NOT_KNOWN, found[None])] if found[None] or self.not_known_shown else []
        return Breakdown(self.question, (*known, *last))
