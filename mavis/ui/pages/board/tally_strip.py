"""The counters under the board: one tap, one more; the rarer ones wait behind *More*.

Where the row has no room it becomes a page of its own, with all counters in as many columns as fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.spoken import Role, speak_as, speak_unfolded
from mavis.ui.widgets.tally import TallyButton, TallyView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.board.page import TallyLine

MORE_KEY = "M"
_PER_ROW = 9
_LEAST = 112
"""How wide a counter is at least on a page of its own."""


class TallyStrip(QWidget):
    """Shows the usual counters in a row, and the rare ones in rows above it when asked, with their letters."""

    counted = Signal(str)
    taken_off = Signal(str)

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin with *More* alone; the counters come with the first lines."""
        super().__init__(parent)
        self._keeper = keeper
        self._buttons: dict[str, TallyButton] = {}
        self._rare: set[str] = set()
        self._unfolded = False
        self._page_columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.CONTROL)
        view = TallyView("more", IconName.PLUS, words("board.more"), MORE_KEY, countable=False)
        self._more = TallyButton(keeper, view, self)
        speak_as(self._more, Role.Button)
        speak_unfolded(self._more, False)
        self._more.counted.connect(lambda _code: self._toggle())

    def fits(self, room: int) -> bool:
        """Whether the row has room in so many pixels."""
        needed = [button.sizeHint().width() for button in (*self._first, self._more)]
        return max(needed) * _PER_ROW + (_PER_ROW - 1) * Space.CONTROL <= room

    def fit(self, room: int, *, as_page: bool) -> None:
        """Be a row, or a page of so many pixels with every counter on it."""
        columns = columns_for(self._keeper, room, _PER_ROW, _LEAST) if as_page else 0
        if columns != self._page_columns:
            self._page_columns = columns
            self._arrange()

    def show_lines(self, lines: Sequence[TallyLine]) -> None:
        """Show these counts."""
        for line in lines:
            kind = line.kind
            self._rare |= {kind.code} if kind.rare else set()
            view = TallyView(kind.code, IconName(kind.icon), kind.name, kind.key, line.count)
            if kind.code in self._buttons:
                self._buttons[kind.code].set_view(view)
            else:
                self._buttons[kind.code] = button = TallyButton(self._keeper, view, self)
                button.counted.connect(self.counted)
                button.taken_off.connect(self.taken_off)
                self._arrange()

    def press_key(self, letter: str, *, off: bool = False) -> bool:
        """Count the kind of a letter, or take one ``off``; False when no counter has it, or one that is folded away."""
        if letter == MORE_KEY:
            self._toggle()
            return True
        having = [button for button in self._buttons.values() if button.view.key and button.view.key == letter]
        button = next((one for one in having if one.view.code not in self._rare or one.isVisible()), None)
        if button is not None and off:
            button.take_off()
        elif button is not None:
            button.use_by_key()
        return button is not None

    def fold(self) -> bool:
        """Put the rare counters away again; False when they are."""
        unfolded = self._unfolded
        if unfolded:
            self._toggle()
        return unfolded

    @property
    def _first(self) -> list[TallyButton]:
        return [button for code, button in self._buttons.items() if code not in self._rare][: _PER_ROW - 1]

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        speak_unfolded(self._more, self._unfolded)
        self._arrange()

    def _arrange(self) -> None:
        first = self._first
        rest = [button for button in self._buttons.values() if button not in first]
        columns = self._page_columns or _PER_ROW
        for button in rest:
            button.setVisible(self._unfolded or bool(self._page_columns))
        self._more.setVisible(not self._page_columns)
        if self._page_columns:
            self._lay(0, (*first, *rest), columns)
        else:
            rows = -(-len(rest) // columns)
            self._lay(0, rest, columns)
            self._lay(rows, (*first, self._more), columns)
        for column in range(_PER_ROW):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _lay(self, row: int, buttons: Sequence[TallyButton], columns: int) -> None:
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, row + place // columns, place % columns)
