"""What ``mavis verify`` answers: header, pages, schema, audit chain and backups, without changing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage.backup import verify_backups
from mavis.storage.database import Database
from mavis.storage.unit_of_work import View
from mavis.storage.verify import Check, checked, verify_file
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.storage.database_key import DatabaseKey
    from mavis.system.paths import DataFolder


def check_records(folder: DataFolder, key: DatabaseKey) -> tuple[Check, ...]:
    """Look at everything once; damage is an answer here, never an exception."""
    file = verify_file(folder.database, key)
    trail = checked("trail", lambda: _trail(folder, key))
    return (*file, trail, verify_backups(folder.backups, key))


def _trail(folder: DataFolder, key: DatabaseKey) -> str:
    database = Database(folder.database, key)
    try:
        with database.read() as connection:
            check = View(connection).trail.check()
    finally:
        database.close()
    if check.broken_at is not None:
        raise StorageError("trail_broken", entry=check.broken_at)
    return words("verify.trail", n=check.entries)
