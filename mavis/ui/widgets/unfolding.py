"""Qt's own lists that unfold, in the look of Mavis; apart from the lines, because no unlock screen has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu

from mavis.ui.widgets.dressed import Dressed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_UNFOLD = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Choice(Dressed, QComboBox):
    """One of a list that unfolds; nothing is chosen, and so saved, by passing over it.

    A wheel that turns over the folded list scrolls the page, and arrows unfold it: what is chosen is one choice, and
    one undo takes it back.
    """

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nothing to choose from yet."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress(keeper)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows unfold the list, where they choose nothing until Enter."""
        if Qt.Key(event.key()) in _UNFOLD:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class Menu(Dressed, QMenu):
    """A list of actions that pops up."""

    _classes = ("QMenu", "QToolTip")

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Without actions."""
        super().__init__(parent)
        self._dress(keeper)
