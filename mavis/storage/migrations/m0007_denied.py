"""The seventh step: what was asked of a referral and answered with no; nobody knows it of those that are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection


def step(db: Connection) -> None:
    """Add the column; a referral of before says as little as one of which nothing was asked."""
    db.execute("ALTER TABLE referral ADD COLUMN denied TEXT NOT NULL DEFAULT '[]'")
