"""The trail: an entry for every change, each sealed with the one before it by SHA-256, and no name in any of them.

An entry holds when, who (an id), what kind of change, to what (an id), and the digest of what was written. Its own
digest covers all that and the digest before it, so that an edit, a deletion, a swap or an insertion shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.storage.columns import to_cell
from mavis.storage.statements import insert_into
from mavis.system.digests import sha256

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database as Connection

FIRST_LINK = bytes(32)
"""What the first entry is sealed with."""

_COLUMNS = ("seq", "at", "actor", "action", "subject", "body", "previous", "this")
_INSERT = insert_into("audit", _COLUMNS)
_INSERT_OUTBOX = insert_into("outbox", ("seq", "at", "kind", "subject", "audit_seq"))
_LAST = "SELECT seq, this FROM audit ORDER BY seq DESC LIMIT 1"
_ALL = "SELECT seq, at, actor, action, subject, body, previous, this FROM audit ORDER BY seq"
_LAST_TOLD = "SELECT audit_seq FROM outbox ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """What reading the whole trail showed: how many entries, and the first one that does not fit (None: all do)."""

    entries: int
    broken_at: int | None

    @property
    def ok(self) -> bool:
        """Whether every entry fits."""
        return self.broken_at is None


class TrailReader:
    """Reads the trail."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def head(self) -> str:
        """The digest of the newest entry, 64 hex digits; zeros when there is none."""
        return self._last()[1].hex()

    def check(self) -> TrailCheck:
        """Read every entry and recompute its digest."""
        seq, link = 0, FIRST_LINK
        for number, at, actor, action, subject, body, previous, this in self._db.execute(_ALL):
            if number != seq + 1 or previous != link or this != _seal(link, number, at, actor, action, subject, body):
                return TrailCheck(seq, seq + 1)
            seq, link = number, this
        told = self._db.execute(_LAST_TOLD).fetchone()
        if told is not None and told[0] != seq:
            return TrailCheck(seq, min(seq, told[0]) + 1)
        return TrailCheck(seq, None)

    def _last(self) -> tuple[int, bytes]:
        found: tuple[int, bytes] | None = self._db.execute(_LAST).fetchone()
        return found or (0, FIRST_LINK)


class Trail(TrailReader):
    """Adds to the trail, in the transaction of the change itself."""

    def __init__(self, connection: Connection, at: datetime, actor: str) -> None:
        """Every entry of one unit of work has the same instant and the same actor."""
        super().__init__(connection)
        self._at = to_cell(at)
        self._actor = actor

    def note(self, action: str, subject: str, body: str) -> int:
        """Add an entry, and the outbox row that tells of it; returns the entry's number.

        ``action`` is ``<kind>_<what happened>``, ``subject`` an id, ``body`` what was written, of which only the
        digest is kept.
        """
        last, link = self._last()
        seq = last + 1
        digest = sha256(body.encode("utf-8", "surrogatepass")).digest()
        this = _seal(link, seq, self._at, self._actor, action, subject, digest)
        self._db.execute(_INSERT, (seq, self._at, self._actor, action, subject, digest, link, this))
        self._db.execute(_INSERT_OUTBOX, (seq, self._at, action.partition("_")[0], subject, seq))
        return seq


def _seal(link: bytes, seq: int, at: int, actor: str, action: str, subject: str, body: bytes) -> bytes:
    facts = f"{seq}\n{at}\n{actor}\n{action}\n{subject}\n"
    return sha256(link + facts.encode() + body).digest()
