"""Edits of what is recorded of an assault, a spiking, a refusal of care, and somebody's power to decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.record.assault import Assault, AssaultMethod, Spiking
from mavis.domain.record.care import CapacityNote, Refusal, Refused
from mavis.domain.record.safeguarding import police_answered

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit

_FRAME = frozenset({"at", "by"})
"""What a note has from the beginning; whoever sets it begins the note, and nothing else is needed to keep it."""


def tell_assault(**fields: Any) -> VisitEdit:
    """Set fields of the assault; when nothing is left of it the visit holds none.

    With its first answer it is also written down that the police were told, where they have answered a referral; with
    its last answer that goes as well.
    """

    def edit(visit: Visit) -> Visit:
        told = replace(visit.assault or Assault(), **fields)
        follows = police_answered(visit.referrals) and "reported_to_police" not in fields
        if told == Assault() or (follows and told == Assault(reported_to_police=True)):
            return replace(visit, assault=None)
        if follows and visit.assault is None:
            told = replace(told, reported_to_police=True)
        return replace(visit, assault=told)

    return edit


def tick_method(method: AssaultMethod, ticked: bool) -> VisitEdit:
    """Add or take away what was used; not known stands alone."""

    def edit(visit: Visit) -> Visit:
        held = () if visit.assault is None or method is AssaultMethod.UNKNOWN else visit.assault.methods
        others = tuple(kept for kept in held if kept not in {method, AssaultMethod.UNKNOWN})
        return tell_assault(methods=(*others, method) if ticked else others)(visit)

    return edit


def tell_spiking(**fields: Any) -> VisitEdit:
    """Set fields of the spiking; when nothing is left of it the visit holds none."""

    def edit(visit: Visit) -> Visit:
        told = replace(visit.spiking or Spiking(), **fields)
        return replace(visit, spiking=None if told == Spiking() else told)

    return edit


def note_refusal(now: datetime, author: str, **fields: Any) -> VisitEdit:
    """Set fields of the refusal, which begins now and by whoever notes it; when nothing is left there is none."""

    def edit(visit: Visit) -> Visit:
        noted = replace(visit.refusal or Refusal("", now, author), **fields)
        empty = noted == Refusal("", noted.at, noted.by) and not fields.keys() & _FRAME
        return replace(visit, refusal=None if empty else noted)

    return edit


def tick_refused(refused: Refused, ticked: bool, now: datetime, author: str) -> VisitEdit:
    """Add or take away what the person said no to."""

    def edit(visit: Visit) -> Visit:
        held = () if visit.refusal is None else visit.refusal.refused
        others = tuple(kept for kept in held if kept is not refused)
        return note_refusal(now, author, refused=(*others, refused) if ticked else others)(visit)

    return edit


def note_capacity(now: datetime, author: str, **fields: Any) -> VisitEdit:
    """Set fields of the capacity note, which begins now and by whoever notes it; when nothing is left there is none."""

    def edit(visit: Visit) -> Visit:
        noted = replace(visit.capacity or CapacityNote(None, now, author), **fields)
        empty = noted == CapacityNote(None, noted.at, noted.by) and not fields.keys() & _FRAME
        return replace(visit, capacity=None if empty else noted)

    return edit
