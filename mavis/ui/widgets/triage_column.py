"""The three triage categories one below the other: pick one, with shape, word and letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.look.tokens import Space
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.triage import TriageChoice, TriageSign

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mavis.ui.look.theme import ThemeKeeper

_SIGNS = (TriageSign.RED, TriageSign.AMBER, TriageSign.GREEN)


class TriageColumn(QWidget):
    """Behaves like a grid of choices, so that a form can treat both alike."""

    chosen = Signal(str, bool)

    def __init__(
        self, keeper: ThemeKeeper, name: str, letters: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Show the three; ``letters`` maps each category's code to its key."""
        super().__init__(parent)
        speak_as(self, Role.Grouping)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        self._letters = {letters.get(sign.value, ""): sign.value for sign in _SIGNS}
        self._choices: dict[str, TriageChoice] = {}
        for sign in _SIGNS:
            choice = TriageChoice(keeper, sign, letters.get(sign.value, ""), self)
            choice.answered.connect(lambda on, code=sign.value: self._answered(code, on))
            self._choices[sign.value] = choice
            column.addWidget(choice)
        column.addStretch(1)

    def set_chosen(self, codes: Collection[str]) -> None:
        """Show which one is chosen; sends no signal."""
        for code, choice in self._choices.items():
            if choice.isChecked() != (code in codes):
                choice.setChecked(code in codes)

    def set_live(self, live: bool) -> None:
        """Frame the keys while the section owns the letters."""
        for choice in self._choices.values():
            choice.set_live(live)

    def press_key(self, letter: str) -> bool:
        """Use the choice of a letter; False when there is none."""
        code = self._letters.get(letter.upper())
        if code is not None:
            self._choices[code].use_by_key()
        return code is not None

    def _answered(self, code: str, on: bool) -> None:
        if on:
            for other, choice in self._choices.items():
                if other != code:
                    choice.setChecked(False)
        self.chosen.emit(code, on)
