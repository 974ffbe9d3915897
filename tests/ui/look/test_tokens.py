"""The tables of the themes are whole; that their colours are legible is held in ``tests/ui/everyone``."""

from __future__ import annotations

import re

import pytest

from mavis.ui.look.tokens import TABLES, ThemeName, Tone


@pytest.mark.parametrize("name", ThemeName)
def test_every_tone_has_a_colour(name: ThemeName) -> None:
    """No tone falls through."""
    assert all(re.fullmatch("#[0-9A-F]{6}", TABLES[name].tone(tone)) for tone in Tone)


@pytest.mark.parametrize("name", ThemeName)
def test_every_colour_is_written_alike(name: ThemeName) -> None:
    """Six hexadecimal digits, as painters, style sheet and tests expect them."""
    colours = [value for value in TABLES[name] if isinstance(value, str)]

    assert [colour for colour in colours if not re.fullmatch("#[0-9A-F]{6}", colour)] == []
