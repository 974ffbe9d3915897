"""Find one of tonight's visits by code, name or words: a panel over the board with a field and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.tokens import Space, Tone
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.theme import ThemeKeeper

_WIDTH = 720
_TOP = 96
_MOST = 6


class FindVisit(Panel):
    """``chosen`` carries a visit id; Escape closes the panel and nothing has happened."""

    chosen = Signal(str)

    def __init__(self, keeper: ThemeKeeper, find: Callable[[str], list[tuple[str, str]]], page: QWidget) -> None:
        """``find`` answers typed words with visit ids and what to say of each."""
        super().__init__(keeper, page)
        self._keeper = keeper
        self._page = page
        self._find = find
        self._found: list[tuple[str, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CONTROL)
        self._field = Field(keeper, words("board.find"), hint=words("board.find_hint"), noted=False, parent=self)
        self._field.typed.connect(self._typed)
        self._field.entered.connect(lambda: self._choose(0))
        self._field.edit.installEventFilter(self)
        column.addWidget(self._field)
        self._none = TextLabel(keeper, words("board.find_none"), tone=Tone.MUTED)
        column.addWidget(self._none)
        self._buttons = [Button(keeper, "", parent=self) for _ in range(_MOST)]
        for place, button in enumerate(self._buttons):
            button.used.connect(lambda place=place: self._choose(place))
            column.addWidget(button)
        self._typed("")

    def open(self) -> None:
        """Lie over the top of the page and take the keyboard."""
        width = min(self._keeper.px(_WIDTH), self._page.width() - 2 * Space.EDGE)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._page.width() - width) // 2, self._keeper.px(_TOP))
        self.show()
        self.raise_()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the field closes the panel."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._give_up()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape on a found line closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._found = self._find(text)[:_MOST]
        self._none.setVisible(not self._found)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._found))
            if place < len(self._found):
                button.set_words(self._found[place][1])
        self.adjustSize()

    def _choose(self, place: int) -> None:
        if place < len(self._found):
            self.chosen.emit(self._found[place][0])
            self._close()

    def _give_up(self) -> None:
        """Go back to the page as if nothing had been asked."""
        self._close()
        self._page.setFocus()

    def _close(self) -> None:
        self.hide()
        self.deleteLater()
