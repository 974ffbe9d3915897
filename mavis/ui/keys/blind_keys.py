"""Keys of somebody who types without a look at the screen: none of them does anything until they pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from mavis.ui.keys.modifiers import is_command

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SILENCE_MS = 800
"""Whoever has not pressed a key for so long has looked up."""
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_F_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)


class BlindKeys(QObject):
    """Swallows every key at a page until none came for a moment; then it is gone.

    A touch ends it, and so does what nobody presses in the middle of a word: a key with Ctrl or Alt, or an F key.
    """

    ended = Signal()
    """Keys count again."""

    def __init__(self, app: QCoreApplication, page: QWidget) -> None:
        """Swallow from now on, as long as ``page`` is what is seen."""
        super().__init__(page)
        self._page = page
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._end)
        self._silence.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a press from everybody, shortcuts as well."""
        if isinstance(event, QKeyEvent) and event.type() in _PRESSES:
            if is_command(event) or event.key() in _F_KEYS or not self._page.isVisible():
                self._end()
                return False
            self._silence.start()
            event.accept()
            return True
        if event.type() in _TOUCHES:
            self._end()
        return False

    def _end(self) -> None:
        self._silence.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.ended.emit()
        self.deleteLater()
