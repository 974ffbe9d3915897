"""A key cap on its own, beside words that say what the key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.ui.painting import Cap, canvas, cap_width, draw_cap
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.theme import ThemeKeeper

_HEIGHT = 34


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
        """As wide as the key."""
        return QSize(round(cap_width(self._keeper.theme, self._keys)) + 2, self._keeper.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = canvas(self)
        tokens = self._keeper.tokens
        cap = Cap(self._keys, tokens.text, tokens.line)
        draw_cap(painter, self._keeper.theme, 0, self.rect().center().y(), cap)
        painter.end()
