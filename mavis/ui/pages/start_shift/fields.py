"""The fields at the start of a shift: date, from, to and place, each with the key that leads there, and the hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.presenters.shared.typed_times import may_be_time
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

_PLACES = {"day": (0, 0, 1), "start": (0, 1, 1), "end": (0, 2, 1), "parked_at": (0, 3, 1)}
_STRETCHES = (12, 7, 7, 20)
_LARGE_PLACES = {"day": (0, 0, 3), "start": (2, 0, 1), "end": (2, 1, 1), "parked_at": (4, 0, 3)}
_LARGE_STRETCHES = (1, 1)
"""Where each field stands (row, column, columns), and how wide the columns are; the hours stand in one more.

The row below a field is for the sentence that says what is wrong with it.
"""
_TIMES = ("start", "end")
_CAP = 24
_HOURS_WIDTH = 120


class KeyedField(Field):
    """A field that shows at its right end the key that leads there."""

    def __init__(self, keeper: ThemeKeeper, label: str, keys: str, *, hint: str = "") -> None:
        """Empty, under its label."""
        super().__init__(keeper, label, hint=hint, noted=False)
        self._cap = KeyCap(keeper, keys, self.edit)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the cap at the right end, and the words off it."""
        if event.type() is QEvent.Type.Resize:
            self._cap.resize(QSize(1, 1) * self._keeper.px(_CAP))
            air = (self.edit.height() - self._cap.height()) // 2
            self._cap.move(self.edit.width() - self._cap.width() - air // 2, air)
            self.edit.setTextMargins(0, 0, self._cap.width(), 0)
        return super().eventFilter(watched, event)


class ShiftFields(QWidget):
    """Date, from, to, place and the hours between; a wrong one keeps what was typed and says what to type."""

    done = Signal()
    """Enter was pressed in the last field, and it is right."""

    def __init__(self, keeper: ThemeKeeper, take: Callable[[str, str], str], parent: QWidget | None = None) -> None:
        """``take`` gets a field's name and its text, and returns what is wrong with it."""
        super().__init__(parent)
        self._take = take
        self._keeper = keeper
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(keeper.px(Space.EDGE))
        self._grid.setVerticalSpacing(keeper.px(Space.TINY))
        self.fields: dict[str, Field] = {name: self._field(keeper, name) for name in _PLACES}
        self._length = QWidget(self)
        self._title = TextLabel(keeper, words("start.hours"), tone=Tone.MUTED)
        self._hours = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE)
        self._column = QVBoxLayout(self._length)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hours)
        self._note = Note(keeper, self)
        self._note.hide()
        self._wrong = next(iter(_PLACES))
        self.fit()
        keeper.changed.connect(self.fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has done its work in the field, and must not start the shift as well."""
        if not is_enter(event):
            super().keyPressEvent(event)

    def fit(self) -> None:
        """One row, or three when the text is larger than usual; the hours stand at the heights of a field."""
        px = self._keeper.px
        self._title.setContentsMargins(0, 0, 0, px(Space.TINY))
        self._column.setSpacing(px(Space.TINY))
        self._hours.setFixedHeight(px(TARGET))
        self._hours.setMinimumWidth(px(_HOURS_WIDTH))
        places, stretches = self._layout
        for name, (row, column, columns) in places.items():
            self._grid.addWidget(self.fields[name], row, column, 1, columns)
        self._grid.addWidget(self._length, places["end"][0], len(stretches))
        for column in range(len(_STRETCHES) + 1):
            self._grid.setColumnStretch(column, stretches[column] if column < len(stretches) else 0)
        self._stand_under(self._wrong)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill every field that is right and not being typed in."""
        for name, text in values.items():
            edit = self.fields[name].edit
            is_left_alone = edit.property("state") == FieldState.ERROR.value or edit.isModified()
            if not is_left_alone and edit.text() != text:
                self.fields[name].set_text(text)
                edit.setCursorPosition(0)

    def show_hours(self, hours: str, title: str) -> None:
        """Show how long the night will be, below what hours these are."""
        self._title.setText(title)
        self._hours.setText(hours)

    @property
    def hours(self) -> str:
        """How long the night will be, as it is shown."""
        return self._hours.text()

    def first_wrong(self) -> Field | None:
        """The first field that must be put right, after all of them were looked at again."""
        wrong = [field for name, field in self.fields.items() if self._look(name)]
        return wrong[0] if wrong else None

    @property
    def what_is_wrong(self) -> str:
        """What to type into each field that is wrong, which is named where there are several; empty without one."""
        wrong = {field: field.edit.accessibleDescription() for field in self.fields.values()}
        said = [(field.edit.accessibleName(), what) for field, what in wrong.items() if what]
        return said[0][1] if len(said) == 1 else " ".join(f"{name}: {what}" for name, what in said)

    def go_to(self, key: str) -> bool:
        """Give the keyboard to the field of a key; False when no field has it."""
        field = next((field for name, field in self.fields.items() if keys_of(f"start.{name}") == key), None)
        if field is not None:
            field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field is not None

    @property
    def _layout(self) -> tuple[dict[str, tuple[int, int, int]], tuple[int, ...]]:
        usual = self._keeper.theme.text_percent == SMALLEST_TEXT
        return (_PLACES, _STRETCHES) if usual else (_LARGE_PLACES, _LARGE_STRETCHES)

    def _field(self, keeper: ThemeKeeper, name: str) -> Field:
        hint = words("start.parked_hint") if name == "parked_at" else ""
        field = KeyedField(keeper, words(f"start.{name}"), keys_of(f"start.{name}"), hint=hint)
        field.edit.is_figure = name != "parked_at"
        field.edit.editingFinished.connect(lambda: self._look(name))
        field.entered.connect(lambda: self._enter(name))
        field.typed.connect(lambda text: self._typed(name, text))
        return field

    def _enter(self, name: str) -> None:
        """Go on to the next field as Tab does, and from the last one to the start; a wrong one keeps the keyboard."""
        if self._look(name):
            return
        after = list(self.fields)[list(self.fields).index(name) + 1 :]
        if after:
            self.fields[after[0]].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def _look(self, name: str) -> str:
        """Take what stands in a field; a start that is right may put right the end that was typed before it."""
        sentence = self._judge(name)
        for other, field in self.fields.items():
            if not sentence and field.edit.accessibleDescription():
                self._judge(other)
        self._say()
        return sentence

    def _judge(self, name: str) -> str:
        field = self.fields[name]
        field.edit.setModified(False)
        sentence = self._take(name, field.text)
        field.mark(FieldState.ERROR if sentence else FieldState.PLAIN, sentence)
        return sentence

    def _typed(self, name: str, text: str) -> None:
        """Say at once what can become no time; else whoever types on puts it right, and leaving looks again."""
        edit, is_time = self.fields[name].edit, name in _TIMES
        sentence = words("start.error.time") if is_time and not may_be_time(text) else ""
        if sentence != edit.accessibleDescription():
            self.fields[name].mark(FieldState.ERROR if sentence else FieldState.PLAIN, sentence)
            self._say()

    def _say(self) -> None:
        """Say of every wrong field what to type, below the first of them."""
        wrong = [name for name, field in self.fields.items() if field.edit.accessibleDescription()]
        if wrong:
            self._stand_under(wrong[0])
        self._note.say(FieldState.ERROR, self.what_is_wrong)
        self._note.setVisible(bool(wrong))

    def _stand_under(self, name: str) -> None:
        """Put the sentence right below the wrong field; it may be longer than the field."""
        self._wrong = name
        places, stretches = self._layout
        row, column, _columns = places[name]
        self._grid.addWidget(self._note, row + 1, column, 1, len(stretches) + 1 - column)
