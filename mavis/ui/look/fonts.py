"""The typeface of the screens: Atkinson Hyperlegible Next, with Open Sans for signs that it lacks."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from mavis.system.resources import resource
from mavis.ui.look.tokens import Weight

_TYPEFACE = "Atkinson Hyperlegible Next"
_FALLBACK = "Open Sans"
_FAMILY = {
    Weight.BODY: f"{_TYPEFACE} Medium",
    Weight.CONTROL: f"{_TYPEFACE} SemiBold",
    Weight.TITLE: _TYPEFACE,
    Weight.LETTER: f"{_TYPEFACE} ExtraBold",
}
"""Qt lists Medium, SemiBold and ExtraBold as families of their own."""
_EQUAL_DIGITS = QFont.Tag("tnum")


@cache
def register_fonts() -> None:
    """Make the shipped fonts known to Qt, after the application object exists; the first call that succeeds counts.

    Raises:
        FileNotFoundError: a shipped font is missing or damaged.
    """
    for path in sorted(resource("fonts").rglob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(str(path))


def family(weight: Weight) -> str:
    """The name under which Qt lists a weight of the typeface, for text that is written as HTML."""
    return _FAMILY[weight]


@cache
def typeface(pixels: int, weight: Weight = Weight.BODY) -> QFont:
    """A font of a height in pixels, whose digits are equally wide so that a countdown does not wobble."""
    font = QFont()
    font.setFamilies([_FAMILY[weight], _TYPEFACE, _FALLBACK])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(int(weight)))
    font.setFeature(_EQUAL_DIGITS, 1)
    return font
