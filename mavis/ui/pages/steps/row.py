"""One step of a column: its question at the left, chips, a field, a list or plain words at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_in, letters
from mavis.ui.look.tokens import TARGET, Space, Weight
from mavis.ui.pages.shared.answers import fit_columns
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.pages.shared.note_way import LineWay, NoteWay
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.presenters.steps.column import StepKind
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Field, TextArea
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.text import SectionHeader, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.steps.column import Step, StepState

_UNANSWERED = ("not_known", "refused")
_WIDE_LABEL = 380


class StepRow(QWidget):
    """A step without an answer of its own; the kinds below add one."""

    chosen = Signal(str, bool)
    typed = Signal(str)

    def __init__(self, keeper: ThemeKeeper, step: Step, parent: QWidget) -> None:
        """Put the question at the left of ``answer``, which the kinds make."""
        super().__init__(parent)
        self.step = step
        self.field: QLineEdit | TextArea | None = None
        """What takes the keyboard, for the kinds that are typed."""
        self._keeper = keeper
        self._header = SectionHeader(keeper, step.title, minor=not step.leading, parent=self)
        speak_as(self, Role.Grouping)
        self.setAccessibleName(step.title)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._header, 0, 0, Qt.AlignmentFlag.AlignVCenter if step.wide else Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._make(), 0, 1)

    def show_state(self, state: StepState) -> None:
        """Show what stands in it."""

    def press_key(self, _key: str) -> bool:
        """Use the choice of a letter; False when there is none."""
        return False

    def has_key(self, _key: str) -> bool:
        """Whether a letter is one of its choices."""
        return False

    def flush(self) -> None:
        """Hand on what is half typed."""

    def clear(self) -> None:
        """Empty the field; nothing is handed on."""

    def set_live(self, live: bool) -> None:
        """Show whether the letters are its own."""
        self._header.set_live(live)

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._header.setFixedWidth(self._label_width(room))

    def _label_width(self, room: int) -> int:
        """What the question has at the left: a column for a word or two, or where it is wide up to half the room."""
        return min(self._keeper.px(_WIDE_LABEL), room // 2) if self.step.wide else self._keeper.px(LABEL_WIDTH)

    def _make(self) -> QWidget:
        raise TypeError(self.step.kind)


class ChoiceRow(StepRow):
    """Chips."""

    def _make(self) -> QWidget:
        keys, actions = letters(), self.step.actions.items()
        views = [ChipView(code, words(f"chips.{action}"), key=keys[action]) for code, action in actions]
        self.grid = ChoiceGrid(
            self._keeper,
            self.step.title,
            views,
            columns=self.step.columns,
            exclusive=self.step.one,
            parent=self,
        )
        self.grid.chosen.connect(self.chosen)
        return self.grid

    def show_state(self, state: StepState) -> None:
        """Show the chosen chips; not known and refused stand under the question."""
        self.grid.set_chosen(state.chosen)
        without_chip = state.chosen - self.step.actions.keys()
        unanswered = next((code for code in _UNANSWERED if code in without_chip), "")
        self._header.set_how(words(f"visit.unanswered.{unanswered}") if unanswered else state.text)

    def press_key(self, key: str) -> bool:
        """Use the chip of a letter."""
        return self.grid.press_key(key)

    def has_key(self, key: str) -> bool:
        """Whether a chip has the letter."""
        return self.grid.chip_for_key(key) is not None

    def set_live(self, live: bool) -> None:
        """Frame the letters too."""
        super().set_live(live)
        self.grid.set_live(live)

    def fit(self, room: int) -> None:
        """As many chips beside each other as fit with all their words."""
        super().fit(room)
        fit_columns(self.grid, self.step.columns, room - self._label_width(room) - 2 * Space.CONTROL)


class TypedRow(StepRow):
    """A line or several lines to type, saved as they are typed."""

    def press_key(self, key: str) -> bool:
        """Put the keyboard into a note with the letter that it has."""
        if self.field is None or not self.has_key(key):
            return False
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def has_key(self, key: str) -> bool:
        """Whether a note has the letter."""
        return bool(key) and key == self._key

    @property
    def _key(self) -> str:
        return keys_in(self.step.place).get(f"{self.step.place}.{self.step.id}", "")

    def _make(self) -> QWidget:
        if self.step.kind is StepKind.NOTE:
            self._header.set_how(words("visit.press_to_write", key=self._key))
            self._area = TextArea(self._keeper, self.step.title, hint=self.step.hint, parent=self)
            self._typing = Typing(self.typed.emit, self._area)
            self._area.textChanged.connect(self._area_typed)
            self.field = self._area
            holder = QWidget(self)
            below = QVBoxLayout(holder)
            below.setContentsMargins(0, 0, 0, 0)
            below.addWidget(self._area)
            below.addWidget(NoteWay(self._keeper, self._area, holder))
            return holder
        self._line = Field(self._keeper, "", hint=self.step.hint, noted=False, parent=self)
        self._line.edit.setAccessibleName(self.step.title)
        LineWay(self._line.edit)
        self._line.edit.goes_on = not self.step.one_fact
        self._line.edit.is_figure = self.step.one_fact
        self._typing = Typing(self.typed.emit, self._line.edit)
        self._line.typed.connect(self._typing.typed)
        self.field = self._line.edit
        return self._line

    def show_state(self, state: StepState) -> None:
        """Show the text, unless somebody is typing it."""
        if self.field is not None and not self.field.hasFocus():
            self._set(state.text)

    def flush(self) -> None:
        """Hand on what is half typed."""
        self._typing.flush()

    def clear(self) -> None:
        """Empty the field."""
        self._set("")

    def fit(self, room: int) -> None:
        """A note is two targets high."""
        super().fit(room)
        if self.step.kind is StepKind.NOTE:
            self._area.setFixedHeight(self._keeper.px(2 * TARGET))

    def _set(self, text: str) -> None:
        if self.step.kind is StepKind.NOTE:
            self._area.blockSignals(True)
            self._area.set_text(text)
            self._area.blockSignals(False)
        else:
            self._line.set_text(text)

    def _area_typed(self) -> None:
        self._typing.typed(self._area.toPlainText())


class ListRow(StepRow):
    """Things to pick, each over the whole width."""

    def _make(self) -> QWidget:
        self._picks: list[PickRow] = []
        holder = QWidget(self)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        return holder

    def show_state(self, state: StepState) -> None:
        """Show the items; the one that is open now has its words told apart by the row that follows."""
        while len(self._picks) < len(state.items):
            pick = PickRow(self._keeper, self, whole=True)
            pick.opened.connect(lambda code: self.chosen.emit(code, True))
            self._picks.append(pick)
            self._column.addWidget(pick)
        for place, pick in enumerate(self._picks):
            pick.setVisible(place < len(state.items))
            if place < len(state.items):
                pick.set_content(*state.items[place])


class WordsRow(StepRow):
    """Words to read."""

    def _make(self) -> QWidget:
        self._label = TextLabel(self._keeper, weight=Weight.CONTROL, wrap=True, parent=self)
        return self._label

    def show_state(self, state: StepState) -> None:
        """Show the words."""
        self._label.setText(state.text)


_ROWS = {
    StepKind.CHOICE: ChoiceRow,
    StepKind.LINE: TypedRow,
    StepKind.NOTE: TypedRow,
    StepKind.LIST: ListRow,
    StepKind.WORDS: WordsRow,
}


def make_row(keeper: ThemeKeeper, step: Step, parent: QWidget) -> StepRow:
    """The row of a step, by its kind."""
    return _ROWS[step.kind](keeper, step, parent)
