"""Unlock: who are you, and your passphrase; beside it the clock and the codes of whoever must be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.icons import IconName
from mavis.ui.presenters.times import clock_text, day_text
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.button import Button, training_button
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.passphrase import PassphraseField
from mavis.ui.widgets.person_tile import PersonTile, PersonView
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.system.clock import Clock
    from mavis.ui.theme import ThemeKeeper

_COLUMNS = 2
_SIDE = 360
_EDGE = 96


class UnlockView(NamedTuple):
    """What the locked screen may show: the scheme, who can unlock, overdue codes (no names), how many are aboard."""

    scheme: str
    people: tuple[PersonView, ...]
    overdue: tuple[str, ...] = ()
    open_visits: int = 0
    locked_at: str = ""


class UnlockPage(QWidget):
    """Asks for one passphrase; the page never learns whether it was right before the window says so."""

    unlock_wanted = Signal(str, str)
    recovery_wanted = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: UnlockView, clock: Clock, parent: QWidget | None = None) -> None:
        """Show the tiles and take the keyboard."""
        super().__init__(parent)
        self._keeper = keeper
        self._clock = clock
        self._view = view
        self._tiles: list[PersonTile] = []
        self._recovering = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._build_left(), 1)
        row.addWidget(self._build_side())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)
        self._tick()
        if self._tiles:
            self._pick(self._tiles[0].view.code)

    def enter(self) -> None:
        """Take the keyboard."""
        self.passphrase.edit.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it stays locked; what was typed is cleared."""
        self._set_busy(False)
        field = self._code if self._recovering else self.passphrase
        if not self._recovering:
            self.passphrase.clear()
        field.set_state(FieldState.ERROR, sentence)
        field.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits pick a person while no field has the keyboard."""
        key = event.text()
        if key.isdigit() and 0 < int(key) <= len(self._tiles):
            self._pick(self._tiles[int(key) - 1].view.code)
        else:
            super().keyPressEvent(event)

    def _build_left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(_EDGE, Space.WIDE, Space.WIDE, Space.EDGE)
        column.setSpacing(Space.CONTROL)
        column.addWidget(TextLabel(self._keeper, self._view.scheme, size=Size.NUMBER, weight=Weight.TITLE))
        column.addWidget(TextLabel(self._keeper, words("unlock.who"), size=Size.LABEL, tone=Tone.MUTED))
        column.addSpacing(Space.EDGE)
        column.addWidget(self._build_people(), 10)
        self.passphrase = PassphraseField(self._keeper, words("unlock.passphrase"), parent=self)
        self.passphrase.entered.connect(self._unlock)
        self._code = Field(self._keeper, words("unlock.recovery_code"), hint=words("unlock.recovery_hint"), parent=self)
        self._code.entered.connect(self._unlock)
        self._code.hide()
        column.addWidget(self.passphrase)
        column.addWidget(self._code)
        buttons = QHBoxLayout()
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

    def _build_people(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(Space.TINY, Space.TINY, Space.TINY, Space.TINY)
        grid.setSpacing(Space.CARD)
        for place, person in enumerate(self._view.people):
            tile = PersonTile(self._keeper, person, holder)
            tile.picked.connect(self._pick)
            self._tiles.append(tile)
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        scroll = Scroller(holder, self)
        scroll.setMaximumHeight(holder.sizeHint().height() + Space.CONTROL)
        return scroll

    def _build_side(self) -> Panel:
        side = Panel(self._keeper, self, flat=True)
        side.setFixedWidth(self._keeper.px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.CARD)
        self._time = ClockLabel(self._keeper, parent=side)
        self._day = TextLabel(self._keeper, weight=Weight.CONTROL)
        column.addWidget(self._time)
        column.addWidget(self._day)
        for line in self._view.overdue:
            column.addWidget(
                TextLabel(self._keeper, line, size=Size.TITLE, weight=Weight.TITLE, tone=Tone.AMBER, wrap=True)
            )
        if self._view.open_visits:
            column.addWidget(TextLabel(self._keeper, words("unlock.open", count=self._view.open_visits)))
        if self._view.locked_at:
            column.addWidget(TextLabel(self._keeper, words("unlock.kept")))
            column.addWidget(TextLabel(self._keeper, words("unlock.locked_at", time=self._view.locked_at)))
        column.addStretch(1)
        return side

    def _pick(self, code: str) -> None:
        for tile in self._tiles:
            tile.setChecked(tile.view.code == code)
        self._person = code
        self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self) -> None:
        if self._recovering:
            self._set_busy(True)
            self.recovery_wanted.emit(self._code.text)
        elif self.passphrase.text and self._tiles:
            self._set_busy(True)
            self.unlock_wanted.emit(self._person, self.passphrase.text)

    def _set_busy(self, busy: bool) -> None:
        self._open.setEnabled(not busy)
        self._open.set_words(words("unlock.opening" if busy else "unlock.unlock"))

    def _toggle_recovery(self) -> None:
        self._recovering = not self._recovering
        self._code.setVisible(self._recovering)
        self.passphrase.setVisible(not self._recovering)
        self._other.set_words(words("unlock.use_passphrase" if self._recovering else "unlock.use_recovery"))
        (self._code if self._recovering else self.passphrase).edit.setFocus()

    def _tick(self) -> None:
        now = self._clock()
        self._time.set_time(clock_text(now))
        self._day.setText(day_text(now))
