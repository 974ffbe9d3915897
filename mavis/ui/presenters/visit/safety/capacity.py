"""The capacity note as data: one decision, four questions about it, and what follows *(Mental Capacity Act 2005)*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.clinical.capacity import what_it_points_to
from mavis.domain.edits.safety import note_capacity
from mavis.domain.record.care import CanDecide
from mavis.system.wording import words
from mavis.ui.presenters.visit.safety.part import Line, Part, Somebody, Told, part_of, pick_one, words_of, yes_no

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.question import Moment

FOUR = {"understands": "understands", "keeps": "remembers", "weighs": "weighs_up", "says": "says"}
"""The four questions, and the field that each answers."""


def _tell(field: str) -> Callable[[Any, Moment], VisitEdit]:
    return lambda value, moment: note_capacity(moment.at, moment.actor.id, **{field: value})


def capacity_part() -> Part:
    """The rows of the block."""
    four = (yes_no(f"capacity.{name}", part_of("capacity", field), _tell(field)) for name, field in FOUR.items())
    held = part_of("capacity", "can_decide")
    decides = pick_one("capacity.can_decide", tuple(CanDecide), held, _tell("can_decide"), columns=3)
    return Part(
        "capacity",
        (
            Line("capacity.decision", words_of("capacity", "decision"), _tell("decision")),
            *four,
            replace(decides, takes_unknown=False),  # not sure is an answer of its own
            Line("capacity.why", words_of("capacity", "why"), _tell("why")),
            Somebody("capacity.by", words_of("capacity", "by"), _tell("by")),
        ),
        capacity_told,
    )


def capacity_told(visit: Visit, _now: datetime) -> Told:
    """What the four answers point to, and what follows from what a person decided."""
    note = visit.capacity
    if note is None:
        return Told("", words("safety.capacity.how"))
    points_to = what_it_points_to(note)
    headline = words(f"safety.capacity.points_{points_to}") if points_to else ""
    follows = note.can_decide or points_to
    more = words(f"safety.capacity.follows_{follows}") if follows else words("safety.capacity.how")
    return Told(headline, more, pressing=CanDecide.NO in {note.can_decide, points_to})
