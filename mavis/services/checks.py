"""What ``mavis verify`` answers: header, pages, schema, trail, each record, and backups, without changing anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage.backup import verify_backups
from mavis.storage.database import Database
from mavis.storage.left_out import LeftOut
from mavis.storage.reading import ReadingThrough
from mavis.storage.unit_of_work import View
from mavis.storage.verify import Check, checked, verify_file
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.storage.database_key import DatabaseKey
    from mavis.system.paths import DataFolder

_READINGS = {
    "shifts": ReadingThrough.shifts,
    "visits": ReadingThrough.visits,
    "people": ReadingThrough.people,
}
_MOST = 20
"""How many numbers are told at most."""


def check_records(folder: DataFolder, key: DatabaseKey) -> tuple[Check, ...]:
    """Look at everything once; damage is an answer here, never an exception."""
    file = verify_file(folder.database, key)
    looks: dict[str, Callable[[View], str]] = {"trail": _trail}
    if all(check.ok for check in file):
        looks |= {kind: partial(_records, kind) for kind in _READINGS}
    records = (checked(name, partial(_looked, folder, key, look)) for name, look in looks.items())
    return (*file, *records, verify_backups(folder.backups, key))


def _trail(view: View) -> str:
    check = view.trail.check()
    if check.broken_at is not None:
        raise StorageError("trail_broken", entry=check.broken_at)
    return words("verify.trail", n=check.entries)


def _records(kind: str, view: View) -> str:
    """Read all of a kind as the program would; those that cannot be read are named by their numbers."""
    reading = _READINGS[kind](view.all_records)
    if reading.unread:
        more = ("…",) if len(reading.unread) > _MOST else ()
        which = ", ".join((*reading.unread[:_MOST], *more))
        raise StorageError(f"unread.{kind}", n=len(reading.unread), which=which)
    return words(f"verify.{kind}", n=reading.records)


def _looked(folder: DataFolder, key: DatabaseKey, look: Callable[[View], str]) -> str:
    database = Database(folder.database, key)
    try:
        with database.read() as connection:
            return look(View(connection, LeftOut()))
    finally:
        database.close()
