"""What is missing before the shift closes: a row for each kind, and the counters answered in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.presenters.close_shift.missing import flags_left_open, title_of, uncounted_kinds
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.row import ActionRow, ActionView
from mavis.ui.widgets.scroller import show_from_top, show_whole
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.close_shift.missing import MissingLine
    from mavis.ui.presenters.close_shift.page import CloseShiftPresenter

_ICONS = {Gap.REFERRAL_NOT_ANSWERED: IconName.SHIELD, Gap.TALLY_NOT_COUNTED: IconName.DROP}
_COLUMNS, _FEWER = 4, 2
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TallyAnswers(QWidget):
    """A field for each counter that nobody touched; empty stays "not counted", which is not 0."""

    done = Signal()
    """Every counter is answered; what holds the fields is about to go."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """Closed at first."""
        super().__init__(parent)
        self._keeper = keeper
        self._close = presenter
        self.fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, Space.CONTROL)
        self._grid.setSpacing(Space.CARD)
        keeper.changed.connect(self._place)
        self.hide()

    def open(self) -> None:
        """Show a field for each counter that has no answer now, and go to the first."""
        kinds = uncounted_kinds(self._close.desk)
        if not kinds:
            return
        for field in self.findChildren(QWidget):
            field.hide()
            field.deleteLater()
        self.fields = {kind: self._field(kind, name) for kind, name in kinds}
        self._place()
        foot = QHBoxLayout()
        foot.addWidget(TextLabel(self._keeper, words("close.tally.how"), tone=Tone.MUTED, wrap=True), 1)
        keys = keys_of("close.all_zero")
        zero = Button(self._keeper, words("close.tally.all_zero"), icon=IconName.TICK, keys=keys)
        zero.used.connect(self.say_zero)
        foot.addWidget(zero)
        self._grid.addLayout(foot, len(kinds) + 1, 0, 1, _COLUMNS)
        self.show()
        next(iter(self.fields.values())).edit.setFocus()
        show_whole(self)

    def _place(self) -> None:
        """Four beside each other, or two when the text is larger than usual."""
        columns = _COLUMNS if self._keeper.theme.text_percent == SMALLEST_TEXT else _FEWER
        for at, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)

    def flush(self) -> None:
        """Keep what is half typed."""
        for kind in self.fields if self.isVisible() else ():
            self._look(kind)

    def show_counts(self) -> None:
        """Show what the counters hold now, as after Undo; what somebody types stays.

        A look at what is missing may come back when the shift is closed already, and the desk holds none any more.
        """
        held = self._close.desk.tallies
        for kind, field in self.fields.items():
            if kind in held and not field.is_typed:
                count = held[kind].count
                field.set_text("" if count is None else str(count))

    def _field(self, kind: str, name: str) -> Field:
        field = Field(self._keeper, name, hint=words("close.tally.not_counted"), noted=False, parent=self)
        field.edit.is_figure = True
        field.edit.editingFinished.connect(lambda: self._look(kind))
        field.entered.connect(lambda: None if self._look(kind) else self._go_on())
        return field

    def _look(self, kind: str) -> str:
        """Take what was typed; returns what is wrong with it, which keeps the keyboard there."""
        field = self.fields[kind]
        wrong = self._close.type_tally(kind, field.text) if field.is_typed else ""
        field.set_state(FieldState.ERROR if wrong else FieldState.PLAIN, wrong)
        if not wrong:
            field.hold()
        return wrong

    def say_zero(self) -> None:
        """The empty ones were 0, as one step; opens the fields first, so that one sees which."""
        if self.isHidden():
            self.open()
            return
        wrong = [kind for kind, field in self.fields.items() if self._look(kind)]
        empty = [kind for kind, field in self.fields.items() if not field.text.strip()]
        for kind in empty:
            self.fields[kind].set_text("0")
        if empty:
            self._close.desk.answer_tally(empty[0], 0, *empty[1:])
        if wrong:
            self.fields[wrong[0]].edit.setFocus()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """On to the next counter; once each has an answer, to what else is to be done."""
        if uncounted_kinds(self._close.desk):
            self.focusNextChild()
        else:
            self.done.emit()
            self.hide()


class MissingPanel(Panel):
    """How many things are missing, and what to do about each."""

    visit_wanted = Signal(str, str)
    """The visit, and the question that nobody has answered."""
    put_right = Signal()
    """What had the keyboard is missing no more, and its row has gone."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """Say that it is being looked up."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self._close = presenter
        self._rows: list[ActionRow] = []
        self._lines: Sequence[MissingLine] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CONTROL)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(Space.CONTROL)
        head.setContentsMargins(0, 0, 0, Space.CARD)
        self._title = TextLabel(keeper, words("close.missing.looking"), size=Size.LABEL, weight=Weight.TITLE)
        self._how = TextLabel(keeper, tone=Tone.MUTED, parent=self)
        head.addWidget(self._title)
        head.addWidget(self._how, 1)
        self._key = KeyCap(keeper, keys_of("close.missing"), self)
        head.addWidget(self._key)
        self._fit()
        keeper.changed.connect(self._fit)
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.answers = TallyAnswers(keeper, presenter, self)
        column.addWidget(self.answers)
        self.left_open = TextLabel(keeper, tone=Tone.MUTED, wrap=True, parent=self)
        self.left_open.setContentsMargins(0, Space.CONTROL, 0, 0)  # below the ring of the last row
        column.addWidget(self.left_open)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that is missing, its title in sight; nothing happens when nothing is."""
        if self.something:
            self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)
            show_from_top(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up go from line to line; behind the last and before the first they scroll, as they do anywhere."""
        shown = [row for row in self._rows if row.isVisible()]
        here = next((at for at, row in enumerate(shown) if row.hasFocus()), -1)
        there = here + _STEPS.get(event.key(), 0)
        if here < 0 or there == here or there not in range(len(shown)):
            super().keyPressEvent(event)
            return
        shown[there].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def something(self) -> bool:
        """Whether anything is missing, as far as is known."""
        return bool(self._lines)

    @property
    def title(self) -> str:
        """How many things are missing, in words."""
        return self._title.text()

    def refresh(self) -> None:
        """Show what is missing now; rows keep their places."""
        lines = self._close.missing()
        if lines is None:
            return
        self._lines = lines
        self.answers.show_counts()
        self._title.setText(title_of(lines))
        self._key.setVisible(bool(lines))
        self._how.setText(words("close.missing.how" if lines else "close.missing.none_how"))
        self.left_open.setText(flags_left_open(self._close.desk, self._close.closers))
        self.left_open.setVisible(bool(self.left_open.text()))
        views = [
            ActionView(line.gap.value, line.words, line.action, _ICONS.get(line.gap, IconName.WARNING))
            for line in lines
        ]
        while len(self._rows) < len(views):
            row = ActionRow(self._keeper, views[len(self._rows)], self)
            row.opened.connect(self._open)
            self._rows.append(row)
            self._list.addWidget(row)
        gone = any(row.hasFocus() for row in self._rows[len(views) :])
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(views))
            if at < len(views):
                row.set_view(views[at])
        if gone:
            self.put_right.emit()

    def _fit(self) -> None:
        self._how.setVisible(self._keeper.theme.text_percent == SMALLEST_TEXT)

    def _open(self, gap: str) -> None:
        line = next(line for line in self._lines if line.gap.value == gap)
        if line.gap is Gap.TALLY_NOT_COUNTED:
            self.answers.open()
        elif line.visit_id:
            self.visit_wanted.emit(line.visit_id, line.question)
