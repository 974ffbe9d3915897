"""The right side of the board: the clock, how much of the night is left, four counts, and who has left.

With the largest text it is a page of its own, with the counts on the left and who has left on the right. While the
pointer is over it somebody may be about to click a row, so that none moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.board.closed_list import ClosedList
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.clock import ClockLabel, ShiftBar
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider, Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.board.page import ClosedLine, NightLine

_WIDTH, _NARROW, _WIDE = 288, 216, 360
_WIDE_FROM = 1600
"""Beside the cards: usually, with large text, and on a board of so many pixels."""
_ANY = 16_777_215
_BESIDE_BAR = Space.CONTROL
"""Between the words and a scroll bar at their right."""
_COUNTS = ("visits", "on_bus", "to_hospital", "crew")


class NightPanel(Panel):
    """``opened`` carries the id of a visit that has ended and is wanted again."""

    opened = Signal(str)
    referrals_wanted = Signal()
    crew_wanted = Signal()
    """Crew, events or kit of tonight are to be put right."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without a night."""
        super().__init__(keeper, parent, flat=True)
        self._keeper = keeper
        self._lines: Sequence[ClosedLine] = ()
        self._waiting = ("", "")
        self.is_still = False
        """Whether the pointer is over it; whoever comes back to the board is shown it afresh all the same."""
        self._folded = False
        inside, outside = QWidget(), QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scroller(keeper, inside, self))
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._halves.setContentsMargins(Space.EDGE, Space.CONTROL, Space.EDGE - _BESIDE_BAR, 0)
        self._halves.setSpacing(Space.CONTROL)
        head, closed = QVBoxLayout(), QVBoxLayout()
        self._clock = ClockLabel(keeper, parent=self)
        self._night = TextLabel(keeper, weight=Weight.CONTROL, wrap=True)
        self._bar = ShiftBar(keeper, self)
        self._plan = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        head.setSpacing(Space.TINY)
        head.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        for part in (self._clock, self._night, self._bar, self._plan):
            head.addWidget(part)
        head.addSpacing(Space.TINY)
        head.addWidget(Divider(keeper, self))
        self._build_counts(head)
        mend = PickRow(keeper, self, text=words("crew.open"))
        mend.opened.connect(lambda _code: self.crew_wanted.emit())
        head.addWidget(mend)
        self.waiting = PickRow(keeper, self)
        self.waiting.opened.connect(lambda _code: self.referrals_wanted.emit())
        self.waiting.hide()
        head.addWidget(self.waiting)
        self._foot = Divider(keeper, self)
        head.addWidget(self._foot)
        closed.setSpacing(Space.CONTROL)
        self._build_closed(closed)
        self._halves.addLayout(head)
        self._halves.addLayout(closed, 1)
        self.fit(0, alone=False)

    @property
    def width_beside(self) -> int:
        """How wide it is beside the cards, in pixels of the screen."""
        return self._beside

    def fit(self, width: int, *, alone: bool) -> None:
        """Stand beside the cards in a window of so many pixels, or take all the room of a page."""
        theme, px = self._keeper.theme, self._keeper.px
        usual = _WIDE if width >= px(_WIDE_FROM) else _WIDTH
        self._beside = px(_NARROW if theme.is_large else usual)
        self.setMinimumWidth(0 if alone else self._beside)
        self.setMaximumWidth(_ANY if alone else self._beside)
        stack(self._halves, not alone)
        self._halves.setStretch(0, 1 if alone else 0)
        self._halves.setSpacing(Space.WIDE if alone else Space.CONTROL)
        self._clock.setVisible(not alone)
        self._foot.setVisible(not alone)
        _place_counts(self._counts, self._numbers, self._names, 1 if theme.is_large and not alone else 2)
        self.closed.set_folded(theme.is_large and not alone)
        self._folded = theme.is_large and not alone
        self._place_list(own_bar=not self._folded)

    def show_night(
        self, night: NightLine, closed: Sequence[ClosedLine], waiting: tuple[str, str], now: datetime
    ) -> None:
        """Show the night as it stands; of the referrals that are ``waiting`` how many, and when somebody asks again."""
        self._clock.set_time(clock_text(now))
        self._night.setText(night.night)
        self._plan.setText(night.plan)
        self._bar.set_fraction(night.fraction, night.plan)
        for name in _COUNTS:
            count = getattr(night, name)
            counted = words(f"board.count.{name}", n=count)
            self._numbers[name].setText(str(count))
            self._numbers[name].setAccessibleName(words("board.tally_spoken", name=counted, count=count))
            self._names[name].setText(counted)
        self._closed_count.setText(str(len(closed)))
        self._lines, self._waiting = closed, waiting
        self._show_rows()
        self.is_still = self.underMouse()

    def event(self, event: QEvent) -> bool:
        """Under the pointer the rows stay where they are; once it is gone they take their places."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.is_still = event.type() is QEvent.Type.Enter
            self._show_rows()
        return super().event(event)

    def _show_rows(self) -> None:
        count, day = self._waiting
        told = count or words("referrals.panel.none")
        self.waiting.set_content("", told if self._folded else f"{told}{day}")
        if not self.is_still:
            self.waiting.setVisible(bool(count))
            self._nobody.setVisible(not self._lines)
        self.closed.show_lines(self._lines, still=self.is_still)

    def _build_counts(self, column: QVBoxLayout) -> None:
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(Space.CONTROL)
        self._counts.setVerticalSpacing(0)
        self._numbers: dict[str, TextLabel] = {}
        self._names: dict[str, TextLabel] = {}
        for name in _COUNTS:
            self._numbers[name] = number = TextLabel(self._keeper, "0", size=Size.TITLE, weight=Weight.TITLE)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._names[name] = TextLabel(self._keeper, words(f"board.count.{name}", n=0), tone=Tone.MUTED)
        column.addLayout(self._counts)

    def _build_closed(self, column: QVBoxLayout) -> None:
        self._column = column
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        title = TextLabel(self._keeper, words("board.closed_tonight"), size=Size.LABEL, weight=Weight.TITLE)
        self._closed_count = TextLabel(self._keeper, tone=Tone.MUTED)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._closed_count)
        column.addLayout(head)
        self._nobody = TextLabel(self._keeper, words("board.closed_empty"), tone=Tone.MUTED, wrap=True)
        column.addWidget(self._nobody)
        self.closed = ClosedList(self._keeper, _BESIDE_BAR)
        self.closed.opened.connect(self.opened)
        self._scroll = Scroller(self._keeper, self.closed, self)
        column.addWidget(self._scroll, 1)

    def _place_list(self, *, own_bar: bool) -> None:
        """Who has left scrolls below the counts; in a narrow column, where a list of one would, all scrolls as one."""
        if own_bar and self._scroll.widget() is not self.closed:
            self._scroll.set_inside(self.closed)
        elif not own_bar and self._scroll.widget() is self.closed:
            self._scroll.takeWidget()
            self._column.addWidget(self.closed, 1)
        self._scroll.setVisible(own_bar)
        self.closed.show()


def _place_counts(
    grid: QGridLayout, numbers: Mapping[str, QWidget], names: Mapping[str, QWidget], columns: int
) -> None:
    """Each number beside its name, in so many columns."""
    for place, name in enumerate(_COUNTS):
        row, pair = divmod(place, columns)
        grid.addWidget(numbers[name], row, 2 * pair)
        grid.addWidget(names[name], row, 2 * pair + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, columns - 1)
