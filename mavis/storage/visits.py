"""Visits in the database: whole visits in, whole visits out; a save writes the cells that differ and their history."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from mavis.domain.errors import UnreadableError
from mavis.domain.record.diversion import Diversion
from mavis.domain.visit.triage import Triage
from mavis.domain.visit.visit import Visit, differing_fields
from mavis.storage.codec import encode
from mavis.storage.columns import NOT_READ, Columns
from mavis.storage.statements import delete_from, insert_into, select, update
from mavis.storage.visit_parts import OF_SHIFT, OF_VISIT, PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlite_utils import Database as Connection

    from mavis.storage.audit_trail import Trail
    from mavis.storage.columns import Cell
    from mavis.storage.history import History
    from mavis.storage.left_out import LeftOut

_OWN = Columns(Visit, without=("triage", "diversion", *(part.field for part in PARTS)))
_TRIAGE = Columns(Triage, prefix="triage_")
_DIVERSION = Columns(Diversion)
_READ = (*_OWN.names, *_TRIAGE.names, *_DIVERSION.names)
_WRITTEN = (*_READ, "main_need", "open_clinical_flag")
_TRIAGE_STARTS = len(_OWN.names)
_DIVERSION_STARTS = _TRIAGE_STARTS + len(_TRIAGE.names)
_NO_TRIAGE: list[Cell] = [None] * len(_TRIAGE.names)

_INSERT = insert_into("visit", _WRITTEN)
_BY_ID = select(_READ, "visit", "WHERE id = ?")
_CODE = "SELECT code FROM visit WHERE id = ?"
_NUMBER = "SELECT visit.code, shift.date FROM visit JOIN shift ON shift.id = visit.shift_id WHERE visit.id = ?"
_IDS = "SELECT id FROM visit WHERE shift_id = ?"
_BY_CODE = "SELECT id FROM visit WHERE shift_id = ? AND code = ?"
_BY_SHIFT = select(_READ, "visit", "WHERE shift_id = ?")
_LAST_NUMBER = """
    SELECT max(CAST(substr(code, 2) AS INTEGER)) FROM visit WHERE shift_id IN (
        SELECT id FROM shift WHERE date = (SELECT date FROM shift WHERE id = ?))"""
_OF_IMPORT = delete_from("visit", "WHERE import_id = ?")


class VisitReader:
    """Reads visits."""

    def __init__(self, connection: Connection, left_out: LeftOut) -> None:
        """Read through this connection; ``left_out`` is told of visits that cannot be read."""
        self._db = connection.conn
        self._left_out = left_out

    def get(self, visit_id: str) -> Visit | None:
        """The visit of an id, or None.

        Raises:
            UnreadableError: it is there, and holds something that no visit can hold.
        """
        try:
            return next(iter(self._visits(_BY_ID, OF_VISIT, visit_id)), None)
        except NOT_READ as cause:
            ((code,),) = self._db.execute(_CODE, (visit_id,))
            raise UnreadableError("visit_unreadable", code=code) from cause

    def those(self, visit_ids: Iterable[str]) -> list[Visit]:
        """Those of these visits that can be read, in the order of the ids."""
        found: list[Visit] = []
        for visit_id in visit_ids:
            try:
                found += self._visits(_BY_ID, OF_VISIT, visit_id)
            except NOT_READ as cause:
                ((code, day),) = self._db.execute(_NUMBER, (visit_id,))
                self._left_out.note("visit", f"{code} ({day})", cause)
        return found

    def by_code(self, shift_id: str, code: str) -> Visit | None:
        """The visit of a shift that has the short code, or None."""
        found = self._db.execute(_BY_CODE, (shift_id, code)).fetchone()
        return None if found is None else self.get(found[0])

    def of_shift(self, shift_id: str) -> tuple[Visit, ...]:
        """All visits of a shift that can be read, by arrival."""
        try:
            found = self._visits(_BY_SHIFT, OF_SHIFT, shift_id)
        except NOT_READ:
            found = self.those(visit_id for (visit_id,) in self._db.execute(_IDS, (shift_id,)).fetchall())
        return tuple(sorted(found, key=attrgetter("arrived_at", "id")))

    def last_number(self, shift_id: str) -> int:
        """The highest number in a short code of the shift's night, in any of its shifts; 0 before the first visit."""
        return self._db.execute(_LAST_NUMBER, (shift_id,)).fetchone()[0] or 0

    def _visits(self, query: str, where: str, key: str) -> list[Visit]:
        rows = self._db.execute(query, (key,)).fetchall()
        lists = {part.field: part.read(self._db, where, key) for part in PARTS} if rows else {}
        return [_visit(row, lists) for row in rows]


