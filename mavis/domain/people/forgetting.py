"""Taking an identity out of a record so that every count stays the same (domain.md 9).

A visit keeps its codes, times, the authors of its entries, and a place where it is one of the scheme's list. Every word
that somebody typed goes: the name, the description, notes, goals, reasons, and a place that is on no list ("outside
Kate's flat"). So do the notes of the night. Where it matters for a count that something was written, a dash says so.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from _typeshed import DataclassInstance

    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit

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
        "assault": ("weapon",),
    }.items()
    for field in held
)
"""The fields of a visit that hold words about the person, by their way from the visit; name and label beside them."""

PLACES = frozenset({"found_location", "assault.place_description", "spiking.place"})
"""The fields that hold a place as it was typed, which may be somebody's home."""

_TYPED = WORDS | PLACES
_WHO = frozenset({"name", "label"})


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What a stripping would take: people and visits last seen before a date, and the notes of nights before it.

    Those on hold are left out, and so are the notes of nights on which they were aboard.
    """

    before: date
    people: int
    visits: int
    held: int
    nights: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not (self.people or self.visits or self.nights)


def last_kept(today: date, months: int) -> date:
    """The date before which the last visit must lie: so many months back, the last day where a month is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = today.day
    while True:
        try:
            return date(year, month + 1, day)
        except ValueError:
            day -= 1


def places_known(names: Iterable[str]) -> frozenset[str]:
    """The names of the scheme's own list of places, as typed ones are compared with them."""
    return frozenset(map(_folded, names))


def without_identity(visit: Visit, places: Collection[str] = ()) -> Visit:
    """The visit without a word about the person; ``places`` are those of ``places_known``."""
    return replace(cast("Visit", _wordless(visit, "", places)), name="", label="")


def without_words(field: str, value: object, places: Collection[str] = ()) -> object:
    """What a field of a visit held, once, without a word about the person."""
    return "" if field in _WHO else _wordless(value, field, places)


def without_notes(shift: Shift) -> Shift:
    """The night without what the crew wrote for the next; that there was a note or an incident stays, and when."""
    incidents = tuple(replace(note, text=GONE) for note in shift.incidents)
    return replace(shift, handover_notes=GONE if shift.handover_notes else "", incidents=incidents)


def _wordless(value: object, way: str, places: Collection[str]) -> object:
    """The value with a dash for each text of ``WORDS`` that it holds, and for each place that is on no list."""
    if isinstance(value, tuple):
        return tuple(_wordless(item, way, places) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        left = {
            name: _wordless(getattr(value, name), f"{way}.{name}".lstrip("."), places) for name in _names(type(value))
        }
        return replace(value, **left)
    if way in PLACES and isinstance(value, str) and _folded(value) in places:
        return value
    return GONE if way in _TYPED and value else value


def _folded(place: str) -> str:
    return " ".join(place.split()).casefold()


@cache
def _names(record: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
