"""The quick way to find a person against the plain one, which reads everybody and knows no index and no statement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from benchmarks.visitors import TUNING, Visitors, misspelt
from mavis.domain.people.finding import rank
from mavis.domain.people.merging import Merge, as_one, one_with
from mavis.domain.people.query import read_query
from mavis.domain.people.vocabulary import Vocabulary
from mavis.domain.people.word_index import index_words
from mavis.domain.shift.night import night_of
from mavis.services.register import Register
from mavis.system.matching import load_matcher
from tests.builders import SATURDAY_NIGHT
from tests.records import a_shift, a_visit
from tests.untraced import untraced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mavis.bootstrap import Session
    from mavis.domain.people.birth import Birth
    from mavis.domain.people.finding import Found
    from mavis.domain.people.person import Person
    from mavis.domain.people.vocabulary import Wanted

_PEOPLE, _TWICE, _NIGHTS, _SHORTLIST, _ENOUGH, _SHOWN = 300, 60, 5, 60, 5, 8
_MADE = Visitors(TUNING).many(_PEOPLE, _TWICE)
_MATCHER = load_matcher()
_TODAY = night_of(SATURDAY_NIGHT)
_MERGES = tuple(
    Merge(f"m{place}", min(pair), max(pair), SATURDAY_NIGHT, "dilys")
    for place, pair in enumerate(sorted(_MADE.truth, key=sorted)[::2])
)


def _on(night: int) -> date:
    return _TODAY - timedelta(weeks=night + 1)


def _was_here(place: int, night: int) -> bool:
    return place % (night + 2) == 0


@pytest.fixture
def known(session: Session) -> Session:
    """Some hundred people, some of them merged, some seen on one night or on several, some never."""
    with session.store.change(session.actor) as work:
        Register(load_matcher).save_imported(work, _MADE.people)
        for merge in _MERGES:
            work.people.merge(merge)
        for night in range(_NIGHTS):
            work.shifts.add(a_shift(f"s{night}", SATURDAY_NIGHT, date=_on(night), closed_at=SATURDAY_NIGHT))
            for place, person in enumerate(_MADE.people):
                if _was_here(place, night):
                    visit = a_visit(f"v{night} {place}", f"K{place}", f"s{night}")
                    work.visits.add(replace(visit, person_id=person.id))
        work.commit()
    return session


def _seen(place: int, person: Person) -> Person:
    nights = [_on(night) for night in range(_NIGHTS) if _was_here(place, night)]
    return replace(person, last_seen=max(nights, default=None))


def _with(wanted: Sequence[Wanted], words: dict[str, frozenset[str]], most: int) -> set[str]:
    """Those who have a word for each of those that are wanted; the newest, at most so many."""
    fit = [
        person_id
        for person_id, own in words.items()
        if all(
            own & set(one.words) or (one.beginning and any(word.startswith(one.beginning) for word in own))
            for one in wanted
        )
    ]
    return set(fit[::-1][:most]) if wanted else set()


@cache
def _words() -> dict[str, frozenset[str]]:
    return {person.id: index_words(person, _MATCHER) for person in _MADE.people}


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_MATCHER, sorted(frozenset().union(*_words().values())))


def _plainly(text: str) -> list[Found]:
    people = {person.id: _seen(place, person) for place, person in enumerate(_MADE.people)}
    words, query, vocabulary = _words(), read_query(text, _TODAY), _vocabulary()
    found = _with(vocabulary.wanted(query), words, _SHORTLIST)
    if len(found) < _ENOUGH:
        wanted = vocabulary.wanted(query, forgiving=True)
        found |= _with(wanted, words, _SHORTLIST)
        if len(found) < _ENOUGH and len(wanted) > 1:
            for left_out in range(len(wanted)):
                rest = [one for place, one in enumerate(wanted) if place != left_out]
                found |= _with(rest, words, _SHORTLIST // len(wanted))
    if query.birth is not None and not query.words and not query.district:
        found = _may_be_born(query.birth)
    groups = sorted({tuple(sorted(one_with(person_id, _MERGES))) for person_id in found})
    return list(rank(query, [as_one([people[one] for one in ids]) for ids in groups], load_matcher(), _TODAY))[:_SHOWN]


def _may_be_born(asked: Birth) -> set[str]:
    """Whose birth is known to a year or an age, and may be in those years: of each two years the newest."""
    by_years: dict[tuple[int, int], list[str]] = defaultdict(list)
    for person in sorted(_MADE.people, key=lambda one: one.id, reverse=True):
        if person.birth is not None:
            by_years[person.birth.first.year, person.birth.last.year].append(person.id)
    years = range(asked.first.year, asked.last.year + 1)
    fit = [(one, other) for one in range(years[0] - 1, years[-1] + 1) for other in (one, one + 1)]
    fit = [(one, other) for one, other in fit if one in years or other in years]
    return {person_id for pair in fit for person_id in by_years[pair][: max(1, 4 * _SHOWN // len(fit))]}


def _texts() -> Iterable[str]:
    sample = _MADE.people[::12]
    for person in sample:
        given, _, family = person.names[0].partition(" ")
        yield from (family[:1], family[:3], family[:4], given, f"{given} {family[:2]}", f"{family} {given}")
    yield from (text for text, _person in misspelt(sample, len(sample), TUNING))
    yield from ("kate", "bs23", "1994", "199?", "24yo", "red", "jo 24", "nobody such")


@untraced()
def test_both_ways_find_the_same_in_the_same_order_for_the_same_reasons(known: Session) -> None:
    """Beginnings, whole names, swapped ones, slips of the pen, a district, a year and a look."""
    for text in _texts():
        quick, plain = list(known.visitors.find(known.actor, text)), _plainly(text)

        assert [one.person for one in quick] == [one.person for one in plain], text
        assert [one.match for one in quick] == [one.match for one in plain], text
