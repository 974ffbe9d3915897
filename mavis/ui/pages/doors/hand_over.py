"""Another person takes over: a tile, a PIN, and the screen is theirs; the records stay open all the while."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.doors.people_tiles import MOST_DIGITS, PeopleTiles
from mavis.ui.pages.doors.side import DoorSide, fit_left, show_both
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import FieldState, Note
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.passphrase import PassphraseField
from mavis.ui.widgets.pin import PinField, new_pin_field
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from mavis.system.clock import Clock
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.widgets.person_tile import PersonView


class HandOverView(NamedTuple):
    """Who can take over, how many digits whose PIN has (0: none tonight), who is here, and who cannot come in yet."""

    people: tuple[PersonView, ...]
    digits: Mapping[str, int]
    here: str
    keyless: str = ""
    overdue: tuple[str, ...] = ()


class HandOverPage(QWidget):
    """Six keys: the digit of a person, and a PIN of four. Without a PIN the passphrase does it, and may bring one."""

    pin_given = Signal(str, str)
    """Who, and the PIN."""
    passphrase_given = Signal(str, str, str)
    """Who, the passphrase, and a new PIN or nothing."""
    left = Signal()
    """Nobody takes over."""

    def __init__(self, keeper: ThemeKeeper, view: HandOverView, clock: Clock, parent: QWidget | None = None) -> None:
        """Show the tiles; nobody is picked yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._view = view
        self._busy = False
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("unlock.take_over_title"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside = QWidget()
        self._left = self._build_left()
        inside.setLayout(self._left)
        row.addWidget(Scroller(keeper, inside, self), 1)
        row.addWidget(DoorSide(keeper, clock, view.overdue, (words("unlock.stays_open"),), self))
        keeper.changed.connect(self._fit)
        self._fit()
        self._show_field(by_pin=False)

    def enter(self) -> None:
        """Take the keyboard: the next digit picks a person."""
        self._nobody.hide()
        self.people.pick("")
        self._show_field(by_pin=False)
        self.setFocus()

    def forget(self) -> None:
        """Clear what was typed, as when the page is left."""
        for field in (self.pin, self.passphrase, self.new_pin):
            field.edit.clear()

    def refuse(self, sentence: str, digits: int) -> None:
        """Say why nobody took over; ``digits`` is how long the person's PIN is now, 0 when it is gone."""
        self._set_busy(False)
        self._view = self._view._replace(digits={**self._view.digits, self.people.current: digits})
        by_pin = self.pin.isVisible() and digits > 0
        self._show_field(by_pin=by_pin)
        field = self.pin if by_pin else self.passphrase
        field.set_state(FieldState.ERROR, sentence)
        field.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows pick a person; Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.isAutoRepeat() or not self.people.use_key(event, in_field=False):
            self._say_nobody(event.text())
            super().keyPressEvent(event)

    def _build_left(self) -> QVBoxLayout:
        keeper = self._keeper
        column = QVBoxLayout()
        column.setSpacing(Space.CONTROL)
        column.addWidget(
            TextLabel(keeper, words("unlock.take_over_title"), size=Size.NUMBER, weight=Weight.TITLE, wrap=True)
        )
        here = words("unlock.here_now", name=self._view.here)
        column.addWidget(TextLabel(keeper, here, size=Size.LABEL, tone=Tone.MUTED, wrap=True))
        column.addSpacing(Space.EDGE)
        self.people = PeopleTiles(keeper, self._view.people, self)
        self.people.picked.connect(self._picked)
        column.addWidget(self.people, 10)
        self._nobody = Note(keeper, self)
        self._nobody.hide()
        column.addWidget(self._nobody)
        column.addLayout(self._build_fields())
        column.addLayout(self._build_buttons())
        if self._view.keyless:
            column.addWidget(TextLabel(keeper, self._view.keyless, tone=Tone.MUTED, wrap=True))
        column.addStretch(1)
        return column

    def _build_fields(self) -> QBoxLayout:
        self.pin = PinField(self._keeper, words("unlock.pin"), parent=self)
        self.passphrase = PassphraseField(self._keeper, words("unlock.passphrase"), parent=self)
        self.new_pin = new_pin_field(self._keeper, self)
        self.pin.complete.connect(self._give)
        self._fields = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.CARD)
        for field, stretch in ((self.pin, 1), (self.passphrase, 3), (self.new_pin, 2)):
            field.edit.installEventFilter(self.people)
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        for field in (self.passphrase, self.new_pin):
            field.entered.connect(self._give)
        return row

    def _build_buttons(self) -> QBoxLayout:
        self._buttons = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.CARD)
        self._take = Button(self._keeper, words("unlock.take_over"), keys="Enter", main=True, parent=self)
        self._take.used.connect(self._give)
        self._other = Button(self._keeper, words("unlock.use_passphrase"), icon=IconName.KEY, parent=self)
        self._other.used.connect(lambda: self._switch(by_pin=False))
        back = Button(self._keeper, words("unlock.back"), keys="Esc", parent=self)
        back.used.connect(self.left)
        for button in (self._take, self._other, back):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        fit_left(self._keeper, self._left, self._buttons, self._fields)

    def _say_nobody(self, number: str) -> None:
        """A number that nobody has must not look like a key that was not heard."""
        if number.isdecimal():
            said = words("unlock.no_such_number", number=number, n=min(MOST_DIGITS, len(self.people.tiles)))
            self._nobody.say(FieldState.ERROR, said)
            self._nobody.show()
            announce(self, said, urgent=True)

    def _picked(self, code: str) -> None:
        self._nobody.hide()
        self._switch(by_pin=self._view.digits.get(code, 0) > 0)

    def _switch(self, *, by_pin: bool) -> None:
        self._show_field(by_pin=by_pin)
        field = self.pin if by_pin else self.passphrase
        field.edit.setFocus()
        QTimer.singleShot(0, field, lambda: show_both(field, self._take))

    def _show_field(self, *, by_pin: bool) -> None:
        somebody = bool(self.people.current)
        self.forget()
        self.pin.expect(self._view.digits.get(self.people.current, 0))
        self.pin.setVisible(somebody and by_pin)
        for field in (self.passphrase, self.new_pin):
            field.setVisible(somebody and not by_pin)
        self._say_nothing()
        self._take.setVisible(somebody)
        self._other.setVisible(somebody and by_pin)

    def _say_nothing(self) -> None:
        for field in (self.pin, self.passphrase, self.new_pin):
            if field.note:
                field.set_state(FieldState.PLAIN)

    def _give(self) -> None:
        who = self.people.current
        if self._busy or not who:
            return
        if self.pin.isVisible() and self.pin.text:
            self._set_busy(True)
            self.pin_given.emit(who, self.pin.text)
        elif self.passphrase.isVisible() and self.passphrase.text:
            self._set_busy(True)
            self.passphrase_given.emit(who, self.passphrase.text, self.new_pin.text)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._say_nothing()  # what was said to the last try is no part of this one
        self._take.setEnabled(not busy)
        self._take.set_words(words("unlock.opening" if busy else "unlock.take_over"))

    def _back(self) -> None:
        if self.people.current and not self._busy:
            self.enter()
        else:
            self.left.emit()
