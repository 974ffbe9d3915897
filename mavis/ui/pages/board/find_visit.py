"""Find one of tonight's visits by code, name or words: a panel over the board with a field and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.look.theme import ThemeKeeper

_MOST = 6


class FindVisit(Overlay):
    """``chosen`` carries a visit id; Escape closes the panel and nothing has happened."""

    chosen = Signal(str)

    def __init__(self, keeper: ThemeKeeper, find: Callable[[str], list[tuple[str, str]]], window: QWidget) -> None:
        """``find`` answers typed words with visit ids and what to say of each."""
        super().__init__(keeper, window)
        self._find = find
        self._found: list[tuple[str, str]] = []
        self.setAccessibleName(words("board.find"))
        above = QVBoxLayout()
        above.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        above.setSpacing(Space.CONTROL)
        end = words("board.find_closes")
        self.field = SearchField(
            keeper, words("board.find"), words("board.find_hint"), end, IconName.MAGNIFIER, self.panel
        )
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._open_first)
        above.addWidget(self.field)
        self._none = TextLabel(keeper, words("board.find_none"), tone=Tone.MUTED, wrap=True)
        above.addWidget(self._none)
        self.column.addLayout(above)
        self._rows = [PickRow(keeper, self.panel) for _ in range(_MOST)]
        for row in self._rows:
            row.opened.connect(self._open)
            self.column.addWidget(row)
        self.column.addSpacing(Space.CONTROL)
        self._typed("")
        self.open(self.field)

    def _typed(self, text: str) -> None:
        self._found = self._find(text)[:_MOST]
        self._none.setVisible(not self._found)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._found))
            if place < len(self._found):
                row.set_content(*self._found[place], "" if place else "Enter")
        self.lay_out()

    def _open_first(self) -> None:
        if self._found:
            self._open(self._found[0][0])

    def _open(self, visit_id: str) -> None:
        self.close_down()
        self.chosen.emit(visit_id)
