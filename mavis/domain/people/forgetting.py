"""Taking an identity out of a record so that every count stays the same (domain.md 9).

A visit keeps its codes, times, places and the authors of its entries. Every word that somebody typed about the person
goes: the name, the description, notes, goals, reasons. Where it matters for a count that something was written, a dash
says so.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from mavis.domain.visit import Visit

GONE = "\N{EN DASH}"
"""What stands where words were."""

WORDS = frozenset(
    f"{block}.{field}"
    for block, held in {
        "triage": ("reason",),
        "notes": ("text",),
        "refusal": ("advised", "by", "witnessed_by"),
        "abi": ("clinical_reason", "goal"),
        "spiking": ("which_symptoms", "clothing"),
        "safeguarding": ("safe_contact", "child.handed_to", "child.with_whom"),
        "referrals": ("reason", "decided_by", "how", "reference", "result", "action"),
        "capacity": ("why", "decision"),
    }.items()
    for field in held
)
"""The fields of a visit that hold words about the person, by their way from the visit; name and label beside them."""

_WHO = frozenset({"name", "label"})


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What a stripping would take: people and visits last seen before a date; those on hold are left out."""

    before: date
    people: int
    visits: int
    held: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not (self.people or self.visits)


def last_kept(today: date, months: int) -> date:
    """The date before which the last visit must lie: so many months back, the last day where a month is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = today.day
    while True:
        try:
            return date(year, month + 1, day)
        except ValueError:
            day -= 1


def without_identity(visit: Visit) -> Visit:
    """The visit without a word about the person."""
    return replace(cast("Visit", _wordless(visit, "")), name="", label="")


def without_words(field: str, value: object) -> object:
    """What a field of a visit held, once, without a word about the person."""
    return "" if field in _WHO else _wordless(value, field)


def _wordless(value: object, way: str) -> object:
    """The value with a dash for each text of ``WORDS`` that it holds."""
    if isinstance(value, tuple):
        return tuple(_wordless(item, way) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        left = {name: _wordless(getattr(value, name), f"{way}.{name}".lstrip(".")) for name in _names(type(value))}
        return replace(value, **left)
    return GONE if way in WORDS and value else value


@cache
def _names(record: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
