"""The open database keeps what it said it saved, and nothing else."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database as Connection


def _notes(db: Connection) -> None:
    db.execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)")


def _colours(db: Connection) -> None:
    db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")


def _fails(db: Connection) -> None:
    db.execute("CREATE TABLE half(id)")
    raise ZeroDivisionError


FIRST = Step("m0001_notes", _notes)
SECOND = Step("m0002_colours", _colours)
BROKEN = Step("m0002_broken", _fails)


@pytest.fixture
def key() -> DatabaseKey:
    """A key of its own for each test."""
    return DatabaseKey.random()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of the test lies."""
    return tmp_path / "mavis.db"


@pytest.fixture
def database(path: Path, key: DatabaseKey) -> Iterator[Database]:
    """An open database with one table of notes."""
    opened = Database.create(path, key, [FIRST])
    yield opened
    opened.close()


def count(database: Database) -> int:
    """How many notes a reader sees."""
    with database.read() as db:
        return int(db.execute("SELECT count(*) FROM notes").fetchone()[0])


def note(database: Database, text: str = "tea") -> int:
    """Save one note and return its number."""
    return database.write(lambda db: int(db.execute("INSERT INTO notes(text) VALUES (?)", [text]).lastrowid or 0))


def test_what_is_written_is_read_after_reopening(database: Database, path: Path, key: DatabaseKey) -> None:
    """The plainest promise."""
    assert note(database) == 1
    database.close()
    again = Database.open(path, key, steps=[FIRST])
    assert count(again) == 1
    again.close()


def test_work_that_raises_leaves_nothing(database: Database) -> None:
    """Nothing is saved unless the work returns."""

    def half(db: Connection) -> None:
        db.execute("INSERT INTO notes(text) VALUES ('half')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(half)
    assert count(database) == 0
    assert note(database) == 1


def test_repositories_nest_by_savepoint(database: Database) -> None:
    """An ``atomic`` block inside the work that fails takes back only itself."""

    def nested(db: Connection) -> None:
        db.table("notes").insert({"text": "kept"})
        with pytest.raises(ZeroDivisionError):
            inner(db)

    def inner(db: Connection) -> None:
        with db.atomic():
            db.execute("INSERT INTO notes(text) VALUES ('lost')")
            raise ZeroDivisionError

    database.write(nested)
    with database.read() as db:
        assert [row["text"] for row in db.query("SELECT text FROM notes")] == ["kept"]


def test_a_write_inside_a_write_is_a_fault_of_the_program(database: Database) -> None:
    """It would commit half of the outer work."""
    with pytest.raises(RuntimeError, match="inside"):
        database.write(lambda _: note(database))
    assert count(database) == 0


def test_work_may_not_end_the_transaction(database: Database) -> None:
    """A commit inside the work would break "all or nothing"."""
    with pytest.raises(RuntimeError, match="ended"):
        database.write(lambda db: db.conn.execute("COMMIT"))


def test_a_reader_cannot_write(database: Database) -> None:
    """The one writing connection is the only one that can."""
    with pytest.raises(StorageError, match="not_writable"), database.read() as db:
        db.execute("INSERT INTO notes(text) VALUES ('x')")


def test_a_reader_sees_one_picture(database: Database) -> None:
    """A report that runs beside a save adds up."""
    with database.read() as db:
        before = db.execute("SELECT count(*) FROM notes").fetchone()
        note(database)
        assert db.execute("SELECT count(*) FROM notes").fetchone() == before
    assert count(database) == 1


def test_many_threads_write_and_read(database: Database) -> None:
    """Each write counts once, and no reader is refused."""
    seen: list[int] = []

    def work() -> None:
        for _ in range(10):
            note(database)
            seen.append(count(database))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 40
    assert count(database) == 40


def test_closing_forgets_the_key(database: Database) -> None:
    """After the lock nothing can be read or written, and closing again is fine."""
    count(database)
    database.close()
    database.close()
    for act in (note, count):
        with pytest.raises(StorageError, match="database_closed"):
            act(database)


def test_a_reader_that_outlives_the_lock_is_closed_when_given_back(database: Database) -> None:
    """A report under way at the lock ends, and its connection with it."""
    with database.read() as db:
        database.close()
    with pytest.raises(Exception, match="closed"):
        db.execute("SELECT 1")


def test_a_newer_database_is_refused_untouched(path: Path, key: DatabaseKey) -> None:
    """A step that this program does not know means hands off: not one byte changes."""
    Database.create(path, key, [FIRST, SECOND]).close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="database_newer"):
        Database.open(path, key, steps=[FIRST])
    assert path.read_bytes() == before
    assert path.with_name("mavis.db-wal").read_bytes() == b""


