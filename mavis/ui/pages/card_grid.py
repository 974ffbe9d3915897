"""The cards of everybody on the bus, in columns that use the free height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.icons import IconName
from mavis.ui.tokens import Space, Tone
from mavis.ui.widgets.card import LEAST_HEIGHT, MOST_HEIGHT, Card, CardView, FlagView
from mavis.ui.widgets.next_check import CheckState, NextCheckView
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.triage import TriageSign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from mavis.ui.presenters.board import CardLine
    from mavis.ui.theme import ThemeKeeper

_COLUMN = 441


class CardGrid(QWidget):
    """Shows the open visits; ``opened`` carries the id of the visit whose card was used."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._keeper = keeper
        self._cards: list[Card] = []
        self._ids: list[str] = []
        self._shape = (0, 0)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(Space.TINY, Space.TINY, Space.TINY, Space.TINY)
        self._grid.setSpacing(Space.CARD)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._holder)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._below = TextLabel(keeper, tone=Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._below)

    @property
    def cards(self) -> list[Card]:
        """The cards in order."""
        return self._cards

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show these visits, most pressing first; only what differs is painted."""
        self._ids = [line.visit_id for line in lines]
        while len(self._cards) < len(lines):
            self._add_card()
        while len(self._cards) > len(lines):
            card = self._cards.pop()
            self._grid.removeWidget(card)
            card.deleteLater()
        for card, line in zip(self._cards, lines, strict=True):
            card.set_view(_view(line))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _add_card(self) -> None:
        place = len(self._cards)
        empty = NextCheckView(CheckState.UNTRIAGED, 0, "")
        card = Card(self._keeper, CardView("", "", empty), self._holder)
        card.opened.connect(lambda _code: self.opened.emit(self._ids[place]))
        self._cards.append(card)

    def _arrange(self) -> None:
        columns = max(1, round(self.width() / self._keeper.px(_COLUMN)))
        rows = max(1, -(-len(self._cards) // columns))
        free = self._scroll.height() - Space.CONTROL - (rows - 1) * Space.CARD
        height = min(self._keeper.px(MOST_HEIGHT), max(self._keeper.px(LEAST_HEIGHT), free // rows))
        for place, card in enumerate(self._cards):
            card.setFixedHeight(height)
            if self._shape != (columns, len(self._cards)):
                self._grid.addWidget(card, place // columns, place % columns)
        if self._shape != (columns, len(self._cards)):
            for row in range(self._grid.rowCount() + 1):
                self._grid.setRowStretch(row, 1 if row == rows else 0)
            for column in range(max(columns, self._grid.columnCount())):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._shape = (columns, len(self._cards))
        fit = max(1, free // max(1, height + Space.CARD)) * columns
        below = max(0, len(self._cards) - fit) if height == self._keeper.px(LEAST_HEIGHT) else 0
        self._below.setVisible(below > 0)
        self._below.setText(words("board.more_cards", count=below))


def _view(line: CardLine) -> CardView:
    check = NextCheckView(CheckState(line.check.state.value), line.check.minutes, line.check_time)
    return CardView(
        code=line.code,
        label=line.label,
        check=check,
        triage=TriageSign(line.triage),
        flags=tuple(FlagView(IconName(sign.icon), sign.words, Tone(sign.tone)) for sign in line.signs),
        here=line.here,
        carer=line.carer,
        digit=line.digit,
        quiet_label=line.quiet,
    )
