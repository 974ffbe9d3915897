"""The list of visits for the scheme's own use: one row a visit, in codes, without a name or a word of free text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mavis.domain.diversion_count import ambulance_avoided, ed_avoided
from mavis.domain.errors import UserError
from mavis.domain.facts import VisitFacts
from mavis.domain.night import wall_time
from mavis.domain.summary import NOT_KNOWN
from mavis.exports.csv_text import csv_bytes
from mavis.system.files import write_whole
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from enum import StrEnum
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its name, its Table Schema type, and its cell of a visit."""

    name: str
    type: str
    cell: Callable[[VisitFacts], str]


def _coded(name: str) -> _Column:
    """A column of one code, which is ``not_known`` when there is none."""

    def cell(visit: VisitFacts) -> str:
        code: StrEnum | None = getattr(visit, name)
        return NOT_KNOWN if code is None else str(code)

    return _Column(name, "string", cell)


def _yes(name: str, holds: Callable[[VisitFacts], bool]) -> _Column:
    return _Column(name, "boolean", lambda visit: "true" if holds(visit) else "false")


def _instant(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def clock_text(at: datetime | None) -> str:
    """What the clock on the wall showed, with its turn on the October night; empty for no time."""
    if at is None:
        return ""
    wall = wall_time(at)
    return f"{wall} {words(f'print.turn.{wall.turn}')}" if wall.turn else str(wall)


_COLUMNS = (
    _Column("shift_date", "date", lambda visit: visit.shift_date.isoformat()),
    _Column("site", "string", lambda visit: visit.site),
    _Column("code", "string", lambda visit: visit.code),
    _Column("arrived_at", "datetime", lambda visit: _instant(visit.arrived_at)),
    _Column("departed_at", "datetime", lambda visit: _instant(visit.departed_at)),
    _Column("arrived_clock", "string", lambda visit: clock_text(visit.arrived_at)),
    _Column("departed_clock", "string", lambda visit: clock_text(visit.departed_at)),
    _Column("minutes", "integer", lambda visit: "" if visit.minutes is None else str(visit.minutes)),
    _yes("entered_late", lambda visit: visit.entered_late),
    *(_coded(name) for name in ("age_band", "gender", "triage", "main_need")),
    _Column("needs", "string", lambda visit: "|".join(visit.needs)),
    _Column("care", "string", lambda visit: "|".join(visit.care)),
    *(_coded(name) for name in ("outcome", "referral_source", "beat_area", "would_have")),
    _Column("basis", "string", lambda visit: visit.basis or ""),
    _yes("ambulance_requested", lambda visit: visit.ambulance_requested),
    _yes("open_clinical_flag", lambda visit: visit.open_clinical_flag),
    _yes("withdrawn", lambda visit: visit.withdrawn),
    _yes("ed_avoided", ed_avoided),
    _yes("ambulance_avoided", ambulance_avoided),
)
COLUMNS = tuple(column.name for column in _COLUMNS)


def visit_cells(visit: VisitFacts) -> tuple[str, ...]:
    """The cells of one visit, in the order of the columns."""
    return tuple(column.cell(visit) for column in _COLUMNS)


def write_visits(visits: Sequence[VisitFacts], out: Path, *, training: bool = False) -> tuple[Path, ...]:
    """Write the list, and beside it a manifest with its columns, rows and hash, and whether everybody is made up.

    Raises:
        UserError: the name is not that of a CSV file.
        StorageError: the disk refuses; what was there before is untouched.
    """
    if out.suffix.lower() != ".csv":
        raise UserError("visits_path")
    table = csv_bytes(COLUMNS, map(visit_cells, _in_order(visits)))
    manifest = out.with_suffix(".datapackage.json")
    write_whole(out, table)
    about = _manifest(out.name, table, len(visits), training=training)
    write_whole(manifest, (json.dumps(about, indent=2) + "\n").encode("utf-8"))
    return (out, manifest)


def _in_order(visits: Iterable[VisitFacts]) -> list[VisitFacts]:
    return sorted(visits, key=lambda visit: (visit.shift_date, visit.site, visit.arrived_at, visit.id))


def _manifest(name: str, table: bytes, rows: int, *, training: bool) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": column.type, "description": words(f"counts.visits.{column.name}")}
        for column in _COLUMNS
    ]
    return {
        "profile": "tabular-data-package",
        "name": "training-mavis-visits" if training else "mavis-visits",
        "description": words("training.package" if training else "counts.package.visits"),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "visits",
                "path": name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{sha256(table).hexdigest()}",
                "rows": rows,
                "schema": {"fields": fields, "missingValues": [""]},
            }
        ],
    }
