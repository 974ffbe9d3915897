"""Save a visit durably: two acts of care, history, trail and outbox, against the same rows through the engine."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.recorded import Statement, play, taken_down
from benchmarks.records import ACTOR, BEGINS, Counter, Ticking
from benchmarks.table import Row, compared, in_turn, seconds
from mavis.domain.edits.visit import give_care
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.shift.shift import Shift
from mavis.services.own_people import OwnPeople
from mavis.services.register import Register
from mavis.services.visits import Visits
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from mavis.system.matching import load_matcher
from mavis.system.reference import load_reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.domain.visit.visit import Visit

_TARGET = 1.8


def measure(folder: Path, pairs: int) -> list[Row]:
    """The row of the table; both files lie on the same disk and sync every save."""
    key = DatabaseKey(bytes(range(32)))
    empty = folder / "saving-empty.db"
    _prepare(empty, key, pairs + 1)
    taken, ours, floor = (folder / f"saving-{name}.db" for name in ("taken", "ours", "floor"))
    for copy in (taken, ours, floor):
        shutil.copy(empty, copy)
    saves = _take_down(taken, key, pairs + 1)
    database = Database.open(ours, key.copy())
    raw = engine.connect(floor, key, "rw")
    mavis, count = _saves(database), iter(range(pairs + 1))
    floor_times, mavis_times = in_turn(
        lambda: seconds(partial(play, raw, saves.pop(0))), lambda: seconds(partial(mavis, next(count))), pairs
    )
    raw.close()
    database.close()
    return [compared("save a visit durably", floor_times, mavis_times, _TARGET)]


def _prepare(path: Path, key: DatabaseKey, visits: int) -> None:
    database = Database.create(path, key.copy())
    store = Store(database, Ticking())
    with store.change(ACTOR) as work:
        work.shifts.add(Shift("bench-shift", "bus1", BEGINS.date(), BEGINS, BEGINS, BEGINS))
        work.commit()
    opened = _visits(store)
    for number in range(visits):
        opened.open_visit(ACTOR, visit_id=f"bench-visit-{number}")
    database.close()


def _visits(store: Store) -> Visits:
    return Visits(store, Counter(), load_reference().flags, "K", OwnPeople(Register(load_matcher)))


def _saves(database: Database) -> Callable[[int], None]:
    visits = _visits(Store(database, Ticking()))

    def save(number: int) -> None:
        visits.change(ACTOR, f"bench-visit-{number}", partial(_edit, number))

    return save


def _edit(number: int, visit: Visit) -> Visit:
    water = CareGiven(f"bench-water-{number}", CareKind.WATER, BEGINS, ACTOR.id)
    blanket = CareGiven(f"bench-blanket-{number}", CareKind.FOIL_BLANKET, BEGINS, ACTOR.id)
    return give_care(blanket)(give_care(water)(visit))


def _take_down(path: Path, key: DatabaseKey, count: int) -> list[list[Statement]]:
    database = Database.open(path, key.copy())
    with database.writing() as connection:
        writer = connection
    save = _saves(database)
    found = []
    for number in range(count):
        with taken_down(writer) as statements:
            save(number)
        found.append([statement for statement in statements if statement.writes])
    database.close()
    return found
