"""Beside whoever comes in: the clock, and the codes of whoever must be looked at, without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.look.tokens import Space, Weight
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.presenters.shared.times import clock_text, day_text
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.overdue_block import OverdueBlock
from mavis.ui.widgets.scroller import Scroller, keep_in_view
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QBoxLayout

    from mavis.system.clock import Clock
    from mavis.ui.look.theme import ThemeKeeper

_EDGE = 96
_WIDTH, _WIDEST = 360, 450
_TICK_MS = 1000


def show_both(field: QWidget, button: QWidget) -> None:
    """Scroll so that the button that goes on is seen, but never so far that the field with the keyboard is not."""
    for part in (button, field):
        keep_in_view(part)


def fit_left(keeper: ThemeKeeper, column: QVBoxLayout, *rows: QBoxLayout) -> None:
    """Lay the left of a door out: with large text what stands beside each other goes below, nearer to the edge."""
    large = is_large(keeper)
    column.setContentsMargins(Space.WIDE if large else _EDGE, Space.WIDE, Space.WIDE, Space.EDGE)
    for row in rows:
        stack(row, large)


class DoorSide(Panel):
    """Lines that need a look stand out; the others tell how things stand."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        clock: Clock,
        overdue: Sequence[str],
        lines: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the time from now on."""
        super().__init__(keeper, parent, flat=True)
        self._clock = clock
        self._keeper = keeper
        inside = QWidget()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scroller(keeper, inside, self))
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(Space.CARD)
        self._time = ClockLabel(keeper, parent=self)
        self._day = TextLabel(keeper, weight=Weight.CONTROL, wrap=True)
        column.addWidget(self._time)
        column.addWidget(self._day)
        column.addWidget(OverdueBlock(keeper, overdue, inside))
        for line in lines:
            column.addWidget(TextLabel(keeper, line, wrap=True))
        column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        self._tick()
        keeper.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(min(self._keeper.px(_WIDTH), _WIDEST))
        edge = Space.EDGE if self._keeper.theme.is_large else Space.WIDE
        self._column.setContentsMargins(edge, Space.WIDE, edge, Space.WIDE)

    def _tick(self) -> None:
        now = self._clock()
        self._time.set_time(clock_text(now))
        self._day.setText(day_text(now))
