"""Read-only question about the days on which people are asked again, across nights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.follow_up.asking_again import FollowUp
from mavis.storage.columns import NOT_READ

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

    from mavis.storage.left_out import LeftOut

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

    def __init__(self, connection: Connection, left_out: LeftOut) -> None:
        """Read through this connection; ``left_out`` is told of what cannot be read."""
        self._db = connection.conn
        self._left_out = left_out

    def until(self, day: date) -> tuple[FollowUp, ...]:
        """Everybody who is to be asked by this day, of all nights, the longest due first."""
        found: list[FollowUp] = []
        for due, night, *told in self._db.execute(_DUE, (day.isoformat(),)):
            try:
                found.append(FollowUp(date.fromisoformat(due), date.fromisoformat(night), *told))
            except NOT_READ as cause:
                self._left_out.note("visit", f"{told[1]} ({night})", cause)
        return tuple(found)
