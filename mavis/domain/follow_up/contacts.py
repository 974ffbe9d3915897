"""The contacts card: how each place that people are referred to is reached. Empty at first; no number ships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mavis.domain.record.safeguarding import ReferralTarget

CHECKED_FOR = timedelta(days=90)
"""A number that was tried longer ago than this may have changed."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of the card, as the coordinator wrote it; ``checked_on`` is the day on which the number was tried."""

    target: ReferralTarget
    name: str = ""
    number: str = ""
    hours: str = ""
    note: str = ""
    checked_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody has filled it in."""
        return not any((self.name, self.number, self.hours, self.note))

    def is_stale(self, today: date) -> bool:
        """Whether it is filled in, and was not checked within 90 days."""
        return not self.is_empty and (self.checked_on is None or today - self.checked_on > CHECKED_FOR)
