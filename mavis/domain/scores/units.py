"""Units of alcohol: millilitres times percent, by 1,000 *(UK Chief Medical Officers 2016; domain.md 4.6)*."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.domain.rounding import one_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

RULE_VERSION = "units.1"
WEEKLY_GUIDELINE = 14
"""Units a week that men and women are advised not to exceed regularly; none in pregnancy."""
_MOST_MILLILITRES = 20_000
_MOST_PERCENT = 100


def units(millilitres: Fraction | int, percent: Fraction | int) -> Fraction:
    """The units in one drink, exact.

    Raises:
        UserError: the volume is not above 0 and up to 20 litres, or the strength is not 0 to 100 %.
    """
    if not 0 < millilitres <= _MOST_MILLILITRES:
        raise UserError("drink_volume", most=_MOST_MILLILITRES)
    if not 0 <= percent <= _MOST_PERCENT:
        raise UserError("drink_strength")
    return Fraction(millilitres) * Fraction(percent) / 1000


def units_text(total: Fraction) -> str:
    """Units as they are shown, one decimal, half up: 568 ml of 5 % is ``2.8``."""
    return one_decimal(total)


def total_units(drinks: Iterable[tuple[int, Fraction | int, Fraction | int]]) -> Fraction:
    """The units of several drinks, each given as how many, millilitres and percent; rounded only when shown."""
    return sum((count * units(millilitres, percent) for count, millilitres, percent in drinks), start=Fraction())
