"""The list of visits for the scheme's own use: one row a visit, in codes, without a name or a word of free text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.counting.diversion import ambulance_avoided, ed_avoided
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.people.pseudonym import pseudonym
from mavis.domain.shift.night import wall_time
from mavis.exports.described_table import About, Described, write_described
from mavis.exports.visit_clinical import CLINICAL_COLUMNS
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from enum import StrEnum
    from pathlib import Path

    from mavis.domain.counting.facts import VisitFacts


def _coded(name: str) -> Described[VisitFacts]:
    """A column of one code, which is ``not_known`` when there is none."""

    def cell(visit: VisitFacts) -> str:
        code: StrEnum | None = getattr(visit, name)
        return NOT_KNOWN if code is None else str(code)

    return Described(name, "string", cell)


def _yes(name: str, holds: Callable[[VisitFacts], bool]) -> Described[VisitFacts]:
    return Described(name, "boolean", lambda visit: "true" if holds(visit) else "false")


def _instant(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def clock_text(at: datetime | None) -> str:
    """What the clock on the wall showed, with its turn on the October night; empty for no time."""
    if at is None:
        return ""
    wall = wall_time(at)
    return f"{wall} {words(f'print.turn.{wall.turn}')}" if wall.turn else str(wall)


_COLUMNS: tuple[Described[VisitFacts], ...] = (
    Described("shift_date", "date", lambda visit: visit.shift_date.isoformat()),
    Described("site", "string", lambda visit: visit.site),
    Described("code", "string", lambda visit: visit.code),
    Described("arrived_at", "datetime", lambda visit: _instant(visit.arrived_at)),
    Described("departed_at", "datetime", lambda visit: _instant(visit.departed_at)),
    Described("arrived_clock", "string", lambda visit: clock_text(visit.arrived_at)),
    Described("departed_clock", "string", lambda visit: clock_text(visit.departed_at)),
    Described("minutes", "integer", lambda visit: "" if visit.minutes is None else str(visit.minutes)),
    Described("person", "string", lambda visit: visit.person_id or ""),
    _yes("entered_late", lambda visit: visit.entered_late),
    *(_coded(name) for name in ("age_band", "gender", "triage", "main_need")),
    Described("needs", "string", lambda visit: "|".join(visit.needs)),
    Described("care", "string", lambda visit: "|".join(visit.care)),
    *(_coded(name) for name in ("outcome", "referral_source", "beat_area", "would_have")),
    Described("basis", "string", lambda visit: visit.basis or ""),
    _yes("ambulance_requested", lambda visit: visit.ambulance_requested),
    _yes("open_clinical_flag", lambda visit: visit.open_clinical_flag),
    _yes("withdrawn", lambda visit: visit.withdrawn),
    _yes("ed_avoided", ed_avoided),
    _yes("ambulance_avoided", ambulance_avoided),
    *CLINICAL_COLUMNS,
)
COLUMNS = tuple(column.name for column in _COLUMNS)


def write_visits(visits: Sequence[VisitFacts], out: Path, *, key: bytes, training: bool = False) -> tuple[Path, ...]:
    """Write the list, and beside it a manifest with its columns, rows and hash, and whether everybody is made up.

    ``key`` is random and for this export alone: people are told apart by a pseudonym that no other export has.

    Raises:
        UserError: the name is not that of a CSV file.
        StorageError: the disk refuses; what was there before is untouched.
    """
    about = About("visits", words("counts.package.visits"), "counts.visits", training)
    return write_described(_COLUMNS, _in_order(_nameless(visit, key) for visit in visits), out, about)


def _nameless(visit: VisitFacts, key: bytes) -> VisitFacts:
    return replace(visit, person_id=pseudonym(visit.person_id, key)) if visit.person_id else visit


def _in_order(visits: Iterable[VisitFacts]) -> list[VisitFacts]:
    return sorted(visits, key=lambda visit: (visit.shift_date, visit.site, visit.arrived_at, visit.id))
