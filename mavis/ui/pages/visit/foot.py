"""The foot of leaving: what the visit counts as, when they left, and the button that finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone, Weight
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.pages.visit.time_field import VisitTime
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.times import VisitTimes


class VisitFoot(Panel):
    """One line on the claim, one on its proof, the time of leaving as soon as there is one, one button."""

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
        row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._claim = TextLabel(keeper, weight=Weight.TITLE, wrap=True)
        self._proof = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(self._claim)
        column.addWidget(self._proof)
        self._way = TextLabel(keeper, weight=Weight.CONTROL, tone=Tone.AMBER, wrap=True)
        column.addWidget(self._way)
        self._asked = TextLabel(keeper, weight=Weight.TITLE, tone=Tone.RED, wrap=True)
        self._asked.hide()
        column.addWidget(self._asked)
        self._rows.addLayout(column, 1)
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

    def show_visit(self, visit: Visit, claim: str, proof: str, *, way: str, shut: bool) -> None:
        """Say what it counts as and when they left; the button waits for an outcome.

        Somebody who left against advice was told something: then the ``way`` to write it down is said as well.
        A visit that is ``shut`` can be opened again, and takes no such words before.
        """
        self._claim.setText(claim)
        self._proof.setText(proof)
        self._way.setText("" if shut else way)
        self._way.setVisible(bool(self._way.text()))
        self._button.setEnabled(not visit.is_open)
        self._reopen.setVisible(shut)
        self._button.setVisible(not shut)
        self.left_at.setVisible(not visit.is_open)
        left = clock_text(visit.departed_at) if visit.departed_at else ""
        self.left_at.show_time(visit.id, left, shut=shut, doubt=self._times.doubt)

    def ask(self, sentence: str) -> None:
        """Ask in red about an emergency, or for triage, before the visit is finished; nothing when it is empty."""
        self._asked.setText(sentence)
        self._asked.setVisible(bool(sentence))

    def _fit(self) -> None:
        """With the largest text the time and the button stand below the claim; else the rows need that height."""
        stack(self._rows, self._keeper.theme.is_largest)

    def flush(self) -> None:
        """Take the time that is half typed."""
        if self.left_at.isVisible():
            self.left_at.flush()
