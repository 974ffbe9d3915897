"""What is down until it really goes up: a keyboard repeats a held key, and not all that it repeats is marked so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

REPEAT_MS = 60
"""A held key that goes up and comes down again within this time never went up."""
_UP_AT_ONCE = {QEvent.Type.MouseButtonRelease, QEvent.Type.WindowDeactivate}
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock}
)
"""Keys that do nothing by themselves."""


class StillDown(QObject):
    """Follows the key or mouse button that is down now, wherever the keyboard goes meanwhile; then it is gone.

    X tells of a held key as it goes up and down again and again, and Qt marks as repeated only what it can see ahead.
    So a key counts as up when it does not come down again at once. What a held key repeats reaches nobody.
    """

    doubted = Signal()
    """The key went up, or it only repeats."""
    goes_on = Signal()
    """It only repeats."""
    up = Signal()
    """It is up."""

    def __init__(self, app: QCoreApplication) -> None:
        """Watch all that the application hears."""
        super().__init__(app)
        self._key = 0
        self._only_swallows = False
        self._doubt = QTimer(self)
        self._doubt.setSingleShot(True)
        self._doubt.setInterval(REPEAT_MS)
        self._doubt.timeout.connect(self._end)
        app.installEventFilter(self)

    def only_swallow(self) -> None:
        """It was held long enough: from now on its repeats are kept from others, and any other key lets it be."""
        self._only_swallows = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key and button; True for a press that only repeats."""
        if event.type() in _UP_AT_ONCE:
            self._end()
        elif isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyRelease:
                self._went_up(event)
            elif event.type() in _PRESSES and self._is_repeat(event):
                event.accept()  # so that no shortcut hears of it either
                return True
        return False

    def _went_up(self, event: QKeyEvent) -> None:
        loosened = self._only_swallows and event.key() in MODIFIERS
        if not (event.isAutoRepeat() or self._doubt.isActive() or loosened):
            self._key = event.key()
            self._doubt.start()
            self.doubted.emit()

    def _is_repeat(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if event.key() == self._key:
            if self._doubt.isActive():
                self._doubt.stop()
                self.goes_on.emit()
            return True
        if self._only_swallows and event.key() not in MODIFIERS:
            self._end()
        return False

    def _end(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._doubt.stop()
        self.up.emit()
        self.deleteLater()
