"""What came in from old logs: each import with its counts and the rows it left out, so that it can be undone whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mavis.storage.codec import encode
from mavis.storage.columns import Columns, to_cell
from mavis.storage.statements import insert_into, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database as Connection

    from mavis.storage.audit_trail import Trail


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: who brought it in when, the SHA-256 of the file (hex; never its name), and what it added."""

    id: str
    at: datetime
    by: str
    fingerprint: str
    shifts: int
    visits: int
    undone_at: datetime | None = None


_COLUMNS = Columns(ImportBatch)
_INSERT = insert_into("import_batch", _COLUMNS.names)
_BY_ID = select(_COLUMNS.names, "import_batch", "WHERE id = ?")
_ALL = select(_COLUMNS.names, "import_batch", "ORDER BY at, id")
_UNDONE = "UPDATE import_batch SET undone_at = ? WHERE id = ?"
_PUT_ROW = insert_into("import_row", ("import_id", "row", "reason"))
_ROWS = "SELECT row, reason FROM import_row WHERE import_id = ? ORDER BY row"


class ImportReader:
    """Reads the list of imports."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def get(self, import_id: str) -> ImportBatch | None:
        """The import of an id, or None."""
        row = self._db.execute(_BY_ID, (import_id,)).fetchone()
        return None if row is None else _COLUMNS.value(row)

    def all(self) -> tuple[ImportBatch, ...]:
        """Every import, oldest first, the undone ones too."""
        return tuple(map(_COLUMNS.value, self._db.execute(_ALL)))

    def left_out(self, import_id: str) -> tuple[tuple[int, str], ...]:
        """The rows of the file that stayed out, by number, with the reason's key."""
        return tuple(self._db.execute(_ROWS, (import_id,)))


class ImportLog(ImportReader):
    """Reads and writes the list of imports, in one transaction with the trail."""

    def __init__(self, connection: Connection, trail: Trail, at: datetime, by: str) -> None:
        """Write through this connection, and tell the trail."""
        super().__init__(connection)
        self._trail = trail
        self._at = at
        self._by = by

    def add(
        self, import_id: str, fingerprint: str, shifts: int, visits: int, left_out: Sequence[tuple[int, str]]
    ) -> ImportBatch:
        """Write an import before its shifts and visits, and note it in the trail."""
        batch = ImportBatch(import_id, self._at, self._by, fingerprint, shifts, visits)
        self._db.execute(_INSERT, _COLUMNS.cells(batch))
        self._db.executemany(_PUT_ROW, [(import_id, row, reason) for row, reason in left_out])
        self._trail.note("import_done", import_id, encode(batch))
        return batch

    def mark_undone(self, import_id: str) -> None:
        """Write that everything an import added was taken away again."""
        self._db.execute(_UNDONE, (to_cell(self._at), import_id))
        self._trail.note("import_undone", import_id, "")
