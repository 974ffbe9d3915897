"""Reads every record as the program would, one after the other, and names those that it cannot read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mavis.storage.columns import NOT_READ
from mavis.storage.left_out import LeftOut
from mavis.storage.people import PeopleReader
from mavis.storage.shifts import ShiftReader
from mavis.storage.visits import VisitReader
from mavis.system.logs import log_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database as Connection

_SHIFTS = "SELECT id, date FROM shift ORDER BY date, opened_at, id"
_PEOPLE = """
    SELECT person.id, coalesce(person_row.number, 0) FROM person
    LEFT JOIN person_row ON person_row.person_id = person.id ORDER BY 2"""
_AT_ONCE = 500


class Reading(NamedTuple):
    """How many records of a kind there are, and the numbers of those that cannot be read; never a name."""

    records: int
    unread: tuple[str, ...]


class ReadingThrough:
    """Reads every record of a kind."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._connection = connection
        self._db = connection.conn
        self._shifts = ShiftReader(connection)
        self._people = PeopleReader(connection, LeftOut())

    def shifts(self) -> Reading:
        """Every shift; one that cannot be read goes by the date of its night."""
        rows = self._db.execute(_SHIFTS).fetchall()
        unread = (day for shift_id, day in rows if not _reads(partial(self._shifts.get, shift_id)))
        return Reading(len(rows), tuple(map(str, unread)))

    def visits(self) -> Reading:
        """Every visit of every shift; one that cannot be read goes by its code and the date of its night."""
        left_out = LeftOut()
        reader, shifts = VisitReader(self._connection, left_out), self._db.execute(_SHIFTS).fetchall()
        read = sum(len(reader.of_shift(shift_id)) for shift_id, _day in shifts)
        return Reading(read + len(left_out), tuple(one.number for one in left_out))

    def people(self) -> Reading:
        """Everybody; whoever cannot be read goes by the number under which their words are kept."""
        rows, unread = self._db.execute(_PEOPLE).fetchall(), list[str]()
        for start in range(0, len(rows), _AT_ONCE):
            some = dict(rows[start : start + _AT_ONCE])
            if not _reads(partial(self._people.several, tuple(some))):
                unread += [str(some[one]) for one in some if not _reads(partial(self._people.get, one))]
        return Reading(len(rows), tuple(unread))


def _reads(read: Callable[[], object]) -> bool:
    """Whether a reading comes to its end; the log says where it ended when not."""
    try:
        read()
    except NOT_READ as cause:
        log_failure(cause)
        return False
    return True
