"""Keys that come before a page has what it needs: kept, and given to it in their order once it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable


class EarlyKeys:
    """Nobody who types while a page loads loses a letter."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: list[QKeyEvent] = []

    def keep(self, event: QKeyEvent) -> None:
        """Keep a press for later."""
        self._kept.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def give(self, wanted: Callable[[QKeyEvent], bool]) -> None:
        """Press them now, each wherever the keyboard is then; what is not ``wanted`` by then is left out."""
        kept, self._kept = self._kept, []
        for event in kept:
            focused = QApplication.focusWidget()
            if focused is not None and wanted(event):
                QApplication.sendEvent(focused, event)
