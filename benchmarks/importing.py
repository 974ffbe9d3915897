"""Bring in a log of 10,000 rows, against csv.reader and the same rows put into the engine."""

from __future__ import annotations

import csv
import shutil
from datetime import timedelta
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks.recorded import Statement, taken_down
from benchmarks.records import ACTOR, BEGINS, Chance, Counter, Ticking
from benchmarks.table import Row, compared, in_turn, seconds
from mavis.services.past_logs import PastLogs, Place
from mavis.services.register import Register
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from mavis.system.matching import load_matcher
from mavis.system.reference import load_reference

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from benchmarks.recorded import Value

Batch = tuple[str, list[tuple["Value", ...]]]
"""One statement and the values of all the rows that it writes, as an engine likes it best."""

_TARGET = 6.0
_ROWS = 10_000
_HEAD = ("Date (night of)", "Time in", "Time out", "M/F", "Age", "Problem", "How they left", "Would have gone to")


def measure(folder: Path, pairs: int) -> list[Row]:
    """The row of the table: read, understand, and write everything in one transaction."""
    key = DatabaseKey(bytes(range(32)))
    log, empty = folder / "log.csv", folder / "import-empty.db"
    _write_log(log)
    Database.create(empty, key.copy()).close()
    inserts = _take_down(folder, empty, log, key)

    def floor() -> float:
        copy = _fresh(folder, empty, "floor")
        raw = engine.connect(copy, key, "rw")
        taken = seconds(partial(_read_and_insert, log, raw, inserts))
        raw.close()
        return taken

    def mavis() -> float:
        database = Database.open(_fresh(folder, empty, "ours"), key.copy())
        taken = seconds(partial(_bring_in, database, log))
        database.close()
        return taken

    return [compared(f"import of {_ROWS:,} rows", *in_turn(floor, mavis, pairs), _TARGET)]


def _bring_in(database: Database, log: Path) -> None:
    rules, register = load_reference().flags, Register(load_matcher)
    logs = PastLogs(Store(database, Ticking()), Ticking(), Counter(), rules, register, Place("bus1", "K"))
    logs.run(ACTOR, logs.preview(log))


def _take_down(folder: Path, empty: Path, log: Path, key: DatabaseKey) -> list[Batch]:
    database = Database.open(_fresh(folder, empty, "taken"), key.copy())
    with database.writing() as connection:
        writer = connection
    with taken_down(writer) as statements:
        _bring_in(database, log)
    database.close()
    writes = [one for one in statements if one.writes]
    return [(sql, [one.values for one in group]) for sql, group in groupby(writes, key=_sql)]


def _sql(statement: Statement) -> str:
    return statement.sql


def _read_and_insert(log: Path, raw: Connection, inserts: list[Batch]) -> None:
    with log.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.reader(stream))
    if len(rows) != _ROWS + 1:
        raise ValueError(len(rows))
    raw.conn.execute("BEGIN IMMEDIATE")
    for sql, values in inserts:
        raw.conn.executemany(sql, values)
    raw.conn.execute("COMMIT")


def _fresh(folder: Path, empty: Path, name: str) -> Path:
    copy = folder / f"import-{name}.db"
    for old in folder.glob(f"import-{name}.db*"):
        old.unlink()
    shutil.copy(empty, copy)
    return copy


def _write_log(path: Path) -> None:
    chance = Chance(7)
    with path.open("w", newline="", encoding="utf-8") as stream:
        log = csv.writer(stream)
        log.writerow(_HEAD)
        for row in range(_ROWS):
            log.writerow(_line(row, chance))


def _line(row: int, chance: Chance) -> tuple[str, ...]:
    night = (BEGINS - timedelta(weeks=1 + row // 20)).date()
    hour = (22, 23, 0, 1)[row % 20 // 5]
    return (
        night.strftime("%d/%m/%Y"),
        f"{hour:02}:{(row % 5) * 10:02}",
        f"{hour:02}:{(row % 5) * 10 + 9:02}",
        chance.choice(("M", "F")),
        str(18 + chance.below(40)),
        chance.choice(("drunk", "assault", "lost friends", "cut hand / minor injury", "head injury")),
        chance.choice(("taxi home", "home with friends", "Ambulance to A&E")),
        chance.choice(("no", "999", "A&E", "")),
    )
