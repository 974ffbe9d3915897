"""Triage as it is recorded: the category a person set and the red flags of a visit (domain.md 3).

The advice is a checklist, always shown and never blocking; the category is set by a person, who may differ from the
advice and say why (UK GDPR Article 22: no solely automated decision).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mavis.domain.reference import FlagKind

_SLIP = timedelta(minutes=2)
"""For so long a tick or an answer may have been a slip of the hand."""


class TriageCategory(StrEnum):
    """How urgent a visit is."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Triage:
    """A person's decision, beside what the app advised at that moment."""

    category: TriageCategory
    set_by: str
    set_at: datetime
    advised: TriageCategory
    rule_version: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag on a visit: ticked by a person, or raised by what the record says.

    A clinical flag stays open until a clinician of a stated grade closes it, with the time.
    """

    code: str
    kind: FlagKind
    raised_at: datetime
    raised_by: str
    ticked: bool
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_grade: str = ""

    @property
    def holds_back_a_claim(self) -> bool:
        """Whether this flag withholds a diversion claim."""
        return self.kind is FlagKind.CLINICAL and self.closed_at is None

    def may_be_taken_off(self, at: datetime, by: str) -> bool:
        """Whether the flag goes with its tick, or with the answer that raised it.

        A clinical one goes only as a slip of the hand, taken back by who has just raised it.
        """
        slip = self.raised_by == by and at - self.raised_at < _SLIP
        return slip or not self.holds_back_a_claim
