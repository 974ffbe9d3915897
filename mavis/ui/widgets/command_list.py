"""The rows of the command palette: icon, command, detail, keys; a real list for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Cap, Ink, cap_width, draw_cap, fill, wrap, write, write_block
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.widgets.dressed import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 60
_ICON = 24
_MOST_ROWS = 7
_DETAIL_LINES = 4
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CommandView:
    """One row; ``spoken`` is what a screen reader says of it."""

    name: str
    detail: str
    icon: IconName
    keys: tuple[str, ...]
    spoken: str


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.views: tuple[CommandView, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.views)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a row."""
        said = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.views[index.row()].spoken if role in said and index.row() < len(self.views) else None

    def show_views(self, views: Sequence[CommandView]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.views = tuple(views)
        self.endResetModel()


class _Painter(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, keeper: ThemeKeeper, rows: _Rows, parent: CommandList) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._rows = rows
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the highest row."""
        return QSize(self._list.viewport().width(), self._list.row_height)

    def height(self, view: CommandView) -> int:
        """60, or more where the detail takes more lines than one below the command."""
        left, right = self._edges(view)
        lines = 1 + len(self._below(view, right - left))
        return max(
            self._keeper.px(_HEIGHT), round(lines * Ink(self._keeper.font(), "").line) + self._keeper.px(Space.CONTROL)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw icon, command, detail and keys; the chosen row is filled and has an accent bar."""
        view = self._rows.views[index.row()]
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(option.rect)
        colours = (tokens.text, tokens.muted)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._list.place:
            fill(painter, rect, tokens.sel)
            fill(painter, QRectF(rect.left(), rect.top(), px(Space.TINY), rect.height()), tokens.accent)
            colours = (tokens.on_sel, tokens.on_sel)
        middle = rect.center().y()
        paint_icon(painter, view.icon, px(Space.GROUP + Space.TINY), middle - px(_ICON) / 2, px(_ICON), colours[0])
        self._paint_keys(painter, view, rect.right() - px(Space.GROUP), middle, colours[0])
        left, right = self._edges(view)
        self._paint_words(painter, view, QRectF(left, rect.top(), right - left, rect.height()), colours)
        painter.restore()

    def _edges(self, view: CommandView) -> tuple[float, float]:
        """Left and right of the words, between the icon and the keys."""
        theme, px = self._keeper.theme, self._keeper.px
        caps = sum(cap_width(theme, keys) + px(Space.CARD) for keys in view.keys)
        left = px(Space.GROUP + Space.TINY) + px(_ICON + Space.CARD)
        return left, self._list.viewport().width() - px(Space.GROUP) - caps

    def _below(self, view: CommandView, room: float) -> list[str]:
        """The lines of a detail that has no room beside the command."""
        font = self._keeper.font()
        name, detail = Ink(self._keeper.font(Size.BODY, Weight.TITLE), ""), Ink(font, "")
        beside = name.width(view.name) + self._keeper.px(Space.CONTROL) + detail.width(view.detail) <= room
        return [] if beside else wrap(view.detail, font, room, _DETAIL_LINES)

    def _paint_keys(self, painter: QPainter, view: CommandView, end: float, middle: float, colour: str) -> None:
        """Draw the key caps from the right, with a gap before each."""
        theme = self._keeper.theme
        for keys in reversed(view.keys):
            end -= cap_width(theme, keys)
            draw_cap(painter, theme, end, middle, Cap(keys, colour, self._keeper.tokens.line))
            end -= theme.px(Space.CARD)

    def _paint_words(self, painter: QPainter, view: CommandView, room: QRectF, colours: tuple[str, str]) -> None:
        """Write command and detail beside each other, or under each other where the room is narrow."""
        keeper = self._keeper
        name = Ink(keeper.font(Size.BODY, Weight.TITLE), colours[0])
        detail = Ink(keeper.font(), colours[1])
        below = self._below(view, room.width())
        if below:
            write_block(painter, room, [(view.name, name), *((line, detail) for line in below)])
        else:
            taken = write(painter, room, view.name, name) + keeper.px(Space.CONTROL)
            write(painter, room.adjusted(taken, 0, 0, 0), view.detail, detail)


class CommandList(QListView):
    """The list; ``used`` carries the place of the row that was clicked. One row is chosen as long as there is any."""

    used = Signal(int)

    def __init__(self, keeper: ThemeKeeper, name: str, parent: QWidget | None = None) -> None:
        """Begin without rows; ``name`` is for a screen reader."""
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(keeper))
        self._keeper = keeper
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.row_height = 0
        self._painter = _Painter(keeper, self._rows, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda index: self.used.emit(index.row()))
        keeper.changed.connect(self._measure)

    @property
    def place(self) -> int:
        """The place of the chosen row, -1 without rows."""
        return self.currentIndex().row()

    def show_views(self, views: Sequence[CommandView]) -> None:
        """Show other rows; the first is chosen."""
        self._rows.show_views(views)
        self._measure()
        self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self._measure()

    def choose(self, place: int) -> None:
        """Choose a row and bring it into view; beyond the last one comes the first."""
        count = self._rows.rowCount()
        if count:
            self.setCurrentIndex(self._rows.index(place % count, 0))
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as its rows, up to seven."""
        rows = min(self._rows.rowCount(), _MOST_ROWS)
        return QSize(self._keeper.px(400), rows * self.row_height)

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(self._keeper.px(200), min(1, self._rows.rowCount()) * self.row_height)

    def _measure(self) -> None:
        """Be so high that each row shows all its words."""
        needed = max((self._painter.height(view) for view in self._rows.views), default=0)
        if needed != self.row_height:
            self.row_height = needed
            self.scheduleDelayedItemsLayout()
        self.updateGeometry()
