"""Press and hold for one second: for what cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QObject, QTimer, QVariantAnimation, Signal

from mavis.ui.widgets.still_down import StillDown

HOLD_MS = 1_000
"""How long to hold."""
CONFIRM_MS = 5_000
"""How long a first press of a screen reader waits for the second."""


class Hold(QObject):
    """Grows from 0 to 1 while something is held; ``done`` comes once, when it was held long enough.

    It rests while nobody can tell whether a key went up or only repeats, and never ends then. A screen reader cannot
    hold: ``press`` asks for a second press within five seconds instead.
    """

    moved = Signal()
    done = Signal()
    too_short = Signal()
    """What was held went up before the second was over."""
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
        self._down: StillDown | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(CONFIRM_MS)

    @property
    def fraction(self) -> float:
        """How much of the second is over, 0.0-1.0."""
        return float(self._growth.currentValue() or 0.0) if self._grows else 0.0

    def begin(self) -> None:
        """The finger, mouse button or key went down; what is still down from before begins nothing."""
        app = QCoreApplication.instance()
        if self._down is None and app is not None:
            self._down = StillDown(app)
            self._down.doubted.connect(self._rest)
            self._down.goes_on.connect(self._go_on)
            self._down.up.connect(self._gone_up)
            self._growth.start()

    def cancel(self) -> None:
        """The keyboard left before the second was over."""
        self._growth.stop()
        self.moved.emit()

    def press(self) -> None:
        """One press that cannot be held; the second one counts."""
        if self._waiting.isActive():
            self._waiting.stop()
            self.done.emit()
        else:
            self._waiting.start()
            self.asked.emit()

    @property
    def _grows(self) -> bool:
        return self._growth.state() is not QAbstractAnimation.State.Stopped

    def _rest(self) -> None:
        if self._grows:
            self._growth.pause()

    def _go_on(self) -> None:
        if self._grows:
            self._growth.resume()

    def _gone_up(self) -> None:
        self._down = None
        if self._grows:
            self.cancel()
            self.too_short.emit()

    def _held(self) -> None:
        if self._down is not None:
            self._down.only_swallow()
        self.moved.emit()
        self.done.emit()
