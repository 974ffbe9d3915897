"""The fifth step: an older file learns to say when somebody was last here without reading a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import all_migrations

if TYPE_CHECKING:
    from pathlib import Path

_LAST_SEEN = """
    EXPLAIN QUERY PLAN SELECT max(shift.date) FROM visit JOIN shift ON shift.id = visit.shift_id
    WHERE visit.person_id = ?"""


def test_the_shifts_of_a_person_are_read_from_the_index(tmp_path: Path) -> None:
    """Before the step each visit was read for its shift."""
    key, path = DatabaseKey.random(), tmp_path / "mavis.db"
    older = [step for step in all_migrations() if step.name < "m0005"]
    database = Database.create(path, key, older)
    before = _plan(database)
    database.close()

    database = Database.open(path, key)
    after = _plan(database)
    database.close()

    assert "visit USING INDEX visit_by_person" in before
    assert "visit USING COVERING INDEX visit_by_person" in after


def _plan(database: Database) -> str:
    with database.read() as db:
        db.execute("SELECT count(*) FROM visit").fetchone()  # only a statement that runs sees that a step was taken
        rows = db.execute(_LAST_SEEN, ("p1",)).fetchall()
    return "; ".join(row[-1] for row in rows)
