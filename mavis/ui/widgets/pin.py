"""A PIN to type: digits alone, hidden, and done by itself after the last one where its length is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

from mavis.domain.access.pin import FEWEST, MOST
from mavis.system.wording import words
from mavis.ui.widgets.field import Field, FieldState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper


class _Digits(QValidator):
    """Takes digits alone, whatever is typed or pasted."""

    def validate(self, text: str, _at: int) -> QValidator.State:
        """Everything that would stand in the field after the stroke."""
        good = len(text) <= MOST and text.isascii() and (text.isdigit() or not text)
        return QValidator.State.Acceptable if good else QValidator.State.Invalid


class PinField(Field):
    """A field that takes up to six digits and shows dots."""

    complete = Signal()
    """The last digit of a PIN whose length is known was typed, or Enter pressed after four digits or more."""

    def __init__(
        self, keeper: ThemeKeeper, label: str, *, hint: str = "", how: str = "", parent: QWidget | None = None
    ) -> None:
        """Empty; nobody knows how long the PIN is. ``how`` says below it what the PIN is for."""
        super().__init__(keeper, label, hint=hint, parent=parent)
        self._how = how
        self.set_state(FieldState.PLAIN)
        self._digits = 0
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(MOST)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText)
        self.edit.setValidator(_Digits(self))
        self.typed.connect(self._typed)
        self.entered.connect(self._entered)

    def set_state(self, state: FieldState, sentence: str = "") -> None:
        """Show a warning or an error; without one say what the PIN is for."""
        super().set_state(state, sentence or self._how)

    def expect(self, digits: int) -> None:
        """Take a PIN of so many digits; 0 when nobody knows, and then Enter ends it."""
        self._digits = digits
        self.edit.clear()

    def _typed(self, text: str) -> None:
        if self._digits and len(text) == self._digits:
            self.complete.emit()

    def _entered(self) -> None:
        if len(self.text) >= FEWEST and len(self.text) != self._digits:
            self.complete.emit()


def new_pin_field(keeper: ThemeKeeper, parent: QWidget) -> PinField:
    """The field beside a passphrase for a new PIN, which may stay empty; it says what the PIN does and does not."""
    label, hint = words("unlock.new_pin"), words("unlock.new_pin_hint")
    return PinField(keeper, label, hint=hint, how=words("unlock.new_pin_how"), parent=parent)
