"""The sheet of keys of the page that is seen, made from the one table of shortcuts: F1 shows and hides it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mavis.ui.keys.shortcuts import KeyGroup
    from mavis.ui.look.theme import ThemeKeeper

_LEAST_COLUMN = 290
_HEAD, _LEAST_ROWS = 2, 8
"""How many rows a title takes, and the fewest rows of a column."""
_EDGE = 40
_SCROLLS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_FIELDS = (QLineEdit, QPlainTextEdit)
_MANUAL = Qt.Key.Key_Question
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class KeyList(Overlay):
    """Keys and what they do, in columns; ? opens the manual, some scroll, any other closes it and does its work."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget, groups: Sequence[KeyGroup]) -> None:
        """Cover most of the window."""
        super().__init__(keeper, window)
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("shortcuts.title"))
        self._groups = groups
        self.column.setContentsMargins(Space.GROUP, Space.EDGE, Space.GROUP, Space.EDGE)
        self.column.setSpacing(Space.CARD)
        self._head = head = QHBoxLayout()
        head.addWidget(TextLabel(keeper, words("shortcuts.title"), size=Size.TITLE, weight=Weight.TITLE))
        how = TextLabel(keeper, words("shortcuts.how"), tone=Tone.MUTED, wrap=True)
        how.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(how, 1)
        self.manual = Button(keeper, words("manual.open"), icon=IconName.PAGE, keys=keys_of("help.manual"))
        self.manual.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.manual.used.connect(self._open_manual)
        head.addWidget(self.manual)
        self.column.addLayout(head)
        self._columns = self._fitting()
        self._holder = self._build_columns()
        self._scroll = Scroller(keeper, self._holder, self.panel)
        self.column.addWidget(self._scroll, 1)
        self.open(self)

    def lay_out(self) -> None:
        """Cover the window, and put the sheet a little inside of it."""
        window = self.stage.rect()
        self.setGeometry(window)
        if self._fitting() != self._columns:
            self._columns = self._fitting()
            self._holder = self._build_columns()
            self._scroll.set_inside(self._holder)
        room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        above = self._head.sizeHint().height() + 2 * Space.EDGE + Space.CARD
        room.setHeight(min(room.height(), above + self._holder.sizeHint().height()))
        self.panel.setGeometry(room)

    def event(self, event: QEvent) -> bool:
        """A key closes the sheet, goes back to where the keyboard was and works there; no shortcut gets past it."""
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._press(event)
            return True
        if isinstance(event, QInputEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self.close_down()
            return True
        return super().event(event)

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is _MANUAL:
            self._open_manual()
        elif key in _SCROLLS:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLLS[key] * self.keeper.px(Space.WIDE * 2))
        else:
            self.close_down()
            self._hand_on(event)

    def _hand_on(self, event: QKeyEvent) -> None:
        """Let a key that prints do on the page what the sheet has just told; in a field it would be a word."""
        page, printed = self.stage.focusWidget(), event.text().strip()
        if page is not None and printed.isprintable() and printed and is_plain(event) and not isinstance(page, _FIELDS):
            again = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(page, again)

    def _open_manual(self) -> None:
        """Turn to the chapter of the page that the sheet is about."""
        from mavis.ui.pages.help.manual import ManualPage

        self.close_down()
        ManualPage(self.keeper, self.stage, self._groups[0].place.value)

    def _fitting(self) -> int:
        room = self.stage.width() - 2 * (_EDGE + Space.GROUP)
        return max(1, room // self.keeper.px(_LEAST_COLUMN))

    def _build_columns(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.GROUP)
        for groups in _spread(self._groups, self._columns):
            column = QVBoxLayout()
            column.setSpacing(Space.CARD)
            for group in groups:
                column.addWidget(TextLabel(self.keeper, group.title, size=Size.LABEL, weight=Weight.TITLE))
                column.addLayout(self._build_rows(group.rows))
            column.addStretch(1)
            row.addLayout(column, 1)
        return holder

    def _build_rows(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(Space.TINY)
        grid.setHorizontalSpacing(Space.CARD)
        grid.setColumnStretch(1, 1)
        for at, (keys, what) in enumerate(rows):
            grid.addWidget(KeyCap(self.keeper, keys, self.panel), at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(TextLabel(self.keeper, what, wrap=True), at, 1)
        return grid


def _spread(groups: Sequence[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """The groups over at most so many columns of about the same height, in their order."""
    rows = sum(len(group.rows) + _HEAD for group in groups)
    for most in count(max(_LEAST_ROWS, rows // columns)):
        spread = list(_fill(groups, most))
        if len(spread) <= columns:
            return spread
    return []


def _fill(groups: Sequence[KeyGroup], most: int) -> Iterator[list[KeyGroup]]:
    """Columns of at most so many rows; only a group that is longer than a column goes on in the next one."""
    column: list[KeyGroup] = []
    free = most
    for group in groups:
        rows = group.rows
        while rows:
            needed = len(rows) + _HEAD
            if column and (free <= _HEAD or free < needed <= most):
                yield column
                column, free = [], most
            taken, rows = rows[: free - _HEAD], rows[free - _HEAD :]
            column.append(group._replace(rows=taken))
            free -= len(taken) + _HEAD
    yield column


def show_key_list(keeper: ThemeKeeper, window: QWidget, groups: Sequence[KeyGroup]) -> None:
    """Show the sheet, or hide it when it is shown."""
    if not hide_key_list(window):
        KeyList(keeper, window, groups)


def hide_key_list(window: QWidget) -> bool:
    """Hide the sheet; False when it is not shown."""
    shown = [panel for panel in window.findChildren(KeyList) if not panel.isHidden()]
    for panel in shown:
        panel.close_down()
    return bool(shown)
