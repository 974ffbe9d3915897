"""The fourth step: people that were only ids are each their own face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import all_migrations

if TYPE_CHECKING:
    from pathlib import Path


def test_a_person_of_an_older_file_is_their_own_face(tmp_path: Path) -> None:
    """Nothing else is known of them, and nothing is missing."""
    steps, key, path = all_migrations(), DatabaseKey.random(), tmp_path / "mavis.db"
    older = [step for step in steps if step.name < "m0004"]
    database = Database.create(path, key, older)
    database.write(lambda db: db.execute("INSERT INTO person (id, made_at) VALUES ('p1', 0)"))
    database.close()

    database = Database.open(path, key)
    with database.read() as db:
        row = db.execute("SELECT face, names, birth, description, stripped FROM person").fetchone()
    database.close()

    assert tuple(row) == ("p1", "[]", None, "", 0)
