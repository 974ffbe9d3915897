"""Who is on the crew without a passphrase: a button for each name, which gives one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper

_COLUMNS, _LEAST = 3, 260


class WithoutPassphrase(QWidget):
    """Gone when everybody of the crew can unlock."""

    wanted = Signal(str)
    """The id of whoever is to be given a passphrase."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._columns = _COLUMNS
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        column.addWidget(TextLabel(keeper, words("settings.people.without"), tone=Tone.MUTED, wrap=True, parent=self))
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.CONTROL)
        column.addLayout(self._grid)
        self.hide()

    def show_crew(self, crew: tuple[tuple[str, str], ...]) -> None:
        """Show these people, each an id and a name."""
        for old in self.buttons.values():
            old.hide()
            old.deleteLater()
        self.buttons = {person: self._button(person, name) for person, name in crew}
        self._lay_out()
        self.setVisible(bool(crew))

    def fit(self, room: int) -> None:
        """As many names in a row as fit."""
        columns = columns_for(self._keeper, room, _COLUMNS, _LEAST)
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _button(self, person: str, name: str) -> Button:
        button = Button(self._keeper, name, icon=IconName.KEY, parent=self)
        button.setAccessibleName(words("settings.people.give", name=name))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.used.connect(partial(self.wanted.emit, person))
        button.show()
        return button

    def _lay_out(self) -> None:
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // self._columns, at % self._columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
