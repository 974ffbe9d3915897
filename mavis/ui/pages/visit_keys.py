"""What the keys do on the page of a visit, and the way to one of its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from mavis.ui.presenters.questions import Section
from mavis.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.pages.visit import VisitPage

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class VisitKeys:
    """Digits choose sections, letters choose answers, some signs lead to a field, Enter goes on."""

    def __init__(self, page: VisitPage) -> None:
        """Use the parts of the page."""
        self._page = page

    def use(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        page, key = self._page, event.text().upper()
        if Qt.Key(event.key()) in _ENTER:
            page.go_on()
        elif event.key() == Qt.Key.Key_Escape and page.observing.line.edit.hasFocus():
            page.setFocus()  # one step back: digits choose sections again
        elif not self._goes_to_a_field(key) and not page.form.press(key, page.presenter.visit):
            if not key or key not in "1234567":
                return False
            page.go_to(list(Section)[int(key) - 1])
        return True

    def ask(self, question_id: str) -> None:
        """Go to one question and put the keyboard on it; ``leaving.left_at`` is the time in the foot."""
        page = self._page
        page.go_to(Section(question_id.partition(".")[0]))
        if question_id == "leaving.left_at":
            page.foot.left_at.setFocus(Qt.FocusReason.TabFocusReason)
            return
        answers = page.form.grids[question_id]
        chips = answers.findChildren(QAbstractButton)
        chosen = next((chip for chip in chips if chip.isChecked()), chips[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        page.scroller.ensureWidgetVisible(answers)

    def _goes_to_a_field(self, key: str) -> bool:
        """Go to the field of a key; what is typed into a time takes the place of the old one."""
        page, reason = self._page, Qt.FocusReason
        fields: dict[str, tuple[QWidget, Qt.FocusReason]] = {
            keys_of("visit.name"): (page.header.name, reason.OtherFocusReason),
            keys_of("visit.here_since"): (page.side.since, reason.TabFocusReason),
        }
        if page.section is Section.LEAVING:
            fields[keys_of("leaving.left_at")] = (page.foot.left_at, reason.TabFocusReason)
        if key in fields:
            fields[key][0].setFocus(fields[key][1])
        return key in fields
