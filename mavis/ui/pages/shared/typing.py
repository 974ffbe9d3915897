"""Typed words on their way to the record, kept back for a seventh of a second at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mavis.ui.widgets.field import hold

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_MS = 150


class Typing(QObject):
    """Hands the latest text on after a short pause, or at once when asked."""

    def __init__(self, keep: Callable[[str], None], field: QLineEdit | QPlainTextEdit) -> None:
        """``keep`` gets the text of the field; from then on the field holds nothing that is not on record."""
        super().__init__(field)
        self._keep = keep
        self._field = field
        self._text: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def typed(self, text: str) -> None:
        """The text is now this; a pause that has begun is not begun again, so that nobody types ahead of the record."""
        self._text = text
        if not self._pause.isActive():
            self._pause.start()

    def flush(self) -> None:
        """Hand on what was typed last."""
        self._pause.stop()
        text, self._text = self._text, None
        if text is not None:
            hold(self._field, text)
            self._keep(text)
