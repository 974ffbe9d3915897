"""The night: shift dates, and wall-clock times that cross midnight and both clock changes (domain.md 1).

Instants are UTC; people read Europe/London. On the October night 01:30 happens twice and is said to be the first or
the second; on the March night it does not happen at all.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_DAY_BREAK = time(12, 0)
LAST_OF_NIGHT = time(11, 59)
"""The last minute that belongs to the night before."""


class WallTime(NamedTuple):
    """A time as a clock on the wall shows it: ``turn`` is 1 or 2 in the hour that happens twice, else 0."""

    hour: int
    minute: int
    turn: int = 0

    def __str__(self) -> str:
        """``01:30``; the turn is put into words by the wording."""
        return f"{self.hour:02}:{self.minute:02}"


def wall_time(instant: datetime) -> WallTime:
    """What the clock on the wall shows at an instant (aware; any zone)."""
    local = instant.astimezone(LONDON)
    return WallTime(local.hour, local.minute, _turn(local))


def _turn(local: datetime) -> int:
    first = local.replace(fold=0).utcoffset()
    second = local.replace(fold=1).utcoffset()
    if first == second or not _exists(local):
        return 0
    return local.fold + 1


def _exists(local: datetime) -> bool:
    return local.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == local.replace(tzinfo=None)


def to_the_minute(instant: datetime) -> datetime:
    """The minute that an instant lies in: all that a clock without seconds shows."""
    return instant.replace(second=0, microsecond=0)


def night_of(instant: datetime) -> date:
    """The shift date that an instant belongs to: the calendar date until noon belongs to the night before."""
    local = instant.astimezone(LONDON)
    return local.date() if local.time() >= _DAY_BREAK else local.date() - timedelta(days=1)


def day_of(instant: datetime) -> date:
    """The calendar day in London: what "tomorrow" is counted from."""
    return instant.astimezone(LONDON).date()


def instant_on(shift_date: date, wall: time, turn: int = 0) -> datetime | None:
    """The UTC instant of a wall-clock time on the night of a shift date.

    Times before noon belong to the morning after. ``turn`` chooses between the two 01:30s of the October night (0 and 1
    mean the first). None when the clock never showed that time, as at 01:30 on the March night.
    """
    day = shift_date if wall >= _DAY_BREAK else shift_date + timedelta(days=1)
    local = datetime.combine(day, wall, LONDON).replace(fold=1 if turn == 2 else 0)
    return local.astimezone(UTC) if _exists(local) else None


def read_time(text: str) -> time | None:
    """A time as people type it: ``2310``, ``23:10``, ``23.10``, ``110``; None when it is no time."""
    digits = text.strip().replace(":", "").replace(".", "").replace(" ", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (3, 4):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None


class ClockHour(NamedTuple):
    """One hour column of a night: from ``start`` to ``end`` in UTC, with its wall-clock name."""

    start: datetime
    end: datetime
    wall: WallTime


def hours_between(start: datetime, end: datetime) -> tuple[ClockHour, ...]:
    """Each clock hour that the bus was open in, in order: seven on the October night, five on the March one."""
    hour = start.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    found = []
    while hour < end:
        found.append(ClockHour(hour, hour + timedelta(hours=1), wall_time(hour)))
        hour += timedelta(hours=1)
    return tuple(found)


def skipped_hour(start: datetime, end: datetime) -> WallTime | None:
    """The hour that the clock jumps over between two instants, if any: 01:00 on the March night."""
    hours = hours_between(start, end)
    for before, after in pairwise(hours):
        expected = (before.wall.hour + 1) % 24
        if after.wall.hour != expected and after.wall.turn == 0 and before.wall.hour != after.wall.hour:
            return WallTime(expected, 0)
    return None
