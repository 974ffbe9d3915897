"""Small vector shapes that Open Sans has no letters for: triage signs and tick boxes."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from mavis.reports.lettering import Face, Style

if TYPE_CHECKING:
    from mavis.reports.sheet import Sheet

_LETTER = Style(Face.BOLD, 8.5)


class Shape(Enum):
    """A sign that can be told apart without its colour."""

    SQUARE = auto()
    TRIANGLE = auto()
    CIRCLE = auto()
    NONE = auto()


def draw_shape(sheet: Sheet, shape: Shape, x: float, y: float) -> None:
    """Draw a sign around x, y: a black square with a white R, an outlined triangle or an outlined circle."""
    if shape is Shape.SQUARE:
        sheet.box(x - 1.6, y - 1.6, 3.2, 3.2, fill=0)
        with sheet.artifact():
            sheet.text_centred(x, y + _LETTER.cap / 2, "R", _LETTER, ink=1)
    elif shape is Shape.TRIANGLE:
        top, left, right = (x, y - 1.6), (x - 1.75, y + 1.4), (x + 1.75, y + 1.4)
        sheet.outline([top, left, right], 0.9)
    elif shape is Shape.CIRCLE:
        sheet.circle(x, y, 1.6, 0.9)


def draw_tick_box(sheet: Sheet, x: float, baseline: float) -> None:
    """An empty box to tick with a pen, 3.7 mm wide, with its left edge at x."""
    sheet.box(x, baseline - 3.1, 3.7, 3.7, line=0.8)
