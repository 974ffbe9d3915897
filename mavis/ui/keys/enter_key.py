"""The two keys that say: done, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeGuard

_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_enter(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Whether one of them is pressed."""
    return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _KEYS


class GoOn(QObject):
    """Enter on an answer goes on, and does not take it back; Space is what ticks it."""

    pressed = Signal()

    def watch(self, answers: Iterable[QObject]) -> None:
        """Go on from these as well, as long as they are there."""
        for answer in answers:
            answer.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter before the answer sees it."""
        if is_enter(event):
            self.pressed.emit()
            return True
        return super().eventFilter(watched, event)
