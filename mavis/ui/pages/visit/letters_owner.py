"""Whose the letters are on the page of a visit: answers, or words in a field; and a word that ticked answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.typed_word import TypedWord

if TYPE_CHECKING:
    from mavis.ui.pages.visit.form import VisitForm
    from mavis.ui.presenters.desk.undo import Step
    from mavis.ui.presenters.visit.page import VisitPresenter

_SAME_WORD_MS = 700
"""Letters of a word follow each other faster than answers do."""


class LettersOwner(QObject):
    """Takes the frames off the keys while a field has the letters, and tells somebody whose name ticked answers."""

    def __init__(self, page: QWidget, form: VisitForm, presenter: VisitPresenter) -> None:
        """Watch the keyboard for as long as the page lives."""
        super().__init__(page)
        self._page = page
        self._form = form
        self._presenter = presenter
        self._word = TypedWord()
        self._typing = False
        self._visit_id = ""
        self._first: Step[object] | None = None
        self._told: tuple[Step[object], str] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAME_WORD_MS)
        self._pause.timeout.connect(self.end_word)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def end_word(self) -> None:
        """Another key, or a pause: the next letter begins another word."""
        self._pause.stop()
        self._word.end()

    def used(self, key: str) -> None:
        """A key has ticked or taken back an answer of the section in use."""
        presenter = self._presenter
        elsewhere = self._form.section is not Section.ARRIVAL or self._form.rare.at
        if not key.isalpha() or elsewhere or presenter.visit.name:
            self.end_word()
            return
        if self._visit_id != presenter.visit_id:
            self.end_word()
        self._visit_id = presenter.visit_id
        undo = presenter.desk.undo_stack
        if not self._word.letters:
            self._first = undo.last
        self._pause.start()
        if self._word.add(key) and self._first is not None:
            said = words("visit.said.typed_word", letters=" ".join(self._word.letters))
            self._first = undo.gather(self._first, words("visit.said.letters", letters=" ".join(self._word.letters)))
            self._told = (self._first, "".join(self._word.letters)) if self._first is not None else None
            presenter.desk.tell(Touched(visit=presenter.visit_id, said=said, undoable=True))

    def take_word(self) -> str:
        """The word that ticked answers just now, whose answers are taken back; empty when it was not the last thing."""
        self.end_word()
        told, self._told = self._told, None
        desk = self._presenter.desk
        if told is None or desk.undo_stack.last is not told[0] or self._presenter.visit_id != self._visit_id:
            return ""
        desk.undo()
        return told[1].capitalize()

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:  # else the window itself has lost the keyboard, and gets it back where it was
            self._form.rare.keyboard_at(now)
        typing = isinstance(now, QLineEdit | QPlainTextEdit) and self._page.isAncestorOf(now)
        typing = typing and self._form.section is not Section.OBSERVATIONS  # its line takes the letters of the section
        if typing:
            self.end_word()
            self._form.rest()
        elif self._typing:
            self._form.set_section(self._form.section, letters=self._form.has_letters)
        self._typing = typing
