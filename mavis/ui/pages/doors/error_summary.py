"""What must be put right before a form is taken: one list above it, said at once, as GOV.UK's error summary does.

One thing alone is said at its field, where the keyboard goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.ui.look.theme import ThemeKeeper


class ErrorSummary(Panel):
    """Hidden while nothing is wrong."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(keeper, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CARD)
        column.setSpacing(Space.TINY)
        self._title = TextLabel(keeper, size=Size.LABEL, weight=Weight.TITLE, tone=Tone.RED)
        self._lines = TextLabel(keeper, wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._lines)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What it says must be put right."""
        return self._lines.text().splitlines() if self.isVisible() else []

    def say(self, sentences: Sequence[str]) -> None:
        """Say what to put right, or go away when nothing is."""
        self._title.setText(words("first_run.wrong", count=len(sentences)))
        self._lines.setText("\n".join(sentences))
        self.setVisible(bool(sentences))
        if sentences:
            announce(self, f"{self._title.text()} {' '.join(sentences)}", urgent=True)
