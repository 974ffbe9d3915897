"""The clock of the night and the bar that says how much of the shift is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.ui.look.painting import Box, canvas, draw_box, fill_inside
from mavis.ui.look.tokens import Size, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_BAR = 8


class ClockLabel(TextLabel):
    """The time in large equal-width digits: 48 beside the board, 32 in the head of other screens."""

    def __init__(self, keeper: ThemeKeeper, *, large: bool = True, parent: QWidget | None = None) -> None:
        """Show no time yet."""
        super().__init__(keeper, size=Size.CLOCK if large else Size.NUMBER, weight=Weight.TITLE, parent=parent)

    def set_time(self, time: str) -> None:
        """Show a time as it stands on the clock, for example ``01:52``."""
        if time != self.text():
            self.setText(time)
            self.setAccessibleName(time)


class ShiftBar(QWidget):
    """A bar that fills as the shift goes on."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._keeper = keeper
        self._fraction = 0.0
        speak_as(self, Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def set_fraction(self, fraction: float, sentence: str) -> None:
        """Fill 0.0-1.0 of the bar; the sentence says the same to a screen reader."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """8 high."""
        return QSize(self._keeper.px(120), self._keeper.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and filling."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        filled = QRectF(0, 0, rect.width() * self._fraction, rect.height())
        fill_inside(painter, rect, radius, filled, tokens.accent)
        draw_box(painter, rect, Box("", tokens.line, px(1), radius))
        painter.end()
