"""Read-only questions about referrals across nights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.follow_up.open_referral import OpenReferral
from mavis.domain.record.safeguarding import Referral
from mavis.storage.columns import NOT_READ, Columns

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

    from mavis.storage.left_out import LeftOut

_COLUMNS = Columns(Referral)
_OPEN = " ".join(
    [
        "SELECT shift.date, shift.id, visit.id, visit.code,",
        ", ".join(f'referral."{column}"' for column in _COLUMNS.names),
        "FROM referral JOIN visit ON visit.id = referral.visit_id JOIN shift ON shift.id = visit.shift_id",
        "WHERE referral.closed_at IS NULL",
        "ORDER BY referral.made_at, referral.id",
    ]
)


class ReferralReader:
    """Reads referrals."""

    def __init__(self, connection: Connection, left_out: LeftOut) -> None:
        """Read through this connection; ``left_out`` is told of what cannot be read."""
        self._db = connection.conn
        self._left_out = left_out

    def open_ones(self) -> tuple[OpenReferral, ...]:
        """Every referral that nobody closed, of all nights, the oldest first."""
        found: list[OpenReferral] = []
        for night, shift_id, visit_id, code, *cells in self._db.execute(_OPEN):
            try:
                referral = _COLUMNS.value(cells)
            except NOT_READ as cause:
                self._left_out.note("visit", f"{code} ({night})", cause)
            else:
                found.append(OpenReferral(date.fromisoformat(night), shift_id, visit_id, code, referral))
        return tuple(found)
