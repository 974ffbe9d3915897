"""The open database: one writer, readers of their own, and each failure of the disk as a sentence.

database = Database.open(path, key, before_migrating=lambda: ...)
database.write(lambda db: db["visits"].insert({...}))    # BEGIN IMMEDIATE … COMMIT, or nothing at all
with database.read() as db:
    rows = list(db.query("SELECT …"))                    # one steady picture, on a read-only connection
database.close()                                         # the key is forgotten
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.migrating import applied, migrate, pending
from mavis.storage.migrations import all_migrations
from mavis.system.files import file_failure, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from mavis.storage.database_key import DatabaseKey
    from mavis.storage.migrations import Step

T = TypeVar("T")


class Database:
    """One encrypted file that many threads may use: they write one after another and read side by side."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        """Remember the file and a copy of the key; ``open`` and ``create`` are the doors that check the file first."""
        self.path = path
        self._key = key.copy()
        self._turn = threading.RLock()
        self._writer: Connection | None = None
        self._readers = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False
        self._is_good = False

    @classmethod
    def create(cls, path: Path, key: DatabaseKey, steps: Sequence[Step] | None = None) -> Database:
        """Make a new database with the newest schema and open it; the file appears whole or not at all.

        Raises:
            StorageError: a file is there already, or the disk refuses.
        """
        if path.exists():
            raise StorageError("database_exists")
        steps = all_migrations() if steps is None else steps
        try:
            _make(path, key, steps)
        except OSError as failure:
            raise file_failure(failure) from failure
        return cls.open(path, key, steps=steps)

    @classmethod
    def open(
        cls,
        path: Path,
        key: DatabaseKey,
        *,
        before_migrating: Callable[[], object] | None = None,
        steps: Sequence[Step] | None = None,
    ) -> Database:
        """Open a database, bring it up to the present, and hand it over ready.

        The file is first looked at read-only. When it holds data and needs a step, ``before_migrating`` is called
        before anything is changed: it makes the verified backup, and when it fails nothing is changed. A file that
        needs no step is opened for writing with the first write, or when it is closed.

        Raises:
            StorageError: missing, damaged, not encrypted, locked, made by a newer Mavis, or the disk refuses.
        """
        steps = all_migrations() if steps is None else steps
        engine.check_header(path)
        database = cls(path, key)
        try:
            with database.read() as reader:
                waiting, has_data = pending(reader, steps), bool(applied(reader))
            if waiting and has_data and before_migrating is not None:
                before_migrating()
            if waiting:
                database.migrate(steps)
        except BaseException:
            database.close()
            raise
        database._is_good = True
        return database

    def migrate(self, steps: Sequence[Step]) -> None:
        """Take the pending steps, each in its own transaction; ``open`` has done this already.

        Raises:
            StorageError: the disk refuses; the steps already taken stay, the failed one leaves no trace.
        """
        with self._writing_turn() as writer:
            migrate(writer, steps)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do the work in one transaction and return what it returns; when it raises, nothing of it stays.

        When this returns, the change is on the disk. Writers take turns, so the work should be short.

        Raises:
            StorageError: locked, full, damaged, or closed; nothing was saved.
        """
        with self.writing() as connection:
            return work(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The same as ``write`` for a ``with`` block: it commits at the end of the block, or rolls back.

        Raises:
            RuntimeError: a write inside a write of the same thread, or work that ended the transaction itself.
        """
        with self._writing_turn() as writer:
            if _in_transaction(writer):
                raise RuntimeError("a write inside a write")
            writer.conn.execute("BEGIN IMMEDIATE")
            try:
                yield writer
                if not _in_transaction(writer):
                    raise RuntimeError("the work ended the transaction itself")
                writer.conn.execute("COMMIT")
            finally:
                if _in_transaction(writer):
                    writer.conn.execute("ROLLBACK")

    def compact(self) -> None:
        """Write the file anew without a trace of what was deleted from it, and empty the journal.

        Raises:
            StorageError: no room for a second copy, locked, or closed; the records are as they were.
        """
        with self._writing_turn() as writer:
            writer.conn.execute("VACUUM")
            writer.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only connection of your own that sees one unchanging picture until the block ends.

        Raises:
            StorageError: damaged, missing, or closed.
        """
        with engine.translated(self.path):
            reader = self._take_reader()
            try:
                reader.conn.execute("BEGIN")
                yield reader
                reader.conn.execute("ROLLBACK")
            except BaseException:
                reader.close()
                raise
        self._give_back(reader)

    def close(self) -> None:
        """Close every connection and forget the key; waits for a write that is under way. Twice is fine."""
        with self._turn, engine.translated(self.path):
            self._tidy()
            with self._readers:
                self._closed = True
                idle, self._idle = self._idle, []
            self._key.drop()
            for reader in idle:
                reader.close()
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.close()

    @contextmanager
    def _writing_turn(self) -> Iterator[Connection]:
        """The writing connection, for one thread at a time; after a failure of the engine it is opened anew."""
        with self._turn, engine.translated(self.path):
            if self._writer is None:
                self._writer = engine.connect(self.path, self._key, "rw")
            try:
                yield self._writer
            except engine.EngineError:
                broken, self._writer = self._writer, None
                broken.close()
                raise

    def _tidy(self) -> None:
        """Have one file left behind, also after nothing was written: only a writer empties and removes the WAL."""
        if self._is_good and not self._closed and self._writer is None:
            self._writer = engine.connect(self.path, self._key, "rw")

    def _take_reader(self) -> Connection:
        with self._readers:
            if self._idle:
                return self._idle.pop()
        return engine.connect(self.path, self._key, "ro")

    def _give_back(self, reader: Connection) -> None:
        with self._readers:
            if not self._closed:
                self._idle.append(reader)
                return
        reader.close()


def _make(path: Path, key: DatabaseKey, steps: Sequence[Step]) -> None:
    """Make the file under another name, and give it its own when nothing of it waits in a journal any more."""
    part, journal = (path.with_name(f"{path.name}.part{end}") for end in ("", "-wal"))
    for left_over in (part, journal):
        left_over.unlink(missing_ok=True)
    with engine.translated(part):
        fresh = engine.connect(part, key, "rwc")
        try:
            fresh.conn.execute("PRAGMA application_id=0x4D617673")
            migrate(fresh, steps)
        finally:
            fresh.close()
    engine.check_header(part)
    if journal.exists():
        raise StorageError("disk_failed")
    part.replace(path)
    sync_folder(path.parent)


def _in_transaction(connection: Connection) -> bool:
    return connection.conn.in_transaction
