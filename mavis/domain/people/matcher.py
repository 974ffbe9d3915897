"""Whether two descriptions are of one person: evidence for and against, added up and explained.

The model is Fellegi and Sunter's: each field that both know adds log2(m / u) bits, a field that one of them does not
know adds nothing, and the score begins at the odds of two people drawn by chance. Nothing is ever linked by a score.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mavis.domain.people import weights
from mavis.domain.people.births import compare_births
from mavis.domain.people.comparing import NOTHING, Evidence, NameComparing
from mavis.domain.people.match import Match, Reason, Why
from mavis.domain.people.names import Name, read_name, words_of
from mavis.domain.people.person import Person
from mavis.domain.people.population import Population
from mavis.domain.record.identity import Gender

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.people.nicknames import Nicknames
    from mavis.domain.people.spelling import Spelling

_SMALL_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "the",
        "of",
        "in",
        "on",
        "with",
        "his",
        "her",
        "their",
        "has",
        "had",
        "from",
        "by",
        "very",
        "bit",
    }
)

_REMEMBERED = 2**12
"""Names as they were said whose halves are kept: with each letter that is typed many of the same people are met."""

_SAME_GENDER = Reason(Why.SAME_GENDER, weights.SAME_GENDER.bits)
_OTHER_GENDER = Reason(Why.OTHER_GENDER, weights.OTHER_GENDER.bits)
_OTHER_DISTRICT = Reason(Why.OTHER_DISTRICT, weights.OTHER_DISTRICT.bits)


@dataclass(frozen=True, slots=True)
class Known:
    """A person with everything worked out that comparing needs; made once, compared often."""

    person: Person
    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    district: str
    description: frozenset[str]

    @property
    def called(self) -> tuple[Name, ...]:
        """All names and aliases."""
        return (*self.names, *self.aliases)


class Matcher:
    """Compares people in the light of a table of nicknames and of how usual each name is.

    ``spelling`` compares letters. Comparing is symmetric, and pure: the same people always get the same answer.
    """

    def __init__(self, nicknames: Nicknames, spelling: Spelling, population: Population | None = None) -> None:
        """Take what people are judged by; without a population every name counts as an average one."""
        self.nicknames = nicknames
        self.spelling = spelling
        self.population = population or Population()
        self.name_comparing = NameComparing(nicknames, spelling, self.population)
        self._names_of = lru_cache(_REMEMBERED)(read_name)
        self._words_of = lru_cache(_REMEMBERED)(words_of)

    def among(self, population: Population) -> Matcher:
        """The same matcher for another population, for example after a hundred new people."""
        return Matcher(self.nicknames, self.spelling, population)

    def know(self, person: Person) -> Known:
        """Work out once what comparing this person needs."""
        return Known(
            person,
            tuple([name for text in person.names for name in self._names_of(text)]),
            tuple([name for text in person.aliases for name in self._names_of(text)]),
            "".join(self._words_of(person.district)),
            frozenset(self._words_of(person.description)) - _SMALL_WORDS,
        )

    def score(self, one: Person, other: Person) -> Match:
        """How likely both are one person, with the reasons, the weightiest first."""
        return self.compare(self.know(one), self.know(other))

    def compare(self, one: Known, other: Known) -> Match:
        """``score`` for people who are worked out already."""
        return _explained(*self._weigh(one, other))

    def compare_from(self, least: float, one: Known, other: Known) -> Match | None:
        """``compare`` where only a score of at least so many bits is of interest: a scan compares millions."""
        bits, reasons = self._weigh(one, other)
        return _explained(bits, reasons) if bits >= least else None

    def _weigh(self, one: Known, other: Known) -> tuple[float, list[Reason]]:
        found = self.names(one, other)
        beside = (
            compare_births(one.person.birth, other.person.birth, self.population),
            _gender(one.person.gender, other.person.gender),
            _district(one.district, other.district),
            _description(one.description & other.description),
        )
        reasons = [*found.reasons, *(reason for reason in beside if reason is not None)]
        return self.population.prior + sum([reason.bits for reason in reasons]), reasons

    def names(self, one: Known, other: Known) -> Evidence:
        """The best evidence of any pair of names.

        That two names differ speaks against; that an alias is another than the other's name never does.
        """
        compare = self.name_comparing.compare
        found = [compare(a, b) for a in one.names for b in other.names]
        if one.aliases or other.aliases:
            with_alias = (compare(a, b) for a, b in _alias_pairs(one, other))
            found += (evidence for evidence in with_alias if evidence.bits > 0)
        return max(found, key=_bits, default=NOTHING)


def _bits(evidence: Evidence) -> float:
    return evidence.bits


def _explained(bits: float, reasons: list[Reason]) -> Match:
    return Match(bits, tuple(sorted(reasons, key=lambda reason: -abs(reason.bits))))


def _alias_pairs(one: Known, other: Known) -> Iterator[tuple[Name, Name]]:
    yield from ((a, b) for a in one.aliases for b in other.called)
    yield from ((a, b) for a in one.names for b in other.aliases)


def _gender(one: Gender | None, other: Gender | None) -> Reason | None:
    """The same gender, or another; somebody who says "other" is held against nobody."""
    if one is None or other is None:
        return None
    if one is other:
        return _SAME_GENDER
    return None if Gender.OTHER in (one, other) else _OTHER_GENDER


def _district(one: str, other: str) -> Reason | None:
    if not one or not other:
        return None
    if one == other:
        return Reason(Why.SAME_DISTRICT, weights.SAME_DISTRICT.bits, one.upper())
    return _OTHER_DISTRICT


def _description(shared: frozenset[str]) -> Reason | None:
    if not shared:
        return None
    bits = weights.SHARED_WORD.bits * min(len(shared), weights.MOST_WORDS)
    return Reason(Why.DESCRIPTION, bits, ", ".join(sorted(shared)))
