"""The second step: a store of the first release is brought up to it with every visit as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.storage.migrations import all_migrations

if TYPE_CHECKING:
    from mavis.storage.database import Database


def test_new_columns_are_empty_and_not_null_where_text_is_expected(records: Database) -> None:
    """What was recorded before has no score and no owner, and can be read."""
    assert [step.name for step in all_migrations()][:2] == ["m0001_first", "m0002_clinical"]
    with records.read() as db:
        defaults = {
            (table, column.name): (column.notnull, column.default_value)
            for table in ("visit", "visit_observation", "visit_note", "referral")
            for column in db[table].columns
        }
    assert defaults["visit_observation", "news2"] == (0, None)
    assert defaults["visit_observation", "news2_rule"] == (1, "''")
    assert defaults["visit_note", "about"] == (0, None)
    assert defaults["referral", "owner"] == (1, "''")
    assert defaults["visit", "head_injury"] == (0, None)
