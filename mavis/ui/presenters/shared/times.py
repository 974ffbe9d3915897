"""Times as people read and type them on the night: 01:30, 01:30 (2nd), 48 min."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.shift.night import WallTime, day_of, instant_on, night_of, read_time, wall_time
from mavis.system.wording import words

if TYPE_CHECKING:
    from datetime import date, datetime


def clock_text(instant: datetime) -> str:
    """``01:30``, or ``01:30 (2nd)`` in the hour that happens twice."""
    return wall_text(wall_time(instant))


def wall_text(wall: WallTime) -> str:
    """A wall-clock time with its turn in words."""
    return words(f"screens.time.turn_{wall.turn}", time=str(wall))


def length_text(minutes: int) -> str:
    """``48 min`` or ``1 h 8 min``."""
    if minutes < 60:
        return words("screens.time.minutes", minutes=minutes)
    return words("screens.time.hours", hours=minutes // 60, minutes=minutes % 60)


def night_text(shift_date: date) -> str:
    """``Saturday night, 14 November``."""
    return words("screens.time.night", weekday=weekday(shift_date), day=shift_date.day, month=month(shift_date))


def day_text(instant: datetime) -> str:
    """``Sunday 15 November``, as London has it."""
    return date_text(day_of(instant))


def date_text(day: date) -> str:
    """``Monday 16 November``."""
    return words("screens.time.day", weekday=weekday(day), day=day.day, month=month(day))


def when_text(instant: datetime, now: datetime) -> str:
    """``22:01`` of this night or this day; ``24 October`` of any other."""
    if night_of(instant) == night_of(now) or day_of(instant) == day_of(now):
        return clock_text(instant)
    day = day_of(instant)
    return words("screens.time.day_month", day=day.day, month=month(day))


def weekday(day: date) -> str:
    """The name of the weekday."""
    return words(f"screens.weekday.{day.isoweekday()}")


def month(day: date) -> str:
    """The name of the month."""
    return words(f"screens.month.{day.month}")


def typed_instant(text: str, shift_date: date, latest: datetime) -> datetime | None:
    """The instant that a typed time means on this night: ``2310``, ``01:30``, ``0130 2nd``.

    In the hour that happens twice a time without its turn means the later one that is not after ``latest``. None when
    the words are no time, or the clock never showed it.
    """
    for turn in (2, 1):
        mark = wall_text(WallTime(0, 0, turn)).rpartition(" ")[2]
        bare = text.strip().rstrip(")").casefold()
        if bare.endswith(mark.strip("()").casefold()):
            return _instant(bare[: -len(mark.strip("()"))].rstrip(" ("), shift_date, turn)
    second, first = (_instant(text, shift_date, turn) for turn in (2, 1))
    return second if second is not None and second <= latest else first


def _instant(text: str, shift_date: date, turn: int) -> datetime | None:
    wall = read_time(text)
    return None if wall is None else instant_on(shift_date, wall, turn)
