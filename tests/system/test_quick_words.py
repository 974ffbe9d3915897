"""The file of quick words: the shipped one, a scheme's own, and one that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.quick_words import Meaning, QuickField
from mavis.domain.errors import UserError
from mavis.domain.record.presentation import Presentation
from mavis.system.quick_words import FILE_NAME, load_quick_words
from mavis.system.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_words_know_every_need_but_other() -> None:
    """Whatever brings somebody aboard can be typed."""
    known = {meaning.code for meaning in load_quick_words().phrases.values() if meaning.field is QuickField.NEED}

    assert known == {need.value for need in Presentation} - {"other"}


def test_a_scheme_s_own_file_stands_in(tmp_path: Path) -> None:
    """Another town, another word for drunk."""
    shipped = resource("reference", FILE_NAME).read_text(encoding="utf-8")
    own = shipped.replace('"legless"', '"Out  of it"')
    (tmp_path / FILE_NAME).write_text(own, encoding="utf-8")
    phrases = load_quick_words(tmp_path).phrases

    assert phrases["out of it"] == Meaning(QuickField.NEED, "alcohol_intoxication", says_more=True)
    assert "legless" not in phrases
    assert load_quick_words(tmp_path / "elsewhere") == load_quick_words()


@pytest.mark.parametrize(
    ("shipped", "broken"),
    [
        ("[gender]", "[gender"),
        ("[gender]", "[sex]"),
        ("male = [", "mail = ["),
        ('"bloke"', '"drunk"'),
        ('"bloke"', "7"),
        ("denial = [", "denials = ["),
        ("[steer]", "[steering]"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, shipped: str, broken: str) -> None:
    """No TOML, a table or code that nobody knows, a phrase with two meanings, a steering list that is missing."""
    text = resource("reference", FILE_NAME).read_text(encoding="utf-8")
    (tmp_path / FILE_NAME).write_text(text.replace(shipped, broken, 1), encoding="utf-8")

    with pytest.raises(UserError) as refused:
        load_quick_words(tmp_path)

    assert refused.value.facts["file"] == FILE_NAME