class Visits(VisitReader):
    """Reads and writes visits, in one transaction with the trail and the history."""

    def __init__(self, connection: Connection, left_out: LeftOut, trail: Trail, history: History) -> None:
        """Write through this connection, and tell these two."""
        super().__init__(connection, left_out)
        self._trail = trail
        self._history = history

    def add(self, visit: Visit, reason: str = "") -> None:
        """Write a new visit; the reason says why when its shift was signed off already."""
        self._db.execute(_INSERT, _cells(visit))
        for part in PARTS:
            part.add(self._db, (visit,))
        seq = self._trail.note("visit_opened", visit.id, encode(visit))
        if reason:
            self._history.add(visit.id, seq, [("code", encode(None), encode(visit.code))], reason)

    def save(self, old: Visit, new: Visit, reason: str = "") -> None:
        """Write what differs between two states of a visit, and keep both in its history.

        Raises:
            ValueError: the two are not the same visit.
        """
        if (old.id, old.code, old.shift_id) != (new.id, new.code, new.shift_id):
            raise ValueError("not the same visit")
        changed = differing_fields(old, new)
        if not changed:
            return
        self._save_cells(old, new)
        for part in PARTS:
            if part.field in changed:
                part.save(self._db, old, new)
        changes = [(field, encode(getattr(old, field)), encode(getattr(new, field))) for field in changed]
        seq = self._trail.note("visit_changed", new.id, encode(tuple(changes)))
        self._history.add(new.id, seq, changes, reason)

    def forget(self, old: Visit, new: Visit, places: Collection[str]) -> None:
        """Write a visit without its words; of what it was nothing but known places stays, in no list and no history."""
        self._save_cells(old, new)
        for part in PARTS:
            part.save(self._db, old, new)
        self._history.forget(new.id, places)
        self._trail.note("visit_stripped", new.id, encode(new))

    def add_imported(self, visits: Iterable[Visit], import_id: str) -> None:
        """Write the visits of an import; the import's own entry in the trail stands for them all.

        Columns that no old log fills are left out: handing over an empty cell costs ten times as much as a full one.
        """
        visits = tuple(visits)
        rows = [(*_cells(visit), import_id) for visit in visits]
        used = [column.count(None) < len(rows) for column in zip(*rows, strict=True)]
        columns = tuple(compress((*_WRITTEN, "import_id"), used))
        self._db.executemany(insert_into("visit", columns), [tuple(compress(row, used)) for row in rows])
        for part in PARTS:
            part.add(self._db, visits)

    def remove_imported(self, import_id: str) -> int:
        """Take away every visit of an import, with its history; returns how many."""
        return self._db.execute(_OF_IMPORT, (import_id,)).rowcount

    def _save_cells(self, old: Visit, new: Visit) -> None:
        different = [
            (name, after)
            for name, before, after in zip(_WRITTEN, _cells(old), _cells(new), strict=True)
            if before != after
        ]
        if different:
            names, cells = zip(*different, strict=True)
            self._db.execute(update("visit", names, "id"), (*cells, new.id))


def _cells(visit: Visit) -> list[Cell]:
    """The cells of a visit's own row, in the order of ``_WRITTEN``; the last two are worked out for counting."""
    main_need = visit.main_need
    return [
        *_OWN.cells(visit),
        *(_NO_TRIAGE if visit.triage is None else _TRIAGE.cells(visit.triage)),
        *_DIVERSION.cells(visit.diversion),
        None if main_need is None else str(main_need),
        int(bool(visit.flags and visit.open_clinical_flags)),
    ]


def _visit(row: Sequence[Cell], lists: Mapping[str, Mapping[str, tuple[object, ...]]]) -> Visit:
    values = _OWN.values(row[:_TRIAGE_STARTS])
    triage = row[_TRIAGE_STARTS:_DIVERSION_STARTS]
    values["triage"] = None if triage[0] is None else _TRIAGE.value(triage)
    values["diversion"] = _DIVERSION.value(row[_DIVERSION_STARTS:])
    for field, found in lists.items():
        values[field] = found.get(values["id"], ())
    return Visit(**values)
