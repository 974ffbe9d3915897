"""Two births side by side: the same day, a slip of the pen, the same year, ages that fit, or a contradiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people import weights
from mavis.domain.people.match import Reason, Why

if TYPE_CHECKING:
    from datetime import date

    from mavis.domain.people.birth import Birth
    from mavis.domain.people.population import Population

_DAYS_OF_YEAR = 365.25
_A_YEAR_OUT = 400
"""Days between two spans that a birthday not thought of explains."""

_GUESSED_OUT = 4 * 365
"""Days that a guessed age may be wrong by."""

_NEAR_YEAR = Reason(Why.NEAR_YEAR, weights.NEAR_YEAR.bits)
_OTHER_BIRTH = Reason(Why.OTHER_BIRTH, weights.OTHER_BIRTH.bits)


def compare_births(one: Birth | None, other: Birth | None, population: Population) -> Reason | None:
    """The evidence of two births; None when one is not known, or when both are so wide that they say nothing."""
    if one is None or other is None:
        return None
    if one.is_day and other.is_day:
        return _compare_days(one, other, population)
    if one.overlaps(other):
        return _fits(one, other, population)
    return _apart(one, other)


def _compare_days(one: Birth, other: Birth, population: Population) -> Reason:
    if one.first == other.first:
        share = population.years_share(one.first.year, one.first.year) / _DAYS_OF_YEAR
        return Reason(Why.SAME_DAY, weights.Odds(weights.SAME_DAY_M, share).bits, one.first.isoformat())
    if _is_slip(one.first, other.first):
        return Reason(Why.NEAR_DAY, weights.NEAR_DAY.bits)
    return _apart(one, other)


def _is_slip(one: date, other: date) -> bool:
    """One wrong digit, two digits or the day and the month changed about."""
    first, second = f"{one:%Y%m%d}", f"{other:%Y%m%d}"
    differing = [place for place in range(8) if first[place] != second[place]]
    if len(differing) == 1:
        return True
    if len(differing) == 2 and differing[1] - differing[0] == 1:
        return sorted(first[place] for place in differing) == sorted(second[place] for place in differing)
    return one.year == other.year and (one.month, one.day) == (other.day, other.month)


def _fits(one: Birth, other: Birth, population: Population) -> Reason | None:
    """Spans that overlap: the wider they reach together, the more people they would fit, and the less they say."""
    first, last = min(one.first, other.first), max(one.last, other.last)
    share = population.years_share(first.year, last.year)
    bits = weights.Odds(weights.FITS_M, share).bits
    if bits <= 0:
        return None
    if first.year == last.year:
        return Reason(Why.SAME_YEAR, bits, str(first.year))
    return Reason(Why.AGE_FITS, bits)


def _apart(one: Birth, other: Birth) -> Reason:
    days = one.days_apart(other)
    if days <= (_GUESSED_OUT if one.guessed or other.guessed else _A_YEAR_OUT):
        return _NEAR_YEAR
    if one.is_year and other.is_year and _digits_turned(one.first.year, other.first.year):
        return _NEAR_YEAR
    return _OTHER_BIRTH


def _digits_turned(one: int, other: int) -> bool:
    """1989 and 1998."""
    return one // 100 == other // 100 and sorted(f"{one}") == sorted(f"{other}")
