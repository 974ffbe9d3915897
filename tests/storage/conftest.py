"""A store on a real encrypted file, and a check that no test leaves a transaction open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from tests.records import ASHA, COORDINATOR, DILYS, a_shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.builders import SettableClock


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Database]:
    """A new database with the schema of today; at the end it must be free for another writer."""
    key = DatabaseKey.random()
    path = tmp_path / "mavis.db"
    database = Database.create(path, key)
    yield database
    other = Database.open(path, key)
    other.write(lambda db: db.execute("SELECT 1"))
    other.close()
    database.close()


@pytest.fixture
def store(records: Database, clock: SettableClock) -> Store:
    """An empty store."""
    return Store(records, clock)


@pytest.fixture
def night(store: Store) -> Store:
    """A store with an open shift and two people on the crew list."""
    with store.change(COORDINATOR) as work:
        work.crew.add(ASHA)
        work.crew.add(DILYS)
        work.shifts.add(a_shift())
        work.commit()
    return store
