"""Parts of the start of a shift: the row of fields, the line that warns, and adding somebody to the crew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mavis.domain.access.roles import Duty
from mavis.system.wording import label, words
from mavis.ui.announce import announce
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.letters import DUTY_KEYS
from mavis.ui.look.icons import IconName, icon_pixmap
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import columns_for, is_large, stack
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

_PLACES = {"day": (0, 0, 1, 1), "start": (0, 1, 1, 1), "end": (0, 2, 1, 1), "parked_at": (0, 3, 1, 1)}
_STRETCHES = (6, 3, 3, 10)
_LARGE_PLACES = {"day": (0, 0, 1, 3), "start": (1, 0, 1, 1), "end": (1, 1, 1, 1), "parked_at": (2, 0, 1, 3)}
_LARGE_STRETCHES = (1, 1)
"""Where each field stands (row, column, rows, columns), and how wide the columns are; the hours stand last."""
_ICON = 24
_DUTY_COLUMNS, _DUTY_LEAST = 4, 170


class WarningLine(QWidget):
    """A sentence worth a look, with its icon; empty when all is well. It never blocks."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._icon = QLabel()
        self._words = TextLabel(keeper, weight=Weight.CONTROL, tone=Tone.AMBER, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CONTROL)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        keeper.changed.connect(self._wear)
        self._wear()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Say another sentence, or nothing."""
        if sentence and sentence != self.sentence:
            announce(self, sentence)
        self._words.setText(sentence)
        self._icon.setVisible(bool(sentence))

    def _wear(self) -> None:
        side, colour = self._keeper.px(_ICON), self._keeper.tokens.tone(Tone.AMBER)
        self._icon.setPixmap(icon_pixmap(IconName.WARNING, colour, side, self.devicePixelRatioF()))


class ShiftFields(QWidget):
    """Date, from, to, place and the hours between; a wrong one keeps what was typed and says what to type."""

    done = Signal()
    """Enter was pressed in a field that is right."""

    def __init__(self, keeper: ThemeKeeper, take: Callable[[str, str], str], parent: QWidget | None = None) -> None:
        """``take`` gets a field's name and its text, and returns what is wrong with it."""
        super().__init__(parent)
        self._take = take
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(keeper.px(Space.EDGE))
        grid.setVerticalSpacing(keeper.px(Space.TINY))
        self._keeper = keeper
        self._grid = grid
        for name in _PLACES:
            self.fields[name] = self._field(keeper, name)
        self._hours = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE)
        self._hours.setMinimumHeight(keeper.px(56))
        self._hours.setMinimumWidth(keeper.px(120))
        self._length = QWidget(self)
        hours = QVBoxLayout(self._length)
        hours.setContentsMargins(0, 0, 0, 0)
        hours.setSpacing(keeper.px(Space.TINY))
        hours.addWidget(TextLabel(keeper, words("start.hours"), tone=Tone.MUTED))
        hours.addWidget(self._hours)
        self._note = Note(keeper, self)
        self._note.hide()
        self.fit()
        keeper.changed.connect(self.fit)

    def fit(self) -> None:
        """One row, or three when the text is larger than usual."""
        usual = self._keeper.theme.text_percent == SMALLEST_TEXT
        places, stretches = (_PLACES, _STRETCHES) if usual else (_LARGE_PLACES, _LARGE_STRETCHES)
        for name, place in places.items():
            self._grid.addWidget(self.fields[name], *place)
        self._grid.addWidget(self._length, places["end"][0], len(stretches))
        self._grid.addWidget(self._note, len(places), 0, 1, len(stretches) + 1)
        for column in range(len(_STRETCHES) + 1):
            self._grid.setColumnStretch(column, stretches[column] if column < len(stretches) else 0)

    def show_values(self, values: Mapping[str, str], hours: str) -> None:
        """Fill every field that is right, and the hours."""
        for name, text in values.items():
            if self.fields[name].edit.property("state") != FieldState.ERROR.value:
                self.fields[name].set_text(text)
                self.fields[name].edit.setCursorPosition(0)
        self._hours.setText(hours)

    def first_wrong(self) -> Field | None:
        """The first field that must be put right, after all of them were looked at again."""
        wrong = [field for name, field in self.fields.items() if self._look(name)]
        return wrong[0] if wrong else None

    def _field(self, keeper: ThemeKeeper, name: str) -> Field:
        hint = words("start.parked_hint") if name == "parked_at" else ""
        field = Field(keeper, words(f"start.{name}"), hint=hint, noted=False, parent=self)
        field.edit.editingFinished.connect(lambda: self._look(name))
        field.entered.connect(lambda: self._enter(name))
        return field

    def _enter(self, name: str) -> None:
        if not self._look(name):
            self.done.emit()

    def _look(self, name: str) -> str:
        field = self.fields[name]
        sentence = self._take(name, field.text)
        field.set_state(FieldState.ERROR if sentence else FieldState.PLAIN)
        field.edit.setAccessibleDescription(sentence)
        if sentence:
            self._stand_under(name)
        if sentence or not any(other.edit.accessibleDescription() for other in self.fields.values()):
            self._note.say(FieldState.ERROR, sentence)
            self._note.setVisible(bool(sentence))
        return sentence

    def _stand_under(self, name: str) -> None:
        """Put the sentence where the wrong field begins; it may be longer than the field."""
        usual = self._keeper.theme.text_percent == SMALLEST_TEXT
        _row, column, *_ = (_PLACES if usual else _LARGE_PLACES)[name]
        self._grid.addWidget(self._note, len(_PLACES), column, 1, -1)


