"""Assaults for the Community Safety Partnership: one row each, with a data dictionary beside it; never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.answers import known
from mavis.domain.shift.night import wall_time
from mavis.exports.described_table import About, Described, write_described
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mavis.domain.record.answers import Code, NoAnswer
    from mavis.domain.sharing.istv import SharedAssault


def _code(code: Code | NoAnswer | None) -> str:
    return str(known(code) or "")


def _yes(answer: bool | NoAnswer | None) -> str:
    if not isinstance(answer, bool):
        return "unknown"
    return "yes" if answer else "no"


_COLUMNS: tuple[Described[SharedAssault], ...] = (
    Described("night", "date", lambda one: one.shift_date.isoformat()),
    Described("assault_at", "datetime", lambda one: one.at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    Described("assault_clock", "string", lambda one: str(wall_time(one.at))),
    Described("assault_at_basis", "string", lambda one: "stated" if one.at_is_stated else "before_arrival"),
    Described("methods", "string", lambda one: "|".join(one.told.methods) or "unknown"),
    Described("weapon", "string", lambda one: one.told.weapon),
    Described("location_type", "string", lambda one: _code(one.told.place)),
    Described("location_description", "string", lambda one: one.told.place_description),
    Described("attackers", "string", lambda one: _code(one.told.attackers) or "unknown"),
    Described("relationship", "string", lambda one: _code(one.told.relationship) or "unknown"),
    Described("reported_to_police", "string", lambda one: _yes(one.told.reported_to_police)),
)


def write_istv(assaults: Sequence[SharedAssault], out: Path, *, training: bool = False) -> tuple[Path, ...]:
    """Write the list in order of time, and its schema and data dictionary beside it.

    Raises:
        UserError: the name is not that of a CSV file.
        StorageError: the disk refuses; what was there before is untouched.
    """
    about = About("istv", words("istv.description"), "istv.column", training)
    return write_described(_COLUMNS, sorted(assaults, key=lambda one: one.at), out, about)
