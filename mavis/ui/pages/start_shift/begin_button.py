"""The button that begins the night: Enter or a click starts it, a space that was meant for a name never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication

from mavis.system.wording import words
from mavis.ui.keys.tab_turn import Turn, take_turn
from mavis.ui.look.icons import IconName
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper


class BeginButton(Button):
    """Begins a shift; the page begins with it, and Tab goes on to the first field."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget) -> None:
        """Say Enter, as long as no field has the keyboard."""
        super().__init__(keeper, words("start.begin"), icon=IconName.TICK, keys="Enter", main=True, parent=parent)
        take_turn(self, Turn.FIRST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space says which key starts; held where a hold is asked for, it is as good as Enter."""
        if event.key() == Qt.Key.Key_Space and self._hold is None:
            QApplication.sendEvent(self, QStatusTipEvent(words("start.not_by_space")))
        else:
            super().keyPressEvent(event)

    def say_number(self, number: int) -> None:
        """A further shift of one night is held: nobody begins it with a careless Enter."""
        self.set_hold(hold=number > 1)
        self.set_words(words("start.begin_again", number=number) if number > 1 else words("start.begin"))

    def say_enter(self, *, begins: bool) -> None:
        """Say Enter where it begins the shift."""
        keys = "Enter" if begins else ""
        if keys != self.keys:
            self.set_content(self.accessibleName(), IconName.TICK, keys)
