"""The foot of leaving: what the visit counts as, said while it is chosen, and the button that finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.tokens import Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.theme import ThemeKeeper


class VisitFoot(Panel):
    """One line on the claim, one on its proof, one button."""

    finished = Signal()

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without a claim."""
        super().__init__(keeper, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.EDGE, Space.CONTROL, Space.CONTROL, Space.CONTROL)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._claim = TextLabel(keeper, weight=Weight.TITLE, wrap=True)
        self._proof = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(self._claim)
        column.addWidget(self._proof)
        row.addLayout(column, 1)
        self._button = Button(keeper, words("visit.finish"), keys="Enter", main=True, parent=self)
        self._button.used.connect(self.finished)
        row.addWidget(self._button)

    def show_claim(self, claim: str, proof: str, *, finished: bool) -> None:
        """Say what it counts as; the button waits for an outcome."""
        self._claim.setText(claim)
        self._proof.setText(proof)
        self._button.setEnabled(finished)
