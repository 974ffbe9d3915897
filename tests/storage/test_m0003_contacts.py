"""The third step: a contacts card with nobody on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.migrations import step_names

if TYPE_CHECKING:
    from mavis.storage.database import Database


def test_the_card_is_empty_and_holds_a_target_once(records: Database) -> None:
    """No number ships; the day of the last check may be missing, the words may not."""
    assert step_names()[2] == "m0003_contacts"
    with records.read() as db:
        columns = {column.name: column.notnull for column in db["contact"].columns}
        assert db["contact"].count == 0
        keys = [column.name for column in db["contact"].columns if column.is_pk]
    assert keys == ["target"]
    assert columns == {"target": 1, "name": 1, "number": 1, "hours": 1, "note": 1, "checked_on": 0}
