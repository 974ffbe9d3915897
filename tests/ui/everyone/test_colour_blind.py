"""One man in twelve sees colours otherwise: the triage signs and states keep their differences without them."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from mavis.ui.look.tokens import TABLES, ThemeName
from mavis.ui.widgets.triage import LARGE, TriageSign, draw_sign
from tests.ui.everyone.colours import Eyes, contrast, distance, seen
from tests.ui.everyone.drawn_pairs import WORDS

if TYPE_CHECKING:
    from mavis.ui.look.theme import Theme, ThemeKeeper

_AT_A_GLANCE = 15
_LETTERS = "the letter in a triage sign"
_BLIND = (Eyes.PROTAN, Eyes.DEUTAN, Eyes.TRITAN)
_BY_URGENCY = (TriageSign.RED, TriageSign.AMBER, TriageSign.GREEN, TriageSign.NONE)


def test_eyes_see_as_published() -> None:
    """White stays white; pure red and green, far apart to most, come close to protan and deutan eyes alone."""
    assert all(seen("#FFFFFF", eyes).lightness == pytest.approx(100, abs=0.1) for eyes in Eyes)
    near = {eyes: distance("#B00000", "#5A6A00", eyes) for eyes in Eyes}
    assert max(near[Eyes.PROTAN], near[Eyes.DEUTAN]) < near[Eyes.USUAL] / 2 < near[Eyes.TRITAN]


@pytest.mark.parametrize(("name", "eyes"), [*product((ThemeName.DARK, ThemeName.LIGHT), _BLIND)])
def test_the_three_colours_stay_apart(name: ThemeName, eyes: Eyes) -> None:
    """Told at a glance by each kind of dichromat, in both themes that have colours."""
    tokens = TABLES[name]
    apart = {
        (one, other): distance(getattr(tokens, one), getattr(tokens, other), eyes)
        for one, other in combinations(("red", "amber", "green"), 2)
    }

    assert {pair: found for pair, found in apart.items() if found < _AT_A_GLANCE} == {}


@pytest.mark.parametrize(("name", "eyes"), [*product(ThemeName, Eyes)])
def test_words_stay_legible(name: ThemeName, eyes: Eyes) -> None:
    """Also red ones to eyes that see red dark; the letters in the signs are large and bold, so 3 is enough there."""
    tokens = TABLES[name]
    weak = [
        (where, ink, ground)
        for where, met in WORDS.items()
        for ink, ground in met
        if contrast(getattr(tokens, ink), getattr(tokens, ground), eyes) < (3 if where == _LETTERS else 4.5)
    ]

    assert weak == []


@pytest.mark.parametrize(("name", "eyes"), [*product(ThemeName, Eyes)])
def test_states_stay_apart(name: ThemeName, eyes: Eyes) -> None:
    """What is overdue, chosen, or has the keyboard is told by light and dark, not by colour."""
    tokens = TABLES[name]

    assert contrast(tokens.inv, tokens.surface, eyes) >= 7
    assert contrast(tokens.accent, tokens.sel, eyes) >= 3  # the border and the tick of an answer that is chosen
    assert contrast(tokens.focus, tokens.focus_dark, eyes) >= 3


def _outline(sign: TriageSign, theme: Theme, eyes: Eyes, least: float = 2) -> list[bool]:
    """Each pixel of a sign: whether it stands out from the card under it, to these eyes, by this much contrast."""
    ground = theme.tokens.surface
    image = QImage(LARGE, LARGE, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sign(painter, theme, QRectF(0, 0, LARGE, LARGE), sign)
    painter.end()
    stands_out: dict[str, bool] = {}
    pixels = [image.pixelColor(x, y).name() for y in range(LARGE) for x in range(LARGE)]
    for colour in set(pixels):
        stands_out[colour] = contrast(colour, ground, eyes) >= least
    return [stands_out[colour] for colour in pixels]


@pytest.mark.parametrize(("name", "eyes"), [*product(ThemeName, Eyes)])
def test_the_signs_differ_in_form(keeper: ThemeKeeper, name: ThemeName, eyes: Eyes) -> None:
    """Without any colour: octagon, triangle, ring and dashes with their letters share little, whoever looks."""
    keeper.use(name)
    outlines = {sign: _outline(sign, keeper.theme, eyes) for sign in _BY_URGENCY}
    differing = {
        (one.value, other.value): sum(a is not b for a, b in zip(outlines[one], outlines[other], strict=True))
        for one, other in combinations(_BY_URGENCY, 2)
    }

    assert all(sum(outline) > LARGE * LARGE / 20 for outline in outlines.values())
    assert {pair: pixels for pair, pixels in differing.items() if pixels < LARGE * LARGE / 10} == {}


@pytest.mark.parametrize("name", [ThemeName.DARK, ThemeName.LIGHT])
def test_ink_falls_with_urgency(keeper: ThemeKeeper, name: ThemeName) -> None:
    """In the themes with colours, a grey print still shows RED as the heaviest sign and no triage as the lightest."""
    keeper.use(name)
    ink = [sum(_outline(sign, keeper.theme, Eyes.GREY, least=1.2)) for sign in _BY_URGENCY]

    assert ink == sorted(ink, reverse=True)
