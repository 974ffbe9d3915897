"""Made-up clocks, ids, visits and shifts: a test says only what it is about, and nobody in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from mavis.domain.counting.facts import ShiftFacts, VisitFacts
from mavis.domain.counting.summary import Stamp
from mavis.domain.shift.shift import Shift
from mavis.domain.visit.visit import Visit

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

    def __init__(self, made: int = 0) -> None:
        """Start before the first id, or after so many."""
        self.made = made

    def __call__(self) -> str:
        """The next id."""
        self.made += 1
        return counted_id(self.made)


def counted_id(number: int) -> str:
    """The id that a counting maker gives as its ``number``-th, from 1."""
    return str(UUID(int=(7 << 76) | (2 << 62) | number))


SATURDAY = date(2026, 3, 14)
"""The shift date of that Saturday; the bus is out from nine to three."""


def at(text: str) -> datetime:
    """The instant of a time on that Saturday night: ``at("23:10")``, and ``at("01:30")`` on the morning after."""
    hour, minute = (int(part) for part in text.split(":"))
    day = datetime(2026, 3, 14 if hour >= 12 else 15, tzinfo=UTC)
    return day + timedelta(hours=hour, minutes=minute)


def a_visit(**fields: Any) -> Visit:
    """A visit of which nothing is known but that somebody came at ten; the fields given are set."""
    bare = Visit(
        id=counted_id(1),
        code="K1",
        shift_id="shift-1",
        arrived_at=SATURDAY_NIGHT,
        entered_at=SATURDAY_NIGHT,
        entered_by="crew-1",
    )
    return replace(bare, **fields)


def a_shift(**fields: Any) -> Shift:
    """A shift of that Saturday from nine to three, still open; the fields given are set."""
    bare = Shift(
        id="shift-1",
        site="bus",
        date=SATURDAY,
        planned_start=at("21:00"),
        planned_end=at("03:00"),
        opened_at=at("21:00"),
    )
    return replace(bare, **fields)


def some_facts(number: int = 1, **fields: Any) -> VisitFacts:
    """The facts of the ``number``-th visit of that Saturday, of which nothing else is known; the fields are set."""
    bare = VisitFacts(
        id=counted_id(number),
        code=f"K{number}",
        shift_id="shift-1",
        site="bus",
        shift_date=SATURDAY,
        arrived_at=SATURDAY_NIGHT,
    )
    return replace(bare, **fields)


def shift_facts(**fields: Any) -> ShiftFacts:
    """The facts of that Saturday's shift, closed at three; the fields given are set."""
    bare = ShiftFacts(
        id="shift-1",
        site="bus",
        date=SATURDAY,
        planned_start=at("21:00"),
        planned_end=at("03:00"),
        opened_at=at("21:00"),
        closed_at=at("03:00"),
    )
    return replace(bare, **fields)


def a_stamp(**fields: Any) -> Stamp:
    """Who made a print, when and with what."""
    return replace(Stamp(at("03:10"), "Robin Lead", "1.0.0", "2026-11", "7f3a" * 16), **fields)
