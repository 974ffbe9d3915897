"""The first start: name scheme and coordinator, choose a passphrase, print the recovery code and type it back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mavis.domain.access.passphrase import check_passphrase, strength
from mavis.domain.errors import UserError
from mavis.system.wording import sentence, words
from mavis.ui.look.icons import IconName
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.doors.error_summary import ErrorSummary
from mavis.ui.pages.doors.first_run_steps import FirstRunSteps
from mavis.ui.pages.doors.side import fit_left
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.presenters.doors.typed_code import slip_in
from mavis.ui.widgets.button import Button, training_button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.passphrase import PassphraseField, Strength
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper

_PLACES = ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 2))
_LARGE_PLACES = tuple((row, 0, 1, 2) for row in range(4))
"""Where each field stands: row, column, rows, columns."""


class FirstRunPage(QWidget):
    """Two steps: who and passphrase, then the recovery code."""

    create_wanted = Signal(str, str, str)
    """Scheme, coordinator, passphrase."""
    print_wanted = Signal(str)
    code_typed = Signal(str)
    """The recovery code, typed back without a slip."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin with the first step."""
        super().__init__(parent)
        self._keeper = keeper
        self.code = ""
        self._counts: list[TextLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self._build_names())
        self._steps.addWidget(Scroller(keeper, self._build_code(), self))
        self._side = FirstRunSteps(keeper, self)
        self._left = QVBoxLayout()
        self._left.addWidget(self._steps)
        row.addLayout(self._left, 1)
        row.addWidget(self._side)
        keeper.changed.connect(self._fit)
        self._fit()

    def enter(self) -> None:
        """Take the keyboard."""
        self._scheme.edit.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what to put right; everything typed stays."""
        self._set_busy(False)
        self._set_opening(False)
        field = self._back if self._steps.currentIndex() else self._passphrase
        field.set_state(FieldState.ERROR, sentence)
        field.edit.setFocus()

    def show_code(self, code: str) -> None:
        """Go to the second step and show the recovery code, once."""
        self.code = code
        self._shown.setText(code)
        self._steps.setCurrentIndex(1)
        self._side.show_step(1)
        self._back.edit.setFocus()

    def _fit(self) -> None:
        """The names stand beside each other; with larger text under each other, as the passphrases always do."""
        large = is_large(self._keeper)
        fit_left(self._keeper, self._left)
        places = _PLACES if self._keeper.theme.text_percent == SMALLEST_TEXT else _LARGE_PLACES
        for field, place in zip(self._looks, places, strict=True):
            self._grid.addWidget(field, *place)
        for count in self._counts:
            count.setVisible(large)

    def _build_names(self) -> QWidget:
        """The form scrolls when a screen is small; the buttons below it stay in view."""
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroller = Scroller(self._keeper, self._build_fields(), step)
        column.addWidget(self._scroller, 1)
        self._make = Button(self._keeper, words("first_run.create"), keys="Enter", main=True, parent=step)
        self._make.used.connect(self._create)
        self.training = training_button(self._keeper, step)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.CONTROL)
        buttons.setContentsMargins(Space.CARD, 0, 0, 0)
        for button in (self._make, self.training):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return step

    def _build_fields(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(Space.CARD, Space.CONTROL, Space.CARD, Space.CONTROL)
        column.setSpacing(Space.CONTROL)
        column.addWidget(self._step_count(1))
        column.addWidget(TextLabel(self._keeper, words("first_run.title"), size=Size.NUMBER, weight=Weight.TITLE))
        column.addWidget(TextLabel(self._keeper, words("first_run.how"), size=Size.LABEL, tone=Tone.MUTED, wrap=True))
        self._summary = ErrorSummary(self._keeper, step)
        column.addWidget(self._summary)
        self._scheme = Field(self._keeper, words("first_run.scheme"), hint=words("first_run.scheme_hint"), parent=step)
        self._name = Field(self._keeper, words("first_run.coordinator"), hint=words("first_run.name_hint"), parent=step)
        self._passphrase = PassphraseField(self._keeper, words("first_run.passphrase"), measured=True, parent=step)
        self._again = PassphraseField(self._keeper, words("first_run.again"), parent=step)
        self._passphrase.typed.connect(lambda text: self._passphrase.set_strength(_shown_strength(text)))
        self._looks = {
            self._scheme: lambda: "" if self._scheme.text.strip() else words("first_run.need_scheme"),
            self._name: lambda: "" if self._name.text.strip() else words("first_run.need_name"),
            self._passphrase: lambda: _too_weak(self._passphrase.text),
            self._again: lambda: "" if self._again.text == self._passphrase.text else words("first_run.not_the_same"),
        }
        fields = list(self._looks)
        for field, following in pairwise(fields):
            field.entered.connect(lambda field=field, following=following: self._go_on(field, following))
        for field in fields:
            field.typed.connect(self._look_again)
        self._again.entered.connect(self._create)
        column.addSpacing(Space.EDGE)
        self._grid = QGridLayout()
        for column_of_grid in (0, 1):
            self._grid.setColumnStretch(column_of_grid, 1)
        self._grid.setHorizontalSpacing(Space.EDGE)
        self._grid.setVerticalSpacing(Space.CONTROL)
        column.addLayout(self._grid)
        column.addStretch(1)
        return step

    def _step_count(self, number: int) -> TextLabel:
        """Which step this is, when the text is so large that the panel beside it is gone."""
        count = TextLabel(self._keeper, words("first_run.step.count", number=number), tone=Tone.MUTED, parent=self)
        self._counts.append(count)
        return count

    def _build_code(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setSpacing(Space.CARD)
        column.addWidget(self._step_count(2))
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
        self._done = Button(self._keeper, words("first_run.done"), keys="Enter", main=True, parent=step)
        self._done.used.connect(self._typed_back)
        column.addWidget(self._done)
        column.addStretch(1)
        return step

    def _go_on(self, field: Field, following: Field) -> None:
        """Enter in a field: on to the next, unless this one must be put right first."""
        if not self._look(field):
            following.edit.setFocus()

    def _look(self, field: Field) -> str:
        """Show what is wrong with a field; nothing when it can be taken."""
        wrong = self._looks[field]()
        if wrong:
            field.set_state(FieldState.ERROR, wrong)
        elif field.edit.property("state") == FieldState.ERROR.value:
            field.set_state(FieldState.PLAIN)
        return wrong

    def _look_again(self, _text: str) -> None:
        """Take back what was wrong and is right now, wherever that was said; nothing new is found wrong meanwhile."""
        wrong = []
        for field in self._looks:
            if field.note and not self._looks[field]():
                self._look(field)
            elif field.note:
                wrong.append(field.note)
        self._summary.say(tuple(wrong) if self._summary.isVisible() else ())

    def _create(self) -> None:
        wrong = {field: what for field in self._looks if (what := self._look(field))}
        self._summary.say(tuple(wrong.values()) if len(wrong) > 1 else ())
        if wrong:
            first = next(iter(wrong))
            first.edit.setFocus()
            QTimer.singleShot(0, self, lambda: self._scroller.ensureWidgetVisible(first))
        elif self._make.isEnabled():
            self._set_busy(True)
            self.create_wanted.emit(self._scheme.text.strip(), self._name.text.strip(), self._passphrase.text)

    def _set_busy(self, busy: bool) -> None:
        self._make.setEnabled(not busy)
        self._make.set_words(words("first_run.creating" if busy else "first_run.create"))

    def _set_opening(self, opening: bool) -> None:
        self._done.setEnabled(not opening)
        self._done.set_words(words("unlock.opening" if opening else "first_run.done"))

    def _typed_back(self) -> None:
        slip = slip_in(self._back.text, self.code)
        if slip:
            self.refuse(slip)
        elif self._done.isEnabled():
            self._set_opening(True)
            self.code_typed.emit(self.code)


def _shown_strength(text: str) -> Strength:
    return Strength[strength(text).name] if text else Strength.NONE


def _too_weak(text: str) -> str:
    try:
        check_passphrase(text)
    except UserError as refused:
        return sentence(refused)
    return ""
