"""The head of a visit: triage, code, name, description, time of arrival and the next check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.pages.typing import Typing
from mavis.ui.presenters.times import clock_text
from mavis.ui.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.next_check import CheckState, NextCheckBlock, NextCheckView
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.triage import TriageShape, TriageSign

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.presenters.visit import VisitPresenter
    from mavis.ui.presenters.watch import Check
    from mavis.ui.theme import ThemeKeeper

_TIME_WIDTH = 112
_STEPS = (5, 10)


class VisitHeader(QWidget):
    """Shows and takes the words about who this is; Enter in one of them goes on to the page."""

    check_wanted = Signal()

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter, parent: QWidget | None = None) -> None:
        """Lay the head out for one visit."""
        super().__init__(parent)
        self._presenter = presenter
        self._keeper = keeper
        self._shown = ""
        self._time_refused = False
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.CARD)
        row, times = QHBoxLayout(), QHBoxLayout()
        for part, stretch in ((row, 1), (times, 0)):
            part.setSpacing(Space.CARD)
            self._rows.addLayout(part, stretch)
        self._sign = TriageShape(keeper)
        self._code = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, tone=Tone.ACCENT)
        self.name = self._field("visit.name", presenter.type_name)
        self.label = self._field("visit.label", presenter.type_label)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignBottom)
        self._code.setFixedHeight(keeper.px(TARGET))
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.name, 3)
        row.addWidget(self.label, 4)
        self._build_time(times)
        self._check = NextCheckBlock(keeper, "3", self)
        self._check.used.connect(self.check_wanted)
        times.addWidget(self._check, 0, Qt.AlignmentFlag.AlignBottom)

    def show_visit(self, check: Check) -> None:
        """Show what the record holds; a field that is being typed in is left alone."""
        visit = self._presenter.visit
        if visit.id != self._shown:
            self._shown = visit.id
            self._time.set_state(FieldState.PLAIN)
            self._time_refused = False
        self._sign.set_sign(TriageSign(visit.triage.category.value) if visit.triage else TriageSign.NONE)
        self._code.setText(visit.code)
        for field, text in ((self.name, visit.name), (self.label, visit.label)):
            if not field.edit.hasFocus():
                field.set_text(text)
        if not self._time.edit.hasFocus() and not self._time_refused:
            self._time.set_text(clock_text(visit.arrived_at))
        self._check.setVisible(visit.is_open)
        self._check.set_view(NextCheckView(CheckState(check.state.value), check.minutes, clock_text(check.at)))

    def fit(self, large: bool) -> None:
        """With large text the times stand below the name."""
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self._code.setFixedHeight(self._keeper.px(TARGET))
        self._time.setFixedWidth(self._keeper.px(_TIME_WIDTH))

    def flush(self) -> None:
        """Hand on whatever is still being typed."""
        for typing in self.findChildren(Typing):
            typing.flush()
        self._take_time()

    def _field(self, key: str, keep: Callable[[str], None]) -> Field:
        field = Field(self._keeper, words(key), noted=False, parent=self)
        typing = Typing(keep, field)
        field.typed.connect(typing.typed)
        field.edit.editingFinished.connect(typing.flush)
        return field

    def _build_time(self, row: QHBoxLayout) -> None:
        self._time = Field(self._keeper, words("visit.here_since"), noted=False, parent=self)
        self._time.setFixedWidth(self._keeper.px(_TIME_WIDTH))
        self._time.edit.editingFinished.connect(self._take_time)
        row.addWidget(self._time)
        for minutes in _STEPS:
            button = Button(self._keeper, words("visit.minus", minutes=minutes), parent=self)
            button.setAccessibleName(words("visit.minus_spoken", minutes=minutes))
            button.used.connect(lambda minutes=minutes: self._presenter.earlier(minutes))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def _take_time(self) -> None:
        same = self._time.text == clock_text(self._presenter.visit.arrived_at)
        self._time_refused = not same and not self._presenter.arrived(self._time.text)
        state, sentence = (FieldState.ERROR, words("visit.bad_time")) if self._time_refused else (FieldState.PLAIN, "")
        self._time.set_state(state, sentence)
        if not self._time_refused:
            self._time.set_text(clock_text(self._presenter.visit.arrived_at))
