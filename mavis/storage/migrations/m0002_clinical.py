"""The second step: scores beside their observations, notes that few may read, referrals with an owner and an action.

Further blocks of a visit are JSON as in the first step: oxygen_target, head_injury, capacity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

_COLUMNS = (
    ("visit", "oxygen_target", "TEXT"),
    ("visit", "head_injury", "TEXT"),
    ("visit", "capacity", "TEXT"),
    ("visit_observation", "news2", "INTEGER"),
    ("visit_observation", "news2_rule", "TEXT NOT NULL DEFAULT ''"),
    ("visit_observation", "gcs", "INTEGER"),
    ("visit_observation", "gcs_rule", "TEXT NOT NULL DEFAULT ''"),
    ("visit_note", "about", "TEXT"),
    ("referral", "owner", "TEXT NOT NULL DEFAULT ''"),
    ("referral", "action", "TEXT NOT NULL DEFAULT ''"),
)


def step(db: Connection) -> None:
    """Add the columns; what is recorded already stays as it is."""
    for table, column, kind in _COLUMNS:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
