"""The third step: the contacts card, empty at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection


def step(db: Connection) -> None:
    """Make the table: at most one card for each target of a referral."""
    db.execute(
        """CREATE TABLE contact (
            target TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            number TEXT NOT NULL,
            hours TEXT NOT NULL,
            note TEXT NOT NULL,
            checked_on TEXT
        ) STRICT, WITHOUT ROWID"""
    )
