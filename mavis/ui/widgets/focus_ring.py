"""The ring of two lines around whatever has the keyboard: one for the whole application, drawn above the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from mavis.ui.look.painting import canvas, draw_ring, ring_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

RINGLESS = "ringless"
"""The property of a page that takes letters as a whole and needs no ring around itself."""


def take_keys(page: QWidget) -> None:
    """Have a page take the keyboard as a whole, without a ring: when it opens and by Tab.

    A click on nothing leaves the keyboard where it is, so that no digit that is typed on becomes a key of the page.
    """
    page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    page.setProperty(RINGLESS, True)


def takes_keys(page: QWidget) -> bool:
    """Whether a page takes the keyboard as a whole."""
    return bool(page.property(RINGLESS))


def page_around(part: QWidget) -> QWidget | None:
    """The page that a part lies on and that takes the keyboard as a whole; None when it lies on none."""
    page = part.parentWidget()
    while page is not None and not takes_keys(page):
        page = page.parentWidget()
    return page


_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class _Ring(QWidget):
    """Paints the ring around a rectangle of its parent and lets every click through."""

    def __init__(self, keeper: ThemeKeeper, stage: QWidget) -> None:
        super().__init__(stage)
        self._keeper = keeper
        self._stage = stage
        self._control = QRectF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, focused: QWidget) -> None:
        """Lie around a control; at the edge of the page the ring goes inside the control, so it is never cut."""
        reach = ring_width(self._keeper.theme)
        control = QRect(focused.mapTo(self._stage, QPoint(0, 0)), focused.size())
        outline = control.adjusted(-reach, -reach, reach, reach) & self._stage.rect()
        self._control = QRectF(outline.adjusted(reach, reach, -reach, -reach)).translated(-QPoint(outline.topLeft()))
        self.setGeometry(outline)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two lines."""
        painter = canvas(self)
        draw_ring(painter, self._keeper.theme, self._control)
        painter.end()


class FocusRing(QObject):
    """Follows the keyboard focus through the application and keeps the ring around it.

    The ring is a child of the page that scrolls, or of the window, so it is cut where the page is cut. What the
    keyboard comes to is scrolled into view, but never under a mouse that is held down, whose release would miss what
    was pressed: that is left where it is until the first key.
    """

    def __init__(self, keeper: ThemeKeeper, app: QApplication) -> None:
        """Follow the focus of the application until it ends."""
        super().__init__(app)
        self._keeper = keeper
        self._focused: QWidget | None = None
        self._chain: list[QWidget] = []
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._focus_moved)
        keeper.changed.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the ring when the control, or anything that holds it, moves or changes size."""
        if event.type() in _FOLLOWED:
            self._place()
        elif event.type() is QEvent.Type.KeyPress and watched is self._focused:
            self._bring_into_view()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or new.isWindow() or new.property(RINGLESS):
            return
        stage = _stage(new)
        self._focused = new
        self._ring = _Ring(self._keeper, stage)
        self._ring.destroyed.connect(self._forget)
        walker: QWidget | None = new
        while walker is not None and walker is not stage:
            walker.installEventFilter(self)
            self._chain.append(walker)
            walker = walker.parentWidget()
        self._place()
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll the page so that the control and its ring are seen."""
        if self._focused is not None and isValid(self._focused):
            viewport = _stage(self._focused).parentWidget()
            area = viewport.parentWidget() if viewport is not None else None
            if isinstance(area, QScrollArea):
                scroll_to(area, self._focused, ring_width(self._keeper.theme))

    def _let_go(self) -> None:
        for widget in filter(isValid, self._chain):
            widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.destroyed.disconnect(self._forget)
            self._ring.hide()
            self._ring.deleteLater()
        self._forget()

    def _forget(self) -> None:
        self._chain = []
        self._focused = None
        self._ring = None

    def _place(self) -> None:
        if self._ring is None or self._focused is None or not isValid(self._focused):
            return
        if not self._focused.isVisible():
            self._ring.hide()
            return
        self._ring.surround(self._focused)


def scroll_to(area: QScrollArea, part: QWidget, margin: int) -> None:
    """Scroll no further than it takes to see a part whole; of a field Qt would show the line of its words alone."""
    inside = area.widget()
    if inside is not None:
        middle = part.mapTo(inside, part.rect().center())
        reach = part.rect().center() + QPoint(margin, margin + 1)
        area.ensureVisible(middle.x(), middle.y(), reach.x(), reach.y())


def _stage(control: QWidget) -> QWidget:
    """The page that scrolls with the control, or its window."""
    widget = control
    while not widget.isWindow():
        parent = widget.parentWidget()
        grandparent = parent.parentWidget() if parent is not None else None
        if isinstance(grandparent, QAbstractScrollArea) and parent is grandparent.viewport():
            return widget
        if parent is None:
            break
        widget = parent
    return widget
