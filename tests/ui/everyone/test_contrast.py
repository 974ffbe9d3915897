"""Words and signs stand out in every theme: contrast computed for each two colours that meet on a screen."""

from __future__ import annotations

import re

import pytest

from mavis.ui.look.tokens import TABLES, ThemeName
from tests.architecture.source import ROOT, sources
from tests.ui.everyone.colours import contrast
from tests.ui.everyone.drawn_pairs import DECORATION, GROUNDS_OF_FOCUS, SIGNS, WORDS


def _weak(name: ThemeName, pairs: dict[str, tuple[tuple[str, str], ...]], least: float) -> list[tuple[str, str, str]]:
    tokens = TABLES[name]
    return [
        (where, ink, ground)
        for where, met in pairs.items()
        for ink, ground in met
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < least
    ]


def test_contrast_is_computed_as_published() -> None:
    """Black on white is 21; grey #767676 on white is the known 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
def test_words_are_legible(name: ThemeName) -> None:
    """At least 4.5, also where a control cannot be used, a field is empty, a message fresh, a check overdue."""
    assert _weak(name, WORDS, 4.5) == []


@pytest.mark.parametrize("name", ThemeName)
def test_borders_and_signs_are_seen(name: ThemeName) -> None:
    """At least 3."""
    assert _weak(name, SIGNS, 3) == []


@pytest.mark.parametrize("name", ThemeName)
def test_the_focus_ring_is_seen_on_every_ground(name: ThemeName) -> None:
    """One of its two lines has at least 3 against whatever it touches, and the two have it against each other."""
    tokens = TABLES[name]
    best = {
        ground: max(contrast(line, getattr(tokens, ground)) for line in (tokens.focus, tokens.focus_dark))
        for ground in GROUNDS_OF_FOCUS
    }

    assert {ground: found for ground, found in best.items() if found < 3} == {}
    assert contrast(tokens.focus, tokens.focus_dark) >= 3


@pytest.mark.parametrize("name", ThemeName)
def test_an_overdue_check_is_an_inversion(name: ThemeName) -> None:
    """The only light block on a dark screen, or dark on a light one: it stands out as strongly as words do."""
    tokens = TABLES[name]

    assert min(contrast(tokens.inv, ground) for ground in (tokens.bg, tokens.surface, tokens.raised)) >= 7


def test_every_colour_that_is_used_is_in_the_tables_above() -> None:
    """A new colour, or a new use of one, brings its pair with it."""
    pairs = [pair for met in (*WORDS.values(), *SIGNS.values()) for pair in met]
    known = {colour for pair in pairs for colour in pair} | {*GROUNDS_OF_FOCUS, "focus", "focus_dark"} | DECORATION
    sheet = (ROOT / "resources" / "style" / "mavis.qss").read_text(encoding="utf-8")
    code = "\n".join(source.text for source in sources("mavis/ui"))
    colours = {name for name, value in TABLES[ThemeName.DARK]._asdict().items() if isinstance(value, str)}
    used = {name for name in colours if re.search(rf"(tokens\.|\$){name}\b", code + sheet)}

    assert (used - known, known - colours) == (set(), set())
