"""The timeline of a visit: what happened when, newest first; the icon says the kind of event.

Time and words are read from two metres, the detail below them by who sits there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mavis.ui.keys.enter_key import is_enter
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Ink, draw_line, wrap, write
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.widgets.dressed import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_TIME = 56
_ICON = 20
_ICON_AT = Space.EDGE + _TIME + Space.CONTROL
_TEXT = _ICON_AT + _ICON + Space.CONTROL
"""Where the words begin: behind edge, time and icon."""
_LINES = 6
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TimelineView:
    """One event: its time on the clock, icon, words, muted detail, and what a press on it is about."""

    time: str
    icon: IconName
    words: str
    detail: str = ""
    about: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return ", ".join(part for part in (self.time, self.words, self.detail) if part)


class _Rows(QAbstractListModel):
    """The events handed in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.views: tuple[TimelineView, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many events there are."""
        return 0 if parent is not None and parent.isValid() else len(self.views)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of an event, for screen readers and tests."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self.views[index.row()].spoken

    def replace(self, views: tuple[TimelineView, ...]) -> None:
        """Show other events; new ones on top come in without touching the rest."""
        new = len(views) - len(self.views)
        if new > 0 and views[new:] == self.views:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self.views = views
            self.endInsertRows()
        elif views != self.views:
            self.beginResetModel()
            self.views = views
            self.endResetModel()


class _Painter(QStyledItemDelegate):
    """Paints one event."""

    def __init__(self, keeper: ThemeKeeper, parent: TimelineList) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for the wrapped words and detail, at least 56."""
        rows = self._rows(self._list.view_at(index.row()))
        height = sum(ink.line for _, ink in rows) + self._keeper.px(16)
        return QSize(self._list.viewport().width(), max(self._keeper.px(56), round(height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw time, icon, words, detail and a divider; a bar at the edge where the arrow keys are."""
        px, tokens = self._keeper.px, self._keeper.tokens
        view = self._list.view_at(index.row())
        rect = QRectF(option.rect)
        painter.save()
        top = rect.top() + px(Space.CONTROL)
        time = Ink(self._keeper.font(Size.LABEL, Weight.TITLE), tokens.text)
        write(painter, QRectF(px(Space.EDGE), top, px(_TIME), time.line), view.time, time)
        paint_icon(painter, view.icon, px(_ICON_AT), top + (time.line - px(_ICON)) / 2, px(_ICON), tokens.muted)
        for text, ink in self._rows(view):
            write(painter, QRectF(px(_TEXT), top, rect.width() - px(_TEXT), ink.line), text, ink)
            top += ink.line
        if self._list.hasFocus() and index.row() == self._list.currentIndex().row():
            painter.fillRect(rect.adjusted(0, 0, px(Space.TINY) - rect.width(), -1), QColor(tokens.accent))
        below = rect.bottom() - 1
        draw_line(painter, QPointF(rect.left(), below), QPointF(rect.right(), below), tokens.hair)
        painter.restore()

    def _rows(self, view: TimelineView) -> list[tuple[str, Ink]]:
        tokens = self._keeper.tokens
        words = Ink(self._keeper.font(Size.LABEL), tokens.text)
        detail = Ink(self._keeper.font(Size.CAPTION), tokens.muted)
        room = self._list.viewport().width() - self._keeper.px(_TEXT + Space.CONTROL)
        rows = [(line, words) for line in wrap(view.words, words.font, room, _LINES)]
        return rows + [(line, detail) for line in wrap(view.detail, detail.font, room, _LINES)]


class TimelineList(QListView):
    """The list; arrow keys walk through it, Tab leaves it; a click or Enter wants an event."""

    wanted = Signal(str)
    """Somebody wants an event: what it is about, empty when nothing is behind it."""

    def __init__(self, keeper: ThemeKeeper, name: str, parent: QWidget | None = None) -> None:
        """An empty list; ``name`` is its title, for a screen reader."""
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(keeper))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(keeper, self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        keeper.changed.connect(self.scheduleDelayedItemsLayout)
        self.clicked.connect(self._want)

    def set_views(self, views: Sequence[TimelineView]) -> None:
        """Show these events, newest first."""
        self._rows.replace(tuple(views))

    def view_at(self, row: int) -> TimelineView:
        """The event in a row."""
        return self._rows.views[row]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wants the event at which the arrow keys are."""
        if is_enter(event) and self.currentIndex().isValid():
            self._want(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(self.view_at(index.row()).about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
