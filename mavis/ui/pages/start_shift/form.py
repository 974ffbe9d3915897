"""The questions at the start of a shift: times and place, who is here, what is on, what is on the bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mavis.domain.shift.shift import called
from mavis.system.wording import words
from mavis.ui.keys.enter_key import GoOn
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.pages.start_shift.add_somebody import AddSomebody
from mavis.ui.pages.start_shift.fields import ShiftFields
from mavis.ui.presenters.start_shift.page import ADD
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.text import Divider, SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.start_shift.page import Option, StartShiftPresenter
    from mavis.ui.widgets.field import Field

LABEL_WIDTH = 120
_ROWS = {"crew": 1, "tonight": 4, "kit": 6}
_ADD_ROW, _LINES = 2, (3, 5)
_FEW, _FEW_COLUMNS, _MANY_COLUMNS, _LEAST = 8, 4, 5, 190


class StartForm(QWidget):
    """Shows the plan and hands on each change of it; it never starts anything."""

    changed = Signal()
    go = Signal()
    """Enter was pressed on a chip."""
    fields_done = Signal()
    """Enter was pressed in a field that is right."""
    unfolded = Signal(object)
    """A part that was opened and is to be seen."""
    folded = Signal()
    """The fields of somebody new were put away."""

    def __init__(self, keeper: ThemeKeeper, presenter: StartShiftPresenter, parent: QWidget | None = None) -> None:
        """Lay the rows out; ``show_plan`` fills them."""
        super().__init__(parent)
        self._keeper = keeper
        self._start = presenter
        self._grids: dict[str, ChoiceGrid] = {}
        self._headers: dict[str, SectionHeader] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, Space.EDGE, Space.CONTROL)
        self._rows.setVerticalSpacing(Space.CARD)
        self._rows.setHorizontalSpacing(0)
        self._rows.setColumnStretch(1, 1)
        self._going_on = GoOn(self)
        self._going_on.pressed.connect(self.go)
        self.fields = ShiftFields(keeper, self._take, self)
        self.fields.done.connect(self.fields_done)
        self.add = AddSomebody(keeper, lambda name: called(presenter.roster, name), self)
        self.add.hide()
        self.add.done.connect(self.step_back)
        self._build_rows()

    def show_plan(self) -> None:
        """Show the plan and everybody who can be ticked."""
        self._show_grid("crew", self._start.crew(), self._tick_crew)
        self._show_grid("tonight", self._start.events(), self._start.tick_event)
        self._show_grid("kit", self._start.kit(), self._start.tick_kit)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        start = self._start
        options = {"crew": start.crew(), "tonight": start.events(), "kit": start.kit()}
        for name, shown in options.items():
            chosen = {option.code for option in shown if option.ticked}
            self._grids[name].set_chosen(chosen if self.add.isHidden() else chosen | {ADD})
        for name in ("crew", "kit"):
            real = options[name][:-1]
            some = sum(option.ticked for option in real)
            self._headers[name].set_how(words("start.some_of", some=some, all=len(real)))
        self._headers["tonight"].set_how(words("start.events"))
        self.fields.show_values(start.fields())
        self.show_hours()
        self.changed.emit()

    def show_hours(self) -> None:
        """Show how long the night will be, which grows less while a late start waits."""
        if self._start.plan is not None:
            self.fields.show_hours(self._start.hours(), from_now=self._start.is_late)

    def fit(self, width: int) -> None:
        """Lay out for a page of so many real pixels."""
        label = self._keeper.px(LABEL_WIDTH)
        room = width - label - 2 * Space.EDGE
        for grid in self._grids.values():
            most = _FEW_COLUMNS if len(grid.chips) <= _FEW else _MANY_COLUMNS
            grid.set_columns(columns_for(self._keeper, room, most, _LEAST))
        self._rows.setColumnMinimumWidth(0, label)
        self.add.fit(room)

    def press(self, letter: str) -> bool:
        """Use a letter or the digit of a field; False when nothing has it."""
        if not letter:
            return False
        return self.fields.go_to(letter) or any(grid.press_key(letter) for grid in self._grids.values())

    def begins_on(self, focused: QWidget | None) -> bool:
        """Whether Enter begins the shift from this part: it does on each chip but the one that adds."""
        chips = (chip for grid in self._grids.values() for chip in grid.chips if chip.view.code != ADD)
        return any(chip is focused for chip in chips)

    def step_back(self) -> bool:
        """Fold the fields of somebody new in, what was typed stays; False when they are not shown."""
        if self.add.isHidden():
            return False
        self._tick_crew(ADD, False)
        self.refresh()
        self.folded.emit()
        return True

    def first_wrong(self) -> Field | None:
        """The first field to put right, if any."""
        return self.fields.first_wrong()

    def _build_rows(self) -> None:
        self._rows.addWidget(self.fields, 0, 1)
        self._rows.addWidget(self.add, _ADD_ROW, 1)
        for name, row in _ROWS.items():
            self._headers[name] = SectionHeader(self._keeper, words(f"start.{name}"), parent=self)
            self._rows.addWidget(self._headers[name], row, 0, Qt.AlignmentFlag.AlignTop)
        for row in _LINES:
            line = QHBoxLayout()
            line.setContentsMargins(Space.EDGE, 0, 0, 0)
            line.addWidget(Divider(self._keeper, self))
            self._rows.addLayout(line, row, 0, 1, 2)
        self._rows.setRowStretch(max(_ROWS.values()) + 1, 1)

    def _show_grid(self, name: str, options: Sequence[Option], ticked: Callable[[str, bool], None]) -> None:
        old = self._grids.pop(name, None)
        if old is not None:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        views = [ChipView(option.code, option.words, option.key, option.second) for option in options]
        title = words(f"start.{name}")
        grid = ChoiceGrid(self._keeper, title, views, columns=_FEW_COLUMNS, exclusive=False, parent=self)
        grid.chosen.connect(ticked)
        grid.chosen.connect(self.refresh)
        self._going_on.watch(chip for chip in grid.chips if chip.view.code != ADD)
        self._grids[name] = grid
        self._rows.addWidget(grid, _ROWS[name], 1)

    def _take(self, name: str, text: str) -> str:
        if self._start.plan is None:
            return ""
        wrong = self._start.type_field(name, text)
        if not wrong:
            self.refresh()
        return wrong

    def _tick_crew(self, code: str, on: bool) -> None:
        if code != ADD:
            self._start.tick_crew(code, on)
            return
        self.add.setVisible(on)
        if on:
            self.add.name.edit.setFocus()
            self.unfolded.emit(self.add)
