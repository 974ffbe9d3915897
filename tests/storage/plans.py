"""How the engine would answer a question in a file before a step of the schema, and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import all_migrations

if TYPE_CHECKING:
    from pathlib import Path


def plans_around(step: str, path: Path, question: str, *values: str) -> tuple[str, str]:
    """The plan of a question in a new file without a step and those behind it, and once the file was opened again."""
    key = DatabaseKey.random()
    database = Database.create(path, key, [older for older in all_migrations() if older.name < step])
    before = _plan(database, question, values)
    database.close()
    database = Database.open(path, key)
    after = _plan(database, question, values)
    database.close()
    return before, after


def _plan(database: Database, question: str, values: tuple[str, ...]) -> str:
    with database.read() as db:
        db.execute("SELECT count(*) FROM person").fetchone()  # only a statement that runs sees that a step was taken
        rows = db.execute(f"EXPLAIN QUERY PLAN {question}", values).fetchall()
    return "; ".join(row[-1] for row in rows)
