"""How often each level of agreement is met between two records of one person (m) and of two people (u).

The weight of a level is log2(m / u), in bits (Fellegi and Sunter, "A theory for record linkage", 1969). Where a name or
a year agrees, u is the share of people who have it (``population``), so that a rare name weighs more. The figures were
counted by ``python -m benchmarks.estimating`` on people made for tuning and on FEBRL's datasets 2 and 3; no figure
that Mavis reports is measured on those. They are rounded; docs/adr/0010-matching.md tells the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from math import log2


class Level(IntEnum):
    """How far two halves of a name agree; a higher level never weighs less."""

    DIFFERENT = 0
    INITIAL = 1
    NEAR = 2
    SOUND = 3
    CLOSE = 4
    PART = 5
    NICKNAME = 6
    SAME = 7


@dataclass(frozen=True)
class Odds:
    """How often a level is met in records of one person (m) and of two people (u), both above 0."""

    m: float
    u: float

    @cached_property
    def bits(self) -> float:
        """The weight of the level."""
        return log2(self.m / self.u)


GIVEN = {
    Level.SAME: Odds(0.65, 0.004),
    Level.NICKNAME: Odds(0.08, 0.0010),
    Level.PART: Odds(0.02, 0.0003),
    Level.CLOSE: Odds(0.12, 0.0020),
    Level.SOUND: Odds(0.02, 0.0011),
    Level.NEAR: Odds(0.02, 0.0012),
    Level.INITIAL: Odds(0.01, 0.005),
    Level.DIFFERENT: Odds(0.10, 0.99),
}
FAMILY = {
    Level.SAME: Odds(0.70, 0.001),
    Level.PART: Odds(0.02, 0.0001),
    Level.CLOSE: Odds(0.13, 0.0008),
    Level.SOUND: Odds(0.012, 0.0003),
    Level.NEAR: Odds(0.02, 0.0006),
    Level.INITIAL: Odds(0.01, 0.004),
    Level.DIFFERENT: Odds(0.08, 0.99),
}
SWAPPED = Odds(0.05, 0.95)
"""Given and family name written the other way round."""

SAME_DAY_M = 0.90
NEAR_DAY = Odds(0.03, 0.002)
FITS_M = 0.94
NEAR_YEAR = Odds(0.04, 0.10)
OTHER_BIRTH = Odds(0.05, 0.95)
SAME_GENDER = Odds(0.97, 0.53)
OTHER_GENDER = Odds(0.02, 0.47)
SAME_DISTRICT = Odds(0.70, 0.08)
OTHER_DISTRICT = Odds(0.30, 0.92)
SHARED_WORD = Odds(0.40, 0.20)
"""One word that two descriptions share; ``MOST_WORDS`` of them count."""

MOST_WORDS = 3