class AddSomebody(Panel):
    """Name, duty and group of somebody who is not on the list yet."""

    wanted = Signal(str, object, str)
    """Name, duty, organisation."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(keeper, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self.name = Field(keeper, words("start.add.name"), hint=words("start.add.name_hint"), noted=False)
        self.organisation = Field(
            keeper, words("start.add.organisation"), hint=words("start.add.organisation_hint"), noted=False
        )
        self._add = Button(keeper, words("start.add.add"), icon=IconName.PLUS, keys="Enter")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.EDGE)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.organisation, 1)
        self._row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(self._row)
        views = [ChipView(duty.value, label(duty), DUTY_KEYS[duty.value]) for duty in Duty]
        self.duty = ChoiceGrid(
            keeper, words("start.add.duty"), views, columns=_DUTY_COLUMNS, exclusive=True, parent=self
        )
        self.duty.set_live(True)
        for chip in self.duty.chips:
            chip.installEventFilter(self)
        column.addWidget(self.duty)
        column.addWidget(TextLabel(keeper, words("start.add.no_passphrase"), tone=Tone.MUTED, wrap=True, parent=self))
        self.name.entered.connect(self._named)
        self.organisation.entered.connect(lambda: self.duty.chips[0].setFocus(Qt.FocusReason.TabFocusReason))
        self._add.used.connect(self.ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter says what they do; outside of this panel letters are those of the page.

        Enter in a field has done its work there, and must not start the shift.
        """
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not is_enter(event) and not (plain and self.duty.press_key(event.text())):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on what they do adds them; Space is what ticks it."""
        if is_enter(event):
            self.ask()
            return True
        return super().eventFilter(watched, event)

    def fit(self, room: int) -> None:
        """Stand beside each other, or under each other when the text is large."""
        stack(self._row, is_large(self._keeper))
        self.duty.set_columns(columns_for(self._keeper, room - 2 * Space.EDGE, _DUTY_COLUMNS, _DUTY_LEAST))

    def clear(self) -> None:
        """Forget what was typed."""
        self.name.set_text("")
        self.organisation.set_text("")
        self.duty.set_chosen(())
        self.name.set_state(FieldState.PLAIN)

    @property
    def is_half_done(self) -> bool:
        """Whether somebody was typed and not added yet."""
        return self.isVisible() and bool(self.name.text.strip())

    def _named(self) -> None:
        if self.name.text.strip():
            self.name.set_state(FieldState.PLAIN)
            self.organisation.edit.setFocus()
        else:
            self.ask()

    def ask(self) -> None:
        """Have what was typed added, or say that a name is missing."""
        if not self.name.text.strip():
            self.name.set_state(FieldState.ERROR, words("start.add.need_name"))
            self.name.edit.setFocus()
            return
        duty = Duty(next(iter(self.duty.chosen_codes), Duty.OTHER))
        self.wanted.emit(self.name.text, duty, self.organisation.text)
