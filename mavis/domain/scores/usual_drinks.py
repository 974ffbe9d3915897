"""The drinks that people usually tell of, as data that another scheme replaces, and those beside them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mavis.domain.scores.units import units


@dataclass(frozen=True, slots=True)
class UsualDrink:
    """A drink as it is sold: millilitres, strength in tenths of a percent, and the letter that adds one."""

    code: str
    name: str
    millilitres: int
    strength_tenths: int
    key: str = ""

    @property
    def units(self) -> Fraction:
        """The units in one, exact."""
        return units(self.millilitres, Fraction(self.strength_tenths, 10))
