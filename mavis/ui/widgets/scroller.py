"""A page that is longer than its place: scrolls, and shows whatever lies behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from mavis.ui.look.tokens import Space
from mavis.ui.widgets.dressed import Bar
from mavis.ui.widgets.field import Field
from mavis.ui.widgets.focus_ring import scroll_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_SETTLED_MS = 250
"""By then the parts of a page have their places; each round of Qt's layouts may move the next."""


class Scroller(QScrollArea):
    """Scrolls one widget up and down; Tab goes to what is inside, never to the frame."""

    def __init__(self, keeper: ThemeKeeper, inside: QWidget, parent: QWidget | None = None) -> None:
        """Show the widget without frame or fill."""
        super().__init__(parent)
        self._build_ground()
        self.setVerticalScrollBar(Bar(keeper))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_inside(inside)
        self._show: Callable[[], None] = lambda: None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.verticalScrollBar().rangeChanged.connect(self._settle)

    def set_inside(self, inside: QWidget) -> None:
        """Scroll another widget, without the fill that Qt gives it; the one before goes once nobody speaks to it."""
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def settle_on(self, show: Callable[[], None]) -> None:
        """Bring something into view now, and again whenever its place changes while all is laid out anew."""
        self._show = show
        self._settling.start()
        QTimer.singleShot(0, self, show)

    def settle_on_whole(self, part: QWidget) -> None:
        """Settle on a part, each time once all around it has its place: never while that is being laid out."""
        self.settle_on(lambda: QTimer.singleShot(0, self, partial(show_whole, part)))

    @property
    def is_settling(self) -> bool:
        """Whether it may still scroll by itself."""
        return self._settling.isActive()

    def rest(self) -> None:
        """Scroll no more by itself: a hand is over what is shown."""
        self._settling.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where less is seen, as above a foot with one line more, what has the keyboard stays in sight if it was."""
        super().resizeEvent(event)
        here, inside = self.window().focusWidget(), self.widget()
        if here is None or inside is None or not inside.isAncestorOf(here):
            return
        end = here.mapTo(self.viewport(), QPoint(0, here.height())).y()
        if self.viewport().height() < end <= event.oldSize().height():
            keep_in_view(here)

    def _settle(self) -> None:
        if self._settling.isActive():
            self._show()

    def _build_ground(self) -> None:
        """Scroll on a widget of our own: Qt's own would first be looked for among all kinds of widgets, for 20 ms."""
        ground = QWidget()
        ground.setObjectName("qt_scrollarea_viewport")
        ground.setAutoFillBackground(False)
        self.setViewport(ground)


def lay_out_now() -> None:
    """Give what is new on a page its place at once, so that the rest is never painted squashed to make room for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def bring_into_view(part: QWidget) -> None:
    """Scroll whatever lies around a part until the part begins at the top, or ends where everything ends."""
    around = scroller_of(part)
    inside = around.widget() if around is not None else None
    if around is not None and inside is not None:
        lay_out_now()
        top = part.mapTo(inside, QPoint(0, -Space.CONTROL)).y()
        around.verticalScrollBar().setValue(max(0, top))


def keep_in_view(part: QWidget) -> None:
    """Scroll no further than it takes to see a part."""
    around = scroller_of(part)
    if around is not None:
        scroll_to(around, part, Space.CARD)


def show_whole(part: QWidget) -> None:
    """Scroll until a part that was unfolded is seen whole; of one that is longer than its place, the top.

    What has the keyboard within it is seen in any case: nobody is to type blind. Of the rows above a part that is seen
    whole none is cut in two, and of those below none where there is a choice.
    """
    around = scroller_of(part)
    inside = around.widget() if around is not None else None
    if around is None or inside is None:
        return
    lay_out_now()
    if part.height() + 2 * Space.CARD <= around.viewport().height():
        keep_in_view(part)
        _cut_nothing(around, inside, part)
        return
    show_from_top(part)


def _cut_nothing(around: Scroller, inside: QWidget, part: QWidget) -> None:
    """Scroll off the rows that an edge cuts in two, as little as it takes, and keep a part in sight."""
    bar, high, rows = around.verticalScrollBar(), around.viewport().height(), _rows(inside)
    here, top = bar.value(), _top(part, inside)
    first, last = max(0, top + part.height() + Space.CARD - high), min(bar.maximum(), top - Space.CARD)
    places = [*(end for _, end in rows), *(start - high for start, _ in rows)]

    def harm(place: int) -> tuple[bool, bool, int]:
        above, below = (any(start < edge < end for start, end in rows) for edge in (place, place + high))
        return above, below, abs(place - here)

    bar.setValue(min([here, *(place for place in places if first <= place <= last)], key=harm))


def _rows(inside: QWidget) -> list[tuple[int, int]]:
    """Where all that is not to be cut in two begins and ends: a field with its label, and what holds nothing else."""
    parts = [part for part in inside.findChildren(QWidget) if part.isVisible()]
    holders = {part.parentWidget() for part in parts}
    whole = [part for part in parts if part not in holders or isinstance(part, Field)]
    return [(_top(part, inside), _top(part, inside) + part.height()) for part in whole]


def _top(part: QWidget, inside: QWidget) -> int:
    return part.mapTo(inside, QPoint(0, 0)).y()


def show_from_top(part: QWidget) -> None:
    """Bring a part into view from its top, or as near to that as leaves what has the keyboard within it in sight."""
    bring_into_view(part)
    here = part.window().focusWidget() if isValid(part) else None
    if here is not None and part.isAncestorOf(here):
        keep_in_view(here)


def is_in_sight(part: QWidget) -> bool:
    """Whether at least half of a part is on the screen, once all has its place."""
    lay_out_now()
    return 2 * part.visibleRegion().boundingRect().height() >= part.height()


def scroller_of(part: QWidget) -> Scroller | None:
    """What a part scrolls in; None outside of any, and of a part that has been thrown away since it was asked for."""
    around: QWidget | None = part if isValid(part) else None
    while around is not None and not isinstance(around, Scroller):
        around = around.parentWidget()
    return around
