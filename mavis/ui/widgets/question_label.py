"""The words beside a question: what is asked, how to answer, and an accent bar while its section owns the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mavis.ui.tokens import Size, Weight

if TYPE_CHECKING:
    from mavis.ui.theme import ThemeKeeper


class QuestionLabel(QWidget):
    """A question in the label column of a form."""

    def __init__(self, keeper: ThemeKeeper, question: str, how: str, parent: QWidget | None = None) -> None:
        """Show the question and, smaller, how to answer."""
        super().__init__(parent)
        self._keeper = keeper
        self._how = how
        self._question = QLabel(question, self)
        self._note = QLabel(how, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for label in (self._question, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        keeper.changed.connect(self._wear)
        self._wear()

    def set_note(self, note: str) -> None:
        """Say an answer that no chip shows, such as "not known"; empty brings the instruction back."""
        self._note.setText(note or self._how)

    def set_live(self, live: bool) -> None:
        """Stand out while the section owns the letters."""
        self._question.setEnabled(True)
        font = self._keeper.font(Size.BODY, Weight.TITLE if live else Weight.CONTROL)
        self._question.setFont(font)

    def _wear(self) -> None:
        self._question.setFont(self._keeper.font(Size.BODY, Weight.CONTROL))
        self._note.setFont(self._keeper.font(Size.CAPTION, Weight.BODY))
        palette = self._note.palette()
        palette.setColor(self._note.foregroundRole(), self._keeper.tokens.muted)
        self._note.setPalette(palette)
