"""Read-only question about the days on which people are asked again, across nights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.follow_up.asking_again import FollowUp

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

_DUE = " ".join(
    [
        "SELECT json_extract(visit.abi, '$.follow_up') AS day, shift.date, visit.id, visit.code,",
        "coalesce(nullif(visit.name, ''), visit.label), json_extract(visit.abi, '$.goal')",
        "FROM visit JOIN shift ON shift.id = visit.shift_id",
        "WHERE visit.abi IS NOT NULL AND day IS NOT NULL AND day <= ?",
        "ORDER BY day, visit.id",
    ]
)


class FollowUpReader:
    """Reads the days that talks about alcohol ended with."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def until(self, day: date) -> tuple[FollowUp, ...]:
        """Everybody who is to be asked by this day, of all nights, the longest due first."""
        return tuple(
            FollowUp(date.fromisoformat(due), date.fromisoformat(night), visit_id, code, who, goal)
            for due, night, visit_id, code, who, goal in self._db.execute(_DUE, (day.isoformat(),))
        )
