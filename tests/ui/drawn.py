"""What a window really draws: every line of text and every icon, taken down by a paint engine of our own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QPainterPath, QRegion, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mavis.ui.pages.board.find_visit import FindVisit
from mavis.ui.pages.board.left_open import LeftOpenPanel
from mavis.ui.pages.doors.veil import Veil
from mavis.ui.pages.shared.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPaintEngineState, QPixmap, QTextItem

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
SLACK = 1.5
"""Pixels by which letters may lean out of their place without anybody seeing it."""
_ICON_AIR = 3
PANELS = Overlay | FindVisit | LeftOpenPanel | Veil
"""What is laid over a page and hides it."""
_Metric = QPaintDevice.PaintDeviceMetric
_SCREEN = {
    _Metric.PdmDepth: 32,
    _Metric.PdmDpiX: 96,
    _Metric.PdmDpiY: 96,
    _Metric.PdmPhysicalDpiX: 96,
    _Metric.PdmPhysicalDpiY: 96,
    _Metric.PdmDevicePixelRatio: 1,
    _Metric.PdmDevicePixelRatioScaled: 65536,
}


@dataclass(frozen=True)
class Mark:
    """One line of text, or one icon (no text): where it lies in its widget, as tightly as it is inked."""

    widget: QWidget
    text: str
    rect: QRectF
    pixels: float = 0
    """The height of its letters in pixels of the screen; of an icon, how many pixels it has for each of the screen."""

    @property
    def in_window(self) -> QRectF:
        """Where it lies in the window."""
        return self.rect.translated(QPointF(self.widget.mapTo(self.widget.window(), QPoint(0, 0))))

    def __repr__(self) -> str:
        """The text, its place and its widget, for a failing test."""
        place = self.in_window
        where = f"{place.x():.0f},{place.y():.0f} {place.width():.0f}x{place.height():.0f}"
        return f"<{self.text or 'icon'} at {where} in {type(self.widget).__name__}>"


class _Engine(QPaintEngine):
    """Takes texts and pixmaps down and lets everything else go."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._widget = widget
        self._moved = QTransform()
        self.marks: list[Mark] = []

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._moved = state.transform()

    def drawTextItem(self, place: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        if item.text().strip():
            ink = QFontMetricsF(item.font()).tightBoundingRect(item.text())
            ink.translate(QPointF(float(place.x), float(place.y)) if isinstance(place, QPainterPath.Element) else place)
            self.marks.append(Mark(self._widget, item.text(), self._moved.mapRect(ink), item.font().pixelSize()))

    def drawPixmap(self, rect: QRectF | QRect, pixmap: QPixmap | QImage, part: QRectF | QRect) -> None:
        air = _ICON_AIR * rect.width() / 24
        place = self._moved.mapRect(QRectF(rect).adjusted(air, air, -air, -air))
        self.marks.append(Mark(self._widget, "", place, pixmap.width() / rect.width()))

    def drawImage(self, *_picture: object) -> None:
        """A preview of paper is a picture."""

    def drawPath(self, *_shape: object) -> None:
        """Boxes say nothing."""

    drawRects = drawLines = drawPolygon = drawEllipse = drawPoints = drawTiledPixmap = drawPath


class _Paper(QPaintDevice):
    """A device as large as a widget that paints with the engine above."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine(widget)
        self._size = widget.size()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        if metric is _Metric.PdmWidth:
            return self._size.width()
        return self._size.height() if metric is _Metric.PdmHeight else _SCREEN.get(metric, 0)


def marks(window: QWidget) -> list[Mark]:
    """Everything written or drawn in a window that can be seen now: not what is scrolled away or lies under a veil."""
    return [mark for widget in _shown(window) for mark in _marks_of(widget) if not _is_hidden(mark)]


def elided(found: list[Mark]) -> list[Mark]:
    """Words of the page that end in an ellipsis, for want of room; what people type in a line may be of any length."""
    return [mark for mark in found if mark.text.endswith(ELLIPSIS) and not isinstance(mark.widget, QLineEdit)]


def cut(found: list[Mark]) -> list[Mark]:
    """Lines that stick out of their widget, or of anything around it, but for what scrolls up and down."""
    rooms = {widget: QRectF(widget.rect()) for widget in {mark.widget for mark in found}}
    whole = {widget for widget, room in rooms.items() if not sticks_out(widget, room)}  # and so is all that lies inside
    written = (mark for mark in found if mark.text and not _is_typed(mark.widget))
    doubtful = (mark for mark in written if mark.widget not in whole or not rooms[mark.widget].contains(mark.rect))
    return [mark for mark in doubtful if sticks_out(mark.widget, mark.rect)]


def overlapping(found: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Pairs of which one is written over the other."""
    placed = [(mark, mark.in_window.adjusted(SLACK, SLACK, -SLACK, -SLACK)) for mark in found]
    return [
        (one, other)
        for (one, place), (other, its_place) in combinations(placed, 2)
        if (one.text or other.text)
        and place.intersects(its_place)
        and (one.text, place) != (other.text, its_place)
        and layer_of(one.widget) is layer_of(other.widget)
    ]


def sticks_out(widget: QWidget, rect: QRectF) -> bool:
    """Whether a part of a widget reaches beyond it, or beyond anything around it, but for what scrolls up and down."""
    walker = widget
    while True:
        room = QRectF(walker.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if rect.left() < room.left() or rect.right() > room.right():
            return True
        if _is_viewport(walker):
            rect = rect.intersected(QRectF(walker.rect()))
            if rect.isEmpty():
                return False
        elif rect.top() < room.top() or rect.bottom() > room.bottom():
            return True
        parent = walker.parentWidget()
        if parent is None or walker.isWindow():
            return False
        rect = rect.translated(QPointF(walker.pos()))
        walker = parent


def layer_of(widget: QWidget) -> QWidget:
    """The panel over the page that a widget lies in, else its window."""
    walker = widget
    while not walker.isWindow() and not isinstance(walker, PANELS):
        parent = walker.parentWidget()
        if parent is None:
            break
        walker = parent
    return walker


def is_in_sight(widget: QWidget) -> bool:
    """Whether the middle of a widget is seen: neither scrolled away nor under something else."""
    middle = widget.mapTo(widget.window(), widget.rect().center())
    top = widget.window().childAt(middle)
    return top is not None and (top is widget or widget.isAncestorOf(top))


def _shown(window: QWidget) -> Iterator[QWidget]:
    """What is on the page and not scrolled away: nobody needs to see that painted."""
    every = (widget for widget in (window, *window.findChildren(QWidget)) if widget.isVisible() and widget.size())
    return (widget for widget in every if not (widget.visibleRegion().isEmpty() and _scrolls(widget)))


def _marks_of(widget: QWidget) -> list[Mark]:
    paper = _Paper(widget)
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return paper.engine.marks


def _is_hidden(mark: Mark) -> bool:
    """Whether something lies over the middle of the mark, or it is scrolled away."""
    middle = mark.in_window.center().toPoint()
    if not mark.widget.window().rect().contains(middle):
        return _scrolls(mark.widget)
    top = mark.widget.window().childAt(middle)
    if top is None or top is mark.widget:
        return False
    one_in_the_other = top.isAncestorOf(mark.widget) or mark.widget.isAncestorOf(top)
    return not (one_in_the_other or _is_clear(top, mark.widget)) or _is_viewport_away(mark)


def _is_clear(top: QWidget, below: QWidget) -> bool:
    """Whether it is a label beside the other one, which lets everything below its words shine through."""
    parent = top.parentWidget()
    return isinstance(top, QLabel) and parent is not None and parent.isAncestorOf(below)


def _is_viewport_away(mark: Mark) -> bool:
    return any(not QRectF(QRect(QPoint(0, 0), size)).intersects(rect) for rect, size in _views(mark))


def _views(mark: Mark) -> Iterator[tuple[QRectF, QSize]]:
    """The mark in each part that scrolls around it, with the size of what is seen of that part."""
    walker: QWidget | None = mark.widget
    while walker is not None:
        if _is_viewport(walker):
            yield mark.in_window.translated(QPointF(walker.mapFrom(walker.window(), QPoint(0, 0)))), walker.size()
        walker = walker.parentWidget()


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _scrolls(widget: QWidget) -> bool:
    walker: QWidget | None = widget
    while walker is not None:
        if _is_viewport(walker):
            return True
        walker = walker.parentWidget()
    return False


def _is_typed(widget: QWidget) -> bool:
    """Whether a person typed the words: a field scrolls with its caret."""
    if isinstance(widget, QLineEdit):
        return bool(widget.text()) and widget.hasFocus()
    return isinstance(widget.parentWidget(), QPlainTextEdit)
