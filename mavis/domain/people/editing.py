"""An edit of a person as they are shown, who may be several records in one, taken over into those records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.people.merging import face_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.people.person import Person

_LISTS = ("names", "aliases", "alerts")
_FACTS = ("birth", "gender", "district", "description")


def edited(records: Sequence[Person], before: Person, after: Person) -> tuple[Person, ...]:
    """The records of somebody after an edit of what is shown of them.

    What was changed or taken away changes wherever it stands; what is new goes to the oldest record; a legal hold is of
    the whole person and goes to every record. Nothing else of a record changes, so that each can be given back as it
    was, and a merge can be undone after any edit.
    """
    face = face_of(record.id for record in records)
    return tuple(_edited(record, before, after, is_face=record.id == face) for record in records)


def carried_over(held: Person, before: Person, after: Person) -> Person:
    """The record as it is held, with whatever an edit of that record changed and no more."""
    changed: dict[str, Any] = {
        name: getattr(after, name) for name in (*_FACTS, "held") if getattr(after, name) != getattr(before, name)
    }
    lists: dict[str, Any] = {
        name: _several(getattr(held, name), getattr(before, name), getattr(after, name), takes_new=True)
        for name in _LISTS
    }
    return replace(held, **changed, **lists)


def _edited(record: Person, before: Person, after: Person, *, is_face: bool) -> Person:
    changed: dict[str, Any] = {}
    for name in _FACTS:
        shown, wanted = getattr(before, name), getattr(after, name)
        says_it = getattr(record, name) == shown if shown else is_face
        if wanted != shown and says_it:
            changed[name] = wanted
    for name in _LISTS:
        changed[name] = _several(getattr(record, name), getattr(before, name), getattr(after, name), takes_new=is_face)
    return replace(record, held=record.held if after.held == before.held else after.held, **changed)


def _several(
    held: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...], *, takes_new: bool
) -> tuple[Any, ...]:
    """A list of a record after an edit: what takes the place of something else stands where that stood."""
    if held == before and takes_new:
        return after
    gone = [item for item in before if item not in after]
    new = [item for item in after if item not in before]
    instead = dict(zip(gone, new, strict=False))
    kept = tuple(instead.get(item, item) for item in held if item in instead or item not in gone)
    added = new[len(gone) :] if takes_new else []
    return (*kept, *(item for item in added if item not in kept))
