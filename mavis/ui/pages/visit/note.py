"""The note at the foot of the timeline: a button that opens it, the words, and under them how it is ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Space
from mavis.ui.pages.shared.note_way import NoteWay
from mavis.ui.pages.shared.overlay import is_over_the_page
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import TextArea

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.note import NoteWriting


class NoteField(QWidget):
    """Opens with the note that was broken off, else empty; closed, the button says which of the two it will be.

    Up in the empty field takes the last note instead, to correct it. Left empty, the field closes.
    """

    def __init__(self, keeper: ThemeKeeper, writing: NoteWriting, parent: QWidget | None = None) -> None:
        """A closed note; whoever lays the page out opens it when ``add`` is used."""
        super().__init__(parent)
        self._keeper = keeper
        self._writing = writing
        self.area = TextArea(keeper, words("visit.add_note"), hint=words("visit.note_hint"), parent=self)
        self._way = NoteWay(keeper, self.area, self)
        self._typing = Typing(writing.write, self.area)
        self.area.textChanged.connect(self._typed)
        self.area.installEventFilter(self)
        self.add = Button(keeper, words("visit.add_note"), icon=IconName.NOTE, keys="Ctrl+T", parent=self)
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        for part in (self.area, self._way, self.add):
            column.addWidget(part)
        self.put_away()

    @property
    def is_open(self) -> bool:
        """Whether the words are seen."""
        return not self.area.isHidden()

    @property
    def draft(self) -> str:
        """The id of the note that is being written, empty when none is; its first words are kept first."""
        self.flush()
        return self._writing.draft if self.is_open else ""

    @property
    def is_empty(self) -> bool:
        """Whether no word stands in it."""
        return not self.area.toPlainText().strip()

    def open(self, asked: str = "") -> None:
        """Show the words that were broken off, the caret behind them; an open note stays as it is.

        ``asked`` is what the empty note asks for, in place of how to write in it.
        """
        if not self.is_open or asked:
            usual = "visit.note_hint_last" if self._writing.last else "visit.note_hint"
            self.area.setPlaceholderText(asked or words(usual))
        if not self.is_open:
            self._fill(self._writing.unfinished)
        self._show(is_open=True)
        if self._writing.given_back:
            self._typed()

    def put_away(self) -> None:
        """Keep what is written and close; what was not ended is gone on with later."""
        self.flush()
        self._show(is_open=False)
        self.area.set_text("")

    def end(self) -> None:
        """Keep the note, close it, and begin another one next time."""
        if self.is_open:
            self.put_away()
            self._writing.end()
            self.say_way()

    def correct_last(self) -> bool:
        """Go on with the last note in the empty field; False when words stand there, or no note is to be had."""
        last = self._writing.last
        if self.area.toPlainText() or not last:
            return False
        self.flush()
        self._writing.take_up(last)
        self._fill(self._writing.unfinished)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up corrects the last note, and an empty field closes when somebody goes on elsewhere on the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Up:
            return self.correct_last() or super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusOut and self.is_open and self.is_empty:
            now = QApplication.focusWidget()
            if now is not None and now is not self.area and not is_over_the_page(now):
                self.end()
        return super().eventFilter(watched, event)

    def flush(self) -> None:
        """Hand on whatever is half typed."""
        self._typing.flush()

    def say_way(self) -> None:
        """Say on the button whether a note waits to be finished."""
        said = words("visit.finish_note" if self._writing.unfinished else "visit.add_note")
        if said != self.add.accessibleName():
            self.add.set_words(said)

    def fit(self) -> None:
        """Two lines and a bit at each size of text."""
        self.area.setFixedHeight(self._keeper.px(2 * TARGET))

    def _show(self, *, is_open: bool) -> None:
        self.area.setVisible(is_open)
        self._way.setVisible(is_open)
        self.add.setHidden(is_open)

    def _fill(self, text: str) -> None:
        self.area.set_text(text)
        self.area.moveCursor(QTextCursor.MoveOperation.End)

    def _typed(self) -> None:
        if self.is_open:
            self._typing.typed(self.area.toPlainText())
