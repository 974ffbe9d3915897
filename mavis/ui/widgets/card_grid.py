"""The cards of the board: as many columns as fit, rows between 76 and 120 high, updated in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from mavis.ui.tokens import Space
from mavis.ui.widgets.card import LEAST_HEIGHT, MOST_HEIGHT, Card, CardView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.ui.theme import ThemeKeeper

_COLUMN = 440
BLEED = Space.CONTROL
"""Room around the cards for the focus ring; a page gives the grid that much less margin."""


class CardGrid(QScrollArea):
    """All open visits, in the order given; ``opened`` carries the code of the one to open."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, name: str, parent: QWidget | None = None) -> None:
        """An empty grid; ``name`` says what it holds, for a screen reader."""
        super().__init__(parent)
        self._keeper = keeper
        self._cards: list[Card] = []
        self._shown = 0
        self._inside = QWidget()
        self._inside.setAccessibleName(name)
        self.setWidget(self._inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        keeper.changed.connect(self._place)

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
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(card)

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
        room = self.viewport().rect().adjusted(bleed, bleed, -bleed, -bleed)
        columns = self.columns
        rows = max(1, -(-self._shown // columns))
        width = (room.width() - (columns - 1) * between) // columns
        free = (room.height() - (rows - 1) * between) // rows
        height = min(self._keeper.px(MOST_HEIGHT), max(self._keeper.px(LEAST_HEIGHT), free))
        for at, card in enumerate(self.cards):
            row, column = divmod(at, columns)
            left, top = room.left() + column * (width + between), room.top() + row * (height + between)
            card.setGeometry(QRect(left, top, width, height))
        self._inside.resize(self.viewport().width(), rows * (height + between) - between + 2 * bleed)
