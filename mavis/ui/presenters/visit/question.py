"""What a question of a visit is: its codes, what the record holds of it, and which edit a choice makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mavis.domain.access.roles import Actor
from mavis.domain.edits.visit import VisitEdit
from mavis.domain.reference import FlagRules
from mavis.domain.visit.visit import Visit
from mavis.ui.keys.letters import ANSWERS


class Section(StrEnum):
    """The sections of a visit, in the order of their digits 1 to 7."""

    ARRIVAL = "arrival"
    TRIAGE = "triage"
    OBSERVATIONS = "observations"
    CARE = "care"
    ALCOHOL = "alcohol"
    SAFETY = "safety"
    LEAVING = "leaving"

    @property
    def digit(self) -> str:
        """The key that leads there."""
        return str(list(Section).index(self) + 1)


SECTIONS = {section.digit: section for section in Section}
"""Each section by its digit."""


def way_to_part(part: str) -> str:
    """The keys that lead to a part of *Safety*."""
    return f"{Section.SAFETY.digit} {ANSWERS['safety.part'][part]}"


@dataclass(frozen=True, slots=True)
class Moment:
    """Who chooses, when, under which rules, and where new ids come from."""

    at: datetime
    actor: Actor
    new_id: Callable[[], str]
    rules: FlagRules


@dataclass(frozen=True, slots=True)
class Question:
    """One question: pick one or pick any of its codes.

    ``chosen`` reads the record; ``edit`` makes the edit for choosing (True) or taking back (False) a code. A question
    with ``folded`` waits behind *More* because it is rarely asked; ``takes_unknown`` means that it can be answered "not
    known" or "refused"; ``hold`` names codes that must be held for a second.
    """

    id: str
    section: Section
    codes: tuple[str, ...]
    one: bool
    columns: int
    chosen: Callable[[Visit], frozenset[str]]
    edit: Callable[[str, bool, Moment, Visit], VisitEdit]
    folded: bool = False
    stacked: bool = False
    takes_unknown: bool = False
    hold: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The part of the id behind the section."""
        return self.id.split(".", 1)[1]
