"""A lock that the system holds for one process and lets go when that process ends, however it ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

from mavis.domain.errors import StorageError
from mavis.system.files import file_failure

if TYPE_CHECKING:
    from pathlib import Path


class FileLock:
    """At most one holder of the file at a time; what the file holds does not matter and a left-over file is no lock."""

    def __init__(self, path: Path, busy: str = "already_running") -> None:
        """Name the file and the sentence for whoever comes second; nothing is locked yet."""
        self._path = path
        self._busy = busy
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock at once or not at all.

        Raises:
            StorageError: someone else holds it, or the file cannot be made.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as failure:
            raise file_failure(failure) from failure
        try:
            _lock(handle)
        except OSError as held:
            os.close(handle)
            raise StorageError(self._busy) from held
        self._handle = handle

    def release(self) -> None:
        """Let go; the file stays, because removing it would let two holders in. Twice is fine."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def __enter__(self) -> Self:
        """Take the lock for a ``with`` block."""
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        """Let go at the end of the block."""
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
