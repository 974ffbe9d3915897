"""Where the parts of the board stand: the night beside the cards, the counters below; what has no room is a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.ui.look.tokens import Space
from mavis.ui.widgets.card_grid import BLEED
from mavis.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.board.actions import BoardActions
    from mavis.ui.pages.board.empty import EmptyBoard
    from mavis.ui.pages.board.night_panel import NightPanel
    from mavis.ui.pages.board.tally_strip import TallyStrip
    from mavis.ui.widgets.card_grid import CardGrid


class BoardParts(NamedTuple):
    """What stands on the board."""

    actions: BoardActions
    cards: CardGrid
    empty: Scroller
    keys: EmptyBoard
    tallies: TallyStrip
    night: NightPanel


class BoardLayout(QObject):
    """Lays the parts out for the room there is, and turns to the cards, the counters or the night."""

    def __init__(self, page: QWidget, keeper: ThemeKeeper, parts: BoardParts) -> None:
        """Begin with the cards; the page says when its room changes."""
        super().__init__(page)
        self._page = page
        self._keeper = keeper
        self._parts = parts
        self._somebody = False
        self.view = "cards"
        """``cards``, ``tally`` or ``tonight``."""
        self.has_row_of_tallies = True
        self._tally_page = Scroller(keeper, QWidget(), page)
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._inset: list[QHBoxLayout] = []
        for part in (parts.actions, parts.empty, self._tally_page, parts.tallies):
            row = QHBoxLayout()
            row.addWidget(part)
            self._inset.append(row)
            self._middle.addLayout(row)
        self._middle.insertWidget(1, parts.cards, 1)
        self._row.addLayout(self._middle, 1)
        keeper.changed.connect(self.fit, Qt.ConnectionType.QueuedConnection)  # once all are measured anew

    def look_at(self, view: str) -> None:
        """Turn to the cards, the counters or the night; the same again turns back to the cards."""
        self.view = "cards" if view == self.view else view
        self.show(self._somebody)

    def show(self, somebody: bool) -> None:
        """Show what is looked at; ``somebody`` tells whether there is a card at all."""
        self._somebody = somebody
        parts, cards = self._parts, self.view == "cards"
        parts.cards.setVisible(cards and somebody)
        parts.empty.setVisible(cards and not somebody)
        parts.tallies.setVisible(self.has_row_of_tallies or self.view == "tally")
        self._tally_page.setVisible(self.view == "tally")
        for row, part in zip(self._inset[1:3], (parts.empty, self._tally_page), strict=True):
            self._middle.setStretchFactor(row, 0 if part.isHidden() else 1)
        parts.night.setVisible(not self._keeper.theme.is_largest or self.view == "tonight")
        parts.actions.mark(self.view)

    def fit(self) -> None:
        """Lay out for the room there is."""
        alone, parts, width = self._keeper.theme.is_largest, self._parts, self._page.width()
        self._space(alone)
        parts.night.fit(width, alone=alone)
        room = width - 2 * Space.EDGE - (0 if alone else parts.night.width_beside)
        self.has_row_of_tallies = not alone and parts.tallies.fits(room)
        (self._middle if alone else self._row).addWidget(parts.night, 1 if alone else 0)
        self._place_tallies(room)
        parts.keys.name_counters(on_page=not self.has_row_of_tallies)
        parts.actions.fit(room, tonight=alone, tally=not self.has_row_of_tallies)
        if (self.view == "tonight" and not alone) or (self.view == "tally" and self.has_row_of_tallies):
            self.view = "cards"
        self.show(self._somebody)
        self._row.activate()  # else what has just come into a row is painted before it has its place there

    def _space(self, alone: bool) -> None:
        bleed = self._keeper.px(BLEED)
        side, gap = max(0, Space.EDGE - bleed), max(0, Space.CARD - bleed)
        self._middle.setContentsMargins(side, Space.EDGE, side, 0 if alone else Space.EDGE)
        for row in self._inset:
            row.setContentsMargins(bleed, bleed, bleed, bleed)
        self._inset[0].setContentsMargins(bleed, 0, bleed, gap)
        self._inset[-1].setContentsMargins(bleed, 0, bleed, 0)

    def _place_tallies(self, room: int) -> None:
        tallies = self._parts.tallies
        if self.has_row_of_tallies and self._tally_page.widget() is tallies:
            self._tally_page.takeWidget()
            self._inset[-1].addWidget(tallies)
        elif not self.has_row_of_tallies and self._tally_page.widget() is not tallies:
            self._tally_page.set_inside(tallies)
        tallies.fit(room, as_page=not self.has_row_of_tallies)
