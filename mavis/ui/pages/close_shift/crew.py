"""The hours of the crew: a row for each person with the times to type over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.name_row import NameRow
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.close_shift.hours import CrewHours, CrewLine

_FIELD = 92
_WIDE_FIELD = 140


class CrewPanel(Panel):
    """Name, from, until, hours; an empty "until" means still aboard and shows the time it is counted to."""

    mend_wanted = Signal(int)
    """The place in the crew of somebody who is to be put right."""

    def __init__(self, keeper: ThemeKeeper, hours: CrewHours, parent: QWidget | None = None) -> None:
        """Begin without anybody."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self.hours = hours
        self._rows: list[tuple[NameRow, Field, Field, TextLabel]] = []
        self.wrong: dict[Field, str] = {}
        """What to type into each time that cannot be, and is therefore not taken."""
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CARD)
        column.setSpacing(Space.CONTROL)
        head = QHBoxLayout()
        head.setSpacing(Space.CONTROL)
        head.addWidget(TextLabel(keeper, words("close.crew.title"), size=Size.LABEL, weight=Weight.TITLE))
        self._total = TextLabel(keeper, tone=Tone.MUTED)
        head.addWidget(self._total, 1)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.CONTROL)
        self._grid.setVerticalSpacing(Space.CONTROL)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self._how = TextLabel(keeper, size=Size.CAPTION, tone=Tone.MUTED, wrap=True)
        column.addWidget(self._how)
        self.add = Button(keeper, words("close.crew.add"), icon=IconName.PLUS, parent=self)
        """Leads to where somebody who is missing is ticked or added."""
        column.addWidget(self.add)
        self._note = Note(keeper, self)
        self._note.hide()
        column.addWidget(self._note)
        column.addStretch(1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_rows)

    def refresh(self) -> None:
        """Show the hours as they are; a field that is being typed in is left alone.

        Helpers who were not shown before follow in a turn of their own: their fields take longer than all else here.
        """
        lines = self.hours.lines()
        if len(self._rows) < len(lines):
            self._later.start()
        for (who, since, until, given), line in zip(self._rows, lines, strict=False):
            who.set_content(line.name, line.duty, words("close.crew.mend", name=line.name, duty=line.duty))
            since.edit.setAccessibleName(words("close.crew.since", name=line.name))
            until.edit.setAccessibleName(words("close.crew.until", name=line.name))
            _show(since, line.since)
            _show(until, line.until)
            until.edit.setPlaceholderText(self.hours.now())
            given.setText(line.hours)
        for at, row in enumerate(self._rows):
            for part in row:
                part.setVisible(at < len(lines))
        self._how.setText(self.hours.how())
        self._how.setVisible(bool(lines))
        self._total.setText(self.hours.total() if lines else words("close.crew.nobody"))

    def flush(self) -> None:
        """Keep what is half typed."""
        for at in range(min(len(self._rows), len(self.hours.lines()))):
            self._look(at)

    def _add_rows(self) -> None:
        for at, line in enumerate(self.hours.lines()):
            if at == len(self._rows):
                self._add_row(at, line)
        self.refresh()

    def _add_row(self, at: int, line: CrewLine) -> None:
        who = NameRow(self._keeper, self)
        who.used.connect(lambda: self.mend_wanted.emit(at))
        since = self._field(at, line.since)
        until = self._field(at, line.until)
        until.edit.setAccessibleDescription(words("close.crew.aboard"))
        given = TextLabel(self._keeper, weight=Weight.TITLE)
        given.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        given.setMinimumWidth(self._keeper.px(64))
        row = (who, since, until, given)
        for column, part in enumerate(row):
            self._grid.addWidget(part, at, column)
        self._rows.append(row)

    def _field(self, at: int, text: str) -> Field:
        field = Field(self._keeper, "", noted=False, parent=self)
        field.edit.is_figure = True

        def wear() -> None:
            field.setFixedWidth(self._keeper.px(_WIDE_FIELD if "(" in text else _FIELD))

        wear()
        self._keeper.changed.connect(while_there(field, wear))
        field.edit.editingFinished.connect(lambda: self._look(at))
        field.entered.connect(self.focusNextChild)
        return field

    def _look(self, at: int) -> None:
        _who, since, until, _given = self._rows[at]
        for field, take in ((since, self.hours.type_since), (until, self.hours.type_until)):
            if not (field.is_typed or field in self.wrong):
                continue
            what = take(at, field.text)
            field.set_state(FieldState.ERROR if what else FieldState.PLAIN)
            self.wrong.pop(field, None)
            if what:
                self.wrong[field] = what
            else:
                field.hold()
        self._note.say(FieldState.ERROR, next(iter(self.wrong.values()), ""))
        self._note.setVisible(bool(self.wrong))
        self.refresh()


def _show(field: Field, text: str) -> None:
    typing = field.edit.hasFocus() and field.is_typed
    if not typing and field.edit.property("state") != FieldState.ERROR.value:
        field.set_text(text)
