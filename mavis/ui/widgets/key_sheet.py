"""The list of keys that F1 shows over a page: what each key does, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.painting import Cap, canvas, cap_width, draw_cap
from mavis.ui.shortcuts import Place, key_list
from mavis.ui.tokens import Size, Space, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from mavis.ui.theme import ThemeKeeper

_COLUMNS = 4
_CAP = 72
_ROW = 28


class _KeyCap(QWidget):
    """A key cap alone."""

    def __init__(self, keeper: ThemeKeeper, keys: str) -> None:
        super().__init__()
        self._keeper = keeper
        self._keys = keys
        self.setAccessibleName(keys)
        self.setFixedSize(keeper.px(_CAP), keeper.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap at the right, beside what it does."""
        painter = canvas(self)
        theme, tokens = self._keeper.theme, self._keeper.tokens
        left = self.width() - cap_width(theme, self._keys)
        draw_cap(painter, theme, left, self.height() / 2, Cap(self._keys, tokens.text, tokens.line))
        painter.end()


class KeySheet(Panel):
    """Lies over its page until Esc, F1 or *Close*; ``closed`` tells the page to take the focus back."""

    closed = Signal()

    def __init__(self, keeper: ThemeKeeper, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        """List the keys of these places."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self.setAccessibleName(words("shortcuts.title"))
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(TextLabel(keeper, words("shortcuts.title"), size=Size.TITLE, weight=Weight.TITLE))
        head.addStretch(1)
        self._close = Button(keeper, words("shortcuts.close"), keys="Esc")
        self._close.used.connect(self._leave)
        head.addWidget(self._close)
        column.addLayout(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._list(places))
        column.addWidget(area)
        self.setFocusProxy(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F1 close the list; other keys do nothing behind it."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1}:
            self._leave()
        event.accept()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _list(self, places: tuple[Place, ...]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setVerticalSpacing(self._keeper.px(Space.TINY))
        grid.setHorizontalSpacing(self._keeper.px(Space.CONTROL))
        row = 0
        for place in places:
            title = words(f"shortcuts.place.{place.value}")
            heading = TextLabel(self._keeper, title, size=Size.LABEL, weight=Weight.TITLE)
            grid.addWidget(heading, row, 0, 1, 2 * _COLUMNS)
            row += 1
            entries = key_list(place)
            for at, (keys, does) in enumerate(entries):
                line, column = divmod(at, _COLUMNS)
                grid.addWidget(_KeyCap(self._keeper, keys), row + line, 2 * column)
                grid.addWidget(TextLabel(self._keeper, does), row + line, 2 * column + 1)
            row += -(-len(entries) // _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(2 * column + 1, 1)
        grid.setRowStretch(row, 1)
        return inside
