"""The engine is the encrypted one, opened in the safe order, and refuses what it should."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.database_key import DatabaseKey

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
import sys
{first}
import mavis.storage.engine
from sqlite_utils.utils import sqlite3
print(sqlite3.__name__)
"""


def started(first: str) -> subprocess.CompletedProcess[str]:
    """Import the engine in a program of its own."""
    return subprocess.run([sys.executable, "-c", CODE.format(first=first)], capture_output=True, text=True, check=False)


@pytest.fixture
def key() -> DatabaseKey:
    """A key of its own for each test."""
    return DatabaseKey.random()


@pytest.fixture
def path(tmp_path: Path, key: DatabaseKey) -> Path:
    """A small encrypted database, in a folder whose name needs quoting."""
    folder = tmp_path / "Zoë's 100% #1 folder?"
    folder.mkdir()
    made = engine.connect(folder / "mavis.db", key, "rwc")
    made.execute("CREATE TABLE notes(text)")
    made.execute("INSERT INTO notes VALUES ('a plain word')")
    made.close()
    return folder / "mavis.db"


def test_sqlite_utils_runs_on_the_encrypted_engine() -> None:
    """Without this, altering tables breaks and errors have the wrong type."""
    assert started("").stdout.split()[0] == "sqlcipher3"


def test_importing_sqlite_utils_first_is_refused() -> None:
    """It would quietly run on the plain engine."""
    assert "imported before" in started("import sqlite_utils").stderr


def test_a_column_is_added_on_the_way(path: Path, key: DatabaseKey) -> None:
    """``alter=True`` works only when the exceptions are the engine's own."""
    opened = engine.connect(path, key, "rw")
    opened.table("notes").insert({"text": "x", "colour": "red"}, alter=True)
    assert [row["colour"] for row in opened.query("SELECT colour FROM notes")] == [None, "red"]
    opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
        ("query_only", 0),
        ("temp_store", 0),
    ],
)
def test_a_writer_is_opened_safely(path: Path, key: DatabaseKey, pragma: str, value: str | int) -> None:
    """WAL + FULL lost nothing in simulated power cuts; the rest keeps rows and schema honest."""
    opened = engine.connect(path, key, "rw")
    assert opened.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    opened.close()


def test_on_a_mac_the_disk_itself_is_asked_to_finish(
    path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There an ordinary sync leaves the last save in the memory of the disk."""
    monkeypatch.setattr("mavis.storage.engine.sys.platform", "darwin")
    opened = engine.connect(path, key, "rw")
    assert opened.execute("PRAGMA fullfsync").fetchone()[0] == 1
    assert opened.execute("PRAGMA checkpoint_fullfsync").fetchone()[0] == 1
    opened.close()


def test_temporary_tables_stay_in_memory(path: Path, key: DatabaseKey) -> None:
    """Sorting names must not leave them in a temporary file."""
    opened = engine.connect(path, key, "ro")
    assert ("TEMP_STORE=2",) in opened.execute("PRAGMA compile_options").fetchall()
    opened.close()


def test_nothing_can_be_read_without_the_key(path: Path) -> None:
    """The file holds no word of what was written."""
    assert b"plain word" not in path.read_bytes()
    assert b"SQLite" not in path.read_bytes()
    with pytest.raises(StorageError, match="database_damaged"):
        engine.connect(path, DatabaseKey.random(), "rw")


def test_a_file_that_anyone_can_read_is_refused(path: Path, key: DatabaseKey) -> None:
    """A plain database in the place of ours is never used."""
    engine.check_header(path)
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE notes(text)")
    plain.close()
    with pytest.raises(StorageError, match="database_not_encrypted"):
        engine.check_header(path)
    with pytest.raises(StorageError, match="database_damaged"):
        engine.connect(path, key, "rw")


@pytest.mark.parametrize("content", [b"", b"SQLit", b"x" * 4095, b"\0" * 8192, b"\xff" * 4096])
def test_a_file_cut_short_or_blanked_is_damaged(path: Path, content: bytes) -> None:
    """Less than a page, or a header without any chance in it."""
    path.write_bytes(content)
    with pytest.raises(StorageError, match="database_damaged"):
        engine.check_header(path)


def test_a_missing_file_is_missing(tmp_path: Path, key: DatabaseKey) -> None:
    """And is not made by looking for it."""
    path = tmp_path / "mavis.db"
    with pytest.raises(StorageError, match="database_missing"):
        engine.check_header(path)
    with pytest.raises(StorageError, match="database_missing"):
        engine.connect(path, key, "rw")
    assert not path.exists()


def test_a_folder_in_its_place_gives_a_sentence(tmp_path: Path, key: DatabaseKey) -> None:
    """What cannot be opened is not a bug."""
    with pytest.raises(StorageError, match="disk_failed"):
        engine.check_header(tmp_path)
    with pytest.raises(StorageError, match=r"database_not_opened|disk_failed"):
        engine.connect(tmp_path, key, "rw")


def test_an_engine_without_encryption_is_refused(
    tmp_path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build on plain SQLite would keep the names readable: it never starts."""
    monkeypatch.setattr("mavis.storage.engine.dbapi2.connect", sqlite3.connect)
    with pytest.raises(StorageError, match="engine_not_encrypting"):
        engine.connect(tmp_path / "mavis.db", key, "rwc")


def test_a_fault_of_the_program_is_not_dressed_up(path: Path, key: DatabaseKey) -> None:
    """A wrong statement is a bug and stays one."""
    opened = engine.connect(path, key, "ro")
    with pytest.raises(engine.EngineError, match="no such table"), engine.translated(path):
        opened.execute("SELECT * FROM nowhere")
    opened.close()


def test_two_may_look_at_once(path: Path, key: DatabaseKey) -> None:
    """A second connection reads beside a writer, and does not see what is not committed."""
    writer, reader = engine.connect(path, key, "rw"), engine.connect(path, key, "ro")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM notes")
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (1,)
    writer.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM notes").fetchone() == (0,)
    writer.close()
    reader.close()
