"""People helped without a visit, counted with one tap (domain.md 2.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of one kind on one shift; None means that nobody kept count, which is not 0."""

    kind: str
    count: int | None

    def plus(self, step: int) -> Tally:
        """One more or one less; a first tap starts the count, and a count never falls below 0."""
        return Tally(self.kind, max(0, (self.count or 0) + step))
