"""How usual each name and birth year is among the people known: a shared rare name says more than a shared Smith."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING

from mavis.domain.people.names import read_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.people.person import Person

_FEWEST = 500
"""The scheme is taken to know at least so many people: with few on record, as many are still to come."""

_TRUST = 200
"""As many imagined people of the usual kind are mixed in, so that the first ten visitors do not make a name rare."""

_USUAL_GIVEN = 0.004
_USUAL_FAMILY = 0.001
_USUAL_YEAR = 0.03
"""Shares of an average name and year: in Britain two given names collide about once in 250, surnames in 1,000."""

_NARROW = 3
"""A birth known to fewer years than these is counted, an age in its later year; a decade is not."""

_IN_ITS_OWN_RIGHT = 3
"""So many people make a spelling a name of its own, no slip of the pen."""


@dataclass(frozen=True)
class Population:
    """How many people are known, and how many of them have each folded given name, family name and birth year."""

    people: int = 0
    given: Counter[str] = field(default_factory=Counter)
    family: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)

    @cached_property
    def prior(self) -> float:
        """The bits of a pair before anything is compared: somebody in particular is one of all the people there are."""
        return -log2(max(self.people, _FEWEST))

    @cached_property
    def _totals(self) -> tuple[int, int, int]:
        """How many given names, family names and births were counted."""
        return self.given.total(), self.family.total(), self.years.total()

    def given_share(self, word: str) -> float:
        """The share of people with a given name, above 0 and at most 1."""
        return _share(self._totals[0], self.given.get(word, 0), _USUAL_GIVEN)

    def family_share(self, word: str) -> float:
        """The share of people with a family name, above 0 and at most 1."""
        return _share(self._totals[1], self.family.get(word, 0), _USUAL_FAMILY)

    def years_share(self, first: int, last: int) -> float:
        """The share of people born in these years, above 0 and at most 1."""
        found = sum([self.years.get(year, 0) for year in range(first, last + 1)])
        return _share(self._totals[2], found, min(1.0, _USUAL_YEAR * (last - first + 1)))

    def is_given(self, word: str) -> bool:
        """Whether enough people are called so for it to be a given name of its own."""
        return self.given.get(word, 0) >= _IN_ITS_OWN_RIGHT

    def is_family(self, word: str) -> bool:
        """Whether enough people are called so for it to be a family name of its own."""
        return self.family.get(word, 0) >= _IN_ITS_OWN_RIGHT


def _share(total: int, found: int, usual: float) -> float:
    return min(1.0, (found + _TRUST * usual) / (total + _TRUST))


def count(people: Iterable[Person]) -> Population:
    """Count the names and birth years of people."""
    total = 0
    given, family, years = Counter[str](), Counter[str](), Counter[int]()
    for person in people:
        total += 1
        names = [name for text in (*person.names, *person.aliases) for name in read_name(text)]
        given.update({name.given.whole for name in names} - {""})
        family.update({name.family.whole for name in names} - {""})
        if person.birth is not None and person.birth.last.year - person.birth.first.year < _NARROW:
            years[person.birth.last.year] += 1
    return Population(total, given, family, years)
