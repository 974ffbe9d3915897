"""No letter of the wording is drawn as a box, on the screen or on paper."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from mavis.system.resources import resource
from mavis.system.wording import all_words

_FONTS = sorted(resource("fonts").rglob("*.ttf"))


def test_both_font_families_are_there() -> None:
    """One family for the screen, one for paper."""
    assert {path.parent.name for path in _FONTS} == {"atkinson-hyperlegible-next", "open-sans"}


@pytest.mark.parametrize("path", _FONTS, ids=lambda path: path.stem)
def test_a_font_has_a_glyph_for_every_character_of_the_wording(path: object) -> None:
    """Each character of each text is in the font's character map."""
    with TTFont(path) as font:
        known = set(font.getBestCmap())

    needed = {character for text in all_words().values() for character in text if character != "\n"}
    assert sorted(character for character in needed if ord(character) not in known) == []
