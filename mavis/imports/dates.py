"""Dates as people write them in a spreadsheet, and which order of day and month a whole column follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mavis.imports.log_mapping import DateOrder

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[\s,]+")
_MIDNIGHT = re.compile(r"[t\s]+00:00(?::00)?(?:\.0+)?$")
_NUMBERS = re.compile(r"(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})")
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?{_MONTH}[\s\-/.,]*(?P<year>\d{{4}}|\d{{2}})"
)
_NAME_FIRST = re.compile(rf"{_MONTH}[\s\-/.]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.,]+(?P<year>\d{{4}}|\d{{2}})")
_LONGEST = 40
_ENOUGH = 0.95
"""The share of the telling dates that must agree before the few others are taken for slips."""
_SHOWN = 0.2
"""The share of all dates that must need the month first before it is believed."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date with its two readings; both are the same where only one is possible, None where one is none."""

    day_first: date | None
    month_first: date | None

    def read(self, order: DateOrder) -> date | None:
        """The date in the order of its column; None when it has no such reading or, undecided, two."""
        if order is DateOrder.DAY_FIRST:
            return self.day_first
        if order is DateOrder.MONTH_FIRST:
            return self.month_first
        if self.day_first is None or self.month_first is None:
            return self.day_first or self.month_first
        return self.day_first if self.day_first == self.month_first else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether only the order of the column can tell what it means."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first


def written_date(text: str) -> WrittenDate | None:
    """The date in a cell, or None: 07/01/2017, 7.1.17, 7-Jan-17, Sat 7th January 2017, 2017-01-07."""
    if len(text) > _LONGEST:
        return None
    bare = _MIDNIGHT.sub("", _WEEKDAY.sub("", text.strip().casefold()))
    if numbers := _NUMBERS.fullmatch(bare):
        first, second, year = int(numbers[1]), int(numbers[3]), _year(numbers[4])
        either = WrittenDate(_date(year, second, first), _date(year, first, second))
        return either if either.day_first or either.month_first else None
    only = _only(bare)
    return WrittenDate(only, only) if only else None


def _only(bare: str) -> date | None:
    if year_first := _YEAR_FIRST.fullmatch(bare):
        return _date(int(year_first[1]), int(year_first[3]), int(year_first[4]))
    if named := _NAMED.fullmatch(bare) or _NAME_FIRST.fullmatch(bare):
        return _date(_year(named["year"]), _MONTHS.index(named["name"]) + 1, int(named["day"]))
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def order_of(column: Iterable[WrittenDate]) -> DateOrder:
    """The order that the dates of a column tell: day first unless a fair share of them says otherwise.

    Undecided when many of them need the one order and many the other. In a column that truly has the month first, three
    dates in five show it; a single one among ambiguous dates is a slip and changes nothing.
    """
    day = month = dates = 0
    for written in column:
        dates += 1
        day += written.month_first is None
        month += written.day_first is None
    if day >= _ENOUGH * (day + month) or month < _SHOWN * dates:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if month >= _ENOUGH * (day + month) else DateOrder.UNDECIDED
