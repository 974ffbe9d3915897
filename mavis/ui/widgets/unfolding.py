"""Qt's own lists that unfold, in the look of Mavis; apart from the lines, because no unlock screen has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QMenu, QStyledItemDelegate

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.tokens import Space
from mavis.ui.widgets.dressed import Dressed
from mavis.ui.widgets.focus_ring import RINGLESS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_ARROW = 24
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_UNFOLDING = {Qt.Key.Key_Space, Qt.Key.Key_F4}


class Choice(Dressed, QComboBox):
    """One of a list that unfolds, ``activated`` by a choice in it.

    Folded it leaves the wheel and the letters to the page, so that neither chooses unseen.
    """

    walked = Signal(int)
    """An arrow has come to this entry of the folded list, perhaps on the way to another; a screen reader follows."""

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list, or unfold it, in which letters count as well; every other key is for the page."""
        there = self.currentIndex() + _STEPS.get(event.key(), 0)
        if event.key() in _UNFOLDING:
            self.showPopup()
        elif event.key() not in _STEPS:
            event.ignore()
        elif 0 <= there < self.count():
            self.setCurrentIndex(there)
            self.walked.emit(there)

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
