"""Whose the letters are on the page of a visit: answers, or words in a field; and a word that ticked answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.typed_word import TypedWord

if TYPE_CHECKING:
    from mavis.ui.pages.visit.form import VisitForm
    from mavis.ui.pages.visit.panels import VisitPanels
    from mavis.ui.presenters.desk.undo import Step
    from mavis.ui.presenters.visit.page import VisitPresenter

_SAME_WORD_MS = 700
"""Letters of a name follow each other faster than the first answers of a visit do."""
_BURST_MS = 300
"""Elsewhere several answers are ticked in a row, though not as fast as words are typed."""


class LettersOwner(QObject):
    """Takes the frames off the keys while a field has the letters, and tells somebody whose name ticked answers."""

    typing_began = Signal()
    """A field has the keyboard now: what follows are words."""

    def __init__(self, page: QWidget, form: VisitForm, panels: VisitPanels, presenter: VisitPresenter) -> None:
        """Watch the keyboard for as long as the page lives."""
        super().__init__(page)
        self._page = page
        self._form = form
        self._panels = panels
        self._presenter = presenter
        self._word = TypedWord()
        self._is_name = True
        self._typing = False
        self._visit_id = ""
        self._first: Step[object] | None = None
        self._told: tuple[Step[object], str] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.end_word)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def end_word(self) -> None:
        """Another key, or a pause: the next letter begins another word."""
        self._pause.stop()
        self._word.end()

    def used(self, key: str, before: Step[object] | None) -> None:
        """A key has ticked or taken back an answer; ``before`` is what Undo would have taken back until then."""
        presenter = self._presenter
        undo = presenter.desk.undo_stack
        ticks = self._form.has_letters and self._form.section is not Section.OBSERVATIONS  # steps of one kind
        if not key.isalpha() or not ticks or undo.last is before:
            self.end_word()
            return
        if self._visit_id != presenter.visit_id:
            self.end_word()
        self._visit_id = presenter.visit_id
        if not self._word.letters:
            self._first, self._is_name = undo.last, True
        nameless = self._form.section is Section.ARRIVAL and not self._form.rare.at and not presenter.visit.name
        self._is_name = self._is_name and nameless
        self._pause.start(_SAME_WORD_MS if nameless else _BURST_MS)
        if self._word.add(key, nameless=self._is_name) and self._first is not None:
            self._tell(self._first)

    def _tell(self, first: Step[object]) -> None:
        """Make one step of all since the first letter, and say how it is taken back."""
        desk, typed = self._presenter.desk, self._word.letters
        said = words(
            f"visit.said.{'typed_word' if self._is_name else 'burst'}", letters=" ".join(typed), number=len(typed)
        )
        self._first = desk.undo_stack.gather(first, words("visit.said.letters", letters=" ".join(typed)))
        self._told = (self._first, typed) if self._first is not None and self._is_name else None
        desk.tell(Touched(visit=self._visit_id, said=said, undoable=True))

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
        panel = self._panels.of(self._form.section)
        inside = now is not None and panel is not None and panel.isAncestorOf(now)
        typing = isinstance(now, QLineEdit | QPlainTextEdit) and self._page.isAncestorOf(now)
        self._panels.rest(self._form.section, now if typing else None)
        if inside and self._form.section is Section.OBSERVATIONS:
            typing = False  # its line takes the letters of the section
        if typing:
            self.end_word()
            self.typing_began.emit()
            self._form.rest()
        elif self._typing:
            self._form.set_section(self._form.section, letters=self._form.has_letters)
        self._typing = typing
