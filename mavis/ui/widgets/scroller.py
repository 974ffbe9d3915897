"""A page that is longer than its place: scrolls, and shows whatever lies behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mavis.ui.tokens import Space


class Scroller(QScrollArea):
    """Scrolls one widget up and down; Tab goes to what is inside, never to the frame."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        """Show the widget without frame or fill."""
        super().__init__(parent)
        self._build_ground()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _build_ground(self) -> None:
        """Scroll on a widget of our own: Qt's own would first be looked for among all kinds of widgets, for 20 ms."""
        ground = QWidget()
        ground.setObjectName("qt_scrollarea_viewport")
        ground.setAutoFillBackground(False)
        self.setViewport(ground)


def bring_into_view(part: QWidget) -> None:
    """Scroll whatever lies around a part until the part begins at the top, or ends where everything ends."""
    around = _around(part)
    inside = around.widget() if around is not None else None
    if around is not None and inside is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what is new gets its place first
        top = part.mapTo(inside, QPoint(0, -Space.CONTROL)).y()
        around.verticalScrollBar().setValue(max(0, top))


def keep_in_view(part: QWidget) -> None:
    """Scroll no further than it takes to see a part."""
    around = _around(part)
    if around is not None:
        around.ensureWidgetVisible(part, 0, Space.CARD)


def _around(part: QWidget) -> Scroller | None:
    around: QWidget | None = part
    while around is not None and not isinstance(around, Scroller):
        around = around.parentWidget()
    return around
