"""The sixth step: an older file learns to find those who may have been born in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import all_migrations

if TYPE_CHECKING:
    from pathlib import Path

_BORN = """
    EXPLAIN QUERY PLAN SELECT id FROM person
    WHERE substr(json_extract(birth, '$.last'), 1, 4) = ? AND substr(json_extract(birth, '$.first'), 1, 4) = ?
    ORDER BY id DESC"""


def test_who_may_have_been_born_in_a_year_is_read_from_the_index(tmp_path: Path) -> None:
    """Before the step everybody was read."""
    key, path = DatabaseKey.random(), tmp_path / "mavis.db"
    older = [step for step in all_migrations() if step.name < "m0006"]
    database = Database.create(path, key, older)
    before = _plan(database)
    database.close()

    database = Database.open(path, key)
    after = _plan(database)
    database.close()

    assert "SCAN person" in before
    assert "SEARCH person USING COVERING INDEX person_by_birth" in after
    assert "TEMP B-TREE" not in after


def _plan(database: Database) -> str:
    with database.read() as db:
        db.execute("SELECT count(*) FROM person").fetchone()  # only a statement that runs sees that a step was taken
        rows = db.execute(_BORN, ("1997", "1996")).fetchall()
    return "; ".join(row[-1] for row in rows)
