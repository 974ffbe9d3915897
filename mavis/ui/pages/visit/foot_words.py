"""The words at the foot of *Leaving*: never more lines than a modest foot holds, and the rest behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.foot import FootText

_LINES, _LINES_ABOVE = 5, 2
_WIDE = 10_000
"""So wide that any sentence is one line."""


class FootWords(QWidget):
    """A line for each sentence, the most urgent first; what finds no room is counted and turned to, leaf by leaf."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget) -> None:
        """Nothing to say yet; whoever lays it out gives ``more`` its place."""
        super().__init__(parent)
        self._leaf = 0
        self._room, self._above = _WIDE, False
        self.more = Button(keeper, "", parent=parent)
        self.more.used.connect(self._turn)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        looks = (
            (Weight.TITLE, Tone.RED),
            (Weight.CONTROL, Tone.AMBER),
            (Weight.TITLE, Tone.PLAIN),
            (Weight.BODY, Tone.MUTED),
        )
        self._lines = [TextLabel(keeper, weight=weight, tone=tone, wrap=True) for weight, tone in looks]
        for line in self._lines:
            column.addWidget(line)

    def say(self, text: FootText) -> None:
        """Say these sentences; new ones are read from the first."""
        if tuple(line.text() for line in self._lines) != text:
            self._leaf = 0
            for line, sentence in zip(self._lines, text, strict=True):
                line.setText(sentence)
        self.fit(self._room, above=self._above)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back to the foot reads from the first."""
        super().showEvent(event)
        self._leaf = 0
        self.fit(self._room, above=self._above)

    def fit(self, room: int, *, above: bool) -> None:
        """Show the leaf in use of what fits into a ``room`` so wide, which the button shares unless it is below."""
        self._room, self._above = room, above
        leaves = self._leaves(room)
        if len(leaves) > 1 and not above:
            leaves = self._leaves(room - self.more.sizeHint().width() - Space.CONTROL)
        self._leaf %= len(leaves)
        for line in self._lines:
            line.setVisible(line in leaves[self._leaf])
        left = sum(len(leaf) for leaf in leaves[self._leaf + 1 :])
        self.more.set_words(words("visit.foot_more", count=left) if left else words("visit.foot_first"))
        self.more.setVisible(len(leaves) > 1)

    def _turn(self) -> None:
        self._leaf += 1
        self.fit(self._room, above=self._above)

    def _leaves(self, width: int) -> list[list[TextLabel]]:
        said = [line for line in self._lines if line.text()]
        leaves: list[list[TextLabel]] = [[]]
        left = most = (_LINES_ABOVE if self._above else _LINES) * max(
            (line.heightForWidth(_WIDE) for line in said), default=0
        )
        for line in said:
            height = line.heightForWidth(width)
            if height > left and leaves[-1]:
                leaves.append([])
                left = most
            leaves[-1].append(line)
            left -= height
        return leaves
