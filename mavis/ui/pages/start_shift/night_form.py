"""Who is here, what is on and what is on the bus, to be ticked: at the start of a shift, and all night."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mavis.domain.shift.shift import called
from mavis.system.wording import words
from mavis.ui.keys.enter_key import GoOn
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.pages.start_shift.add_somebody import AddSomebody
from mavis.ui.presenters.start_shift.options import ADD
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.text import Divider, SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.domain.shift.shift import CrewPerson
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.start_shift.options import Option

LABEL_WIDTH = 120
_ROWS = {"crew": 1, "tonight": 4, "kit": 6}
_ADD_ROW, _LINES = 2, (3, 5)
_FEW, _FEW_COLUMNS, _MANY_COLUMNS, _LEAST = 8, 4, 5, 190


class Night(Protocol):
    """A night whose rows can be ticked."""

    roster: tuple[CrewPerson, ...]

    def crew(self) -> tuple[Option, ...]:
        """Everybody who helps, and *Add somebody*."""

    def events(self) -> tuple[Option, ...]:
        """What can be special about it."""

    def kit(self) -> tuple[Option, ...]:
        """What should be on the bus, and *All there*."""

    def tick_crew(self, person_id: str, on: bool) -> None:
        """Somebody is here, or is not."""

    def tick_event(self, code: str, on: bool) -> None:
        """Something is special, or is not."""

    def tick_kit(self, code: str, on: bool) -> None:
        """A thing is on the bus, or is not."""


class NightForm(QWidget):
    """Shows a night and hands on each tick; it never starts anything."""

    changed = Signal()
    go = Signal()
    """Enter was pressed on a chip."""
    unfolded = Signal(object)
    """A part that was opened and is to be seen."""
    folded = Signal()
    """The fields of somebody new were put away."""

    def __init__(self, keeper: ThemeKeeper, night: Night, parent: QWidget | None = None) -> None:
        """Lay the rows out; ``show_plan`` fills them."""
        super().__init__(parent)
        self._keeper = keeper
        self._night = night
        self._grids: dict[str, ChoiceGrid] = {}
        self._headers: dict[str, SectionHeader] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, Space.EDGE, Space.CONTROL)
        self._rows.setVerticalSpacing(Space.CARD)
        self._rows.setHorizontalSpacing(0)
        self._rows.setColumnStretch(1, 1)
        self._going_on = GoOn(self)
        self._going_on.pressed.connect(self.go)
        self.add = AddSomebody(keeper, lambda name: called(night.roster, name), self)
        self.add.hide()
        self.add.done.connect(self.step_back)
        self.add.grown.connect(lambda: self.unfolded.emit(self.add))
        self._build_rows()

    def show_plan(self) -> None:
        """Show the night afresh, and everybody who can be ticked."""
        self._show_grid("crew", self._night.crew(), self._tick_crew)
        self._show_grid("tonight", self._night.events(), self._night.tick_event)
        self._show_grid("kit", self._night.kit(), self._night.tick_kit)
        self.refresh()

    def refresh(self) -> None:
        """Show the ticks as they are now."""
        night = self._night
        options = {"crew": night.crew(), "tonight": night.events(), "kit": night.kit()}
        for name, shown in options.items():
            chosen = {option.code for option in shown if option.ticked}
            self._grids[name].set_chosen(chosen if self.add.isHidden() else chosen | {ADD})
        for name in ("crew", "kit"):
            real = options[name][:-1]
            some = sum(option.ticked for option in real)
            self._headers[name].set_how(words("start.some_of", some=some, all=len(real)))
        self._headers["tonight"].set_how(words("start.events"))
        self.changed.emit()

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
        """Use a letter; False when nothing has it."""
        return bool(letter) and any(grid.press_key(letter) for grid in self._grids.values())

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

    def _build_rows(self) -> None:
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

    def _tick_crew(self, code: str, on: bool) -> None:
        if code != ADD:
            self._night.tick_crew(code, on)
            return
        self.add.setVisible(on)
        if on:
            self.add.name.edit.setFocus()
            self.unfolded.emit(self.add)
