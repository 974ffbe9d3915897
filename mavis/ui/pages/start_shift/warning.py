"""The line at the foot of the start of a shift that says the one thing worth a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName, icon_pixmap
from mavis.ui.look.tokens import Space, Tone, Weight
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper

_ICON = 24


class WarningLine(QWidget):
    """A sentence worth a look, with its icon; empty when all is well. It never blocks."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._icon = QLabel()
        self._words = TextLabel(keeper, weight=Weight.CONTROL, tone=Tone.AMBER, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CONTROL)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        keeper.changed.connect(self._wear)
        self._wear()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say another sentence, or nothing."""
        if sentence and sentence != self.sentence:
            announce(self, sentence)
        self._words.setText(sentence)
        self._icon.setVisible(bool(sentence))

    def _wear(self) -> None:
        side, colour = self._keeper.px(_ICON), self._keeper.tokens.tone(Tone.AMBER)
        self._icon.setPixmap(icon_pixmap(IconName.WARNING, colour, side, self.devicePixelRatioF()))
