"""People whom somebody promised to ask again after a talk about alcohol, of every night (domain.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day to ask somebody again, the visit that it comes from, and what they wanted to change."""

    day: date
    night: date
    visit_id: str
    code: str
    who: str
    goal: str
