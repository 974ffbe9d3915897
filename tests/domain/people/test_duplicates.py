"""Which pairs a scan looks at, and which it brings back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.birth import born_in
from mavis.domain.people.duplicates import candidate_pairs, keys_of, possible_pairs
from mavis.domain.people.person import Person
from mavis.system.matching import load_matcher

MATCHER = load_matcher()


def person(person_id: str, *names: str, year: int | None = None) -> Person:
    """Somebody with these names."""
    return Person(person_id, names=names, birth=born_in(year) if year else None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("1", "Kate Webb"), person("2", "Catherine Webb")),
        (person("1", "Kate Webb"), person("2", "Webb Kate")),
        (person("1", "Shaun Reid"), person("2", "Sean Reed")),
        (person("1", "Jessica Walker", year=1998), person("2", "Jessica Wlaker", year=1998)),
        (person("1", "Jessica Walker"), person("2", "Jessica Wakler")),
        (person("1", "Jessica Walker"), person("2", "Jesica Walker")),
        (person("1", "Jessica Walker", year=1998), person("2", "Tessica Walker", year=1998)),
        (person("1", "Ann Smith-Jones"), person("2", "Ann Jones")),
        (person("1", "Ash"), person("2", "Ash")),
    ],
)
def test_two_writings_of_one_person_share_a_key(one: Person, other: Person) -> None:
    """Whoever shares no key is never compared, so each usual slip must leave one key whole."""
    assert keys_of(MATCHER.know(one), MATCHER.nicknames) & keys_of(MATCHER.know(other), MATCHER.nicknames)


def test_people_who_share_nothing_are_not_compared() -> None:
    """The scan of a hundred thousand people is quick because nearly all pairs are like this one."""
    keys = [keys_of(MATCHER.know(person("1", name)), MATCHER.nicknames) for name in ("Kate Webb", "Jordan Nowak")]

    assert list(candidate_pairs(keys)) == []


@given(st.lists(st.frozensets(st.sampled_from("abcdef")), max_size=12))
def test_each_pair_with_a_key_in_common_comes_once(keys: list[frozenset[str]]) -> None:
    """As often as the keys that they share, a pair is one pair."""
    expected = [(first, second) for second in range(len(keys)) for first in range(second) if keys[first] & keys[second]]

    assert sorted(candidate_pairs(keys)) == sorted(expected)


def test_a_key_that_everybody_shares_is_no_key() -> None:
    """A night of four hundred nameless Bens does not stop the scan."""
    assert list(candidate_pairs([frozenset({"ben"})] * 401)) == []


def test_likely_pairs_come_back_with_their_reasons() -> None:
    """The scan hands back who may be one; people without an identity are left alone."""
    kate, other = person("1", "Kate Webb", year=1998), person("2", "Catherine Webb", year=1998)
    people = [kate, person("3", "Jordan Nowak"), other, other.without_identity()]

    (pair,) = possible_pairs(people, MATCHER)

    assert (pair.one, pair.other) == (kate, other)
    assert pair.match == MATCHER.score(kate, other)
    assert list(possible_pairs(people, MATCHER, least=pair.match.score + 1)) == []
