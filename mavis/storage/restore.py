"""Going back to a backup: the damaged file is kept, and nothing is put in its place that was not checked first."""

from __future__ import annotations

import shutil
from datetime import UTC
from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage.backup import check_backup
from mavis.storage.slots import FILE_NAME as KEYS_NAME
from mavis.storage.slots import read_slots
from mavis.system.files import file_failure, make_folder, sync_folder, write_whole
from mavis.system.paths import check_space

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mavis.storage.backup import Backup
    from mavis.storage.database_key import DatabaseKey

_PARTS = ("", "-wal", "-shm")
_ASIDE = "before-restore-"


def restore(backup: Backup, key: DatabaseKey, database: Path, now: datetime) -> Path:
    """Put a backup in the place of the database, which must be closed; returns the folder of what was there before.

    The backup is checked, copied, and the copy synced before the old files are moved; they are never deleted.

    Raises:
        StorageError: the backup is damaged or of another key, or the disk refuses; the old files are untouched.
    """
    check_backup(backup, key)
    folder = database.parent
    aside = folder / f"{_ASIDE}{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    try:
        content = backup.path.read_bytes()
        check_space(folder, len(content))
        ready = folder / "restoring.part"
        write_whole(ready, content)
        make_folder(aside)
        for part in _PARTS:  # a left-over log of the old file must never be replayed into the restored one
            old = database.with_name(database.name + part)
            if old.exists():
                old.replace(aside / old.name)
        ready.replace(database)
        sync_folder(folder)
    except OSError as failure:
        raise file_failure(failure) from failure
    return aside


def remove_kept(folder: Path) -> None:
    """Remove what was kept each time a backup took the place of the database: it knows what is forgotten since.

    Raises:
        StorageError: the disk refuses; doing it again removes the rest.
    """
    try:
        for aside in folder.glob(f"{_ASIDE}*"):
            shutil.rmtree(aside)
    except OSError as failure:
        raise file_failure(failure) from failure


def restore_keys(backup: Backup, folder: Path) -> None:
    """Bring back a missing or damaged slot file from a backup; the damaged one is kept beside it.

    Raises:
        StorageError: the slot file of the folder is sound, or the backup has none, or the disk refuses.
    """
    if keys_are_sound(folder):
        raise StorageError("keys_are_sound")
    place = folder / KEYS_NAME
    try:
        content = backup.keys.read_bytes()
        if place.exists():
            shutil.copyfile(place, place.with_name(f"{KEYS_NAME}.damaged"))
    except OSError as failure:
        raise file_failure(failure) from failure
    write_whole(place, content)
    read_slots(folder)


def keys_are_sound(folder: Path) -> bool:
    """Whether the slot file of a folder is there and whole."""
    try:
        read_slots(folder)
    except StorageError:
        return False
    return True
