"""Whose the letters are on the page of a visit: answers, or words in a field; and a word that ticked answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mavis.system.wording import words
from mavis.ui.pages.shared.quick_letters import QuickLetters
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.typed_word import looks_like_a_name

if TYPE_CHECKING:
    from mavis.ui.pages.visit.form import VisitForm
    from mavis.ui.pages.visit.panels import VisitPanels
    from mavis.ui.presenters.desk.undo import Step
    from mavis.ui.presenters.visit.page import VisitPresenter

_SAME_WORD_MS = 700
"""Letters of a name follow each other faster than the first answers of a visit do."""


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
        self._quick = QuickLetters(presenter.desk, page)
        self._typing = False
        self._visit_id = ""
        self._told: tuple[Step[object], str] | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def end_word(self) -> None:
        """Another key: the next letter begins another word."""
        self._quick.end()

    def used(self, key: str, before: Step[object] | None) -> None:
        """A key was pressed at the answers; ``before`` is what Undo would have taken back until then."""
        presenter, section, rare = self._presenter, self._form.section, self._form.rare
        no_answer = bool(rare.own) and presenter.desk.undo_stack.last is before  # and the row itself has said so
        stops = no_answer or section is Section.OBSERVATIONS  # whose steps are of another kind
        if stops or self._visit_id != presenter.visit_id:
            self.end_word()
        self._visit_id = presenter.visit_id
        if section is Section.ARRIVAL and not rare.at and not presenter.visit.name:
            self._part_of_name(key, before)
        elif not stops:
            self._quick.pressed(key, before, self._visit_id)

    def _part_of_name(self, key: str, before: Step[object] | None) -> None:
        """A letter that has ticked or taken back an answer of somebody without a name may be a part of it."""
        quick = self._quick
        ticked = self._presenter.desk.undo_stack.last is not before
        if ticked and quick.add(key, before, _SAME_WORD_MS) and looks_like_a_name(quick.letters):
            letters = quick.letters
            step = quick.tell(words("visit.said.typed_word", letters=" ".join(letters)), self._visit_id)
            self._told = (step, letters) if step is not None else None

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
            self.typing_began.emit()
            self._form.rest()
        elif self._typing:
            self._form.set_section(self._form.section, letters=self._form.has_letters)
        self._typing = typing
