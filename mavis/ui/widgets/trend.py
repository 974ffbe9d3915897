"""NEWS2 over the visit as a line of dots with their numbers; lines at 5 and 7. Spoken as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, draw_line, write
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_WIDE, _HIGH = 280, 120
_MARKS = (0, 5, 7)
_LEAST_TOP = 9
_MOST_POINTS = 8
_DOT = 5


class TrendPoint(NamedTuple):
    """One total and the time it was taken, in words."""

    total: int
    time: str


class Trend(QWidget):
    """The last eight totals, oldest first; nothing is drawn between what was not measured."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show no point yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._points: tuple[TrendPoint, ...] = ()
        speak_as(self, Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_points(())
        keeper.changed.connect(self.update)

    def set_points(self, points: Sequence[TrendPoint]) -> None:
        """Show these totals."""
        self._points = tuple(points[-_MOST_POINTS:])
        told = ", ".join(words("observations.chart_point", total=one.total, time=one.time) for one in self._points)
        self.setAccessibleName(words("observations.chart"))
        self.setAccessibleDescription(words("observations.chart_spoken", totals=told) if told else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for eight points, as high as the panel beside it."""
        return QSize(self._keeper.px(_WIDE), self._keeper.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same: smaller, the numbers would touch."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, title, marks, line, dots and numbers."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        draw_box(painter, rect, Box(tokens.surface, tokens.hair, px(1), px(Radius.CONTROL)))
        title = Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), tokens.muted)
        write(
            painter, QRectF(px(Space.EDGE), px(Space.CONTROL), rect.width(), px(20)), words("observations.chart"), title
        )
        plot = rect.adjusted(px(60), px(48), -px(40), -px(26))
        self._paint_marks(painter, plot)
        self._paint_line(painter, plot)
        painter.end()

    def _height(self, plot: QRectF, total: int) -> float:
        top = max(_LEAST_TOP, *(point.total for point in self._points)) if self._points else _LEAST_TOP
        return plot.bottom() - plot.height() * total / top

    def _paint_marks(self, painter: QPainter, plot: QRectF) -> None:
        ink = Ink(self._keeper.font(Size.CAPTION), self._keeper.tokens.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for mark in _MARKS:
            y = self._height(plot, mark)
            draw_line(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), self._keeper.tokens.hair)
            lift = self._keeper.px(3) * (mark - 6) if mark else 0
            place = QRectF(0, y - ink.line / 2 - lift, plot.left() - self._keeper.px(Space.GROUP), ink.line)
            write(painter, place, str(mark), ink, right)

    def _paint_line(self, painter: QPainter, plot: QRectF) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        step = plot.width() / max(1, len(self._points) - 1)
        places = [
            QPointF(plot.left() + at * step, self._height(plot, one.total)) for at, one in enumerate(self._points)
        ]
        painter.setPen(QPen(QColor(tokens.text), px(3)))
        painter.drawPolyline(places)
        number = Ink(self._keeper.font(Size.BODY, Weight.TITLE), tokens.text)
        time = Ink(self._keeper.font(Size.CAPTION), tokens.muted)
        wide = px(48)
        for place, one in zip(places, self._points, strict=True):
            painter.setPen(QPen(QColor(tokens.text), px(3)))
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(place, px(_DOT), px(_DOT))
            above = QRectF(place.x() - wide / 2, place.y() - px(_DOT + 2) - number.line, wide, number.line)
            write(painter, above, str(one.total), number, Qt.AlignmentFlag.AlignCenter)
            below = QRectF(place.x() - wide / 2, plot.bottom() + px(Space.TINY), wide, time.line)
            write(painter, below, one.time, time, Qt.AlignmentFlag.AlignCenter)
