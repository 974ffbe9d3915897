"""Periods that counts are made for: a night, a calendar month, quarter or year, written as in ``2019-12``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby


class Grain(StrEnum):
    """How finely counts are cut in time, from fine to coarse."""

    NIGHT = "night"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; a night belongs to the month in which it started."""

    year: int
    number: int

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    def plus(self, months: int) -> Month:
        """So many months later, or earlier with a negative figure."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __str__(self) -> str:
        """As in ``2019-12``."""
        return f"{self.year:04}-{self.number:02}"


def month_of(day: date) -> Month:
    """The calendar month of a shift date."""
    return Month(day.year, day.month)


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """Each month from the first to the last, both included; none when the last is earlier."""
    count = (last.year - first.year) * 12 + last.number - first.number + 1
    return tuple(first.plus(step) for step in range(count))


def period_of(day: date, grain: Grain) -> str:
    """How the period that a shift date lies in is written: ``night 2019-12-20``, ``2019-12``, ``2019-Q4``, ``2019``."""
    return f"night {day.isoformat()}" if grain is Grain.NIGHT else period_of_month(month_of(day), grain)


def period_of_month(month: Month, grain: Grain) -> str:
    """How the month, quarter or year that a month lies in is written.

    Raises:
        ValueError: a month has many nights.
    """
    if grain is Grain.MONTH:
        return str(month)
    if grain is Grain.QUARTER:
        return f"{month.year:04}-Q{(month.number + 2) // 3}"
    if grain is Grain.YEAR:
        return f"{month.year:04}"
    raise ValueError(grain)


def grain_of(period: str) -> Grain:
    """How finely a written period is cut."""
    if period.startswith("night "):
        return Grain.NIGHT
    if "-Q" in period:
        return Grain.QUARTER
    return Grain.MONTH if "-" in period else Grain.YEAR


_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


def widened(first: Month, last: Month, grain: Grain) -> tuple[Month, Month]:
    """The whole months, quarters or years that hold both months."""
    size = _MONTHS_IN[grain]
    return first.plus(-((first.number - 1) % size)), last.plus(size - 1 - (last.number - 1) % size)


def whole_periods(months: tuple[Month, ...], grain: Grain) -> tuple[tuple[str, tuple[Month, ...]], ...]:
    """The periods of a grain that lie wholly in a run of months, each with its months; other months are left out."""
    runs = [(name, tuple(run)) for name, run in groupby(months, lambda month: period_of_month(month, grain))]
    return tuple((name, run) for name, run in runs if len(run) == _MONTHS_IN[grain])


def grain_of_totals(months: tuple[Month, ...]) -> Grain | None:
    """The coarsest grain, coarser than a month, whose whole periods fill a run of months; None when none does."""
    for grain in (Grain.YEAR, Grain.QUARTER):
        if months and sum(len(run) for _, run in whole_periods(months, grain)) == len(months):
            return grain
    return None
