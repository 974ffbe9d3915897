"""Find one of tonight's visits by code, name or words: a panel over the board with a field and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.icons import IconName
from mavis.ui.pages.overlay import Overlay
from mavis.ui.tokens import Space, Tone
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.theme import ThemeKeeper

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
        inside = QVBoxLayout()
        inside.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        inside.setSpacing(Space.CONTROL)
        end = words("board.find_closes")
        self.field = SearchField(
            keeper, words("board.find"), words("board.find_hint"), end, IconName.MAGNIFIER, self.panel
        )
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(lambda: self._choose(0))
        inside.addWidget(self.field)
        self._none = TextLabel(keeper, words("board.find_none"), tone=Tone.MUTED, wrap=True)
        inside.addWidget(self._none)
        self._buttons = [Button(keeper, "", parent=self.panel) for _ in range(_MOST)]
        for place, button in enumerate(self._buttons):
            button.used.connect(lambda place=place: self._choose(place))
            inside.addWidget(button)
        self.column.addLayout(inside)
        self._typed("")
        self.open(self.field)

    def _typed(self, text: str) -> None:
        self._found = self._find(text)[:_MOST]
        self._none.setVisible(not self._found)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._found))
            if place < len(self._found):
                button.set_words(self._found[place][1])
        self.lay_out()

    def _choose(self, place: int) -> None:
        if place < len(self._found):
            self.close_down()
            self.chosen.emit(self._found[place][0])
