"""The guard of an unattended screen: hears every key and touch, hides after a minute, locks after five.

It also keeps back the second press of a double click that would hit what the first one brought there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QMouseEvent

from mavis.ui.presenters.doors.idle import Cover, IdleRule, IdleWatch
from mavis.ui.session.second_press import SecondPress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mavis.system.clock import Clock

_USES = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)
"""A key that is a shortcut, as F6 is, comes by as no key press: only as the question whether it is somebody's."""
_LOOK_EVERY_MS = 1000


class Guard(QObject):
    """Watches the whole program for use while a session is open."""

    used = Signal()
    """Somebody pressed a key, moved the mouse or touched the screen."""
    veil = Signal()
    lock = Signal()

    def __init__(self, app: QApplication, clock: Clock, rule: IdleRule) -> None:
        """Watch from now on."""
        super().__init__(app)
        self._app = app
        self._watch = IdleWatch(clock, rule)
        self._second = SecondPress()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)
        app.installEventFilter(self)

    def follow(self, rule: IdleRule) -> None:
        """Hide and lock by another rule from now on."""
        self._watch.rule = rule

    def stop(self) -> None:
        """Watch no more, as when the program is locked already."""
        self._timer.stop()
        self._app.removeEventFilter(self)
        self.deleteLater()

    def look(self) -> None:
        """See whether the screen should be covered now."""
        cover = self._watch.look()
        if cover is Cover.LOCK:
            self.lock.emit()
        elif cover is Cover.VEIL:
            self.veil.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each use; let every event through but a press that nobody meant.

        Every event of the program comes by, so most are told apart by their class alone, which costs least.
        """
        if not isinstance(event, QInputEvent):
            return False
        if event.type() in _USES:
            self._watch.used()
            self.used.emit()
        return isinstance(event, QMouseEvent) and self._second.is_stray(watched, event)
