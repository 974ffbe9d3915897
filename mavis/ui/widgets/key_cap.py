"""A key cap on its own, beside words that say what the key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.ui.look.painting import Box, Ink, canvas, draw_box, write
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_SIDE = 34


class KeyCap(QWidget):
    """Shows one key."""

    def __init__(self, keeper: ThemeKeeper, keys: str, parent: QWidget | None = None) -> None:
        """Show the key."""
        super().__init__(parent)
        self._keeper = keeper
        self._keys = keys
        speak_as(self, Role.StaticText)
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Square for one letter, wider for more."""
        side = self._keeper.px(_SIDE)
        return QSize(max(side, round(self._ink.width(self._keys)) + self._keeper.px(Space.EDGE)), side)

    @property
    def _ink(self) -> Ink:
        return Ink(self._keeper.font(Size.BODY, Weight.TITLE), self._keeper.tokens.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = canvas(self)
        px, rect = self._keeper.px, QRectF(self.rect())
        draw_box(painter, rect, Box("", self._keeper.tokens.line, px(1), px(Radius.TAG)))
        write(painter, rect, self._keys, self._ink, Qt.AlignmentFlag.AlignCenter)
        painter.end()
