"""Every edit, deletion, swap and truncation of the trail is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.storage.audit_trail import TrailCheck
from tests.records import VOLUNTEER

if TYPE_CHECKING:
    from mavis.storage.database import Database
    from mavis.storage.unit_of_work import Store

TAMPERING = {
    "an instant": ("UPDATE audit SET at = at + 1 WHERE seq = 3", 3),
    "an actor": ("UPDATE audit SET actor = 'somebody' WHERE seq = 1", 1),
    "an action": ("UPDATE audit SET action = 'visit_read' WHERE seq = 5", 5),
    "a subject": ("UPDATE audit SET subject = 'v9' WHERE seq = 2", 2),
    "a body": ("UPDATE audit SET body = zeroblob(32) WHERE seq = 4", 4),
    "a digest": ("UPDATE audit SET this = zeroblob(32) WHERE seq = 4", 4),
    "a deletion": ("DELETE FROM audit WHERE seq = 4", 4),
    "a first entry gone": ("DELETE FROM audit WHERE seq = 1", 1),
    "a truncation": ("DELETE FROM audit WHERE seq > 4", 5),
    "everything gone": ("DELETE FROM audit", 1),
    "a swap": ("UPDATE audit SET seq = CASE seq WHEN 2 THEN 30 ELSE seq END", 2),
}


@pytest.fixture
def trail(store: Store) -> Store:
    """A store with six entries in its trail."""
    with store.change(VOLUNTEER) as work:
        for number in range(6):
            assert work.trail.note("visit_changed", f"v{number}", "body") == number + 1
        work.commit()
    return store


def check(store: Store) -> TrailCheck:
    """Read the whole trail."""
    with store.look() as view:
        return view.trail.check()


def test_a_whole_trail_is_whole(trail: Store) -> None:
    """Nothing is found where nothing was done, and the head is the newest entry's digest."""
    assert check(trail) == TrailCheck(6, None)
    assert check(trail).ok
    with trail.look() as view:
        assert len(bytes.fromhex(view.trail.head())) == 32
        assert view.trail.head() != "0" * 64


def test_an_empty_trail_is_whole(store: Store) -> None:
    """A new database."""
    assert check(store) == TrailCheck(0, None)
    with store.look() as view:
        assert view.trail.head() == "0" * 64


@pytest.mark.parametrize(("tampering", "found_at"), TAMPERING.values(), ids=TAMPERING)
def test_tampering_is_found(trail: Store, records: Database, tampering: str, found_at: int) -> None:
    """The first entry that does not fit is named."""
    with records.writing() as db:
        db.execute("PRAGMA defer_foreign_keys=ON")
        db.execute("DROP TRIGGER audit_stays")
        db.execute("DROP TRIGGER audit_is_kept")
        db.execute("CREATE TABLE kept AS SELECT * FROM outbox")
        db.execute("DELETE FROM outbox")
        db.execute(tampering)
        db.execute("DROP TABLE outbox")
        db.execute("ALTER TABLE kept RENAME TO outbox")
    assert check(trail).broken_at == found_at


@pytest.mark.parametrize("statement", ["UPDATE audit SET at = 0", "DELETE FROM audit"])
def test_the_engine_itself_refuses_to_change_the_trail(trail: Store, records: Database, statement: str) -> None:
    """The program cannot do by accident what a tamperer does on purpose."""
    with pytest.raises(Exception, match="the trail only grows"), records.writing() as db:
        db.execute(statement)
    assert check(trail).ok
