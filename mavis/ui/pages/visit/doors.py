"""The sections that few visits need: with large text a line each where they would be, until somebody opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.form import VisitForm
    from mavis.ui.pages.visit.panels import VisitPanels


class SectionDoor(QWidget):
    """One line: the name of a section and its digit, in the column of the answers."""

    used = Signal()

    def __init__(self, keeper: ThemeKeeper, section: Section) -> None:
        """Stand where the section would begin."""
        super().__init__()
        self._keeper = keeper
        name = words(f"visit.section.{section.value}")
        button = Button(keeper, name, keys=keys_of(f"visit.{section.value}"), parent=self)
        button.used.connect(self.used)
        self._row = QHBoxLayout(self)
        self._row.addWidget(button)
        self._row.addStretch(1)
        keeper.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Begin where the answers begin."""
        self._row.setContentsMargins(self._keeper.px(LABEL_WIDTH), 0, 0, 0)


class SectionDoors(QObject):
    """Nobody who reads down the page misses a section: what is not open says that it is there.

    At the usual size the rail has the name of each section, and the first ways of leaving are seen from care: a line
    between them would cost whoever has a mouse a click.
    """

    wanted = Signal(object)
    """The section that somebody wants to open."""

    def __init__(self, keeper: ThemeKeeper, form: VisitForm, panels: VisitPanels) -> None:
        """Put a line where each of the sections begins."""
        super().__init__(form)
        self._keeper = keeper
        self._panels = panels
        self._opened: set[Section] = set()
        self._doors = {section: SectionDoor(keeper, section) for section in (Section.ALCOHOL, Section.SAFETY)}
        for section, door in self._doors.items():
            form.add_part(section, door)
            door.used.connect(lambda section=section: self.wanted.emit(section))
        keeper.changed.connect(self._show)
        self._show()

    def open(self, section: Section) -> None:
        """Show a section, whose panel is there, in the place of its line."""
        self._opened.add(section)
        self._show()

    def shut(self) -> None:
        """Another visit is shown: nothing of it was opened yet."""
        self._opened.clear()
        self._show()

    def _show(self) -> None:
        for section, door in self._doors.items():
            panel, is_open = self._panels.of(section), section in self._opened
            door.setVisible(not is_open and self._keeper.theme.is_large)
            if panel is not None:
                panel.setVisible(is_open)
