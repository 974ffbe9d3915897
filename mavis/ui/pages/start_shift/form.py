"""The questions at the start of a shift: times and place, who is here, what is on, what is on the bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mavis.ui.look.tokens import Space
from mavis.ui.pages.start_shift.counted_line import CountedLine
from mavis.ui.pages.start_shift.fields import ShiftFields
from mavis.ui.pages.start_shift.night_form import NightForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.start_shift.page import StartShiftPresenter
    from mavis.ui.widgets.field import Field


class StartForm(NightForm):
    """Shows the plan and hands on each change of it; it never starts anything."""

    fields_done = Signal()
    """Enter was pressed in the last field, and it is right."""

    def __init__(self, keeper: ThemeKeeper, presenter: StartShiftPresenter, parent: QWidget | None = None) -> None:
        """Lay the fields out above the rows; ``show_plan`` fills all."""
        super().__init__(keeper, presenter, parent)
        self._start = presenter
        self.fields = ShiftFields(keeper, self._take, self)
        self.fields.done.connect(self.fields_done)
        self.counted = CountedLine(keeper, self)
        self.counted.used.connect(self._turn)
        top = QVBoxLayout()
        top.setSpacing(keeper.px(Space.CONTROL))
        top.addWidget(self.fields)
        top.addWidget(self.counted)
        self._rows.addLayout(top, 0, 1)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self.fields.show_values(self._start.fields())
        self.show_hours()
        super().refresh()

    def show_hours(self) -> None:
        """Show how long the night will be, which grows less while a late start waits, and from when it counts."""
        if self._start.plan is not None:
            counted = self._start.counted
            self.fields.show_hours(counted.hours(), counted.title())
            self.counted.say(counted.sentence(), counted.other())

    def press(self, letter: str) -> bool:
        """Use a letter or the digit of a field; False when nothing has it."""
        return bool(letter) and (self.counted.press(letter) or self.fields.go_to(letter) or super().press(letter))

    def first_wrong(self) -> Field | None:
        """The first field to put right, if any."""
        return self.fields.first_wrong()

    def _turn(self) -> None:
        self._start.counted.turn()
        self.show_hours()

    def _take(self, name: str, text: str) -> str:
        if self._start.plan is None:
            return ""
        wrong = self._start.type_field(name, text)
        if not wrong:
            self.refresh()
        return wrong
