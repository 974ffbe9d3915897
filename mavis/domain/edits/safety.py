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


_BY_ANSWER: dict[str, Any] = {"reported_to_police": True, "told_by_answer": True}
"""What the answer of the police to a referral says of an assault, for as long as nobody says it themselves."""


def tell_assault(**fields: Any) -> VisitEdit:
    """Set fields of the assault; when nothing is left of it the visit holds none.

    With its first answer it is also written down that the police were told, where they have answered a referral; with
    its last answer that goes as well.
    """
    ticked: dict[str, Any] = {"told_by_answer": False} if "reported_to_police" in fields else {}

    def edit(visit: Visit) -> Visit:
        told = replace(visit.assault or Assault(), **fields, **ticked)
        if told in (Assault(), Assault(**_BY_ANSWER)):
            return replace(visit, assault=None)
        if visit.assault is None and not ticked and police_answered(visit.referrals):
            told = replace(told, **_BY_ANSWER)
        return replace(visit, assault=told)

    return edit


def hear_police(visit: Visit) -> Visit:
    """Write down that the police were told of the assault where they have answered a referral and nobody said so.

    Once no answer of theirs stands, what it alone had said goes with it, and no tick.
    """
    held = visit.assault
    if held is None:
        return visit
    if police_answered(visit.referrals):
        return replace(visit, assault=replace(held, **_BY_ANSWER)) if held.reported_to_police is None else visit
    return tell_assault(reported_to_police=None)(visit) if held.told_by_answer else visit


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
