"""Words that few may read: what others see of a visit, and what their edits leave as it was (domain.md 8).

They are the notes on sexual assault, domestic abuse and safeguarding, and how a person is reached safely.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, Role, may
from mavis.domain.record.safeguarding import Safeguarding

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.domain.record.care import Note
    from mavis.domain.visit.visit import Visit

KEPT_FIELDS = frozenset({"notes", "safeguarding"})
"""The fields of a visit whose history only those see who may read all of it."""


def seen_by(role: Role, visit: Visit) -> Visit:
    """The visit as a role may see it: notes that it may not read are there, without their text."""
    return visit if may(role, Right.READ_SENSITIVE) else without_sensitive_text(visit)


def without_sensitive_text(visit: Visit) -> Visit:
    """The visit with its sensitive words emptied: that there are notes, when and by whom, stays."""
    if any(note.about is not None for note in visit.notes):
        emptied = tuple(note if note.about is None else replace(note, text="") for note in visit.notes)
        visit = replace(visit, notes=emptied)
    if visit.safeguarding is not None and visit.safeguarding.safe_contact:
        visit = replace(visit, safeguarding=replace(visit.safeguarding, safe_contact=""))
    return visit


def left_alone_by(actor: Actor, before: Visit, after: Visit) -> Visit:
    """The visit after an edit of somebody who may write sensitive words but not read them.

    The edit was made on the visit as it was seen, without those texts: whatever it did to them is put back. But the
    author may go on writing a note of their own, or take it away, as undo does.
    """
    if may(actor.role, Right.READ_SENSITIVE):
        return after
    return _with_contact_of(before, _with_notes_of(actor, before, after))


def _with_notes_of(actor: Actor, before: Visit, after: Visit) -> Visit:
    kept = {note.id: note for note in before.notes if note.about is not None}
    if not kept:
        return after
    notes = [_written(actor, kept.pop(note.id, None), note) for note in after.notes]
    return replace(after, notes=(*notes, *(note for note in kept.values() if note.by != actor.id)))


def _written(actor: Actor, kept: Note | None, note: Note) -> Note:
    """The note as it may stand: what was kept, unless it is new or its own author wrote more of it."""
    if kept is None or (kept.by == note.by == actor.id and kept.about is note.about and note.text):
        return note
    return kept


def _with_contact_of(before: Visit, after: Visit) -> Visit:
    """Keep how the person is reached when the edit saw none; words that are written anew stand."""
    held = before.safeguarding.safe_contact if before.safeguarding else ""
    if not held or (after.safeguarding is not None and after.safeguarding.safe_contact):
        return after
    return replace(after, safeguarding=replace(after.safeguarding or Safeguarding(), safe_contact=held))
