"""Shifts in the database, with their crew and their tallies."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.shift.shift import CrewMember, Shift, SignOff
from mavis.domain.shift.tally import Tally
from mavis.storage.codec import encode
from mavis.storage.columns import Columns
from mavis.storage.statements import delete_from, insert_into, replace_into, select, update

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database as Connection

    from mavis.storage.audit_trail import Trail
    from mavis.storage.columns import Cell

_OWN = Columns(Shift, without=("crew", "sign_off"))
_SIGN_OFF = Columns(SignOff, prefix="sign_off_")
_CREW = Columns(CrewMember)
_READ = (*_OWN.names, *_SIGN_OFF.names)
_WRITTEN = (*_READ, "weekday")
_SIGN_OFF_STARTS = len(_OWN.names)
_NO_SIGN_OFF: list[Cell] = [None] * len(_SIGN_OFF.names)

_INSERT = insert_into("shift", _WRITTEN)
_INSERT_IMPORTED = insert_into("shift", (*_WRITTEN, "import_id"))
_UPDATE = update("shift", _WRITTEN, "id")
_BY_ID = select(_READ, "shift", "WHERE id = ?")
_SIGNED_OFF = "SELECT sign_off_at FROM shift WHERE id = ?"
_OPEN = select(_READ, "shift", "WHERE closed_at IS NULL")
_ON_DATE = select(_READ, "shift", "WHERE date = ? ORDER BY opened_at DESC, id DESC LIMIT 1")
_LAST_CLOSED = select(
    _READ, "shift", "WHERE closed_at IS NOT NULL ORDER BY date DESC, opened_at DESC, id DESC LIMIT 1 OFFSET ?"
)
_OF_NIGHTS = """
    SELECT id, (SELECT count(*) FROM visit WHERE visit.shift_id = shift.id) FROM shift
    WHERE date BETWEEN ? AND ? ORDER BY date, opened_at, id"""
_DATES = "SELECT id, date FROM shift WHERE id IN (SELECT value FROM json_each(?))"
_SAME_WEEKDAY = select(
    _READ, "shift", "WHERE site = ? AND weekday = ? AND date < ? ORDER BY date DESC, opened_at DESC LIMIT 1"
)
_NIGHTS = (
    "SELECT date, (SELECT count(*) FROM visit WHERE visit.shift_id = shift.id) FROM shift ORDER BY date, opened_at"
)
_NOTED_LONG_AGO = """
    SELECT shift.id FROM shift WHERE shift.date < ? AND shift.closed_at IS NOT NULL
    AND (shift.handover_notes <> '' OR shift.incidents <> '[]') AND NOT EXISTS (
        SELECT 1 FROM visit JOIN person ON person.id = visit.person_id
        WHERE visit.shift_id = shift.id AND person.face IN (SELECT face FROM person WHERE held = 1))"""
_CREW_OF = select(_CREW.names, "shift_crew", "WHERE shift_id = ? ORDER BY place")
_PUT_CREW = insert_into("shift_crew", ("shift_id", "place", *_CREW.names))
_CLEAR_CREW = delete_from("shift_crew", "WHERE shift_id = ?")
_TALLIES = "SELECT kind, count FROM tally WHERE shift_id = ?"
_TALLY = "SELECT count FROM tally WHERE shift_id = ? AND kind = ?"
_PUT_TALLY = replace_into("tally", ("shift_id", "kind", "count"))
_TAP = "INSERT OR IGNORE INTO tally_tap (shift_id, id) VALUES (?, ?)"
_EMPTY_IMPORTED = delete_from(
    "shift", "WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.shift_id = shift.id)"
)


class ShiftReader:
    """Reads shifts."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def get(self, shift_id: str) -> Shift | None:
        """The shift of an id, or None."""
        return self._shift(_BY_ID, shift_id)

    def open_one(self) -> Shift | None:
        """The shift that is open on this laptop, or None."""
        return self._shift(_OPEN)

    def is_signed_off(self, shift_id: str) -> bool:
        """Whether a shift was signed off, so that changes of its visits are amendments."""
        found = self._db.execute(_SIGNED_OFF, (shift_id,)).fetchone()
        return found is not None and found[0] is not None

    def on(self, shift_date: date) -> Shift | None:
        """The shift of a night, the latest if the bus went out twice; None when it stayed at home."""
        return self._shift(_ON_DATE, shift_date.isoformat())

    def last_closed(self, back: int = 0) -> Shift | None:
        """The newest shift that is over, or the one that was over so many shifts before it; None for no such."""
        return self._shift(_LAST_CLOSED, back)

    def of_nights(self, first: date, last: date) -> tuple[tuple[Shift, int], ...]:
        """Each shift from a date to a date, oldest first, with the number of its visits; a night may have several."""
        rows = self._db.execute(_OF_NIGHTS, (first.isoformat(), last.isoformat())).fetchall()
        return tuple((shift, visits) for shift_id, visits in rows if (shift := self.get(shift_id)) is not None)

    def dates(self, shift_ids: Iterable[str]) -> Mapping[str, date]:
        """The shift date of each of these shifts."""
        rows = self._db.execute(_DATES, (json.dumps(list(shift_ids)),))
        return {shift_id: date.fromisoformat(day) for shift_id, day in rows}

    def last_like(self, site: str, shift_date: date) -> Shift | None:
        """The newest earlier shift of the same site and weekday, or None."""
        return self._shift(_SAME_WEEKDAY, site, shift_date.weekday(), shift_date.isoformat())

    def nights(self) -> tuple[tuple[date, int], ...]:
        """Every shift by its date, oldest first, with the number of its visits."""
        return tuple((date.fromisoformat(day), visits) for day, visits in self._db.execute(_NIGHTS))

    def noted_before(self, day: date) -> tuple[Shift, ...]:
        """The closed shifts before a day with notes or incidents, without those on which somebody held was aboard."""
        found = self._db.execute(_NOTED_LONG_AGO, (day.isoformat(),)).fetchall()
        return tuple(shift for (shift_id,) in found if (shift := self.get(shift_id)) is not None)

    def tallies(self, shift_id: str) -> Mapping[str, int | None]:
        """The tallies of a shift by kind; a kind that nobody touched is missing."""
        return dict(self._db.execute(_TALLIES, (shift_id,)).fetchall())

    def tally(self, shift_id: str, kind: str) -> Tally:
        """One tally of a shift; not counted when nobody touched it."""
        found = self._db.execute(_TALLY, (shift_id, kind)).fetchone()
        return Tally(kind, None if found is None else found[0])

    def _shift(self, query: str, *keys: Cell) -> Shift | None:
        row = self._db.execute(query, keys).fetchone()
        if row is None:
            return None
        signed = row[_SIGN_OFF_STARTS:]
        values = _OWN.values(row[:_SIGN_OFF_STARTS])
        values["sign_off"] = None if signed[0] is None else _SIGN_OFF.value(signed)
        values["crew"] = tuple(map(_CREW.value, self._db.execute(_CREW_OF, (values["id"],))))
        return Shift(**values)


