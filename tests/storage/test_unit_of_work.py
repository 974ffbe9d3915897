"""A unit of work is kept whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.records import VOLUNTEER, a_visit

if TYPE_CHECKING:
    from mavis.storage.database import Database
    from mavis.storage.unit_of_work import Store

TABLES = ("visit", "visit_need", "change", "audit", "outbox")


def sizes(records: Database) -> list[int]:
    """How many rows the tables of a save hold."""
    with records.read() as db:
        return [db[table].count for table in TABLES]


def test_a_save_writes_rows_trail_and_outbox_together(night: Store, records: Database) -> None:
    """One visit, one entry, one row to send."""
    before = sizes(records)
    with night.change(VOLUNTEER) as work:
        work.visits.add(a_visit())
        work.visits.save(a_visit(), a_visit(name="Sam"))
        work.commit()
    after = sizes(records)
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, 0, 1, 2, 2]


def test_what_is_not_committed_is_gone(night: Store, records: Database) -> None:
    """Forgetting to commit saves nothing, rather than half."""
    before = sizes(records)
    with night.change(VOLUNTEER) as work:
        work.visits.add(a_visit())
    assert sizes(records) == before


def test_work_that_fails_after_committing_is_gone_too(night: Store, records: Database) -> None:
    """Until the block ends well, nothing is promised."""
    before = sizes(records)

    def save_and_fail() -> None:
        with night.change(VOLUNTEER) as work:
            work.visits.add(a_visit())
            work.commit()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    assert sizes(records) == before


def test_no_name_reaches_the_trail(night: Store, records: Database) -> None:
    """The trail holds ids and digests alone."""
    visit = a_visit(name="Canary Wharfinger")
    with night.change(VOLUNTEER) as work:
        work.visits.add(visit)
        work.visits.save(visit, replace(visit, name="Canary Birdsong"))
        work.commit()
    with records.read() as db:
        held = str(list(db["audit"].rows)) + str(list(db["outbox"].rows))
    assert "Canary" not in held
    assert VOLUNTEER.id in held
