"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from mavis.domain.errors import StorageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at the path so that a reader sees the old file or the new one, never a part.

    Raises:
        StorageError: the disk is full, the folder is missing or may not be written; the old file is untouched, unless
            the disk failed only after the new one was in its place.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as failure:
        raise file_failure(failure) from failure
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as failure:
        part.unlink(missing_ok=True)
        raise file_failure(failure) from failure


def make_folder(folder: Path) -> None:
    """Make a folder that this user alone can read; one that is there already is fine.

    Raises:
        StorageError: the disk refuses.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as failure:
        raise file_failure(failure) from failure


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_failure(failure: OSError) -> StorageError:
    """The sentence for what the disk refused."""
    if failure.errno in _FULL:
        return StorageError("disk_full")
    if failure.errno in _FORBIDDEN:
        return StorageError("not_writable")
    if failure.errno == errno.ENOENT:
        return StorageError("folder_missing")
    return StorageError("disk_failed")
