"""Dates and times of a shift as people type them before it begins."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.shift.night import instant_on, read_time
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import month, weekday

if TYPE_CHECKING:
    from datetime import datetime, timedelta

_MONTHS = range(1, 13)
_LEAST_LETTERS = 3
_CENTURY = 2000
_HOUR = (1, 2)
"""So many digits alone are the hour."""
_DIGITS = 5
"""More of a number are not read: no day and no year has so many."""
_ON_THE_WAY = re.compile(r"\s*(\d[:.\s]*){0,4}([ap]m?|\(\w*\)?)?\s*", re.IGNORECASE)
"""Up to four digits, and behind them *am*, *pm* or the turn in brackets, each as far as it is typed."""


class NotATimeError(ValueError):
    """What was typed is no time of that night; the argument is the wording key of what to type instead."""


def day_words(day: date) -> str:
    """``Sat 14 November``."""
    return words("start.short_day", weekday=weekday(day)[:_LEAST_LETTERS], day=day.day, month=month(day))


def hours_words(length: timedelta) -> str:
    """``6 h``, or ``6 h 30``."""
    hours, minutes = divmod(int(length.total_seconds() // 60), 60)
    if minutes:
        return words("start.hours_part", hours=hours, minutes=f"{minutes:02}")
    return words("start.hours_whole", hours=hours)


def typed_day(text: str, near: date) -> date | None:
    """A date from ``14``, ``14/11``, ``14.11.2026`` or ``Sat 14 November``; without a year it is the nearest one."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.lower())
    numbers = [int(part[:_DIGITS]) for part in parts if part.isdecimal()]
    named = [number for part in parts for number in _MONTHS if _names(part, number)]
    if not numbers or len(numbers) + len(named) > 3:
        return None
    months = named or numbers[1:2] or [near.month]
    years = numbers[2 - len(named) :]
    if years:
        return _day(years[0] + (_CENTURY if years[0] < 100 else 0), months[0], numbers[0])
    found = [_day(near.year + step, months[0], numbers[0]) for step in (-1, 0, 1)]
    return min((day for day in found if day), key=lambda day: abs(day - near), default=None)


def typed_moment(text: str, night: date) -> datetime:
    """The instant that ``2100``, ``21:00``, ``21`` or ``01:30 (2nd)`` means on a night.

    Raises:
        NotATimeError: it is no time, or the clock skips it on that night.
    """
    clock, _, turn = text.partition("(")
    wall = read_time(f"{clock.strip()}00" if len(clock.strip()) in _HOUR else clock)
    if wall is None:
        raise NotATimeError("start.error.time")
    instant = instant_on(night, wall, 2 if turn.startswith("2") else 0)
    if instant is None:
        raise NotATimeError("start.error.no_such_time")
    return instant


def may_be_time(text: str) -> bool:
    """Whether what is half typed looks like a time so far; that it is one is seen when it is whole."""
    return _ON_THE_WAY.fullmatch(text) is not None


def _names(part: str, number: int) -> bool:
    return len(part) >= _LEAST_LETTERS and words(f"screens.month.{number}").lower().startswith(part)


def _day(year: int, month_number: int, day: int) -> date | None:
    try:
        return date(year, month_number, day)
    except ValueError:
        return None
