"""Qt's own lists that unfold, in the look of Mavis; apart from the lines, because no unlock screen has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QMenu, QStyledItemDelegate

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.tokens import Space
from mavis.ui.widgets.dressed import Dressed
from mavis.ui.widgets.focus_ring import RINGLESS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_ARROW = 24


class Choice(Dressed, QComboBox):
    """One of a list that unfolds; a wheel that turns over the folded list scrolls the page and chooses nobody."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nothing to choose from yet."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that heeds the height and the margin of the sheet
        self.view().setProperty(RINGLESS, True)  # the row in use is marked; a ring would lie over the first
        self._dress(keeper)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow that tells it from a line to type in."""
        super().paintEvent(event)
        painter, side = QPainter(self), self._keeper.px(_ARROW)
        top = (self.height() - side) / 2
        colour = self._keeper.tokens.text if self.isEnabled() else self._keeper.tokens.muted
        paint_icon(painter, IconName.CHEVRON_DOWN, self.width() - side - self._keeper.px(Space.CARD), top, side, colour)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Menu(Dressed, QMenu):
    """A list of actions that pops up."""

    _classes = ("QMenu", "QToolTip")

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Without actions."""
        super().__init__(parent)
        self._dress(keeper)
