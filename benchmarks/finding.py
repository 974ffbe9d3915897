"""Finding a returning visitor while typing, among 1,000 to 100,000 people with ten visits each, as the window does it.

The floor is the bare prefix query of the search index with as many rows. Mavis reads a text, looks for nicknames and
words spelt alike, reads the people, who is one with whom and when each was last seen, and puts them in order with the
reasons. The words of everybody are in memory by then, as they are from the first text that is typed on a night.
"""

from __future__ import annotations

import statistics
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.records import ACTOR, BEGINS, Ticking
from benchmarks.table import Row, compared, in_turn, limited, seconds
from benchmarks.visitors import REPORTING, Visitors, misspelt
from mavis.domain.people.names import fold
from mavis.domain.people.returning import ADVICE_AGAIN_AFTER
from mavis.domain.shift.shift import Shift
from mavis.domain.visit.visit import Visit
from mavis.services.register import Register
from mavis.services.visitors import Visitors as Finding
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from mavis.system.matching import load_matcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from mavis.domain.people.person import Person

_SIZES = (1_000, 10_000, 100_000)
_VISITS_EACH = 10
_ASKED = 200
_OPENED = 50
_LETTERS = 4
_AMONG_FIRST = 5
_RIGHT_RATIO, _MISSPELT_MS, _MISSES, _OPEN_MS = 3.0, 16.0, 5.0, 50.0
_SHORTLIST = 60
_PREFIX = """
    SELECT person_row.person_id FROM person_word JOIN person_row ON person_row.number = person_word.rowid
    WHERE person_word MATCH ? ORDER BY person_word.rowid DESC LIMIT ?"""


def measure(folder: Path) -> list[Row]:
    """The rows of the table: right, misspelt and opened, for each number of people."""
    return [row for people in _SIZES for row in _among(folder, people)]


def _among(folder: Path, number: int) -> list[Row]:
    key, path = DatabaseKey(bytes(range(32))), folder / f"finding-{number}.db"
    people = Visitors(REPORTING).many(number).people
    _fill(path, key, people)
    database, raw = Database.open(path, key.copy()), engine.connect(path, key, "ro")
    finding = Finding(Store(database, Ticking()), Register(load_matcher), Ticking(), ADVICE_AGAIN_AFTER)
    among = f"{number:,} people, {number * _VISITS_EACH:,} visits"
    asked = misspelt(people, min(_ASKED, number // 2), REPORTING)
    rows = [_right(finding, raw, [person for _text, person in asked], among), *_misspelt(finding, asked, among)]
    opened = [seconds(partial(finding.nights, ACTOR, person.id, "bench")) for _text, person in asked[:_OPENED]]
    raw.close()
    database.close()
    return [*rows, limited(f"open a person with the nights, p95, {among}", 1000 * _p95(opened), "ms", _OPEN_MS)]


def _right(finding: Finding, raw: Connection, people: Sequence[Person], among: str) -> Row:
    beginnings = [fold(person.names[0].rpartition(" ")[2])[:_LETTERS] for person in (people[0], *people)]
    texts, bare = iter(beginnings), iter(beginnings)
    floor, mavis = in_turn(lambda: _bare(raw, bare), lambda: _find(finding, texts), len(people))
    return compared(f"find by {_LETTERS} right letters among {among}", floor, mavis, _RIGHT_RATIO)


def _misspelt(finding: Finding, asked: Sequence[tuple[str, Person]], among: str) -> list[Row]:
    times, misses = [], 0
    for text, person in asked:
        times.append(seconds(partial(finding.find, ACTOR, text)))
        found = finding.find(ACTOR, text)[:_AMONG_FIRST]
        misses += not any(person.names == one.person.names for one in found)
    return [
        limited(f"find by a misspelt name, p95, among {among}", 1000 * _p95(times), "ms", _MISSPELT_MS),
        limited(f"a misspelt name not among the first {_AMONG_FIRST}", 100 * misses / len(asked), "%", _MISSES),
    ]


def _find(finding: Finding, texts: Iterator[str]) -> float:
    return seconds(partial(finding.find, ACTOR, next(texts)))


def _bare(raw: Connection, texts: Iterator[str]) -> float:
    asked = f'"{next(texts)}"*'
    return seconds(lambda: raw.conn.execute(_PREFIX, (asked, _SHORTLIST)).fetchall())


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _fill(path: Path, key: DatabaseKey, people: Sequence[Person]) -> None:
    """Write everybody, and ten visits of each on as many shifts."""
    database = Database.create(path, key.copy())
    register = Register(load_matcher)
    with Store(database, Ticking()).change(ACTOR) as work:
        register.save_imported(work, people)
        for night in range(_VISITS_EACH):
            work.shifts.add(Shift(f"shift-{night}", "bus1", BEGINS.date(), BEGINS, BEGINS, BEGINS, closed_at=BEGINS))
        work.visits.add(Visit("bench", "K1", "shift-0", BEGINS, BEGINS, ACTOR.id))
        work.commit()
    with database.writing() as connection:
        names = [column.name for column in connection["visit"].columns]
        others = {"id": "shift.id || person.id", "shift_id": "shift.id", "person_id": "person.id", "code": "person.id"}
        values = ", ".join(others.get(name, f'visit."{name}"') for name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        source = "FROM visit JOIN person JOIN shift WHERE visit.id = 'bench'"
        connection.conn.execute(" ".join(["INSERT INTO visit", f"({columns})", "SELECT", values, source]))
    database.close()
