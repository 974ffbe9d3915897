"""The look in use: colours, fonts and lengths at the chosen text size, and its live switching."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from mavis.ui.look.fonts import typeface
from mavis.ui.look.tokens import TABLES, Size, ThemeName, Tokens, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

SMALLEST_TEXT = 100
LARGEST_TEXT = 200
LARGE_FROM, LARGEST_FROM = 125, 150
"""The text sizes in percent above which the pages are laid out otherwise."""


@lru_cache(1024)
def _pixels(length: float, percent: int) -> int:
    """Layouts ask for the same few lengths of the design a thousand times for each page."""
    return max(1, round(length * percent / 100)) if length > 0 else 0


class Theme(NamedTuple):
    """One of the three themes at one text size in percent (100-200)."""

    name: ThemeName = ThemeName.DARK
    text_percent: int = SMALLEST_TEXT

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return TABLES[self.name]

    @property
    def is_large(self) -> bool:
        """Whether things that stand beside each other must give way: the rail is icons, the timeline is a button."""
        return self.text_percent > LARGE_FROM

    @property
    def is_largest(self) -> bool:
        """Whether only one thing has room: one column of cards, the rest of the board on pages of its own."""
        return self.text_percent > LARGEST_FROM

    def px(self, length: float) -> int:
        """A length of the design (at 100 % text) in pixels of the screen; never less than 1 for a real length."""
        return _pixels(length, self.text_percent)

    def font(self, size: Size = Size.BODY, weight: Weight = Weight.BODY) -> QFont:
        """A font of the scale, grown with the text size."""
        return typeface(_pixels(size, self.text_percent), weight)

    def sized_font(self, size: int, weight: Weight) -> QFont:
        """A font of any height in pixels at 100 % text; for letters inside shapes, which follow the shape."""
        return typeface(_pixels(size, self.text_percent), weight)


class ThemeKeeper(QObject):
    """Holds the theme in use. One is made at the start and handed to every widget; nothing else remembers a look."""

    changed = Signal()
    """The theme or the text size is another one: measure and paint again."""

    def __init__(self, theme: Theme | None = None, parent: QObject | None = None) -> None:
        """Begin with a theme, dark at 100 % when none is given."""
        super().__init__(parent)
        self._theme = theme or Theme()

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._theme.tokens

    def px(self, length: float) -> int:
        """A length of the design in pixels at the text size in use."""
        return _pixels(length, self._theme.text_percent)

    def font(self, size: Size = Size.BODY, weight: Weight = Weight.BODY) -> QFont:
        """A font of the scale at the text size in use."""
        return self._theme.font(size, weight)

    def use(self, name: ThemeName) -> None:
        """Switch to another theme at once."""
        self._take(Theme(name, self._theme.text_percent))

    def set_text_percent(self, percent: int) -> None:
        """Set the text size; anything outside 100-200 is brought to the nearest end."""
        self._take(Theme(self._theme.name, min(LARGEST_TEXT, max(SMALLEST_TEXT, percent))))

    def _take(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self.changed.emit()
