"""Press and hold for one second: for what cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent

HOLD_MS = 1_000
"""How long to hold."""
_GONE_UP = {QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease}
CONFIRM_MS = 5_000
"""How long a first press of a screen reader waits for the second."""


class Hold(QObject):
    """Grows from 0 to 1 while something is held; ``done`` comes once, when it was held long enough.

    A screen reader cannot hold: ``press`` asks for a second press within five seconds instead.
    """

    moved = Signal()
    done = Signal()
    asked = Signal()
    """A first press came from a screen reader: ask for the second."""

    def __init__(self, parent: QObject) -> None:
        """Wait to be begun."""
        super().__init__(parent)
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setDuration(HOLD_MS)
        self._growth.valueChanged.connect(self.moved)
        self._growth.finished.connect(self._held)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(CONFIRM_MS)

    @property
    def fraction(self) -> float:
        """How much of the second is over, 0.0-1.0."""
        running = self._growth.state() is QAbstractAnimation.State.Running
        return float(self._growth.currentValue() or 0.0) if running else 0.0

    def begin(self) -> None:
        """The finger, mouse button or key went down."""
        if self._growth.state() is not QAbstractAnimation.State.Running:
            self._growth.start()
            self._listen(True)

    def cancel(self) -> None:
        """It went up, or left, before the second was over."""
        self._listen(False)
        self._growth.stop()
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or button that goes up anywhere ends the hold: a shortcut may have been pressed in another field."""
        up = event.type() in _GONE_UP and not (isinstance(event, QKeyEvent) and event.isAutoRepeat())
        if up:
            self.cancel()
        return False

    def press(self) -> None:
        """One press that cannot be held; the second one counts."""
        if self._waiting.isActive():
            self._waiting.stop()
            self.done.emit()
        else:
            self._waiting.start()
            self.asked.emit()

    def _listen(self, listen: bool) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            (app.installEventFilter if listen else app.removeEventFilter)(self)

    def _held(self) -> None:
        self._listen(False)
        self.moved.emit()
        self.done.emit()
