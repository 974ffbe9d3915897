"""The line of section 3: where readings are typed, and from where the last set is brought back to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.section_panel import NEVER_TYPED_AGAIN
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.domain.record.observation import ObservationSet
    from mavis.ui.look.theme import ThemeKeeper


class ObservationLine(Field):
    """A line that is empty gives away what it has no use for: Up, the key of the name, and Ctrl+Z."""

    recalled = Signal()
    """Somebody wants to correct the last set."""

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

    def offer(self, last: ObservationSet | None) -> None:
        """Offer to correct this set while the line is empty."""
        if last is not None:
            self._recall.set_words(words("observations.correct", time=clock_text(last.at)))
        self._recall.setVisible(last is not None and not self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No reading begins with the key of the name, and none is above or below the line."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if not pressed or not isinstance(event, QKeyEvent) or self.text:
            return False
        if event.key() == Qt.Key.Key_Up and not self._recall.isHidden():
            self.recalled.emit()
            return True
        page = give_keys_back(self) if event.text() == keys_of("visit.name") else None
        if page is None:
            return False
        return QApplication.sendEvent(page, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def _changed(self, text: str) -> None:
        """A line that somebody emptied has no letters to take back: Ctrl+Z takes back what was done last."""
        if not text:
            self.edit.setText("")  # to set a text is to forget how it came about
        super()._changed(text)
