"""The foot of leaving: what the visit counts as, when they left, and the button that finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import keep_place, stack
from mavis.ui.pages.visit.foot_words import FootWords
from mavis.ui.pages.visit.time_field import VisitTime
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.foot import FootText
    from mavis.ui.presenters.visit.times import VisitTimes

_BESIDE = 200
"""The words stand beside the time and the button where they have so many pixels (at 100 % text), else above them."""


class VisitFoot(Panel):
    """What is to be answered, what the visit counts as, the time of leaving as soon as there is one, one button."""

    finished = Signal()
    reopened = Signal()
    """A visit that was finished is wanted open again."""

    def __init__(self, keeper: ThemeKeeper, times: VisitTimes, parent: QWidget | None = None) -> None:
        """Begin without a claim."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self._times = times
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(Space.EDGE, Space.CONTROL, Space.CONTROL, Space.CONTROL)
        self._rows.setSpacing(Space.CONTROL)
        self._controls = row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        self._words = FootWords(keeper, self)
        self._rows.addWidget(self._words, 1)
        self._rows.addLayout(row)
        self.left_at = VisitTime(keeper, "left_at", times.left, times.left_earlier, self)
        self.left_at.entered.connect(self.finished)
        self.left_at.hide()
        row.addWidget(self.left_at)
        self._button = Button(keeper, words("visit.finish"), keys="Enter", main=True, parent=self)
        self._button.used.connect(self.finished)
        self._reopen = Button(keeper, words("visit.reopen"), icon=IconName.UNDO, keys="Ctrl+O", parent=self)
        self._reopen.used.connect(self.reopened)
        row.addWidget(self._reopen)
        row.addWidget(self._button)
        keeper.changed.connect(self._fit)
        self._fit()

    def show_visit(self, visit: Visit, text: FootText, *, shut: bool) -> None:
        """Say what is asked and what it counts as, and when they left; the button waits for an outcome.

        A visit that is ``shut`` can be opened again.
        """
        self._button.setEnabled(not visit.is_open)
        self._reopen.setVisible(shut)
        self._button.setVisible(not shut)
        self.left_at.setVisible(not visit.is_open)
        left = clock_text(visit.departed_at) if visit.departed_at else ""
        self.left_at.show_time(visit.id, left, shut=shut, doubt=self._times.doubt)
        self._words.say(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words go by the width that is left to them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the time and the button leave the words too little room, these stand above; else the rows need it.

        What turns to more words stands where it moves neither the time nor the button when it comes.
        """
        margins = self._rows.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        ends = self.left_at, self._button if self._reopen.isHidden() else self._reopen
        above = room - sum(map(_taken, ends)) < self._keeper.px(_BESIDE)
        stack(self._rows, above)
        keep_place(self.left_at, kept=above)
        if self._controls.indexOf(self._words.more) != int(above):
            self._controls.insertWidget(int(above), self._words.more)
        self._words.fit(room if above else room - sum(_taken(one) for one in ends if not one.isHidden()), above=above)

    def flush(self) -> None:
        """Take the time that is half typed."""
        if self.left_at.isVisible():
            self.left_at.flush()


def _taken(control: QWidget) -> int:
    """The width that a control takes from what stands beside it."""
    return control.sizeHint().width() + Space.CONTROL
