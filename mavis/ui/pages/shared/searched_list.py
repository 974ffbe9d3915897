"""The keys of a list below a search field, whichever of the two has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mavis.ui.keys.enter_key import is_enter

if TYPE_CHECKING:
    from mavis.ui.widgets.command_list import CommandList
    from mavis.ui.widgets.search_field import SearchField

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchedList(QObject):
    """Arrows choose a row and Enter uses it, as a click does; letters go to the field."""

    moved = Signal()
    """Another row is chosen, by key."""

    def __init__(self, field: SearchField, rows: CommandList) -> None:
        """Watch the keys of both."""
        super().__init__(rows)
        self._field = field
        self._rows = rows
        for watched in (field, rows):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use a key that is meant for the list, and bring a letter to the field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in _STEPS:
            self._rows.choose(self._rows.place + _STEPS[key])
            self.moved.emit()
        elif is_enter(event):
            self._rows.used.emit(self._rows.place)
        elif watched is self._rows and event.text().isprintable() and event.text():
            self._field.setFocus()
            self._field.insert(event.text())
        else:
            return False
        return True
