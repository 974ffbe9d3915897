"""A program that is killed while it saves, backs up, migrates or makes keys loses nothing that it said it had saved.

The short form kills 12 times; with MAVIS_SOAK=1 it kills 1,000 times.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from mavis.storage.backup import backups, check_backup
from mavis.storage.database import Database
from mavis.storage.keys import Cost, Vault
from mavis.storage.migrations import Step
from mavis.storage.slots import Holder, read_slots
from mavis.storage.verify import verify_file
from tests.faults.long_form import SOAK

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from mavis.storage.database_key import DatabaseKey
    from tests.faults.conftest import Figures

KILLS = 1000 if SOAK else 12
KILLS_A_FILE = 40
SAVING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mavis.storage.backup import make_backup
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.keys import Cost, Vault
from mavis.storage.slots import Holder
from tests.faults.test_killed_store import steps

path, key, turn = Path(sys.argv[1]), DatabaseKey(bytes.fromhex(sys.argv[2])), int(sys.argv[3])
database = Database.open(path, key, steps=steps(turn))
vault = Vault(path.parent, Cost(1, 8192))
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    for _ in range(10):
        saved = database.write(lambda db: db.execute("INSERT INTO visits(note) VALUES (zeroblob(3000))").lastrowid)
        sys.stdout.write(f"{saved}\\n")
        sys.stdout.flush()
    make_backup(path, key, path.parent / "backups", datetime.now(UTC))
    vault.set_passphrase(key, Holder("person-1", "Asha", "volunteer"), "orange bicycle thunder pillow")
"""


def _first(db: Connection) -> None:
    db.execute("CREATE TABLE visits(id INTEGER PRIMARY KEY, note BLOB)")


def _column(number: int) -> Step:
    def add(db: Connection) -> None:
        db.table("visits").add_column(f"c{number}", int)
        db.execute("UPDATE visits SET note = zeroblob(3001)")

    return Step(f"m{number:04}_column", add)


def steps(turn: int) -> list[Step]:
    """The schema of this turn: one step more every third time, so that migrations are killed as well."""
    return [Step("m0001_visits", _first), *(_column(number) for number in range(2, 2 + turn // 3))]


def killed(path: Path, key: DatabaseKey, turn: int) -> list[int]:
    """Let a program save until it is killed; what it said it had saved."""
    command = [sys.executable, "-c", SAVING, str(path), key.secret.hex(), str(turn)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if program.stdout is not None and turn % 3:
        program.stdout.readline()
    time.sleep(0.2 * (turn % 3 == 0) + 0.0037 * (turn * 7 % 23))
    program.kill()
    said, _ = program.communicate(timeout=30)
    whole_lines = said.rpartition("\n")[0].splitlines()
    return [int(line) for line in whole_lines if line.isdigit()]


def test_nothing_that_was_saved_is_lost_by_a_kill(tmp_path: Path, figures: Figures) -> None:
    """After every kill the file is whole, every number that was printed is there, and each backup that counts opens."""
    kills = saved = 0
    while kills < KILLS:
        folder = tmp_path / str(kills)
        folder.mkdir()
        path = folder / "mavis.db"
        key = _set_up(path)
        acknowledged: set[int] = set()
        for turn in range(1, min(KILLS_A_FILE, KILLS - kills) + 1):
            acknowledged.update(killed(path, key, turn))
            _check(path, key, turn, acknowledged)
            kills += 1
        saved += len(acknowledged)
    assert saved > KILLS
    figures("kill -9 of a save, a backup, a migration, a new key", kills=kills, saved=saved, lost=0, damaged=0)


def _check(path: Path, key: DatabaseKey, turn: int, acknowledged: set[int]) -> None:
    database = Database.open(path, key, steps=steps(turn))
    with database.read() as db:
        present = {int(row[0]) for row in db.execute("SELECT id FROM visits")}
    database.close()
    assert acknowledged <= present
    assert [check.detail for check in verify_file(path, key, steps(turn)) if not check.ok] == []
    assert len(read_slots(path.parent).people()) == 1
    for backup in backups(path.parent / "backups")[:1]:
        assert check_backup(backup, key) > 1


def _set_up(path: Path) -> DatabaseKey:
    key, _ = Vault(path.parent, Cost(1, 8192)).create(Holder("person-1", "Asha", "volunteer"), "orange bicycle thunder")
    Database.create(path, key, steps(0)).close()
    return key
