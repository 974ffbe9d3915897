"""What ``mavis restore`` does: the newest sound backup in the place of records or keys that are damaged or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage.backup import backups, check_file
from mavis.storage.restore import keys_are_sound, restore, restore_keys
from mavis.system.logs import log_event

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mavis.storage.backup import Backup
    from mavis.storage.database_key import DatabaseKey
    from mavis.system.paths import DataFolder

_LOST = {"database_missing", "database_damaged", "database_not_encrypted"}


def bring_back_keys(folder: DataFolder) -> bool:
    """Put the keys of the newest backup in the place of damaged or missing ones; False when they are sound.

    Raises:
        StorageError: there is no backup, its keys are damaged as well, or the disk refuses.
    """
    if keys_are_sound(folder.root):
        return False
    restore_keys(_newest_first(folder)[0], folder.root)
    log_event("keys_restored")
    return True


def bring_back_records(folder: DataFolder, key: DatabaseKey, now: datetime) -> tuple[Backup, Path] | None:
    """Put the newest sound backup in the place of damaged or missing records, which must be closed.

    Returns:
        The backup, and the folder in which what was there before is kept; None when the records are sound.

    Raises:
        StorageError: there is no backup, none is sound, or the disk refuses; nothing was changed.
    """
    if not _is_lost(folder.database, key):
        return None
    for backup in _newest_first(folder):
        if not _is_lost(backup.path, key):
            aside = restore(backup, key, folder.database, now)
            log_event("records_restored")
            return backup, aside
    raise StorageError("backups_damaged")


def _newest_first(folder: DataFolder) -> list[Backup]:
    found = backups(folder.backups)
    if not found:
        raise StorageError("no_backup_here")
    return found


def _is_lost(path: Path, key: DatabaseKey) -> bool:
    """Whether a database is gone or damaged; one that is locked or cannot be read just now is not lost."""
    try:
        check_file(path, key)
    except StorageError as failure:
        if failure.key in _LOST:
            return True
        raise
    return False
