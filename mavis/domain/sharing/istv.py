"""What is shared of an assault: the dataset of Information Sharing to Tackle Violence, no names (domain.md 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from mavis.domain.record.assault import Assault

NAME_LEFT_OUT = "…"
"""Stands where somebody typed the visitor's name into a free text."""


@dataclass(frozen=True, slots=True)
class SharedAssault:
    """One assault as the Community Safety Partnership gets it.

    ``at`` is when it happened as they say, else when the person came to the bus: then it was before that.
    """

    shift_date: date
    at: datetime
    at_is_stated: bool
    told: Assault


def to_share(shift_date: date, arrived_at: datetime, name: str, told: Assault | None) -> SharedAssault:
    """The assault of a visit without the visitor's name, which is taken out of the free texts as well."""
    assault = told or Assault()
    parts = re.findall(r"\w{2,}", name)
    free = re.compile(rf"\b({'|'.join(parts)})\b", re.IGNORECASE) if parts else None
    return SharedAssault(
        shift_date=shift_date,
        at=assault.at or arrived_at,
        at_is_stated=assault.at is not None,
        told=Assault(
            at=assault.at,
            methods=assault.methods,
            weapon=_without(free, assault.weapon),
            place=assault.place,
            place_description=_without(free, assault.place_description),
            attackers=assault.attackers,
            relationship=assault.relationship,
            reported_to_police=assault.reported_to_police,
        ),
    )


def _without(name: re.Pattern[str] | None, text: str) -> str:
    return name.sub(NAME_LEFT_OUT, text) if name else text


def still_missing(told: Assault | None) -> tuple[str, ...]:
    """The fields of the dataset that nobody has asked for yet, the mandatory time first; not known is an answer."""
    assault = told or Assault()
    asked = {
        "at": assault.at is not None,
        "methods": bool(assault.methods),
        "place": assault.place is not None,
        "place_description": bool(assault.place_description.strip()),
        "attackers": assault.attackers is not None,
        "relationship": assault.relationship is not None,
        "reported_to_police": assault.reported_to_police is not None,
    }
    return tuple(name for name, known in asked.items() if not known)
