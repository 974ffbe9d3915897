"""The cards of the board: as many columns as fit, rows between 76 and 120 high, updated in place.

When not all fit, whole rows are shown and a last line says how many more there are and when they must be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.card import LEAST_HEIGHT, MOST_HEIGHT, Card, CardView
from mavis.ui.widgets.dressed import Bar
from mavis.ui.widgets.next_check import CheckState
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_COLUMN = 440
_LINE = 32
BLEED = Space.CONTROL
"""Room around the cards for the focus ring; a page gives the grid that much less margin."""


class CardGrid(QScrollArea):
    """All open visits, in the order given; ``opened`` carries the code of the one to open."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, name: str, parent: QWidget | None = None) -> None:
        """An empty grid; ``name`` says what it holds, for a screen reader."""
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(keeper))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._keeper = keeper
        self._cards: list[Card] = []
        self._shown = 0
        self._pitch = 1
        self._more = TextLabel(keeper, tone=Tone.MUTED, parent=self)
        self._more.hide()
        self._inside = QWidget()
        speak_as(self._inside, Role.Grouping)
        self._inside.setAccessibleName(name)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(self._say_more)
        keeper.changed.connect(self._place)

    @property
    def more(self) -> str:
        """What the last line says of the cards that are scrolled away; empty while all are seen."""
        return self._more.text() if self._more.isVisible() else ""

    @property
    def cards(self) -> list[Card]:
        """The cards that show a visit, in order."""
        return self._cards[: self._shown]

    @property
    def columns(self) -> int:
        """How many columns fit."""
        room = self.width() - 2 * self._keeper.px(BLEED) + self._keeper.px(Space.CARD)
        return max(1, room // self._keeper.px(_COLUMN))

    def set_views(self, views: Sequence[CardView]) -> None:
        """Show these visits; the focus stays with the visit that had it, wherever its card went."""
        focused = next((card.view.code for card in self.cards if card.hasFocus()), None)
        while len(self._cards) < len(views):
            card = Card(self._keeper, views[len(self._cards)], self._inside)
            card.opened.connect(self.opened)
            self._cards.append(card)
        for card, view in zip(self._cards, views, strict=False):
            card.set_view(view)
        self._shown = len(views)
        for at, card in enumerate(self._cards):
            card.setVisible(at < self._shown)
        self._place()
        if focused is not None:
            self.focus_on(focused)

    def focus_on(self, code: str) -> None:
        """Give the keyboard to the card of a visit, when it is on the board."""
        for card in self.cards:
            if card.view.code == code:
                self._show_row(card)
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Two columns of four."""
        return QSize(self._keeper.px(2 * _COLUMN + Space.CARD), self._keeper.px(4 * MOST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the neighbouring card."""
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }.get(Qt.Key(event.key()))
        here = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or here is None or not 0 <= here + step < self._shown:
            super().keyPressEvent(event)
            return
        self.focus_on(self.cards[here + step].view.code)

    def _place(self) -> None:
        between, bleed = self._keeper.px(Space.CARD), self._keeper.px(BLEED)
        least = self._keeper.px(LEAST_HEIGHT)
        columns = self.columns
        rows = max(1, -(-self._shown // columns))
        room = self.contentsRect().height() - 2 * bleed
        fitting = max(1, (room + between) // (least + between))
        line = self._keeper.px(_LINE) if rows > fitting else 0
        self._make_room_for(line)
        seen = min(rows, max(1, (room - line + between) // (least + between)))
        free = (room - line - (seen - 1) * between) // seen
        height = min(self._keeper.px(MOST_HEIGHT), max(least, free))
        self._pitch = height + between
        width = (self.viewport().width() - 2 * bleed - (columns - 1) * between) // columns
        for at, card in enumerate(self.cards):
            row, column = divmod(at, columns)
            card.setGeometry(QRect(bleed + column * (width + between), bleed + row * self._pitch, width, height))
        self._inside.resize(self.viewport().width(), rows * self._pitch - between + 2 * bleed)
        self.verticalScrollBar().setSingleStep(self._pitch)
        self._say_more()

    def _make_room_for(self, line: int) -> None:
        """Keep the last line free below the cards."""
        if self.viewportMargins().bottom() != line:
            self.setViewportMargins(0, 0, 0, line)
        self._more.setVisible(line > 0)
        bleed = self._keeper.px(BLEED)
        self._more.setGeometry(bleed, self.height() - line, self.width() - 2 * bleed, line)

    def _show_row(self, card: Card) -> None:
        """Scroll by whole rows until the card is seen."""
        bar, bleed = self.verticalScrollBar(), self._keeper.px(BLEED)
        row = (card.y() - bleed) // self._pitch
        seen = max(1, (self.viewport().height() - 2 * bleed + self._keeper.px(Space.CARD)) // self._pitch)
        lowest, highest = (row - seen + 1) * self._pitch, row * self._pitch
        bar.setValue(min(max(bar.value(), lowest), highest))

    def _say_more(self) -> None:
        bar = self.verticalScrollBar()
        end = bar.value() + self.viewport().height()
        below = [card.view for card in self.cards if card.geometry().bottom() > end]
        states = {view.check.state for view in below}
        kind = "below"
        if CheckState.OVERDUE in states:
            kind = "below_overdue"
        elif CheckState.UNTRIAGED in states:
            kind = "below_untriaged"
        soonest = min((view.check.minutes for view in below), default=0)
        text = words(f"widgets.card.{kind}", count=len(below), minutes=soonest)
        self._more.set_tone(Tone.MUTED if kind == "below" else Tone.AMBER)
        self._more.setText(text if below else words("widgets.card.above", count=self._above()))

    def _above(self) -> int:
        return sum(card.geometry().top() < self.verticalScrollBar().value() for card in self.cards)
