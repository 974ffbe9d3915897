"""The right side of the board: the clock, how much of the night is left, four counts, and who has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.presenters.times import clock_text
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.clock import ClockLabel, ShiftBar
from mavis.ui.widgets.row import ClosedRow, ClosedView
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider, Panel, TextLabel
from mavis.ui.widgets.triage import TriageSign

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mavis.ui.presenters.board import ClosedLine, NightLine
    from mavis.ui.theme import ThemeKeeper

_WIDTH = 288
_COUNTS = ("visits", "on_bus", "to_hospital", "crew")


class NightPanel(Panel):
    """``opened`` carries the id of a visit that has ended and is wanted again."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without a night."""
        super().__init__(keeper, parent, flat=True)
        self._keeper = keeper
        self._rows: list[ClosedRow] = []
        self._ids: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CONTROL, Space.EDGE, 0)
        column.setSpacing(Space.CONTROL)
        self._clock = ClockLabel(keeper, parent=self)
        self._night = TextLabel(keeper, weight=Weight.CONTROL)
        self._bar = ShiftBar(keeper, self)
        self._plan = TextLabel(keeper, tone=Tone.MUTED)
        for part in (self._clock, self._night, self._bar, self._plan, Divider(keeper, self)):
            column.addWidget(part)
        self._build_counts(column)
        column.addWidget(Divider(keeper, self))
        self._build_closed(column)
        keeper.changed.connect(self._wear)
        self._wear()

    def show_night(self, night: NightLine, closed: Sequence[ClosedLine], now: datetime) -> None:
        """Show the night as it stands."""
        self._clock.set_time(clock_text(now))
        self._night.setText(night.night)
        self._plan.setText(night.plan)
        self._bar.set_fraction(night.fraction, night.plan)
        for name in _COUNTS:
            count = getattr(night, name)
            self._numbers[name].setText(str(count))
            self._numbers[name].setAccessibleName(words("board.tally_spoken", name=words(f"board.{name}"), count=count))
        self._closed_count.setText(str(len(closed)))
        self._nobody.setVisible(not closed)
        self._show_closed(closed)

    def _show_closed(self, closed: Sequence[ClosedLine]) -> None:
        self._ids = {line.code: line.visit_id for line in closed}
        views = [ClosedView(line.code, TriageSign(line.triage), line.how, line.time) for line in closed]
        while len(self._rows) < len(views):
            row = ClosedRow(self._keeper, views[len(self._rows)], self)
            row.opened.connect(lambda code: self.opened.emit(self._ids[code]))
            self._rows.append(row)
            self._list.insertWidget(self._list.count() - 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(views))
            if place < len(views):
                row.set_view(views[place])

    def _build_counts(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.CONTROL)
        grid.setVerticalSpacing(0)
        self._numbers: dict[str, TextLabel] = {}
        for place, name in enumerate(_COUNTS):
            number = TextLabel(self._keeper, "0", size=Size.TITLE, weight=Weight.TITLE)
            self._numbers[name] = number
            grid.addWidget(number, place // 2, 2 * (place % 2))
            grid.addWidget(
                TextLabel(self._keeper, words(f"board.{name}"), tone=Tone.MUTED), place // 2, 2 * (place % 2) + 1
            )
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)

    def _build_closed(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        title = TextLabel(self._keeper, words("board.closed_tonight"), size=Size.LABEL, weight=Weight.TITLE)
        self._closed_count = TextLabel(self._keeper, tone=Tone.MUTED)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._closed_count)
        column.addLayout(head)
        self._nobody = TextLabel(self._keeper, words("board.closed_empty"), tone=Tone.MUTED, wrap=True)
        column.addWidget(self._nobody)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        scroll = Scroller(holder, self)
        column.addWidget(scroll, 1)

    def _wear(self) -> None:
        self.setFixedWidth(self._keeper.px(_WIDTH))
