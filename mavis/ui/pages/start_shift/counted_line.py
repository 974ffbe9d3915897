"""The line below the times of a night that is begun late: from when its hours count, and the key that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper


class CountedLine(QWidget):
    """A sentence, and a button where there is a choice; not there at all when the night is begun in time."""

    used = Signal()
    """The other way of counting is wanted."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._words = TextLabel(keeper, weight=Weight.CONTROL, tone=Tone.AMBER, wrap=True)
        self._button = Button(keeper, "", keys=keys_of("start.out_since"), parent=self)
        self._button.used.connect(self.used)
        self._other = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.EDGE)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str, other: str) -> None:
        """Say from when hours count and what else can be chosen, if anything; without a sentence the line goes."""
        if (sentence, other) == (self.sentence, self._other):
            return
        self._other = other
        self._words.setText(sentence)
        self._button.setVisible(bool(other))
        if other:
            self._button.set_words(other)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def press(self, key: str) -> bool:
        """Use the key of the button while it is there; False when it is another."""
        if self.isHidden() or not self._other or key != keys_of("start.out_since"):
            return False
        self.used.emit()
        return True