def test_a_backup_comes_before_a_step_on_data(database: Database, path: Path, key: DatabaseKey) -> None:
    """The call happens once, before the change, and not when there is nothing to do."""
    note(database)
    database.close()
    calls: list[bytes] = []
    again = Database.open(path, key, steps=[FIRST, SECOND], before_migrating=lambda: calls.append(path.read_bytes()))
    assert len(calls) == 1
    again.write(lambda db: db.execute("UPDATE notes SET colour='red'"))
    again.close()
    Database.open(path, key, steps=[FIRST, SECOND], before_migrating=lambda: calls.append(b"")).close()
    assert len(calls) == 1


def test_a_failed_backup_stops_the_step(database: Database, path: Path, key: DatabaseKey) -> None:
    """No backup, no change."""
    database.close()
    before = path.read_bytes()

    def no_backup() -> None:
        raise StorageError("disk_full")

    with pytest.raises(StorageError, match="disk_full"):
        Database.open(path, key, steps=[FIRST, SECOND], before_migrating=no_backup)
    assert path.read_bytes() == before


def test_a_failed_step_leaves_no_trace(database: Database, path: Path, key: DatabaseKey) -> None:
    """The old program still opens the database afterwards."""
    note(database)
    database.close()
    with pytest.raises(ZeroDivisionError):
        Database.open(path, key, steps=[FIRST, BROKEN])
    again = Database.open(path, key, steps=[FIRST])
    with again.read() as db:
        assert "half" not in db.table_names()
    assert count(again) == 1
    again.close()


def test_creating_never_replaces(database: Database, path: Path, key: DatabaseKey) -> None:
    """An existing database is never overwritten."""
    with pytest.raises(StorageError, match="database_exists"):
        Database.create(path, key, [FIRST])


def test_an_interrupted_creation_is_begun_again(path: Path, key: DatabaseKey) -> None:
    """What a crash left under the temporary name does not matter."""
    path.with_name("mavis.db.part").write_bytes(b"half")
    Database.create(path, key, [FIRST]).close()
    assert [file.name for file in path.parent.iterdir()] == ["mavis.db"]


def test_another_program_that_writes_gives_a_sentence(
    database: Database, path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock held elsewhere is told as such after the wait, and saving works again afterwards."""
    monkeypatch.setattr("mavis.storage.engine.BUSY_SECONDS", 0.05)
    other = Database.open(path, key, steps=[FIRST])
    with database.writing(), pytest.raises(StorageError, match="database_locked"):
        note(other)
    assert note(other) == 1
    other.close()


def test_a_full_disk_gives_a_sentence_and_then_works_again(database: Database) -> None:
    """The engine says full; what was saved stays; when space returns, saving goes on."""
    note(database)

    def too_much(db: Connection) -> None:
        db.execute("PRAGMA max_page_count=10")
        db.execute("INSERT INTO notes(text) VALUES (zeroblob(1000000))")

    with pytest.raises(StorageError, match="disk_full"):
        database.write(too_much)
    assert note(database) == 2
    assert count(database) == 2


def test_a_file_that_needs_no_step_is_opened_for_writing_only_to_write(
    path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is only read is opened once; the first write opens the writer."""
    Database.create(path, key).close()
    modes: list[str] = []
    connect = engine.connect

    def listening(where: Path, with_key: DatabaseKey, mode: engine.Mode) -> Connection:
        modes.append(mode)
        return connect(where, with_key, mode)

    monkeypatch.setattr(engine, "connect", listening)
    database = Database.open(path, key)
    assert modes == ["ro"]

    database.write(lambda db: db.conn.execute("SELECT 1"))
    database.close()

    assert modes == ["ro", "rw"]


def test_a_file_that_was_only_read_is_left_alone_in_its_folder(path: Path, key: DatabaseKey) -> None:
    """The WAL and its index are gone, as after a session that wrote."""
    Database.create(path, key).close()

    Database.open(path, key).close()

    assert [found.name for found in path.parent.iterdir() if found.name.startswith(path.name)] == [path.name]
