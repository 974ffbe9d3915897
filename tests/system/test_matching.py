"""The matcher in force, with the table of nicknames that comes with Mavis or the scheme's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.system.matching import load_nicknames
from mavis.system.spelling import RapidSpelling

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("kate", "catherine"),
        ("bob", "robert"),
        ("bill", "william"),
        ("liz", "elizabeth"),
        ("becky", "rebecca"),
        ("mo", "mohammed"),
        ("gosia", "malgorzata"),
        ("kathryn", "catherine"),
    ],
)
def test_a_short_form_belongs_to_its_name(short: str, name: str) -> None:
    """Nicknames as they are usual in Britain *(general knowledge)*, asked from either side."""
    table = load_nicknames()

    assert table.shared(short, name) == name
    assert table.shared(name, short) == name
    assert short in table.forms(name)


def test_two_short_forms_of_one_name_are_one_name() -> None:
    """Sandy may be Sandra or Alexander; Kate and Jack have nothing in common; nor have words that nobody knows."""
    table = load_nicknames()

    assert table.shared("kate", "cathy") == "catherine"
    assert table.origins("sandy") >= {"sandra", "alexander", "alexandra"}
    assert table.shared("kate", "jack") is None
    assert table.shared("xyzzy", "xyzzy") is None
    assert "xyzzy" not in table
    assert table.forms("xyzzy") == ()


def test_the_table_is_large_enough_to_be_of_use() -> None:
    """At least 250 pairs of a name and another form of it."""
    assert load_nicknames().size >= 250


def test_a_scheme_may_bring_its_own_table(tmp_path: Path) -> None:
    """Its file stands in for the whole shipped one."""
    (tmp_path / "nicknames.toml").write_text('name = [{ code = "wanda", short = "wan" }]', encoding="utf-8")

    assert load_nicknames(tmp_path).shared("wan", "wanda") == "wanda"
    assert load_nicknames(tmp_path).shared("kate", "catherine") is None


def test_a_broken_table_is_told_by_file_entry_and_field(tmp_path: Path) -> None:
    """Whoever edits it learns where to look."""
    (tmp_path / "nicknames.toml").write_text('name = [{ code = "wanda", short = 3 }]', encoding="utf-8")

    with pytest.raises(UserError) as failure:
        load_nicknames(tmp_path)

    assert failure.value.facts == {"file": "nicknames.toml", "entry": "wanda", "field": "short"}


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("walker", "walker", 0),
        ("walker", "wlaker", 1),
        ("walker", "waker", 1),
        ("walker", "wallker", 1),
        ("a", "xyz", 3),
    ],
)
def test_slips_of_the_pen_are_counted(one: str, other: str, slips: int) -> None:
    """A swap of neighbours is one slip *(Damerau, 1964)*; no more are counted than were asked for."""
    assert RapidSpelling().slips(one, other, 2) == slips


def test_the_nearest_words_come_likest_first() -> None:
    """A like beginning counts for more *(Winkler, 1990)*."""
    spelling = RapidSpelling()

    assert spelling.likeness("martha", "marhta") == pytest.approx(0.961, abs=0.001)
    assert spelling.nearest("wlaker", ("nowak", "walker", "waller"), 0.8, 2) == ("walker", "waller")
