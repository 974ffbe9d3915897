"""Verified backups: made at the start and the close of a shift, and in between when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.backup import make_backup, newest_verified, remove_older
from mavis.storage.restore import remove_kept
from mavis.system.logs import log_event

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

    from mavis.storage.backup import Backup
    from mavis.storage.database_key import DatabaseKey
    from mavis.system.clock import Clock
    from mavis.system.paths import DataFolder


class Backups:
    """The backups of one data folder, made with the key of the open database."""

    def __init__(
        self, folder: DataFolder, key: DatabaseKey, clock: Clock, every: timedelta, head: Callable[[], str]
    ) -> None:
        """``every`` is how often a backup is due while things change; ``head`` tells the newest trail entry."""
        self._folder = folder
        self._key = key
        self._clock = clock
        self._every = every
        self._head = head
        self._backed_up = ""

    def make(self, reason: str) -> Backup:
        """Make a backup that was opened and checked; the reason is an event key for the log.

        Raises:
            StorageError: no room, damage, or the disk refuses; older backups are untouched.
        """
        head = self._head()
        backup = make_backup(self._folder.database, self._key, self._folder.backups, self._clock())
        self._backed_up = head
        log_event(f"backup_{reason}")
        return backup

    def make_when_due(self) -> Backup | None:
        """Make a backup when the newest is old and something was saved since; None when none is due."""
        newest = self.newest()
        recent = newest is not None and abs(self._clock() - newest) < self._every
        return None if recent or self._head() == self._backed_up else self.make("due")

    def make_the_only_one(self) -> int:
        """Make a backup and, once it is checked, remove all before it; returns how many those were.

        What was kept when a backup took the place of damaged records goes as well.

        Raises:
            StorageError: the new one could not be made, and all others stay; or the disk refuses to remove one.
        """
        made = self.make("retention")
        remove_kept(self._folder.root)
        return remove_older(self._folder.backups, made)

    def newest(self) -> datetime | None:
        """When the newest verified backup was made, or None; the status line shows its age."""
        return newest_verified(self._folder.backups)
