"""The themes are legible: contrast is computed from the tables, for every pair that is drawn."""

from __future__ import annotations

from itertools import product

import pytest

from mavis.ui.tokens import TABLES, ThemeName, Tone

_GROUNDS = ("bg", "rail", "surface", "raised")
_TEXTS = ("text", "muted", "red_text", "amber_text", "green_text")
_WRITTEN_ON = (
    ("on_accent", "accent"),
    ("on_sel", "sel"),
    ("on_red", "red"),
    ("on_amber", "amber"),
    ("on_inv", "inv"),
    ("text", "red_soft"),
    ("text", "amber_soft"),
    ("accent", "surface"),
    ("accent", "rail"),
    ("accent", "red_soft"),
    ("accent", "amber_soft"),
)
_EDGES = (
    *product(("line",), _GROUNDS),
    *product(("accent",), (*_GROUNDS, "sel")),
    *product(("red", "green"), ("surface",)),
    ("red", "red_soft"),
    ("amber_text", "amber_soft"),
    ("amber_text", "surface"),
    ("amber_text", "raised"),
)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, 1-21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_published() -> None:
    """Black on white is 21; grey #767676 on white is the known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize(("ink", "ground"), [*product(_TEXTS, _GROUNDS), *_WRITTEN_ON])
def test_text_is_legible(name: ThemeName, ink: str, ground: str) -> None:
    """Every text has at least 4.5 against what it is written on."""
    tokens = TABLES[name]

    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize(("edge", "ground"), _EDGES)
def test_borders_are_seen(name: ThemeName, edge: str, ground: str) -> None:
    """Every border that carries a meaning has at least 3."""
    tokens = TABLES[name]

    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("ground", [*_GROUNDS, "sel", "accent", "red", "amber", "inv", "red_soft", "amber_soft"])
def test_one_of_the_two_focus_lines_is_seen_against_every_fill(name: ThemeName, ground: str) -> None:
    """The ring has a light and a dark line, so that one of them always has at least 4.3."""
    tokens = TABLES[name]
    fill = getattr(tokens, ground)

    assert max(contrast(tokens.focus, fill), contrast(tokens.focus_dark, fill)) >= 4.3


@pytest.mark.parametrize("name", ThemeName)
def test_every_tone_has_a_colour(name: ThemeName) -> None:
    """No tone falls through."""
    assert all(TABLES[name].tone(tone).startswith("#") for tone in Tone)
