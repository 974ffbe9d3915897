"""Keys of somebody who types without a look at the screen: none of them does anything until they pause."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

SILENCE_MS = 800
"""Whoever has not pressed a key for so long has looked up."""
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class BlindKeys(QObject):
    """Swallows every key until none came for a moment; a touch, or a key with Ctrl or Alt, is meant and ends it."""

    def __init__(self, app: QCoreApplication) -> None:
        """Swallow from now on; then it is gone."""
        super().__init__(app)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._end)
        self._silence.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a press from everybody, shortcuts as well."""
        if isinstance(event, QKeyEvent) and event.type() in _PRESSES:
            if event.modifiers() & _COMMAND:
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
        self.deleteLater()
