"""The keys of the page that is seen, made from the one table of shortcuts: F1 shows and hides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.tokens import Size, Space, Weight
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.ui.theme import ThemeKeeper

_COLUMNS = 3
_EDGE = 48


class KeyList(Panel):
    """Keys and what they do, in columns; any key closes it."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget, rows: Sequence[tuple[str, str]]) -> None:
        """Cover most of the window."""
        super().__init__(keeper, window)
        self._before = window.focusWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words("window.keys_title"))
        speak_as(self, Role.Pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.GROUP, Space.EDGE, Space.GROUP, Space.EDGE)
        column.addWidget(TextLabel(keeper, words("window.keys_title"), size=Size.TITLE, weight=Weight.TITLE))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setVerticalSpacing(Space.CONTROL)
        per_column = -(-len(rows) // _COLUMNS)
        for at, (keys, what) in enumerate(rows):
            row, place = at % per_column, 2 * (at // per_column)
            grid.addWidget(TextLabel(keeper, keys, weight=Weight.TITLE), row, place)
            grid.addWidget(TextLabel(keeper, what), row, place + 1)
            grid.setColumnStretch(place + 1, 1)
        scroll = Scroller(holder, self)
        column.addWidget(scroll, 1)
        self.setGeometry(window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Any key closes the list and goes back to where the keyboard was; no shortcut gets past it."""
        if isinstance(event, QInputEvent) and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.close_down()
            return True
        return super().event(event)

    def close_down(self) -> None:
        """Close the list."""
        self.hide()
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus()


def show_key_list(keeper: ThemeKeeper, window: QWidget, rows: Sequence[tuple[str, str]]) -> None:
    """Show the list, or hide it when it is shown."""
    if not hide_key_list(window):
        KeyList(keeper, window, rows)


def hide_key_list(window: QWidget) -> bool:
    """Hide the list; False when it is not shown."""
    shown = [panel for panel in window.findChildren(KeyList) if panel.isVisible()]
    for panel in shown:
        panel.close_down()
    return bool(shown)
