"""Unlock: who are you, and your passphrase; beside it the clock and the codes of whoever must be looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.doors.people_tiles import PeopleTiles
from mavis.ui.pages.doors.side import DoorSide, fit_left, show_both
from mavis.ui.widgets.button import Button, training_button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.passphrase import PassphraseField
from mavis.ui.widgets.pin import new_pin_field
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.system.clock import Clock
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.widgets.person_tile import PersonView


class UnlockView(NamedTuple):
    """What the locked screen may show: the scheme, who can unlock, overdue codes (no names), how many are aboard.

    ``last`` is the code of whoever was here before the lock.
    """

    scheme: str
    people: tuple[PersonView, ...]
    overdue: tuple[str, ...] = ()
    open_visits: int = 0
    locked_at: str = ""
    last: str = ""


class UnlockPage(QWidget):
    """Asks for one passphrase; the page never learns whether it was right before the window says so."""

    unlock_wanted = Signal(str, str, str)
    """Who, the passphrase, and a PIN for tonight or nothing."""
    recovery_wanted = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: UnlockView, clock: Clock, parent: QWidget | None = None) -> None:
        """Show the tiles and take the keyboard."""
        super().__init__(parent)
        self._keeper = keeper
        self._view = view
        self._recovering = False
        self._who = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside = QWidget()
        self._left = self._build_left()
        inside.setLayout(self._left)
        row.addWidget(Scroller(keeper, inside, self), 1)
        row.addWidget(DoorSide(keeper, clock, view.overdue, _lines(view), self))
        keeper.changed.connect(self._fit)
        self._fit()
        if view.people:
            self.people.pick(view.last or view.people[0].code)

    def enter(self) -> None:
        """Take the keyboard."""
        self.passphrase.edit.setFocus()

    def refuse(self, sentence: str, *, at_pin: bool = False) -> None:
        """Say why it stays locked; a passphrase is cleared, unless it is only the new PIN that does not do."""
        self._set_busy(False)
        field: Field = self._code if self._recovering else self.pin if at_pin else self.passphrase
        if not self._recovering and not at_pin:
            self.passphrase.clear()
        field.set_state(FieldState.ERROR, sentence)
        field.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows pick a person while no field has the keyboard; Escape goes back to the passphrase."""
        if event.key() == Qt.Key.Key_Escape and self._recovering:
            self._toggle_recovery()
        elif event.key() == Qt.Key.Key_Escape:
            self.enter()
        elif event.isAutoRepeat() or not self.people.use_key(event, in_field=False):
            super().keyPressEvent(event)

    def _build_left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.CONTROL)
        column.addWidget(TextLabel(self._keeper, self._view.scheme, size=Size.NUMBER, weight=Weight.TITLE, wrap=True))
        column.addWidget(TextLabel(self._keeper, words("unlock.who"), size=Size.LABEL, tone=Tone.MUTED, wrap=True))
        column.addSpacing(Space.EDGE)
        self.people = PeopleTiles(self._keeper, self._view.people, self)
        column.addWidget(self.people, 10)
        column.addLayout(self._build_fields())
        self.people.picked.connect(self._picked)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(Space.CARD)
        self._open = Button(self._keeper, words("unlock.unlock"), keys="Enter", main=True, parent=self)
        self._open.used.connect(self._unlock)
        self._other = Button(self._keeper, words("unlock.use_recovery"), icon=IconName.KEY, parent=self)
        self._other.used.connect(self._toggle_recovery)
        self.training = training_button(self._keeper, self)
        buttons.addWidget(self._open)
        buttons.addWidget(self._other)
        buttons.addWidget(self.training)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _build_fields(self) -> QBoxLayout:
        self.passphrase = PassphraseField(self._keeper, words("unlock.passphrase"), parent=self)
        self.pin = new_pin_field(self._keeper, self)
        self._fields = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.CARD)
        for field, stretch in ((self.passphrase, 3), (self.pin, 2)):
            field.entered.connect(self._unlock)
            field.edit.installEventFilter(self.people)
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        return row

    @cached_property
    def _code(self) -> Field:
        """The field for the recovery code, in the place of passphrase and PIN; few ever ask for it."""
        field = Field(self._keeper, words("unlock.recovery_code"), hint=words("unlock.recovery_hint"), parent=self)
        field.entered.connect(self._unlock)
        self._left.insertWidget(self._left.indexOf(self._fields) + 1, field)
        return field

    def _fit(self) -> None:
        fit_left(self._keeper, self._left, self._buttons, self._fields)

    def _picked(self, code: str) -> None:
        """What was typed for one person is not another's."""
        if code != self._who:
            self.passphrase.clear()
            self.pin.set_text("")
            for field in (self.passphrase, self.pin):
                field.set_state(FieldState.PLAIN)
        self._who = code
        self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: show_both(self.passphrase, self._open))

    def _unlock(self) -> None:
        if not self._open.isEnabled():
            return
        if self._recovering:
            self._set_busy(True)
            self.recovery_wanted.emit(self._code.text)
        elif self.passphrase.text and self.people.current:
            self._set_busy(True)
            self.unlock_wanted.emit(self.people.current, self.passphrase.text, self.pin.text)

    def _set_busy(self, busy: bool) -> None:
        """Wait for the answer to a try, of which what was said to the last one is no part; or wait no more."""
        for field in (self._code,) if self._recovering else (self.passphrase, self.pin):
            field.set_state(FieldState.PLAIN)
        self._open.setEnabled(not busy)
        self._open.set_words(words("unlock.opening" if busy else "unlock.unlock"))

    def _toggle_recovery(self) -> None:
        self._recovering = not self._recovering
        self._code.setVisible(self._recovering)
        for field in (self.passphrase, self.pin):
            field.setVisible(not self._recovering)
        self._other.set_words(words("unlock.use_passphrase" if self._recovering else "unlock.use_recovery"))
        (self._code if self._recovering else self.passphrase).edit.setFocus()


def _lines(view: UnlockView) -> tuple[str, ...]:
    """How things stand behind the lock, in numbers."""
    aboard = (words("unlock.open", count=view.open_visits),) if view.open_visits else ()
    locked = (words("unlock.kept"), words("unlock.locked_at", time=view.locked_at)) if view.locked_at else ()
    return (*aboard, *locked)
