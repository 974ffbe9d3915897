"""Rounding for print: half up on whole-number fractions, never on binary floats (print.md section 7, rule 7)."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF = Fraction(1, 2)


def half_up(value: Fraction | int) -> int:
    """The nearest whole number, and of two the higher: 2.5 gives 3, -2.5 gives -2."""
    return floor(value + _HALF)


def decimal_text(value: Fraction | int, places: int) -> str:
    """A number with so many decimals, 1 or more, rounded half up: 9/4 to one place is ``2.3``."""
    scaled = half_up(value * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    return f"{_sign(scaled)}{whole}.{part:0{places}}"


def one_decimal(value: Fraction | int) -> str:
    """A rate or a ratio as it is printed: ``2.7``."""
    return decimal_text(value, 1)


def hours_text(minutes: int) -> str:
    """Minutes as hours with one decimal: 420 is ``7.0``."""
    return one_decimal(Fraction(minutes, 60))


def middle(values: Iterable[Fraction | int]) -> Fraction | None:
    """The median, exact: the mean of the middle two of an even count; None of nothing."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return Fraction(ordered[half] + ordered[-half - 1]) / 2


def _sign(number: int) -> str:
    return "\N{MINUS SIGN}" if number < 0 else ""
