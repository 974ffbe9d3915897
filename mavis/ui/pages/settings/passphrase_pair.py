"""A new passphrase, typed twice: how strong it is, and what is wrong with it, where it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.domain.access.passphrase import check_passphrase, strength
from mavis.domain.errors import UserError
from mavis.system.wording import sentence, words
from mavis.ui.look.tokens import Space
from mavis.ui.widgets.field import FieldState
from mavis.ui.widgets.passphrase import PassphraseField, Strength

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.widgets.field import Field


class PassphrasePair(QWidget):
    """Enter goes from the first field to the second, and from there on."""

    done = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(parent)
        self.first = PassphraseField(keeper, words("settings.people.passphrase"), measured=True, parent=self)
        self.again = PassphraseField(keeper, words("settings.people.again"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        column.addWidget(self.first)
        column.addWidget(self.again)
        self.setFocusProxy(self.first)
        self.first.typed.connect(
            lambda text: self.first.set_strength(Strength[strength(text).name] if text else Strength.NONE)
        )
        for hidden in (self.first, self.again):
            hidden.typed.connect(self._look_again)
        self.first.entered.connect(self._go_on)
        self.again.entered.connect(self.done)

    @property
    def text(self) -> str:
        """The passphrase."""
        return self.first.text

    def clear(self) -> None:
        """Forget what was typed."""
        for hidden in (self.first, self.again):
            hidden.clear()
            hidden.set_state(FieldState.PLAIN)
        self.first.set_strength(Strength.NONE)

    def forget(self) -> None:
        """The page is left: what was typed goes, and whoever comes back to it is told."""
        told = words("settings.people.never_kept")
        again = bool(self.text) or self.first.note == told
        self.clear()
        if again:
            self.first.set_state(FieldState.WARNING, told)

    def first_wrong(self) -> Field | None:
        """Say what is wrong with both fields; returns the first that must be put right, if any."""
        weak = self._weak()
        differs = self.text != self.again.text
        self.again.set_state(
            FieldState.ERROR if differs else FieldState.PLAIN, words("settings.people.not_the_same") if differs else ""
        )
        return self.first if weak else self.again if differs else None

    def refuse(self, what: str) -> None:
        """Say what the store found wrong; everything typed stays."""
        self.first.set_state(FieldState.ERROR, what)
        self.first.edit.setFocus()

    def _look_again(self, _text: str) -> None:
        """Both are the same now: say no more that they are not."""
        if self.again.note and self.text == self.again.text:
            self.again.set_state(FieldState.PLAIN)

    def _go_on(self) -> None:
        if not self._weak():
            self.again.edit.setFocus()

    def _weak(self) -> bool:
        try:
            check_passphrase(self.text)
        except UserError as refused:
            self.first.set_state(FieldState.ERROR, sentence(refused))
            return True
        self.first.set_strength(Strength[strength(self.text).name])
        return False
