"""Made-up clocks and ids, so that a test says what time it is and knows each id before it is made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

SATURDAY_NIGHT = datetime(2026, 3, 14, 22, 0, tzinfo=UTC)
"""The instant at which a settable clock starts: ten in the evening, no clock change near."""


class SettableClock:
    """A clock that stands still until a test moves it; called, it tells the instant as an aware UTC datetime."""

    def __init__(self, now: datetime = SATURDAY_NIGHT) -> None:
        """Start at an aware instant."""
        self.now = now

    def __call__(self) -> datetime:
        """The present instant, in UTC."""
        return self.now.astimezone(UTC)

    def advance(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
        """Move the clock on, or back with a negative figure, and tell the new instant."""
        self.now += timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return self()


class CountingIds:
    """An id maker whose ids are well-formed version 7 UUIDs that count up from 1 and so sort in the order made."""

    def __init__(self) -> None:
        """Start before the first id."""
        self.made = 0

    def __call__(self) -> str:
        """The next id."""
        self.made += 1
        return counted_id(self.made)


def counted_id(number: int) -> str:
    """The id that a counting maker gives as its ``number``-th, from 1."""
    return str(UUID(int=(7 << 76) | (2 << 62) | number))
