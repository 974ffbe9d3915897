"""How busy a night was against the usual night of its weekday (print.md section 7, rules 2 to 4)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import PastNight, Usual
from mavis.domain.rounding import middle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NIGHTS_NEEDED = 8
"""With fewer nights to compare with there is no usual, whatever the figures."""

PEAK = Fraction(3, 2)
"""A night is a peak from this many times the usual rate, looked at exactly."""

_HOUR = 60


def visits_an_hour(visits: int, open_minutes: int) -> Fraction | None:
    """The exact rate of visits an open hour; None when the bus was open for less than an hour."""
    return Fraction(visits * _HOUR, open_minutes) if open_minutes >= _HOUR else None


def usual_of(tonight_visits: int, open_minutes: int, past: Iterable[PastNight]) -> Usual:
    """Tonight's rate against the median of past nights: those of the site on the same weekday within the year before.

    Past nights without a rate are not compared with.
    """
    rate = visits_an_hour(tonight_visits, open_minutes)
    rates = [visits_an_hour(night.visits, night.open_minutes) for night in past]
    compared = [one for one in rates if one is not None]
    median = middle(compared)
    ratio = rate / median if rate is not None and median and len(compared) >= NIGHTS_NEEDED else None
    return Usual(len(compared), rate, median, ratio, is_peak=ratio is not None and ratio >= PEAK)


def year_before(day: date) -> date:
    """The same date a year earlier; of 29 February the day before it."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)
