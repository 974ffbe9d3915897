"""Read-only questions that counts are made from: the facts of visits and shifts in a handful of indexed queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection


class SummaryReader:
    """Reads facts."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn
