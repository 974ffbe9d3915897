"""One flipped bit in any page is noticed, before anyone works with a wrong record.

The short form flips one bit in each page; with MAVIS_SOAK=1 there are 40 bits a page.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.storage import engine
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import Step
from mavis.storage.verify import verify_file
from tests.faults.long_form import SOAK

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from tests.faults.conftest import Figures

BITS_PER_PAGE = 40 if SOAK else 1
PAGES = 200


def _tables(db: Connection) -> None:
    db.execute("CREATE TABLE visits(id INTEGER PRIMARY KEY, note TEXT)")
    db.execute("CREATE INDEX visits_by_note ON visits(note)")


STEPS = [Step("m0001_visits", _tables)]


def _filled(path: Path, key: DatabaseKey) -> bytes:
    """A database of some two hundred pages: tables, an index, and pages that a deletion set free."""
    database = Database.create(path, key, STEPS)
    with database.writing() as db:
        rows = [(number, f"{number} sat down with tea and waited for a taxi") for number in range(8000)]
        db.conn.executemany("INSERT INTO visits VALUES (?, ?)", rows)
    database.write(lambda db: db.execute("DELETE FROM visits WHERE id > 7800"))
    database.close()
    return path.read_bytes()


def flipped(whole: bytes, page: int, turn: int) -> bytes:
    """The file with one bit of the page turned round; which one is as good as chance, and the same each time."""
    chance = int.from_bytes(hashlib.sha256(f"{page} {turn}".encode()).digest())
    at = page * engine.PAGE_BYTES + (chance >> 8) % engine.PAGE_BYTES
    return whole[:at] + bytes([whole[at] ^ 1 << chance % 8]) + whole[at + 1 :]


def test_one_flipped_bit_in_any_page_is_noticed(tmp_path: Path, figures: Figures) -> None:
    """Every page, the first and the free ones too: the check at unlock finds it."""
    path, key = tmp_path / "mavis.db", DatabaseKey.random()
    whole = _filled(path, key)
    pages = len(whole) // engine.PAGE_BYTES
    missed = []
    for page in range(pages):
        for turn in range(BITS_PER_PAGE):
            path.write_bytes(flipped(whole, page, turn))
            if all(check.ok for check in verify_file(path, key, STEPS)):
                missed.append(page)
    path.write_bytes(whole)
    assert all(check.ok for check in verify_file(path, key, STEPS))
    assert pages >= PAGES
    assert not missed
    figures("one flipped bit", bits=pages * BITS_PER_PAGE, missed=len(missed))


def test_a_flipped_bit_never_gives_a_wrong_answer(tmp_path: Path) -> None:
    """Reading every row of a damaged file either gives what was written or says that the file is damaged."""
    path, key = tmp_path / "mavis.db", DatabaseKey.random()
    whole = _filled(path, key)
    right = _rows(path, key)
    answers = []
    for page in range(0, len(whole) // engine.PAGE_BYTES, 4):
        path.write_bytes(flipped(whole, page, 0))
        answers.append(_rows(path, key))
    assert all(answer in (right, "database_damaged") for answer in answers)
    assert answers.count("database_damaged") > len(answers) / 4


def _rows(path: Path, key: DatabaseKey) -> list[tuple[object, ...]] | str:
    """Every row, or the key of the sentence that is said instead."""
    try:
        database = Database.open(path, key, steps=STEPS)
    except StorageError as failure:
        return failure.key
    try:
        with database.read() as db:
            return list(db.execute("SELECT * FROM visits NOT INDEXED"))
    except StorageError as failure:
        return failure.key
    finally:
        database.close()
