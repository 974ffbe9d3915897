"""A name with a second line below it, to press where more can be done about whoever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Ink, canvas, wrap, write_block
from mavis.ui.look.tokens import TARGET, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_ARROW = 16


class NameRow(Pressing, QPushButton):
    """56 high; the small arrow says that there is a list behind it."""

    used = Signal()

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._name = self._second = ""
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_content(self, name: str, second: str, spoken: str) -> None:
        """Show somebody; ``spoken`` is for a screen reader."""
        if (name, second) != (self._name, self._second):
            self._name, self._second = name, second
            self.setAccessibleName(spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a field; the name takes whatever width there is."""
        return QSize(self._keeper.px(110), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, what stands below it, and the arrow."""
        painter = canvas(self)
        keeper, px, tokens = self._keeper, self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        if self.isDown():
            painter.fillRect(rect, QColor(tokens.raised))
        end = rect.right() - px(_ARROW)
        paint_icon(painter, IconName.CHEVRON_DOWN, end, rect.center().y() - px(_ARROW) / 2, px(_ARROW), tokens.accent)
        room = rect.adjusted(0, 0, -px(_ARROW + Space.TINY), 0)
        inks = (
            (self._name, Ink(keeper.font(Size.BODY, Weight.TITLE), tokens.text)),
            (self._second, Ink(keeper.font(Size.CAPTION), tokens.muted)),
        )
        lines = [(line, ink) for text, ink in inks for line in wrap(text, ink.font, room.width(), 1)]
        write_block(painter, room, lines)
        painter.end()

    def _act(self) -> None:
        self.used.emit()
