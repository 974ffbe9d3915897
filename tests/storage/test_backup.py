"""A backup counts only when it was opened and checked, and failing leaves the older ones alone."""

from __future__ import annotations

import errno
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.backup import backups, check_backup, make_backup, newest_verified, verify_backups
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.keys import Cost, Vault
from mavis.storage.migrations import Step
from mavis.storage.slots import Holder, has_vault
from mavis.storage.verify import verify_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database as Connection

    from mavis.storage.backup import Backup

NIGHT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
WORDS = "orange bicycle thunder pillow"


def _notes(db: Connection) -> None:
    db.execute("CREATE TABLE notes(text)")


STEPS = [Step("m0001_notes", _notes)]


class Store(NamedTuple):
    """A data folder with a vault and an open database."""

    root: Path
    path: Path
    key: DatabaseKey
    database: Database

    def backup(self, now: datetime = NIGHT) -> Backup:
        """Make one backup of it."""
        return make_backup(self.path, self.key, self.root / "backups", now)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A data folder in use, with one note in it."""
    key, _ = Vault(tmp_path, Cost(1, 8192)).create(Holder("person-1", "Asha", "coordinator"), WORDS)
    database = Database.create(tmp_path / "mavis.db", key, STEPS)
    database.write(lambda db: db.execute("INSERT INTO notes VALUES ('tea')"))
    yield Store(tmp_path, tmp_path / "mavis.db", key, database)
    database.close()


def test_a_backup_opens_on_its_own_with_its_own_keys(store: Store, tmp_path: Path) -> None:
    """On another laptop, with the passphrase, everything is there."""
    made = store.backup()
    other = tmp_path / "other laptop"
    other.mkdir()
    (other / "keys.json").write_bytes(made.keys.read_bytes())
    (other / "mavis.db").write_bytes(made.path.read_bytes())
    assert has_vault(other)
    key = Vault(other, Cost(1, 8192)).unlock("person-1", WORDS)
    opened = Database.open(other / "mavis.db", key, steps=STEPS)
    with opened.read() as db:
        assert list(db.query("SELECT text FROM notes")) == [{"text": "tea"}]
    opened.close()
    assert b"SQLite" not in made.path.read_bytes()


def test_the_age_of_the_newest_is_told(store: Store) -> None:
    """None before the first; the instant it was made afterwards."""
    folder = store.root / "backups"
    assert newest_verified(folder) is None
    store.backup()
    assert newest_verified(folder) == NIGHT
    assert check_backup(backups(folder)[0], store.key) >= 2


def test_a_backup_runs_beside_a_save(store: Store) -> None:
    """It neither waits for a writer nor holds one up."""
    with store.database.writing() as db:
        db.execute("INSERT INTO notes VALUES ('soup')")
        store.backup()
    store.backup()
    assert len(backups(store.root / "backups")) == 2


def test_a_damaged_copy_never_counts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check finds it before it gets its name, and the older backup stays."""
    first = store.backup()

    def spoil(handle: int) -> None:
        with (store.root / "backups" / "making.part").open("rb+") as stream:
            stream.seek(5000)
            stream.write(b"spoilt")

    monkeypatch.setattr("mavis.storage.backup.os.fsync", spoil)
    with pytest.raises(StorageError, match="database_damaged"):
        store.backup()
    assert backups(store.root / "backups") == [first]
    assert sorted(file.name for file in (store.root / "backups").iterdir()) == [first.path.name, first.keys.name]


def test_a_full_disk_leaves_the_older_ones(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noticed before anything is written."""
    first = store.backup()
    monkeypatch.setattr("mavis.system.paths.shutil.disk_usage", lambda _: Usage(10**9, 10**9, 3_000_000))
    with pytest.raises(StorageError, match="disk_nearly_full free=3 MB"):
        store.backup()
    assert backups(store.root / "backups") == [first]


class Usage(NamedTuple):
    """What the system tells about a disk, in bytes."""

    total: int
    used: int
    free: int


def test_a_folder_that_cannot_be_made_gives_a_sentence(store: Store) -> None:
    """A file where the folder should be is told, and nothing breaks."""
    (store.root / "backups").write_text("in the way")
    with pytest.raises(StorageError, match="disk_failed"):
        store.backup()


def test_a_disk_that_fails_at_the_last_step_leaves_no_half(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is thrown away when its last sync fails."""

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "no answer")

    monkeypatch.setattr("mavis.storage.backup.os.fsync", fail)
    with pytest.raises(StorageError, match="disk_failed"):
        store.backup()
    assert list((store.root / "backups").iterdir()) == []


