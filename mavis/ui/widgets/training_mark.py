"""The mark of training: two words on the fill of what is chosen, read out by a screen reader as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Ink, canvas, fill, write_block
from mavis.ui.look.tokens import TARGET, Size, Space, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.rail import RAIL_WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper


class TrainingMark(QWidget):
    """Says that this is training and that everybody is made up; as wide as the rail."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show it."""
        super().__init__(parent)
        speak_as(self, Role.StaticText)
        self._keeper = keeper
        self.setAccessibleName(f"{words('training.mark')}, {words('training.made_up')}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the rail; with the largest text as its words."""
        wide = max(ink.width(text) for text, ink in self._rows()) + 2 * self._keeper.px(Space.CONTROL)
        least = 0 if self._keeper.theme.is_largest else self._keeper.px(RAIL_WIDTH)
        return QSize(max(least, round(wide + 1)), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the fill and both lines."""
        painter = canvas(self)
        rect = QRectF(self.rect())
        fill(painter, rect, self._keeper.tokens.sel)
        left = Space.CONTROL if self._keeper.theme.is_largest else Space.EDGE
        write_block(painter, rect.adjusted(self._keeper.px(left), 0, 0, 0), self._rows())
        painter.end()

    def _rows(self) -> list[tuple[str, Ink]]:
        colour = self._keeper.tokens.on_sel
        size = Size.BODY if self._keeper.theme.is_largest else Size.LABEL
        return [
            (words("training.mark"), Ink(self._keeper.font(size, Weight.TITLE), colour)),
            (words("training.made_up"), Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), colour)),
        ]
