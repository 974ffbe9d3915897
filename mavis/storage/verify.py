"""What ``mavis verify`` looks at: the header, every page, the schema and the backups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.migrating import applied, pending
from mavis.storage.migrations import all_migrations
from mavis.system.wording import sentence, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from mavis.storage.database_key import DatabaseKey
    from mavis.storage.migrations import Step


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: its name, whether it is well, and a sentence about it."""

    name: str
    ok: bool
    detail: str


def verify_file(path: Path, key: DatabaseKey, steps: Sequence[Step] | None = None) -> list[Check]:
    """Look at the database file without changing it; damage is an answer here, never an exception."""
    known = all_migrations() if steps is None else steps

    def header() -> str:
        engine.check_header(path)
        return words("verify.header")

    def pages() -> str:
        return words("verify.pages", n=_opened(path, key, check_pages))

    def schema() -> str:
        return words("verify.schema", n=_opened(path, key, lambda reader: _check_schema(reader, known)))

    return [checked("header", header), checked("pages", pages), checked("schema", schema)]


def checked(name: str, look: Callable[[], str]) -> Check:
    """Run one look: its sentence when all is well, the failure's sentence when not."""
    try:
        return Check(name, ok=True, detail=look())
    except StorageError as failure:
        return Check(name, ok=False, detail=sentence(failure))


def check_pages(connection: Connection) -> int:
    """Recompute the seal of every page and walk the trees; returns how many pages there are.

    Raises:
        StorageError: at least one page is not as it was written.
    """
    broken_seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken_seals or connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise StorageError("database_damaged")
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def _check_schema(connection: Connection, steps: Sequence[Step]) -> int:
    if pending(connection, steps):
        raise StorageError("database_older")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StorageError("database_damaged")
    return len(applied(connection))


def _opened(path: Path, key: DatabaseKey, look: Callable[[Connection], int]) -> int:
    with engine.translated(path):
        reader = engine.connect(path, key, "ro")
        try:
            return look(reader)
        finally:
            reader.close()
