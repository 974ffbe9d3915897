"""How well a returning visitor is known again, on people whose truth is known; and how long a scan of all takes.

What is reported here was not used for tuning: FEBRL's dataset 1, and people made with the seed ``REPORTING``.
docs/adr/0010-matching.md says how the weights came about.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from benchmarks.labelled import febrl
from benchmarks.pastlog import past_log
from benchmarks.table import Row, limited, seconds
from benchmarks.visitors import REPORTING, TONIGHT, Labelled, Visitors, misspelt
from mavis.domain.people.duplicates import possible_pairs
from mavis.domain.people.finding import rank
from mavis.domain.people.match import CONFIDENT_FROM, POSSIBLE_FROM
from mavis.domain.people.population import count
from mavis.domain.people.query import read_query
from mavis.domain.people.vocabulary import Vocabulary
from mavis.domain.people.word_index import index_words
from mavis.system.matching import load_matcher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mavis.domain.people.person import Person
    from mavis.domain.people.vocabulary import Wanted

_SCANNED = 100_000
_ON_RECORD_TWICE = 5_000
_SCAN_SECONDS = 60
_ASKED = 300
_FIRST = 5
_HALF_AN_HOUR = 180
"""Pairs that a coordinator looks at in half an hour, at ten seconds each."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs that the matcher put together, held against the truth."""

    pairs: int
    right: int
    true: int

    @property
    def precision(self) -> float:
        """The share of the pairs put together that are one person."""
        return self.right / self.pairs if self.pairs else 1.0

    @property
    def recall(self) -> float:
        """The share of the true pairs that were put together."""
        return self.right / self.true if self.true else 1.0

    def __str__(self) -> str:
        """Both, for the last column of the table."""
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, {self.pairs} pairs of {self.true} true"


def judge(labelled: Labelled, least: float) -> Judged:
    """What a scan puts together from a score on, among people whose own names say how usual each name is."""
    matcher = load_matcher(population=count(labelled.people))
    found = {frozenset((pair.one.id, pair.other.id)) for pair in possible_pairs(labelled.people, matcher, least)}
    return Judged(len(found), len(found & labelled.truth), len(labelled.truth))


class Register:
    """People who are found by typing, as the program finds them, with the index in memory."""

    def __init__(self, people: Sequence[Person]) -> None:
        """Index everybody."""
        self._matcher = load_matcher(population=count(people))
        self._people = {person.id: person for person in people}
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        for person in people:
            for word in index_words(person, self._matcher):
                self._ids[word].add(person.id)
        self._vocabulary = Vocabulary(self._matcher, self._ids)

    def first(self, text: str) -> tuple[str, ...]:
        """The ids of the first few for a text that is typed to its end."""
        query = read_query(f"{text} ", TONIGHT)
        wanted = self._vocabulary.wanted(query)
        ids = self._having(wanted)
        if len(ids) < _FIRST:
            ids |= self._having(self._vocabulary.wanted(query, forgiving=True))
        people = [self._people[person_id] for person_id in sorted(ids)]
        return tuple(found.person.id for found in rank(query, people, self._matcher, TONIGHT)[:_FIRST])

    def _having(self, wanted: Sequence[Wanted]) -> set[str]:
        """The ids of those who have all that is wanted."""
        having = [set[str]().union(*(self._ids.get(word, ()) for word in one.words)) for one in wanted]
        return reduce(set.intersection, having) if having else set()

    def share_found(self, asked: Sequence[tuple[str, Person]]) -> float:
        """The share of those asked for who are among the first few."""
        return sum(person.id in self.first(text) for text, person in asked) / len(asked)


def measure(folder: Path) -> list[Row]:
    """All rows; nothing is written to the folder."""
    del folder
    return [*_on_febrl(), *_on_a_past_log(), *(_misspelt(people) for people in (1_000, 10_000, 100_000)), _scan()]


def _on_febrl() -> list[Row]:
    day, year = (judge(febrl(1, detail), POSSIBLE_FROM) for detail in ("day", "year"))
    return [
        limited("FEBRL 1 by name and birth date: wrong pairs", 100 * (1 - day.precision), "%", 2, str(day)),
        limited("FEBRL 1 by name and birth date: pairs missed", 100 * (1 - day.recall), "%", 5),
        limited("FEBRL 1 by name and birth year: wrong pairs", 100 * (1 - year.precision), "%", 5, str(year)),
        limited("FEBRL 1 by name and birth year: pairs missed", 100 * (1 - year.recall), "%", 20),
    ]


def _on_a_past_log() -> list[Row]:
    confident, possible = (judge(past_log(REPORTING), least) for least in (CONFIDENT_FROM, POSSIBLE_FROM))
    return [
        limited("review list of a past log, three years", confident.pairs, "pairs", _HALF_AN_HOUR, str(confident)),
        limited("the same with all that is possible", possible.pairs, "pairs", 2 * _HALF_AN_HOUR, str(possible)),
    ]


def _misspelt(number: int) -> Row:
    people = Visitors(REPORTING).many(number).people
    register = Register(people)
    asked = misspelt(people, _ASKED, REPORTING)
    right = register.share_found([(person.names[0], person) for _, person in asked])
    alone = register.share_found([(text.partition(" ")[2], person) for text, person in asked])
    beside = f"spelt right {100 * (1 - right):.1f} %; by the misspelt last name alone {100 * (1 - alone):.1f} %"
    missed = 100 * (1 - register.share_found(asked))
    return limited(f"misspelt name not among the first five, {number:,} people", missed, "%", 5, beside)


def _scan() -> Row:
    labelled = Visitors(REPORTING).many(_SCANNED - _ON_RECORD_TWICE, _ON_RECORD_TWICE)
    judged: list[Judged] = []
    took = seconds(lambda: judged.append(judge(labelled, CONFIDENT_FROM)))
    return limited(f"duplicates among {_SCANNED:,} people", took, "s", _SCAN_SECONDS, str(judged[0]))
