"""Ctrl+Z in a field: first the letters that were typed there, then whatever was done before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from collections.abc import Callable


def left_to_the_program(event: QEvent, can_undo: Callable[[], bool], can_redo: Callable[[], bool]) -> bool:
    """Whether a field is offered a key that it has no use for; such an event is ignored, and is not to go on to Qt.

    A field of Qt keeps Ctrl+Z for itself even when it has nothing to undo. Each field asks for itself: a filter for
    all events of the program would take a tenth of the time of every key.
    """
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    from PySide6.QtGui import QKeyEvent, QKeySequence

    key = QKeySequence.StandardKey
    if not isinstance(event, QKeyEvent):
        return False
    spent = (event.matches(key.Undo) and not can_undo()) or (event.matches(key.Redo) and not can_redo())
    if spent:
        event.ignore()
    return spent
