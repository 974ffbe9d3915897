"""The figures of a shift summary out of a million visits, against the same queries on the engine alone.

The floor asks the engine and fetches its rows; it counts nothing. A night is some twenty rows, which the engine finds
in a fifth of a millisecond however many lie beside them, so most of what Mavis adds is the counting itself: hours,
splits with their percentages, ranges, the usual night, and the check that it all adds up.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.recorded import read, taken_down
from benchmarks.records import ACTOR, Ticking, clinical_nights
from benchmarks.table import Row, compared, in_turn, seconds
from mavis.services.summaries import Summaries
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from mavis.system.reference import load_reference

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection

_TARGET = 1.3
_NIGHTS, _VISITS, _SITES = 520, 20, 96
"""Ten years of Saturdays of one scheme, and the same again for as many others: 998,400 visits."""


def measure(folder: Path, pairs: int) -> list[Row]:
    """The row of the table: the newest night of one scheme."""
    key = DatabaseKey(bytes(range(32)))
    path = folder / "summing.db"
    shift_id = _fill(path, key)
    database = Database.open(path, key.copy())
    summaries = Summaries(Store(database, Ticking()), Ticking(), load_reference(), "Bench")
    with database.read() as connection:
        reader = connection
    with taken_down(reader) as statements:
        summaries.of_shift(shift_id, "Bench")
    queries = [one for one in statements if one.sql.lstrip().upper().startswith(("SELECT", "WITH"))]
    raw = engine.connect(path, key, "ro")
    floor, mavis = in_turn(
        lambda: seconds(partial(read, raw, queries)),
        lambda: seconds(partial(summaries.of_shift, shift_id, "Bench")),
        pairs,
        warm=3,
    )
    raw.close()
    database.close()
    return [compared(f"shift summary figures, {_NIGHTS * _VISITS * _SITES:,} visits", floor, mavis, _TARGET)]


def _fill(path: Path, key: DatabaseKey) -> str:
    """Write one scheme through Mavis, copy it for the others inside the engine; returns the newest night's id."""
    database = Database.create(path, key.copy())
    with Store(database, Ticking()).change(ACTOR) as work:
        newest = ""
        work.imports.add("bench", "0" * 64, _NIGHTS, _NIGHTS * _VISITS, [])
        for shift, visits in clinical_nights(_NIGHTS, _VISITS):
            newest = newest or shift.id
            work.shifts.add(shift)
            work.visits.add_imported(visits, "bench")
        work.commit()
    with database.writing() as connection:
        for site in range(2, _SITES + 1):
            for table, ids in _COPIED.items():
                _copy(connection, table, ids, site)
    database.close()
    return newest


_COPIED = {
    "shift": ("id",),
    "visit": ("id", "shift_id"),
    "visit_need": ("visit_id",),
    "visit_care": ("visit_id", "id"),
    "visit_flag": ("visit_id",),
    "visit_observation": ("visit_id", "id"),
    "referral": ("visit_id", "id"),
}


def _copy(connection: Connection, table: str, ids: tuple[str, ...], site: int) -> None:
    columns = [column.name for column in connection[table].columns]
    first = "shift_id" if table == "visit" else ids[0]
    values = [f"'{site}:' || {name}" if name in ids else name for name in columns]
    if table == "shift":
        values = [f"'bus{site}'" if name == "site" else value for name, value in zip(columns, values, strict=True)]
    names = ", ".join(f'"{name}"' for name in columns)
    quoted = ", ".join(value if value.startswith("'") else f'"{value}"' for value in values)
    query = " ".join(
        ["INSERT INTO", table, f"({names})", "SELECT", quoted, "FROM", table, "WHERE", first, "LIKE 'bench-%'"]
    )
    connection.conn.execute(query)
