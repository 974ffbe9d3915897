"""The history of visits: every field that ever changed, with both values, who, when and, once signed off, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.forgetting import GONE, without_words
from mavis.domain.visit.amendment import Change
from mavis.domain.visit.visit import Visit
from mavis.storage.codec import decode_field, encode
from mavis.storage.columns import from_cell, to_cell
from mavis.storage.statements import insert_into

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlite_utils import Database as Connection

_INSERT = insert_into("change", ("visit_id", "audit_seq", "field", "old", "new", "by", "at", "reason"))
_READ = (
    'SELECT change.visit_id, visit.code, change.field, change.old, change.new, change."by",'
    " coalesce(crew_person.name, ''), change.at, change.reason"
    " FROM visit JOIN change ON change.visit_id = visit.id"
    ' LEFT JOIN crew_person ON crew_person.id = change."by"'
)
_OF_VISIT = " ".join([_READ, "WHERE visit.id = ? ORDER BY change.audit_seq"])
_AMENDMENTS = " ".join([_READ, "WHERE visit.shift_id = ? AND change.reason <> '' ORDER BY change.audit_seq"])

_WORDS = "SELECT audit_seq, field, old, new, reason FROM change WHERE visit_id = ?"
_REWRITE = "UPDATE change SET old = ?, new = ?, reason = ? WHERE visit_id = ? AND audit_seq = ? AND field = ?"


class HistoryReader:
    """Reads what changed."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def of_visit(self, visit_id: str) -> tuple[Change, ...]:
        """All changes of one visit, oldest first."""
        return self._changes(_OF_VISIT, visit_id)

    def amendments(self, shift_id: str) -> tuple[Change, ...]:
        """The changes of a shift's visits since it was signed off, oldest first."""
        return self._changes(_AMENDMENTS, shift_id)

    def _changes(self, query: str, subject: str) -> tuple[Change, ...]:
        return tuple(
            Change(visit, code, field, old, new, by, name, from_cell(at), reason)
            for visit, code, field, old, new, by, name, at, reason in self._db.execute(query, (subject,))
        )


class History(HistoryReader):
    """Adds to the history, in the transaction of the change itself."""

    def __init__(self, connection: Connection, at: datetime, by: str) -> None:
        """Every change of one unit of work has the same instant and the same author."""
        super().__init__(connection)
        self._at = to_cell(at)
        self._by = by

    def add(self, visit_id: str, audit_seq: int, changes: Iterable[tuple[str, str, str]], reason: str) -> None:
        """Keep the old and new value of each field, as JSON text."""
        self._db.executemany(
            _INSERT,
            [(visit_id, audit_seq, field, old, new, self._by, self._at, reason) for field, old, new in changes],
        )

    def forget(self, visit_id: str, places: Collection[str]) -> None:
        """Take the words out of every change of a visit but known places; who changed which field and when stays."""
        rows = self._db.execute(_WORDS, (visit_id,)).fetchall()
        self._db.executemany(
            _REWRITE,
            [
                (*(_without_words(field, text, places) for text in (old, new)), reason and GONE, visit_id, seq, field)
                for seq, field, old, new, reason in rows
            ],
        )


def _without_words(field: str, text: str, places: Collection[str]) -> str:
    return encode(without_words(field, decode_field(Visit, field, text), places))
