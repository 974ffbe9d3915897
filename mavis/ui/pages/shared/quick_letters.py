"""Letters that come as fast as words where each may be an answer: told, and taken back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched

if TYPE_CHECKING:
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.desk.undo import Step

_PACE_MS = 300
"""Several answers are ticked in a row, though not as fast as words are typed."""
_LEAST, _DIFFERENT = 6, 4
"""So many letters are no answers any more, unless they are the same few: yes and no to many questions."""


class QuickLetters(QObject):
    """The letters that came one right after the other, whether or not each was an answer.

    Words that began at answers and run on into a field go back with the letters: once the field is left, all is one
    step, and it is told again.
    """

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Watch for as long as the page lives."""
        super().__init__(page)
        self.letters = ""
        """All since the last pause, upper case."""
        self._desk = desk
        self._page = page
        self._first: Step[object] | None = None
        self._told: Touched | None = None
        self._field: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.end)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def is_word(self) -> bool:
        """Whether so many letters, and so different ones, have come by now that they are no answers."""
        return len(self.letters) >= _LEAST and len(set(self.letters)) >= _DIFFERENT

    def end(self) -> None:
        """A pause, or a key that begins something else: the next letter begins anew."""
        self._pause.stop()
        self.letters = ""

    def pressed(self, key: str, before: Step[object] | None, visit: str | None = None) -> bool:
        """A key was pressed at answers; ``before`` is what Undo would have taken back until then.

        True when it is the end of words, so far, that have answered something, which is told.
        """
        is_told = self.add(key, before) and self.is_word
        if is_told:
            self.tell(words("visit.said.burst", number=len(self.letters)), visit)
        return is_told

    def add(self, key: str, before: Step[object] | None, pause: int = _PACE_MS) -> bool:
        """Count a letter; True when something was answered since the first one. A digit begins something else."""
        if key.isdigit():
            self.end()
        if not key.isalpha():
            if self.letters:
                self._pause.start(pause)
            return False
        if not self.letters:
            self._first = self._told = None
        self.letters += key
        self._pause.start(pause)
        last = self._desk.undo_stack.last
        if self._first is None and last is not before:
            self._first = last
        return self._first is not None

    def tell(self, said: str, visit: str | None = None) -> Step[object] | None:
        """Make one step of all since the first answer, and say so; None when there is nothing to take back."""
        self._told = Touched(visit=visit, said=said, undoable=True)
        self._gather(words("visit.said.letters", letters=" ".join(self.letters)))
        self._follow(QApplication.focusWidget())
        return self._first

    def _gather(self, done: str) -> None:
        if self._first is not None:
            self._first = self._desk.undo_stack.gather(self._first, done)
        if self._first is not None and self._told is not None:
            self._desk.tell(self._told)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field:
            return  # the window has lost the keyboard, and gets it back where it was
        if self._field is not None:
            self._field = None
            QTimer.singleShot(0, self, self._left)  # once the field has handed on its words
        self._follow(now)

    def _follow(self, now: QWidget | None) -> None:
        """A field of the page that gets the keyboard in the middle of words gets the rest of them."""
        if isinstance(now, QLineEdit | QPlainTextEdit):
            if self._told is not None and len(self.letters) >= _LEAST and self._page.isAncestorOf(now):
                self._field = now
            QTimer.singleShot(0, self, self.end)  # once the key that has led there is counted

    def _left(self) -> None:
        """Take what was typed into the field for a part of the words, unless more than that was done meanwhile."""
        undo, first = self._desk.undo_stack, self._first
        last = undo.last
        if first is None or last is None:
            return
        if last is first or (last.thread and undo.next_after(first) is last):
            self._gather(first.words)
