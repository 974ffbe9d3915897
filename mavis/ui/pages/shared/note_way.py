"""How a note or a line is ended, said quietly where somebody types: Enter goes on, and in a note it begins a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Size, Tone
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    from mavis.ui.look.theme import ThemeKeeper


class NoteWay(TextLabel):
    """Says which keys count while the note has the keyboard; keeps its line when it is silent, so nothing moves."""

    def __init__(self, keeper: ThemeKeeper, note: QPlainTextEdit, parent: QWidget) -> None:
        """Stand under a note; a screen reader hears it with the note."""
        super().__init__(keeper, size=Size.CAPTION, tone=Tone.MUTED, parent=parent)
        self._said = words("visit.note_way", back=keys_of("visit.board"))
        note.setAccessibleDescription(self._said)
        note.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak while the note has the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setText(self._said if event.type() is QEvent.Type.FocusIn else "")
        return super().eventFilter(watched, event)

    def _wear(self) -> None:
        super()._wear()
        self.setMinimumHeight(self.fontMetrics().height())


class LineWay(QObject):
    """Says in an empty line that has the keyboard which keys lead on: the digit of a section would be words here."""

    def __init__(self, line: QLineEdit) -> None:
        """Speak behind the hint that the line has."""
        super().__init__(line)
        self._hint = line.placeholderText()
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak while the line has the keyboard."""
        if isinstance(watched, QLineEdit) and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            way = words("visit.line_way") if event.type() is QEvent.Type.FocusIn else ""
            watched.setPlaceholderText(" · ".join(filter(None, (self._hint, way))))
        return super().eventFilter(watched, event)
