"""The first start: name scheme and coordinator, choose a passphrase, print the recovery code and type it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mavis.domain.passphrase import strength
from mavis.system.wording import words
from mavis.ui.icons import IconName
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.passphrase import PassphraseField, Strength
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.theme import ThemeKeeper

_WIDTH = 720
_EDGE = 96


class FirstRunPage(QWidget):
    """Two steps: who and passphrase, then the recovery code."""

    create_wanted = Signal(str, str, str)
    """Scheme, coordinator, passphrase."""
    print_wanted = Signal(str)
    code_typed = Signal(str)
    """The recovery code as it was typed back."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin with the first step."""
        super().__init__(parent)
        self._keeper = keeper
        self.code = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, Space.WIDE, _EDGE, Space.EDGE)
        self._steps = QStackedWidget(self)
        self._steps.setMaximumWidth(keeper.px(_WIDTH))
        self._steps.addWidget(self._build_names())
        self._steps.addWidget(self._build_code())
        column.addWidget(self._steps, 1)

    def enter(self) -> None:
        """Take the keyboard."""
        self._scheme.edit.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what to put right; everything typed stays."""
        self._make.setEnabled(True)
        field = self._back if self._steps.currentIndex() else self._passphrase
        field.set_state(FieldState.ERROR, sentence)
        field.edit.setFocus()

    def show_code(self, code: str) -> None:
        """Go to the second step and show the recovery code, once."""
        self.code = code
        self._shown.setText(code)
        self._steps.setCurrentIndex(1)
        self._back.edit.setFocus()

    def _build_names(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setSpacing(Space.CONTROL)
        column.addWidget(TextLabel(self._keeper, words("first_run.title"), size=Size.NUMBER, weight=Weight.TITLE))
        column.addWidget(TextLabel(self._keeper, words("first_run.how"), size=Size.LABEL, tone=Tone.MUTED, wrap=True))
        self._scheme = Field(self._keeper, words("first_run.scheme"), hint=words("first_run.scheme_hint"), parent=step)
        self._name = Field(self._keeper, words("first_run.coordinator"), hint=words("first_run.name_hint"), parent=step)
        self._passphrase = PassphraseField(self._keeper, words("first_run.passphrase"), measured=True, parent=step)
        self._again = PassphraseField(self._keeper, words("first_run.again"), parent=step)
        self._passphrase.typed.connect(lambda text: self._passphrase.set_strength(_shown_strength(text)))
        self._scheme.entered.connect(self._name.edit.setFocus)
        self._name.entered.connect(self._passphrase.edit.setFocus)
        self._passphrase.entered.connect(self._again.edit.setFocus)
        self._again.entered.connect(self._create)
        for field in (self._scheme, self._name, self._passphrase, self._again):
            column.addWidget(field)
        self._make = Button(self._keeper, words("first_run.create"), keys="Enter", main=True, parent=step)
        self._make.used.connect(self._create)
        column.addWidget(self._make)
        column.addStretch(1)
        return step

    def _build_code(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setSpacing(Space.CARD)
        column.addWidget(TextLabel(self._keeper, words("first_run.code_title"), size=Size.NUMBER, weight=Weight.TITLE))
        column.addWidget(
            TextLabel(self._keeper, words("first_run.code_how"), size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        )
        self._shown = TextLabel(self._keeper, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        column.addWidget(self._shown)
        row = QHBoxLayout()
        paper = Button(self._keeper, words("first_run.print"), icon=IconName.PRINTER, parent=step)
        paper.used.connect(lambda: self.print_wanted.emit(self.code))
        row.addWidget(paper)
        row.addStretch(1)
        column.addLayout(row)
        self._back = Field(self._keeper, words("first_run.type_back"), parent=step)
        self._back.entered.connect(self._typed_back)
        column.addWidget(self._back)
        done = Button(self._keeper, words("first_run.done"), keys="Enter", main=True, parent=step)
        done.used.connect(self._typed_back)
        column.addWidget(done)
        column.addStretch(1)
        return step

    def _create(self) -> None:
        for field, key in ((self._scheme, "first_run.need_scheme"), (self._name, "first_run.need_name")):
            missing = not field.text.strip()
            field.set_state(FieldState.ERROR if missing else FieldState.PLAIN, words(key) if missing else "")
            if missing:
                field.edit.setFocus()
                return
        if self._passphrase.text != self._again.text:
            self._again.set_state(FieldState.ERROR, words("first_run.not_the_same"))
            self._again.edit.setFocus()
            return
        self._make.setEnabled(False)
        self.create_wanted.emit(self._scheme.text.strip(), self._name.text.strip(), self._passphrase.text)

    def _typed_back(self) -> None:
        self.code_typed.emit(self._back.text)


def _shown_strength(text: str) -> Strength:
    return Strength[strength(text).name] if text else Strength.NONE
