"""Notes that few may read: what others see of a visit, and what their edits leave as it was (domain.md 8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.roles import Right, Role, may

if TYPE_CHECKING:
    from mavis.domain.roles import Actor
    from mavis.domain.visit import Visit


def seen_by(role: Role, visit: Visit) -> Visit:
    """The visit as a role may see it: notes that it may not read are there, without their text."""
    return visit if may(role, Right.READ_SENSITIVE) else without_sensitive_text(visit)


def without_sensitive_text(visit: Visit) -> Visit:
    """The visit with its sensitive notes emptied: that they exist, when and by whom, stays."""
    if all(note.about is None for note in visit.notes):
        return visit
    return replace(visit, notes=tuple(note if note.about is None else replace(note, text="") for note in visit.notes))


def left_alone_by(actor: Actor, before: Visit, after: Visit) -> Visit:
    """The visit after an edit of somebody who may add sensitive notes but not read them.

    The edit was made on the visit as it was seen, without those texts: whatever it did to them is put back, but the
    author may take a note of their own away, as undo does.
    """
    kept = {note.id: note for note in before.notes if note.about is not None}
    if may(actor.role, Right.READ_SENSITIVE) or not kept:
        return after
    notes = [kept.pop(note.id, note) for note in after.notes]
    return replace(after, notes=(*notes, *(note for note in kept.values() if note.by != actor.id)))
