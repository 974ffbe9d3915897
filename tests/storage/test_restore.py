"""Going back to a backup loses nothing: the old file is kept, and only a checked one takes its place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mavis.domain.errors import StorageError
from mavis.storage.backup import Backup, make_backup
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.keys import Cost, Vault
from mavis.storage.migrations import Step
from mavis.storage.restore import remove_kept, restore, restore_keys
from mavis.storage.slots import Holder, people

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
ASHA = Holder("person-1", "Asha", "coordinator")


def _notes(db: Connection) -> None:
    db.execute("CREATE TABLE notes(text)")


STEPS = [Step("m0001_notes", _notes)]


class Kept(NamedTuple):
    """A data folder with one note in the backup and a later one that is only in the database."""

    path: Path
    key: DatabaseKey
    backup: Backup

    def notes(self) -> list[str]:
        """What the database holds now."""
        database = Database.open(self.path, self.key, steps=STEPS)
        with database.read() as db:
            found = [str(row["text"]) for row in db.query("SELECT text FROM notes ORDER BY rowid")]
        database.close()
        return found


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A closed database with its backup."""
    key, _ = Vault(tmp_path, Cost(1, 8192)).create(ASHA, "orange bicycle thunder pillow")
    path = tmp_path / "mavis.db"
    database = Database.create(path, key, STEPS)
    database.write(lambda db: db.execute("INSERT INTO notes VALUES ('tea')"))
    backup = make_backup(path, key, tmp_path / "backups", NOW)
    database.write(lambda db: db.execute("INSERT INTO notes VALUES ('soup')"))
    database.close()
    return Kept(path, key, backup)


def test_the_backup_takes_the_place_and_the_old_file_is_kept(kept: Kept) -> None:
    """Nothing is deleted: what was there before lies in a folder of its own."""
    aside = restore(kept.backup, kept.key, kept.path, NOW)
    assert kept.notes() == ["tea"]
    assert Kept(aside / "mavis.db", kept.key, kept.backup).notes() == ["tea", "soup"]
    assert kept.backup.path.exists()


def test_the_log_of_the_old_file_goes_with_it(kept: Kept) -> None:
    """It must never be replayed into the restored one."""
    kept.path.with_name("mavis.db-wal").write_bytes(b"of the old file")
    aside = restore(kept.backup, kept.key, kept.path, NOW)
    assert (aside / "mavis.db-wal").read_bytes() == b"of the old file"
    assert kept.notes() == ["tea"]


def test_a_missing_database_is_brought_back(kept: Kept) -> None:
    """There need not be anything to move aside."""
    kept.path.unlink()
    aside = restore(kept.backup, kept.key, kept.path, NOW)
    assert kept.notes() == ["tea"]
    assert list(aside.iterdir()) == []


@pytest.mark.parametrize("at", [0, 5000, -1])
def test_a_damaged_backup_changes_nothing(kept: Kept, at: int) -> None:
    """It is checked before anything is moved."""
    whole = bytearray(kept.backup.path.read_bytes())
    whole[at] ^= 1
    kept.backup.path.write_bytes(whole)
    with pytest.raises(StorageError, match="database_damaged"):
        restore(kept.backup, kept.key, kept.path, NOW)
    assert kept.notes() == ["tea", "soup"]


def test_a_backup_of_another_key_changes_nothing(kept: Kept) -> None:
    """A stranger's records never take our place."""
    with pytest.raises(StorageError, match="database_damaged"):
        restore(kept.backup, DatabaseKey.random(), kept.path, NOW)
    assert kept.notes() == ["tea", "soup"]


def test_something_in_the_way_gives_a_sentence(kept: Kept) -> None:
    """And the database stays."""
    (kept.path.parent / "before-restore-20261122T030000Z").write_text("in the way")
    with pytest.raises(StorageError, match="disk_failed"):
        restore(kept.backup, kept.key, kept.path, NOW)
    assert kept.notes() == ["tea", "soup"]


def test_what_was_kept_can_go(kept: Kept) -> None:
    """When names are forgotten, they are forgotten there as well; the records stay."""
    aside = restore(kept.backup, kept.key, kept.path, NOW)
    remove_kept(kept.path.parent)
    assert not aside.exists()
    assert kept.notes() == ["tea"]


def test_what_cannot_go_gives_a_sentence(kept: Kept) -> None:
    """Forgetting says that it is not done yet."""
    (kept.path.parent / "before-restore-20261122T030000Z").write_text("no folder")
    with pytest.raises(StorageError, match="disk_failed"):
        remove_kept(kept.path.parent)


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_lost_keys_come_back_from_the_backup(kept: Kept, damage: bytes | None) -> None:
    """Everyone's passphrase works again; the damaged file is kept."""
    folder = kept.path.parent
    place = folder / "keys.json"
    place.unlink() if damage is None else place.write_bytes(damage)
    restore_keys(kept.backup, folder)
    assert people(folder) == (ASHA,)
    assert (folder / "keys.json.damaged").exists() == (damage is not None)


def test_sound_keys_are_never_replaced(kept: Kept) -> None:
    """An old slot file would let leavers in again."""
    with pytest.raises(StorageError, match="keys_are_sound"):
        restore_keys(kept.backup, kept.path.parent)


def test_a_backup_without_keys_gives_a_sentence(kept: Kept) -> None:
    """Nothing is made up."""
    (kept.path.parent / "keys.json").unlink()
    kept.backup.keys.unlink()
    with pytest.raises(StorageError, match="folder_missing"):
        restore_keys(kept.backup, kept.path.parent)
