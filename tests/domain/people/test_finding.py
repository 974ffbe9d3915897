"""A few typed letters find a person, and each suggestion says why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.birth import aged, born_in
from mavis.domain.people.finding import rank
from mavis.domain.people.match import Why
from mavis.domain.people.person import Person
from mavis.domain.people.query import read_query
from mavis.domain.people.word_index import index_words
from mavis.system.matching import load_matcher

TODAY = date(2026, 11, 21)
MATCHER = load_matcher()


def person(name: str, year: int, **fields: Any) -> Person:
    """Somebody whose id is the name."""
    return Person(name, names=(name,), birth=born_in(year), last_seen=TODAY - timedelta(days=30), **fields)


PEOPLE = (
    person("Catherine Webb", 1998, district="BS23", description="red coat, rose tattoo"),
    person("Jordan Lewis", 1985),
    person("Zoë O'Neill", 2001),
    person("Luke MacDonald", 1990),
    person("Jessica Walker", 1998, description="blue scarf"),
    person("Robert Walker", 1970),
    Person("Red", aliases=("Big Red",), description="red beard"),
)


def best(text: str) -> tuple[str, tuple[Why, ...]]:
    """Who comes first for a text, and why."""
    found = rank(read_query(text, TODAY), PEOPLE, MATCHER, TODAY)[0]
    return found.person.id, tuple(reason.why for reason in found.match.reasons if reason.why is not Why.LAST_SEEN)


@pytest.mark.parametrize(
    ("text", "who", "why"),
    [
        ("cath", "Catherine Webb", Why.NICKNAME),
        ("cather", "Catherine Webb", Why.STARTS_LIKE),
        ("kate", "Catherine Webb", Why.NICKNAME),
        ("kate webb", "Catherine Webb", Why.SAME_FAMILY),
        ("webb catherine", "Catherine Webb", Why.SAME_GIVEN),
        ("wlaker jess", "Jessica Walker", Why.FAMILY_SPELT_ALIKE),
        ("bob walker", "Robert Walker", Why.NICKNAME),
        ("zoe oneill", "Zoë O'Neill", Why.SAME_FAMILY),
        ("o neal", "Zoë O'Neill", Why.FAMILY_SOUNDS_ALIKE),
        ("mcdonald", "Luke MacDonald", Why.SAME_FAMILY),
        ("lewis", "Jordan Lewis", Why.SAME_FAMILY),
        ("walker 98", "Jessica Walker", Why.SAME_YEAR),
        ("walker 197?", "Robert Walker", Why.AGE_FITS),
        ("red coat", "Catherine Webb", Why.DESCRIPTION),
        ("bs23", "Catherine Webb", Why.SAME_DISTRICT),
        ("red", "Red", Why.SAME_FAMILY),
        ("big re", "Red", Why.STARTS_LIKE),
    ],
)
def test_who_is_found_and_why(text: str, who: str, why: Why) -> None:
    """Beginnings, nicknames, slips, swapped names, part of a year, a district, what somebody looks like."""
    assert best(text)[0] == who
    assert why in best(text)[1]


def test_the_very_name_is_not_also_said_to_be_short_for_another() -> None:
    """Dave Price goes by David as well; whoever types Dave has his name exactly."""
    dave = Person("Dave", names=("Dave Price",), aliases=("David Price",))
    (found,) = rank(read_query("dave", TODAY), [dave], MATCHER, TODAY)
    assert [reason.why for reason in found.match.reasons] == [Why.SAME_GIVEN]


def test_a_suggestion_says_when_somebody_was_last_seen() -> None:
    """The date is part of what makes a volunteer sure."""
    reasons = rank(read_query("kate", TODAY), PEOPLE, MATCHER, TODAY)[0].match.reasons

    assert [reason.value for reason in reasons if reason.why is Why.LAST_SEEN] == ["2026-10-22"]
    assert [reason.value for reason in reasons if reason.why is Why.NICKNAME] == ["Catherine"]


def test_of_two_alike_the_one_seen_last_comes_first() -> None:
    """Two people of one name are told apart by the night."""
    long_ago = Person("old", names=("Kate Webb",), last_seen=date(2024, 1, 6))
    lately = Person("new", names=("Kate Webb",), last_seen=date(2026, 11, 14))
    never = Person("never", names=("Kate Webb",))

    found = rank(read_query("kate webb", TODAY), (never, long_ago, lately), MATCHER, TODAY)

    assert [one.person.id for one in found] == ["new", "old", "never"]


def test_of_a_year_alone_those_born_in_it_come_before_those_whose_age_fits() -> None:
    """However long ago the one and however lately the other was here."""
    exact = Person("exact", names=("Ann Hale",), birth=born_in(1996), last_seen=date(2017, 1, 7))
    fits = [
        Person(f"fits {day}", names=("Bob Kerr",), birth=aged(20, date(2017, 1, day), guessed=True), last_seen=TODAY)
        for day in (7, 14)
    ]
    found = rank(read_query("1996", TODAY), (*fits, exact), MATCHER, TODAY)
    assert [one.match.reasons[0].why for one in found] == [Why.SAME_YEAR, Why.AGE_FITS, Why.AGE_FITS]


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "?!"])
def test_what_fits_nobody_finds_nobody(text: str) -> None:
    """No suggestion is better than a wrong one."""
    assert rank(read_query(text, TODAY), PEOPLE, MATCHER, TODAY) == ()


def test_a_query_says_whether_it_is_empty_and_whether_it_is_done() -> None:
    """A space ends a word: "red " is no longer the beginning of Redmond."""
    assert read_query(" ", TODAY).says_nothing
    assert not read_query("98", TODAY).says_nothing
    assert read_query("kate re", TODAY).unfinished
    assert not read_query("kate red ", TODAY).unfinished
    assert not read_query("kate 98", TODAY).unfinished


@given(st.text(max_size=30))
def test_any_text_may_be_typed(text: str) -> None:
    """Nothing that a person can type stops the window; the list is in order."""
    found = rank(read_query(text, TODAY), PEOPLE, MATCHER, TODAY)

    assert [one.match.score for one in found] == sorted((one.match.score for one in found), reverse=True)


def test_the_words_of_a_person_are_the_words_of_a_query() -> None:
    """Index and query fold alike, or nobody with an accent is ever found."""
    assert index_words(PEOPLE[0], MATCHER) == {"catherine", "webb", "bs23", "red", "coat", "rose", "tattoo", "1998"}
    assert read_query("O\u2019Neill", TODAY).words[0].whole in index_words(PEOPLE[2], MATCHER)
    assert index_words(PEOPLE[-1], MATCHER) == {"big", "red", "beard"}
