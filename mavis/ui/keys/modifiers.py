"""What is held with a key: a letter is typed with Shift, or from the number pad; with Ctrl, Alt or Meta it commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TYPED_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_command(event: QKeyEvent) -> bool:
    """Whether the key is meant for the program, and for no field."""
    return bool(event.modifiers() & _COMMAND)


def is_plain(event: QKeyEvent) -> bool:
    """Whether nothing is held that makes more of the key than what it types."""
    return not event.modifiers() & ~_TYPED_WITH
