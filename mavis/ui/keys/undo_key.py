"""What the bottom line says of Ctrl+Z: no key while it would take back letters of a field, not what the line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

_Field = QLineEdit | QPlainTextEdit


class UndoKey(QObject):
    """Watches which field has the keyboard, and whether it has letters of its own to take back."""

    def __init__(self, set_free: Callable[[bool], None], parent: QObject) -> None:
        """``set_free`` is told whether the key is the program's; it is in the beginning."""
        super().__init__(parent)
        self._set_free = set_free
        self._field: _Field | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def stop(self) -> None:
        """The session ends: the key is the program's again."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._moved)
        self._watch(None)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._watch(now if isinstance(now, QLineEdit | QPlainTextEdit) else None)

    def _watch(self, field: _Field | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._look)
        self._field = field
        if field is not None:
            field.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        field = self._field
        if isinstance(field, QPlainTextEdit):
            own = field.document().isUndoAvailable()
        else:
            own = field is not None and field.isUndoAvailable()
        self._set_free(not own)
