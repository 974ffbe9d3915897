"""The encrypted engine: SQLCipher under sqlite-utils, opened in the one order that is safe.

sqlite-utils uses the module named ``pysqlite3`` when there is one. This module gives SQLCipher that name before
sqlite-utils is first imported; every other module of this floor takes connections from here.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import sqlcipher3
from sqlcipher3 import dbapi2

from mavis.domain.errors import StorageError
from mavis.system.files import file_failure
from mavis.system.lean_imports import leaving_out, merely_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from sqlite_utils import Database as Connection
    from sqlite_utils.migrations import Migrations

    from mavis.storage.database_key import DatabaseKey

Mode = Literal["ro", "rw", "rwc"]
"""How a file is opened: to read, to write, or to be made."""

EngineError: type[Exception] = dbapi2.Error
"""What the engine raises; ``translated`` turns it into a sentence."""

PAGE_BYTES = 4096
BUSY_SECONDS = 5.0
_PLAIN_HEADER = b"SQLite format"
_SALT_BYTES = 16
_SENTENCES = {
    3: "not_writable",  # SQLITE_PERM
    5: "database_locked",  # SQLITE_BUSY
    6: "database_locked",  # SQLITE_LOCKED
    8: "not_writable",  # SQLITE_READONLY
    10: "disk_failed",  # SQLITE_IOERR
    11: "database_damaged",  # SQLITE_CORRUPT
    13: "disk_full",  # SQLITE_FULL
    14: "database_not_opened",  # SQLITE_CANTOPEN
    26: "database_damaged",  # SQLITE_NOTADB: a page whose seal does not fit, or the wrong key
}


def _under_sqlite_utils() -> ModuleType:
    if "sqlite_utils" in sys.modules and "pysqlite3" not in sys.modules:
        raise RuntimeError("sqlite_utils was imported before mavis.storage.engine")
    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = dbapi2
    with leaving_out("pandas", "numpy"), merely_named("click", "dateutil", "pluggy", "sqlite3"):
        return importlib.import_module("sqlite_utils")


_sqlite_utils = _under_sqlite_utils()


def connect(path: Path, key: DatabaseKey, mode: Mode) -> Connection:
    """An open, encrypted, checked connection; autocommit, so that each transaction is begun by hand.

    It may be handed from thread to thread, but only one thread may use it at a time.

    Raises:
        StorageError: the file is missing, locked, damaged or made with another key.
    """
    with translated(path):
        raw = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _unlock(raw, key)
            _harden(raw, mode)
            opened: Connection = _sqlite_utils.Database(raw, execute_plugins=False)
        except BaseException:
            raw.close()
            raise
        return opened


def new_migrations(name: str) -> Migrations:
    """An empty set of migration steps, sqlite-utils' own kind."""
    steps: Migrations = importlib.import_module("sqlite_utils.migrations").Migrations(name)
    return steps


def check_header(path: Path) -> None:
    """Look at the file before any key is used: there, at least a page long, and not readable by everyone.

    Raises:
        StorageError: missing, too short, or not encrypted.
    """
    try:
        with path.open("rb") as stream:
            page = stream.read(PAGE_BYTES)
    except FileNotFoundError as missing:
        raise StorageError("database_missing") from missing
    except OSError as failure:
        raise file_failure(failure) from failure
    if page.startswith(_PLAIN_HEADER):
        raise StorageError("database_not_encrypted")
    if len(page) < PAGE_BYTES or len(set(page[:_SALT_BYTES])) == 1:
        raise StorageError("database_damaged")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the engine says about the disk into a sentence; a fault of the program passes unchanged."""
    try:
        yield
    except dbapi2.Error as failure:
        sentence = _sentence(failure, path)
        if sentence is None:
            raise
        raise StorageError(sentence) from failure


def _sentence(failure: Exception, path: Path) -> str | None:
    code = getattr(failure, "sqlite_errorcode", 0) & 0xFF
    if _SENTENCES.get(code) == "database_not_opened" and not path.exists():
        return "database_missing"
    return _SENTENCES.get(code)


def _unlock(raw: dbapi2.Connection, key: DatabaseKey) -> None:
    raw.execute("PRAGMA cipher_log_level=NONE")
    raw.execute(f"PRAGMA key=\"x'{key.secret.hex()}'\"")
    if raw.execute("PRAGMA cipher_version").fetchone() is None:
        raise StorageError("engine_not_encrypting")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _harden(raw: dbapi2.Connection, mode: Mode) -> None:
    if mode == "ro":
        raw.execute("PRAGMA query_only=ON")
    else:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("PRAGMA trusted_schema=OFF")
    if sys.platform == "darwin":
        raw.execute("PRAGMA fullfsync=ON")
        raw.execute("PRAGMA checkpoint_fullfsync=ON")
