"""Ctrl+Z in a field: first the letters that were typed there, then whatever was done before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class FieldUndo(QObject):
    """A field keeps Ctrl+Z for itself even when it has nothing to undo; this lets the program have it then."""

    def __init__(self, app: QApplication) -> None:
        """Listen from now on."""
        super().__init__(app)
        self._app = app
        app.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more."""
        self._app.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from taking a key that it has no use for."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        spent = (event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched)) or (
            event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(watched)
        )
        if spent and isinstance(watched, QLineEdit | QPlainTextEdit):
            event.ignore()
            return True
        return False


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
