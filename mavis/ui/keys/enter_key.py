"""The two keys that say: done, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from typing import TypeGuard

_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_enter(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Whether one of them is pressed."""
    return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _KEYS
