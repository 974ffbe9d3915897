"""Beside the first start: which of its two steps this is, and what to have ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.text import Divider, Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper

_WIDTH = 360
_STEPS = {"names": "ready", "code": "kept"}


class FirstRunSteps(Panel):
    """The step that is on stands out; with large text there is no room for it beside the questions."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin with the first step."""
        super().__init__(keeper, parent, flat=True)
        self._keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.EDGE)
        column.addWidget(TextLabel(keeper, words("window.title"), size=Size.NUMBER, weight=Weight.TITLE))
        self._titles: list[TextLabel] = []
        for number, (name, how) in enumerate(_STEPS.items(), start=1):
            column.addWidget(Divider(keeper, self))
            step = QVBoxLayout()
            step.setSpacing(Space.TINY)
            step.addWidget(TextLabel(keeper, words("first_run.step.count", number=number), tone=Tone.MUTED))
            title = TextLabel(keeper, words(f"first_run.step.{name}"), size=Size.LABEL, weight=Weight.TITLE, wrap=True)
            self._titles.append(title)
            step.addWidget(title)
            step.addWidget(TextLabel(keeper, words(f"first_run.step.{how}"), wrap=True))
            column.addLayout(step)
        column.addStretch(1)
        self.show_step(0)
        keeper.changed.connect(self._fit)
        self._fit()

    def show_step(self, place: int) -> None:
        """Have this step stand out, counted from 0."""
        for at, title in enumerate(self._titles):
            title.set_tone(Tone.ACCENT if at == place else Tone.MUTED)

    def _fit(self) -> None:
        self.setFixedWidth(self._keeper.px(_WIDTH))
        self.setVisible(not self._keeper.theme.is_large)