def test_a_copy_that_cannot_get_its_name_leaves_no_keys(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slot file without its backup would only puzzle."""
    replace = Path.replace

    def held(part: Path, target: Path) -> Path:
        if target.suffix == ".db":
            raise OSError(errno.EACCES, "held by another program")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(StorageError, match="not_writable"):
        store.backup()
    assert list((store.root / "backups").iterdir()) == []


def test_a_damaged_database_is_not_copied(store: Store) -> None:
    """The sentence is about the records, and the good backup stays the newest."""
    first = store.backup()
    store.database.close()
    whole = bytearray(store.path.read_bytes())
    whole[-100] ^= 1
    store.path.write_bytes(whole)
    with pytest.raises(StorageError, match="database_damaged"):
        store.backup()
    assert backups(store.root / "backups") == [first]


def test_what_a_crash_left_behind_does_not_matter(store: Store) -> None:
    """A half copy is thrown away, and was never counted."""
    folder = store.root / "backups"
    folder.mkdir()
    (folder / "making.part").write_bytes(b"half")
    (folder / "notes.db").write_bytes(b"somebody else's")
    assert newest_verified(folder) is None
    store.backup()
    assert len(backups(folder)) == 1


def test_the_newest_and_one_of_each_night_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest, and the last of each night, by the order they were made in."""
    monkeypatch.setattr("mavis.storage.backup.RECENT", 3)
    monkeypatch.setattr("mavis.storage.backup.NIGHTS", 2)
    for night in range(3):
        for hour in range(3):
            store.backup(NIGHT + timedelta(days=night, hours=hour))
    kept = [backup.number for backup in backups(store.root / "backups")]
    assert kept == [9, 8, 7, 6]
    assert len(list((store.root / "backups").iterdir())) == 8


def test_a_clock_gone_wrong_never_costs_the_newest_backup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop that wakes up in 1980 keeps what it makes there."""
    monkeypatch.setattr("mavis.storage.backup.RECENT", 2)
    monkeypatch.setattr("mavis.storage.backup.NIGHTS", 1)
    for now in (NIGHT + timedelta(days=365), NIGHT, datetime(1980, 1, 1, tzinfo=UTC)):
        store.backup(now)
    assert [backup.made_at.year for backup in backups(store.root / "backups")] == [1980, 2026]


def test_only_this_user_may_look_at_backups(store: Store) -> None:
    """The folder is made as the data folder is."""
    folder = store.backup().path.parent

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_verify_says_what_is_well(store: Store) -> None:
    """Header, pages, schema and backups, each with a sentence."""
    store.backup()
    checks = [*verify_file(store.path, store.key, STEPS), verify_backups(store.root / "backups", store.key)]
    assert [(check.name, check.ok) for check in checks] == [
        ("header", True),
        ("pages", True),
        ("schema", True),
        ("backups", True),
    ]
    assert checks[3].detail == "The one backup opens and is whole."


def test_verify_says_what_is_wrong(store: Store) -> None:
    """Each failure is an answer with its own sentence; nothing is raised."""
    assert not verify_backups(store.root / "backups", store.key).ok
    made = store.backup()
    made.path.write_bytes(made.path.read_bytes()[:4096])
    assert not verify_backups(store.root / "backups", store.key).ok
    newer = [*STEPS, Step("m0002_more", STEPS[0].apply)]
    assert [check.ok for check in verify_file(store.path, store.key, newer)] == [True, True, False]
    assert [check.ok for check in verify_file(store.path, DatabaseKey.random(), STEPS)] == [True, False, False]
    assert [check.ok for check in verify_file(store.root / "gone.db", store.key, STEPS)] == [False, False, False]


def test_verify_finds_a_row_without_its_parent(store: Store) -> None:
    """A broken link between tables is damage too."""
    store.database.write(lambda db: db.execute("CREATE TABLE parent(id INTEGER PRIMARY KEY)"))
    store.database.write(lambda db: db.execute("CREATE TABLE child(id REFERENCES parent(id))"))
    careless = engine.connect(store.path, store.key, "rw")
    careless.execute("PRAGMA foreign_keys=OFF")
    careless.execute("INSERT INTO child VALUES (7)")
    careless.close()
    assert [check.ok for check in verify_file(store.path, store.key, STEPS)] == [True, True, False]
