"""The line of section 3: where readings are typed, and from where the last set is brought back to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.section_panel import NEVER_TYPED_AGAIN
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.observations.line_words import section_in
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from mavis.domain.record.observation import ObservationSet
    from mavis.ui.look.theme import ThemeKeeper


class ObservationLine(Field):
    """A line that is empty gives away what it has no use for: Up, the key of the name, and Ctrl+Z.

    One digit alone is no reading yet: a letter or Enter behind it makes it the digit of a section.
    """

    recalled = Signal()
    """Somebody wants to correct the last set."""
    section_wanted = Signal(object)
    """A letter came behind the digit of this section: it is an answer there."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """An empty line with nothing to correct."""
        hint = words("observations.line_hint")
        super().__init__(keeper, words("observations.line"), hint=hint, inset=True, parent=parent)
        self.edit.setProperty(NEVER_TYPED_AGAIN, True)
        self.edit.installEventFilter(self)
        self._recall = Button(keeper, "", keys=keys_of("observations.correct"), parent=self)
        self._recall.used.connect(self.recalled)
        self._recall.hide()
        self.add_beside(self._recall)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)  # its note has the whole width

    def offer(self, last: ObservationSet | None) -> None:
        """Offer to correct this set while the line holds no reading."""
        if last is not None:
            self._recall.set_words(words("observations.correct", time=clock_text(last.at)))
        self._recall.setVisible(last is not None and (not self.text or section_in(self.text) is not None))

    def say_corrected(self, at: datetime | None) -> None:
        """Say above the line of which set it is that is being corrected; None for a set of its own."""
        corrects = "" if at is None else words("observations.line_corrects", time=clock_text(at))
        self.set_label(corrects or words("observations.line"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No reading begins with the key of the name, and none is above or below the line."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Up and not self._recall.isHidden():
            self.recalled.emit()
            return True
        if self.text:
            return self._leads_elsewhere(event)
        return event.text() == keys_of("visit.name") and self._hand_on(event)

    def _leads_elsewhere(self, event: QKeyEvent) -> bool:
        """Whether this letter belongs to the section of the digit in front of it."""
        section = section_in(self.text)
        if section in {None, Section.OBSERVATIONS} or not event.text().isalpha():
            return False
        self.edit.clear()
        self.section_wanted.emit(section)
        return self._hand_on(event)

    def _hand_on(self, event: QKeyEvent) -> bool:
        """Give the keyboard and this key to the page."""
        page = give_keys_back(self)
        return page is not None and QApplication.sendEvent(page, event.clone())

    def _changed(self, text: str) -> None:
        """A line that somebody emptied has no letters to take back: Ctrl+Z takes back what was done last."""
        if not text:
            self.edit.setText("")  # to set a text is to forget how it came about
        super()._changed(text)