class Shifts(ShiftReader):
    """Reads and writes shifts, in one transaction with the trail."""

    def __init__(self, connection: Connection, trail: Trail) -> None:
        """Write through this connection, and tell the trail."""
        super().__init__(connection)
        self._trail = trail

    def add(self, shift: Shift) -> None:
        """Write a new shift."""
        self._db.execute(_INSERT, _cells(shift))
        self._put_crew(shift)
        self._trail.note("shift_opened", shift.id, encode(shift))

    def save(self, old: Shift, new: Shift, action: str = "shift_changed") -> None:
        """Write a new state of a shift; nothing is written when nothing differs.

        Raises:
            ValueError: the two are not the same shift.
        """
        if old.id != new.id:
            raise ValueError("not the same shift")
        if old == new:
            return
        self._db.execute(_UPDATE, (*_cells(new), new.id))
        if old.crew != new.crew:
            self._db.execute(_CLEAR_CREW, (new.id,))
            self._put_crew(new)
        self._trail.note(action, new.id, encode((old, new)))

    def set_tally(self, shift_id: str, tally: Tally) -> None:
        """Write what a tally is now."""
        self._db.execute(_PUT_TALLY, (shift_id, tally.kind, tally.count))
        self._trail.note("tally_counted", shift_id, encode(tally))

    def is_new_tap(self, shift_id: str, tap_id: str) -> bool:
        """Remember a tap; False when it was counted before, so that a repeated save counts once."""
        return self._db.execute(_TAP, (shift_id, tap_id)).rowcount == 1

    def add_imported(self, shifts: Iterable[Shift], import_id: str) -> None:
        """Write the shifts of an import; the import's own entry in the trail stands for them all."""
        self._db.executemany(_INSERT_IMPORTED, [(*_cells(shift), import_id) for shift in shifts])

    def remove_imported(self, import_id: str) -> int:
        """Take away the shifts that an import made and that hold no visit now; returns how many."""
        return self._db.execute(_EMPTY_IMPORTED, (import_id,)).rowcount

    def _put_crew(self, shift: Shift) -> None:
        rows = [(shift.id, place, *_CREW.cells(member)) for place, member in enumerate(shift.crew)]
        self._db.executemany(_PUT_CREW, rows)


def _cells(shift: Shift) -> list[Cell]:
    signed = _NO_SIGN_OFF if shift.sign_off is None else _SIGN_OFF.cells(shift.sign_off)
    return [*_OWN.cells(shift), *signed, shift.date.weekday()]
