"""A day to come as people type it: 27/11, 27 Nov, Friday 27 November, Friday, tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})[a-z]*[\s,]*")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})(?:\s*[/.\-]\s*([0-9]{4}|[0-9]{2}))?")
_NAMED = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?\s*({'|'.join(_MONTHS)})[a-z]*\.?(?:\s+([0-9]{{4}}|[0-9]{{2}}))?")
_DAYS_IN_A_WEEK = 7
_LONGEST_WAIT = 4
"""A 29 February is to come within so many years, but once a century."""


def read_coming_day(text: str, today: date) -> date | None:
    """The day that is meant, today or later; without a year the next one there is, and a weekday alone the next.

    None when the words are no day, or one that is over. A weekday before a date is not held against it.
    """
    bare = text.strip().casefold()
    if bare in ("today", "tomorrow"):
        return today + timedelta(days=bare == "tomorrow")
    weekday = _WEEKDAY.match(bare)
    rest = bare[weekday.end() :] if weekday else bare
    if weekday and not rest:
        ahead = (_WEEKDAYS.index(weekday[1]) - today.weekday()) % _DAYS_IN_A_WEEK
        return today + timedelta(days=ahead or _DAYS_IN_A_WEEK)
    if numbers := _NUMBERS.fullmatch(rest):
        return _to_come(int(numbers[1]), int(numbers[2]), numbers[3], today)
    if named := _NAMED.fullmatch(rest):
        return _to_come(int(named[1]), _MONTHS.index(named[2]) + 1, named[3], today)
    return None


def _to_come(day: int, month: int, year: str | None, today: date) -> date | None:
    years = range(today.year, today.year + _LONGEST_WAIT + 1) if year is None else (_full_year(year),)
    found = (_date(each, month, day) for each in years)
    return next((each for each in found if each is not None and each >= today), None)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == len("2026") else 2000 + int(digits)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
