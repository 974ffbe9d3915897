"""The second press of a double click, when another control has come under the hand since the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent

_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_SAME_PLACE = 16
"""So many pixels may lie between two presses of a gloved hand that means one place."""


class SecondPress:
    """Tells which presses nobody meant: of a page that changed under a hand that pressed twice.

    The same control counts each press, as a counter does. A touch comes as a press of the mouse.
    """

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self._control: QWidget | None = None
        self._where = QPoint()
        self._when = 0
        self._heard = 0
        self._is_stray = False

    def is_stray(self, watched: QObject, event: QMouseEvent) -> bool:
        """Whether to keep an event of the mouse from everybody.

        One press comes by many times: to the window, to what lies there, and to each parent that it is handed on to.
        """
        if event.type() not in _PRESSES:
            return False
        if event.timestamp() != self._heard:
            self._heard = event.timestamp()
            self._judge(_control_at(watched, event), event.globalPosition().toPoint())
        return self._is_stray

    def _judge(self, control: QWidget | None, where: QPoint) -> None:
        soon = self._heard - self._when < QApplication.doubleClickInterval()
        near = (where - self._where).manhattanLength() <= _SAME_PLACE
        self._is_stray = soon and near and self._control is not None and control is not self._control
        if not self._is_stray:
            self._control, self._where, self._when = control, where, self._heard


def _control_at(watched: QObject, event: QMouseEvent) -> QWidget | None:
    """The button that is pressed, or whatever lies there when it is none."""
    around = QWidget.find(watched.winId()) if isinstance(watched, QWindow) else watched
    if not isinstance(around, QWidget):
        return None
    there = around.childAt(around.mapFromGlobal(event.globalPosition().toPoint())) or around
    control: QWidget | None = there
    while control is not None and not isinstance(control, QAbstractButton):
        control = control.parentWidget()
    return control or there
