"""Two writings of one name become equal; the cases are names as they are met in Britain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.names import fold, name_words, read_name, words_of
from mavis.domain.people.sounds import sound_of


@pytest.mark.parametrize(
    ("text", "given_name", "family"),
    [
        ("Kate Webb", "kate", "webb"),
        ("Webb, Kate", "kate", "webb"),
        ("  KATE   webb ", "kate", "webb"),
        ("Zoë O'Neill", "zoe", "oneill"),
        ("Zoe O\u2019Neill", "zoe", "oneill"),
        ("Zoe O Neill", "zoe", "oneill"),
        ("Zoe ONeill", "zoe", "oneill"),
        ("Luke MacDonald", "luke", "mcdonald"),
        ("Luke Mc Donald", "luke", "mcdonald"),
        ("Luke McDonald", "luke", "mcdonald"),
        ("Mary-Jane van der Berg", "maryjane", "vanderberg"),
        ("Mary Jane Vanderberg", "maryjane", "vanderberg"),
        ("Dr Łukasz Wójcik", "lukasz", "wojcik"),
        ("Ann Smith-Jones", "ann", "smithjones"),
        ("Kate", "kate", ""),
        ("Mac", "mac", ""),
        ("Ms Webb", "webb", ""),
        (", Emma", "emma", ""),
        ("Webb,", "", "webb"),
        ("Mack Macey", "mack", "macey"),
    ],
)
def test_a_name_is_cut_into_given_and_family(text: str, given_name: str, family: str) -> None:
    """Case, accents, apostrophes, hyphens, titles, Mac and the small words before a family name make no difference."""
    (name,) = read_name(text)

    assert (name.given.whole, name.family.whole) == (given_name, family)


@pytest.mark.parametrize("text", ["", "?", "  ", "Unknown", "anon", "-", "..."])
def test_nobody_has_no_name(text: str) -> None:
    """What stands for no name is none, so that two unknown people never agree."""
    assert read_name(text) == ()


def test_one_word_may_be_either_half() -> None:
    """Nobody can tell whether "Ash" is a first or a last name; after a comma somebody has told."""
    assert read_name("Ash")[0].lone
    assert not read_name("Ash,")[0].lone


def test_what_is_in_quotes_or_brackets_is_a_second_given_name() -> None:
    """Robert 'Bob' Smith answers to both."""
    for text in ("Robert 'Bob' Smith", "Robert (Bob) Smith", 'Robert "Bob" Smith'):
        assert [(name.given.whole, name.family.whole) for name in read_name(text)] == [
            ("robert", "smith"),
            ("bob", "smith"),
        ]


def test_only_an_aside_is_still_a_name() -> None:
    """Red in brackets is Red."""
    assert [name.given.whole for name in read_name("(Red)")] == ["red"]


def test_words_of_a_text_and_of_a_query() -> None:
    """A description opens its hyphens; what is typed to find somebody joins the halves of a family name."""
    assert words_of("Blue-green COAT, café") == ("blue", "green", "coat", "cafe")
    assert [word.whole for word in name_words("red o neill")] == ["red", "oneill"]


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Whatever is typed gives folded words without capitals, and folding twice changes nothing."""
    for name in read_name(text):
        assert name.words
        assert all(word == word.casefold() for word in name.words)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "alike",
    [
        "sean shaun shawn",
        "stephen steven",
        "reid reed",
        "clark clarke clerk",
        "philip phillip filip",
        "thompson thomson tomson",
        "catherine kathryn katherine",
        "geoff jeff",
        "jane jayne",
        "smith smyth smythe",
        "davies davis",
        "macey macy",
        "leigh lee",
        "brian bryan",
        "mohammed mohamed muhammad",
        "knight night",
        "wright rite",
    ],
)
def test_names_that_are_said_alike_sound_alike(alike: str) -> None:
    """Pairs that every register of births in Britain knows."""
    assert len({sound_of(word) for word in alike.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("webb", "wood"), ("kate", "kyle"), ("baker", "barker"), ("mark", "mary")])
def test_names_that_are_said_otherwise_sound_otherwise(one: str, other: str) -> None:
    """A rough sound still tells usual names apart."""
    assert sound_of(one) != sound_of(other)


def test_nothing_has_no_sound() -> None:
    """An empty word sounds like nothing."""
    assert sound_of("") == ""
