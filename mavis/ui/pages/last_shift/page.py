"""The last shift: one field, and below it the visits of that night; Enter opens the one that is chosen, to look at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import sentence, words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, install, keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.last_shift.visit import PastVisitPanel
from mavis.ui.pages.shared.searched_list import SearchedList
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.last_shift.page import LastShift
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.command_list import CommandList, CommandView
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.last_shift.page import VisitLine


class LastShiftPage(QWidget):
    """Lists the visits by arrival; typing keeps to those that fit."""

    left = Signal()

    def __init__(self, keeper: ThemeKeeper, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay the page out; ``enter`` reads the shift."""
        super().__init__(parent)
        self._keeper = keeper
        self._desk = desk
        self.last = LastShift(desk, while_there(self, self._show), while_there(self, self._failed))
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("last_shift.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self._title = TextLabel(keeper, self.last.title, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        column.addWidget(self._title)
        column.addLayout(self._build_ways(keeper))
        end = f"Esc {words('last_shift.closes')}"
        hint = words("last_shift.field_hint")
        self.field = SearchField(keeper, words("last_shift.title"), hint, end, IconName.MAGNIFIER, self)
        self.field.textChanged.connect(self.last.find)
        column.addWidget(self.field)
        self._nothing = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        self._nothing.hide()
        column.addWidget(self._nothing)
        self.rows = CommandList(keeper, words("last_shift.results"), self)
        self.rows.used.connect(self._open)
        SearchedList(self.field, self.rows).moved.connect(self._say_place)
        column.addWidget(self.rows, 1)

    def _build_ways(self, keeper: ThemeKeeper) -> QHBoxLayout:
        """How to use the page, and the ways to the shifts before for those who may look at them."""
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        row.addWidget(TextLabel(keeper, words("last_shift.how"), tone=Tone.MUTED, wrap=True), 1)
        self.acts = {"earlier": partial(self.last.step, 1), "later": partial(self.last.step, -1)}
        self.ways: dict[str, Button] = {}
        for name, act in self.acts.items():
            keys = keys_of(f"last_shift.{name}")
            self.ways[name] = way = Button(keeper, words(f"last_shift.{name}"), keys=keys, parent=self)
            way.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
            way.used.connect(act)
            way.hide()
            row.addWidget(way)
        install(self, Place.LAST_SHIFT, self.acts)
        return row

    def enter(self) -> None:
        """Take the keyboard and read the shift as it is now; what stands in the field is typed over."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self.last.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where the list was asked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._title.setText(self.last.title)
        self.rows.show_views([_view(line) for line in self.last.lines])
        self._nothing.setText(self.last.nothing)
        self._nothing.setVisible(bool(self.last.nothing))
        self.ways["earlier"].setVisible(self.last.may_go_back and self.last.shift is not None)
        self.ways["later"].setVisible(self.last.back > 0)
        if self.isVisible():
            self._say_place()

    def _say_place(self) -> None:
        """Say which row is chosen; the keyboard stays in the field, the reader can go to the row."""
        if self.last.lines:
            announce(self, words("last_shift.place", place=self.rows.place + 1, count=len(self.last.lines)))
        elif self.last.nothing:
            announce(self, self.last.nothing)

    def _open(self, place: int) -> None:
        """Lay a visit over the list; after it, what stands in the field is typed over."""
        if 0 <= place < len(self.last.lines):
            panel = PastVisitPanel(self._keeper, self.last.visit(self.last.lines[place].visit_id), self.window())
            panel.closed.connect(self.field.selectAll)

    def _failed(self, failure: Exception) -> None:
        self._desk.tell(Touched(said=sentence(failure), not_done=True))


def _view(line: VisitLine) -> CommandView:
    return CommandView(line.who, line.detail, IconName.PAGE, (), f"{line.who}, {line.detail}")
