"""The people at the door as big tiles: picked by digit, by arrow or by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.widgets.person_tile import PersonTile, PersonView
from mavis.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

MOST_DIGITS = 9
ALT_DIGIT = "Alt+"
"""Goes before the digit on a tile where a field has the keyboard from the beginning, in which a digit is typed."""
_COLUMNS = 2
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PeopleTiles(Scroller):
    """Shows people and which of them is picked; ``picked`` carries a code."""

    picked = Signal(str)

    def __init__(self, keeper: ThemeKeeper, people: Sequence[PersonView], parent: QWidget | None = None) -> None:
        """Nobody is picked yet."""
        self._holder = QWidget()
        super().__init__(keeper, self._holder, parent)
        self._keeper = keeper
        self.current = ""
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(Space.TINY, Space.TINY, Space.TINY, Space.TINY)
        self._grid.setSpacing(Space.CARD)
        self.tiles = [PersonTile(keeper, person, self._holder) for person in people]
        for tile in self.tiles:
            tile.picked.connect(self.pick)
        keeper.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Two columns, or one when the text is large; never higher than all the tiles, two rows at least."""
        columns = 1 if is_large(self._keeper) else _COLUMNS
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.activate()
        rows = -(-len(self.tiles) // columns)
        self.setMinimumHeight(min(2, rows) * self._keeper.px(96))
        self.setMaximumHeight(self._holder.sizeHint().height() + Space.CONTROL)

    def pick(self, code: str) -> None:
        """Pick a person, or nobody."""
        self.current = code
        for tile in self.tiles:
            tile.setChecked(tile.view.code == code)
            if tile.isChecked():
                self.ensureWidgetVisible(tile)
        if code:
            self.picked.emit(code)

    def use_key(self, event: QKeyEvent, *, in_field: bool) -> bool:
        """Pick by a digit (with Alt while a field has the keyboard) or by the arrows up and down."""
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        at = event.key() - Qt.Key.Key_1
        if (alt if in_field else alone) and 0 <= at < min(MOST_DIGITS, len(self.tiles)):
            self.pick(self.tiles[at].view.code)
            return True
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and self.tiles:
            codes = [tile.view.code for tile in self.tiles]
            here = codes.index(self.current) if self.current else -1
            self.pick(codes[(here + step) % len(codes)])
        return bool(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Installed on the fields of the page: arrows and Alt with a digit pick from there too."""
        if event.type() is QEvent.Type.KeyPress and self.use_key(cast("QKeyEvent", event), in_field=True):
            return True
        return super().eventFilter(watched, event)
