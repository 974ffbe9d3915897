"""Qt's own lines and scroll bars in the look of Mavis; each wears the style sheet by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QScrollBar, QStyle, QStyleOptionFrame

from mavis.ui.keys.field_undo import left_to_the_program
from mavis.ui.look.sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QRect
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

    _Widget = QWidget
else:
    _Widget = object

_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_BESIDE = 2
"""Pixels that Qt keeps free at each end of a line's words."""
_PLAIN = "plain"
"""The mark of a line that has none."""


class Dressed(_Widget):
    """Put before a class of Qt: ``class Line(Dressed, QLineEdit)``; call ``_dress`` in ``__init__``."""

    _keeper: ThemeKeeper
    _classes: tuple[str, ...] = ()
    """The classes of Qt whose rules it wears; none for all of them."""

    def _dress(self, keeper: ThemeKeeper) -> None:
        self._keeper = keeper
        keeper.changed.connect(self._put_on)
        self._put_on()

    def _put_on(self) -> None:
        self.setStyleSheet(style_sheet(self._keeper.theme, *self._classes))


class Line(Dressed, QLineEdit):
    """One line to type."""

    _classes = ("QLineEdit", "QMenu", "QToolTip")

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """An empty line without a mark."""
        super().__init__(parent)
        self._mark = _PLAIN
        self.goes_on = False
        """Whether a key that leads here puts the caret behind the words, which the next letter then leaves alone."""
        self.is_figure = False
        """Whether a time, a date or a number stands here, which a click marks whole: nobody types into one."""
        self._marks = False
        self._dress(keeper)

    def event(self, event: QEvent) -> bool:
        """Keep no Ctrl+Z that the line has no use for."""
        return left_to_the_program(event, self.isUndoAvailable, self.isRedoAvailable) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that are too long are read from their beginning while nobody types, and three dots end them."""
        words = "" if self.hasFocus() else self.displayText()
        if words and self.fontMetrics().horizontalAdvance(words) > _room(self).width():
            _paint_beginning(self, words)
        else:
            super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt marks all that stands here; that is good for a time or a number, which is typed anew."""
        super().focusInEvent(event)
        self._marks = self.is_figure and event.reason() is Qt.FocusReason.MouseFocusReason
        if self.goes_on and event.reason() in _BY_KEY:
            self.end(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click that brings the caret marks a whole figure; the next one puts the caret into it."""
        super().mousePressEvent(event)
        if self._marks:
            self.selectAll()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand that trembles on its click leaves all of the figure marked."""
        if not self._marks:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click is over."""
        super().mouseReleaseEvent(event)
        self._marks = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks mark all of a figure as well, and not the hours alone."""
        if self.is_figure:
            self._marks = True
            self.selectAll()
        else:
            super().mouseDoubleClickEvent(event)

    def mark(self, mark: str) -> None:
        """Edge the line as the sheet says for a mark: ``warning``, ``error``, or ``plain`` again."""
        if mark != self._mark:  # to ask for the style costs 7 ms of the start, for Python is told of all it can draw
            self._mark = mark
            self.setProperty("state", mark)
            self.style().unpolish(self)
            self.style().polish(self)


def _room(line: Line) -> QRect:
    """Where the words of a line stand."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    return inside.marginsRemoved(line.textMargins()).adjusted(_BESIDE, 0, -_BESIDE, 0)


def _paint_beginning(line: Line, words: str) -> None:
    option, room = QStyleOptionFrame(), _room(line)
    line.initStyleOption(option)
    painter = QPainter(line)
    line.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, line)
    painter.setPen(line.palette().color(QPalette.ColorRole.Text))
    beginning = line.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, beginning)
    painter.end()


class Bar(Dressed, QScrollBar):
    """The upright scroll bar of whatever is longer than its place."""

    _classes = ("QScrollBar", "QMenu")

    def __init__(self, keeper: ThemeKeeper) -> None:
        """At the top."""
        super().__init__(Qt.Orientation.Vertical)
        self._dress(keeper)
