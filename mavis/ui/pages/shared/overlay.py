"""Something that lies over the whole window for a moment: it takes the keyboard, stops no clock, and gives all back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from mavis.ui.keys.shortcuts import is_shortcut
from mavis.ui.keys.tab_order import go_on
from mavis.ui.look.painting import canvas
from mavis.ui.look.tokens import Space
from mavis.ui.widgets.text import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_WIDTH = 720
_TOP = 96
_DIMMED = 150
"""How dark, 0-255, the page behind becomes."""


class Overlay(QWidget):
    """Dims the window and shows a panel; Escape or a click beside it goes back to where the keyboard was.

    It is never modal: clocks, saves and the lock go on. A shortcut that works everywhere closes it and then works.
    """

    most_width = _WIDTH
    """How wide it becomes where the window has the room."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget) -> None:
        """Lie over the window, not shown yet; ``column`` is where the content goes."""
        super().__init__(window)
        self.keeper = keeper
        self.stage = window
        self._before = window.focusWidget()
        self.panel = Panel(keeper, self)
        self.column = QVBoxLayout(self.panel)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        window.installEventFilter(self)
        keeper.changed.connect(self.lay_out, Qt.ConnectionType.QueuedConnection)  # once all is measured anew

    def open(self, first: QWidget) -> None:
        """Show it and give the keyboard to its first control."""
        self.lay_out()
        self.show()
        self.raise_()
        first.setFocus()

    def close_down(self) -> None:
        """Go, and give the keyboard back."""
        if self.isHidden():
            return
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.hide()
        self.deleteLater()

    def go_back(self) -> None:
        """Escape, or a click beside the panel."""
        self.close_down()

    def flush(self) -> None:
        """Have what is half typed kept, to be gone on with later: Mavis is locked. Most overlays hold nothing."""

    def give_way(self, _event: QKeyEvent) -> None:
        """A shortcut of the program is pressed, which works once this is closed."""
        self.close_down()

    def lay_out(self) -> None:
        """Cover the window and put the panel in its place."""
        px, edge = self.keeper.px, Space.EDGE
        self.setGeometry(self.stage.rect())
        width = min(px(self.most_width), self.width() - 2 * edge)
        top = min(px(_TOP), self.height() // 8)
        most = self.height() - top - edge
        self.panel.setGeometry((self.width() - width) // 2, top, width, min(most, self._height_for(width)))

    def _height_for(self, width: int) -> int:
        self.column.invalidate()
        self.column.activate()  # rows that came or went lie in layouts of their own
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and watched is self.stage:
            self.lay_out()
        return False

    def event(self, event: QEvent) -> bool:
        """Let a shortcut of the program through by closing first; Escape is the overlay's own."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if self.keeps(event):
                event.accept()
                return True
            if is_shortcut(event):
                self.give_way(event)
        return super().event(event)

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key is the overlay's own and no shortcut may have it."""
        return event.key() == Qt.Key.Key_Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; no other key reaches the page behind."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside, as long as the overlay is shown."""
        return go_on(self, forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel goes back."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.go_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind."""
        painter = canvas(self)
        shade = QColor(self.keeper.tokens.rail)
        shade.setAlpha(_DIMMED)
        painter.fillRect(self.rect(), shade)
        painter.end()


def is_over_the_page(widget: QWidget) -> bool:
    """Whether a control lies over the page for a moment: whoever uses it has not left the page below."""
    part: QWidget | None = widget
    while part is not None and not isinstance(part, Overlay):
        part = part.parentWidget()
    return part is not None


def flush_overlays(window: QWidget) -> None:
    """Have what is half typed in whatever lies over the window kept."""
    for overlay in window.findChildren(Overlay):
        if not overlay.isHidden():
            overlay.flush()


def close_overlays(window: QWidget) -> bool:
    """Close whatever lies over the window; False when nothing does."""
    shown = [one for one in window.findChildren(Overlay) if not one.isHidden()]
    for overlay in shown:
        overlay.close_down()
    return bool(shown)
