"""How far a flow of pages has come: a thin line that fills; the words beside it say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Space
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper


class ProgressLine(QWidget):
    """A line across, 4 high."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self._keeper = keeper
        self._done = 0.0
        speak_as(self, Role.Separator)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.update)

    @property
    def done(self) -> float:
        """How far it is filled, from 0 to 1."""
        return self._done

    def set_done(self, at: int, of: int) -> None:
        """Fill it as far as this page of so many."""
        done = at / of
        if done != self._done:
            self._done = done
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the smallest distance."""
        return QSize(self._keeper.px(Space.GROUP), self._keeper.px(Space.TINY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and what is done of it."""
        painter, tokens, rect = canvas(self), self._keeper.tokens, QRectF(self.rect())
        round_ends = rect.height() / 2
        draw_box(painter, rect, Box(tokens.raised, radius=round_ends))
        rect.setWidth(max(rect.height(), rect.width() * self._done))
        draw_box(painter, rect, Box(tokens.accent, radius=round_ends))
        painter.end()
