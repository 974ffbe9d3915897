"""How busy a night was against the usual night of its weekday (print.md section 7, rules 2 to 4)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.rounding import middle
from mavis.domain.summary import PastNight, Usual

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NIGHTS_NEEDED = 8
"""With fewer nights to compare with there is no usual, whatever the figures."""

PEAK = Fraction(3, 2)
"""A night is a peak from this many times the usual rate, looked at exactly."""

_HOUR = 60
_BANDS = ((Fraction(3), 30), (Fraction(2), 20), (PEAK, 15))


def visits_an_hour(visits: int, open_minutes: int) -> Fraction | None:
    """The exact rate of visits an open hour; None when the bus was open for less than an hour."""
    return Fraction(visits * _HOUR, open_minutes) if open_minutes >= _HOUR else None


def usual_of(tonight_visits: int, open_minutes: int, past: Iterable[PastNight]) -> Usual:
    """Tonight's rate against the median of the past nights, which the caller has chosen with ``comparable``.

    Past nights without a rate are not compared with.
    """
    rate = visits_an_hour(tonight_visits, open_minutes)
    rates = [visits_an_hour(night.visits, night.open_minutes) for night in past]
    compared = [one for one in rates if one is not None]
    median = middle(compared)
    ratio = rate / median if rate is not None and median and len(compared) >= NIGHTS_NEEDED else None
    return Usual(len(compared), rate, median, ratio, is_peak=ratio is not None and ratio >= PEAK)


def comparable(shift_date: date, nights: Iterable[PastNight]) -> tuple[PastNight, ...]:
    """The nights of one site that a night is compared with, by date.

    They fall on the same weekday, from the same date a year earlier up to the day before.
    """
    first = year_before(shift_date)
    chosen = (n for n in nights if first <= n.date < shift_date and n.date.weekday() == shift_date.weekday())
    return tuple(sorted(chosen, key=lambda night: night.date))


def year_before(day: date) -> date:
    """The same date a year earlier; of 29 February the day before it."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)


def peak_band(ratio: Fraction) -> int:
    """The band that may be shared in place of the ratio, its lower end times ten: 15, 20 or 30; 0 is not a peak."""
    return next((band for lowest, band in _BANDS if ratio >= lowest), 0)
