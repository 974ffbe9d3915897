"""There is one window: nothing else ever comes up, not even for a blink, because it would take the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from tests.ui.windows import Hands


class _Watch(QObject):
    """Notes every window that is shown besides the one."""

    def __init__(self, window: QWidget) -> None:
        """Know the one window."""
        super().__init__()
        self._window = window
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a stranger."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            stranger = watched.isWindow() and watched is not self._window and not isinstance(watched, QMenu)
            if stranger:
                self.strangers.append(type(watched).__name__)
        return False


def test_no_page_shows_another_window(hands: Hands, qapp: QApplication) -> None:
    """Board, visit, close, settings, keys, find: each is built inside the window."""
    watch = _Watch(hands.window)
    qapp.installEventFilter(watch)
    for keys in ("N D 2 A 7 A Enter", "/", "Esc", "F1", "F1", "F4", "F8", "F2"):
        hands.press(keys)
        hands.settle()
    qapp.removeEventFilter(watch)
    assert watch.strangers == []
