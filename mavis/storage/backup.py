"""Backups that count only once they were opened and checked.

A backup is a copy made by the engine itself, encrypted with the same key, with the slot file beside it so that it can
be unlocked on its own: ``<UTC stamp>-<number>.db`` and ``<UTC stamp>-<number>.keys.json``. It gets that name only after
every page of it was checked. The number tells the order, because a clock may have been wrong.
"""

from __future__ import annotations

import os
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.slots import FILE_NAME as KEYS_NAME
from mavis.storage.verify import Check, check_pages, checked
from mavis.system.files import file_failure, make_folder, sync_folder, write_whole
from mavis.system.paths import check_space
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.storage.database_key import DatabaseKey

RECENT = 24
NIGHTS = 14
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d+)\.db")
_NIGHT_ENDS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified backup: its file, the instant it was made (UTC, whole seconds) and its place in the order."""

    path: Path
    made_at: datetime
    number: int

    @property
    def keys(self) -> Path:
        """The slot file that unlocks this backup."""
        return self.path.with_suffix(".keys.json")


def make_backup(database: Path, key: DatabaseKey, folder: Path, now: datetime) -> Backup:
    """Copy the database into the folder, check every page of the copy, and only then let it count.

    Saving goes on meanwhile. Afterwards the 24 newest and the last one of each of 14 nights are kept.

    Raises:
        StorageError: no room, the database is damaged, or the disk refuses; older backups are untouched.
    """
    try:
        make_folder(folder)
        check_space(folder, database.stat().st_size)
        keys = (database.parent / KEYS_NAME).read_bytes()
    except OSError as failure:
        raise file_failure(failure) from failure
    number = max((backup.number for backup in backups(folder)), default=0) + 1
    backup = Backup(folder / f"{now.astimezone(UTC).strftime(_STAMP)}-{number:06}.db", now, number)
    part = folder / "making.part"
    try:
        part.unlink(missing_ok=True)
        _copy(database, key, part)
        write_whole(backup.keys, keys)
        part.replace(backup.path)
        sync_folder(folder)
    except OSError as failure:
        raise file_failure(failure) from failure
    finally:
        part.unlink(missing_ok=True)
        if not backup.path.exists():
            backup.keys.unlink(missing_ok=True)
    _prune(folder)
    return backup


def backups(folder: Path) -> list[Backup]:
    """The verified backups in the folder, newest first; none when there is no such folder."""
    found = [(path, _NAME.fullmatch(path.name)) for path in folder.glob("*.db")]
    read = [Backup(path, datetime.fromisoformat(name[1]), int(name[2])) for path, name in found if name]
    return sorted(read, key=lambda backup: backup.number, reverse=True)


def remove_older(folder: Path, kept: Backup) -> int:
    """Remove every backup made before this one, which was checked; returns how many.

    Raises:
        StorageError: the disk refuses; what is still there can be removed by doing it again.
    """
    older = [backup for backup in backups(folder) if backup.number < kept.number]
    try:
        for backup in older:
            backup.path.unlink(missing_ok=True)
            backup.keys.unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as failure:
        raise file_failure(failure) from failure
    return len(older)


def newest_verified(folder: Path) -> datetime | None:
    """When the newest verified backup was made; None when there is none."""
    return next((backup.made_at for backup in backups(folder)), None)


def check_backup(backup: Backup, key: DatabaseKey) -> int:
    """Open a backup and check every page of it; returns how many there are.

    Raises:
        StorageError: it cannot be opened, or a page changed since it was made.
    """
    return check_file(backup.path, key)


def check_file(path: Path, key: DatabaseKey) -> int:
    """Check every page of a database that nobody writes to; returns how many there are.

    Raises:
        StorageError: missing, not encrypted, damaged, or of another key.
    """
    engine.check_header(path)
    with engine.translated(path), closing(engine.connect(path, key, "ro")) as reader:
        return check_pages(reader)


def verify_backups(folder: Path, key: DatabaseKey) -> Check:
    """Check every backup in the folder again."""

    def look() -> str:
        found = backups(folder)
        if not found:
            raise StorageError("backup_missing")
        for backup in found:
            check_backup(backup, key)
        return words("verify.backups", n=len(found))

    return checked("backups", look)


def _copy(database: Path, key: DatabaseKey, part: Path) -> None:
    with engine.translated(database), closing(engine.connect(database, key, "ro")) as reader:
        reader.execute("PRAGMA query_only=OFF")  # it would forbid the copy too; the file itself stays opened read-only
        reader.execute("VACUUM INTO ?", [str(part)])
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    check_file(part, key)


def _prune(folder: Path) -> None:
    newest_first = backups(folder)
    kept = {backup.number for backup in newest_first[:RECENT]}
    last_of_night: dict[object, int] = {}
    for backup in newest_first:
        last_of_night.setdefault((backup.made_at - _NIGHT_ENDS).date(), backup.number)
    kept.update(list(last_of_night.values())[:NIGHTS])
    for backup in newest_first:
        if backup.number not in kept:
            backup.path.unlink(missing_ok=True)
            backup.keys.unlink(missing_ok=True)
