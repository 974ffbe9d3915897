"""Brief advice for people who came again: a period to pick, and below it how many were due and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, install
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import label_width
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.people.repeat_advice import RepeatAdvice
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Panel, SectionHeader, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.people.repeat_advice import Figure


class RepeatAdvicePage(QWidget):
    """Counts when it is entered."""

    left = Signal()

    def __init__(
        self, keeper: ThemeKeeper, desk: Desk, failed: Callable[[Exception], None], parent: QWidget | None = None
    ) -> None:
        """Lay the page out; ``enter`` asks for the figures."""
        super().__init__(parent)
        self._keeper = keeper
        self.figures = RepeatAdvice(desk, while_there(self, self._show), while_there(self, failed))
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("people.advice.title"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        title = words("people.advice.title")
        column.addLayout(_indented(TextLabel(keeper, title, size=Size.TITLE, weight=Weight.TITLE)))
        column.addLayout(_indented(TextLabel(keeper, words("people.advice.how"), tone=Tone.MUTED, wrap=True)))
        column.addLayout(self._build_period())
        panel = Panel(keeper, self)
        self._table = QGridLayout(panel)
        self._table.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        self._table.setVerticalSpacing(Space.CONTROL)
        self._table.setHorizontalSpacing(Space.EDGE)
        self._table.setColumnStretch(1, 1)
        column.addLayout(_indented(panel))
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scroller(keeper, inside, self))
        install(self, Place.REPEAT_ADVICE, {})

    def enter(self) -> None:
        """Count, and give the keyboard to the periods."""
        self.figures.look()
        self.period.chip(self.figures.chosen).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where the page was asked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build_period(self) -> QHBoxLayout:
        title, views = words("people.advice.period"), numbered(self.figures.choices())
        columns = len(views)
        self.period = ChoiceGrid(
            self._keeper, title, views, columns=columns, exclusive=True, own_keys=True, parent=self
        )
        self.period.set_chosen({self.figures.chosen})
        self.period.chosen.connect(lambda code, _on: self._choose(code))
        header = SectionHeader(self._keeper, title, minor=True, parent=self)
        header.setFixedWidth(label_width(self._keeper))
        row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        row.addWidget(header, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.period, 1)
        return row

    def _choose(self, code: str) -> None:
        self.period.set_chosen({code})
        self.figures.choose(code)

    def _show(self) -> None:
        while (item := self._table.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        for row, figure in enumerate(self.figures.lines):
            self._add(row, figure)
        if self.isVisible():
            announce(self, ". ".join(f"{line.said}: {line.number}" for line in self.figures.lines))

    def _add(self, row: int, figure: Figure) -> None:
        tone = Tone.MUTED if figure.part else Tone.PLAIN
        said = TextLabel(self._keeper, figure.said, tone=tone, wrap=True)
        said.setContentsMargins(Space.GROUP if figure.part else 0, 0, 0, 0)
        number = TextLabel(self._keeper, figure.number, tone=tone, weight=Weight.CONTROL)
        self._table.addWidget(number, row, 0, Qt.AlignmentFlag.AlignRight)
        self._table.addWidget(said, row, 1)


def _indented(part: QWidget) -> QHBoxLayout:
    """As far from the rail as the titles of the page."""
    row = QHBoxLayout()
    row.setContentsMargins(Space.EDGE, 0, 0, 0)
    row.addWidget(part, 1)
    return row
