"""The lists of a visit as tables of their own: needs, substances, flags, observations, care, notes, referrals.

A row keeps its place in the list. Saving a list writes only the rows that differ.
"""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from mavis.domain.record.care import CareGiven, Note
from mavis.domain.record.observation import ObservationSet
from mavis.domain.record.presentation import Presentation, Substance
from mavis.domain.record.safeguarding import Referral
from mavis.domain.visit.triage import RaisedFlag
from mavis.storage.columns import Columns
from mavis.storage.statements import delete_from, replace_into, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from enum import StrEnum
    from sqlite3 import Connection

    from mavis.domain.visit.visit import Visit
    from mavis.storage.columns import Cell

OF_VISIT = "WHERE visit_id = ?"
OF_SHIFT = "WHERE visit_id IN (SELECT id FROM visit WHERE shift_id = ?)"
OF_NIGHTS = (
    "WHERE visit_id IN (SELECT visit.id FROM shift JOIN visit ON visit.shift_id = shift.id"
    " WHERE shift.date BETWEEN ? AND ?)"
)


class Part:
    """One list of a visit: the field of the visit, the table, and how an item becomes cells and back."""

    def __init__(
        self,
        field: str,
        table: str,
        columns: Sequence[str],
        cells: Callable[[Any], Sequence[Cell]],
        value: Callable[[Sequence[Cell]], object],
    ) -> None:
        """The first of the columns is the key of an item within its visit."""
        self.field = field
        self.table = table
        self._cells = cells
        self._value = value
        self._columns = ("visit_id", "place", *columns)
        self._put = replace_into(table, self._columns)
        self._remove = delete_from(table, f'{OF_VISIT} AND "{columns[0]}" = ?')

    def read(self, db: Connection, where: str, *keys: str) -> Mapping[str, tuple[Any, ...]]:
        """The list of each visit that ``where`` finds with the keys, by visit id; a visit with none is missing."""
        lists: dict[str, list[Any]] = defaultdict(list)
        rows = db.execute(select(self._columns, self.table, where), keys).fetchall()
        for row in sorted(rows, key=itemgetter(1)):
            lists[row[0]].append(self._value(row[2:]))
        return {visit_id: tuple(items) for visit_id, items in lists.items()}

    def add(self, db: Connection, visits: Iterable[Visit]) -> None:
        """Write the lists of new visits."""
        rows = [
            (visit.id, place, *self._cells(item))
            for visit in visits
            for place, item in enumerate(getattr(visit, self.field))
        ]
        if rows:
            db.executemany(self._put, rows)

    def save(self, db: Connection, old: Visit, new: Visit) -> None:
        """Write what differs between two states of a visit."""
        before, after = self._rows(old), self._rows(new)
        kept = {row[2] for row in after}
        gone = [(new.id, row[2]) for row in before if row[2] not in kept]
        if gone:
            db.executemany(self._remove, gone)
        different = [row for row in after if row not in before]
        if different:
            db.executemany(self._put, different)

    def _rows(self, visit: Visit) -> list[tuple[Cell, ...]]:
        items = getattr(visit, self.field)
        return [(visit.id, place, *self._cells(item)) for place, item in enumerate(items)]


def _records(field: str, table: str, record: type[Any]) -> Part:
    columns = Columns(record)
    return Part(field, table, columns.names, columns.cells, columns.value)


def _codes(field: str, table: str, code: type[StrEnum]) -> Part:
    return Part(field, table, ("code",), lambda item: (str(item),), lambda cells: code(str(cells[0])))


NEEDS = _codes("needs", "visit_need", Presentation)
FLAGS = _records("flags", "visit_flag", RaisedFlag)
OBSERVATIONS = _records("observations", "visit_observation", ObservationSet)
CARE = _records("care", "visit_care", CareGiven)
NOTES = _records("notes", "visit_note", Note)
REFERRALS = _records("referrals", "referral", Referral)

PARTS = (
    NEEDS,
    _codes("substances", "visit_substance", Substance),
    FLAGS,
    OBSERVATIONS,
    CARE,
    NOTES,
    REFERRALS,
)
"""Every list of a visit."""
