"""Start the shift: all is filled in from the last night like it; Enter alone begins, whatever else is changed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mavis.domain.errors import MavisError
from mavis.system.wording import sentence, words
from mavis.ui.icons import IconName
from mavis.ui.pages.start_shift_parts import AddSomebody, ShiftFields, WarningLine
from mavis.ui.pages.while_there import while_there
from mavis.ui.presenters.start_shift import ADD
from mavis.ui.presenters.times import clock_text
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider, SectionHeader, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.domain.shift import Shift
    from mavis.ui.presenters.start_shift import Option, StartShiftPresenter
    from mavis.ui.theme import ThemeKeeper

LABEL_WIDTH = 120
_FEW, _FEW_COLUMNS, _MANY_COLUMNS = 8, 4, 5
_TICK_MS = 1000
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StartShiftPage(QWidget):
    """Where a night begins."""

    started = Signal(object)
    """The shift that was opened."""
    said = Signal(str)
    trouble = Signal(str)

    def __init__(self, keeper: ThemeKeeper, presenter: StartShiftPresenter, parent: QWidget | None = None) -> None:
        """Lay the page out; ``enter`` fills it."""
        super().__init__(parent)
        self._keeper = keeper
        self._start = presenter
        self._grids: dict[str, ChoiceGrid] = {}
        self._headers: dict[str, SectionHeader] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._begin = Button(keeper, words("start.begin"), icon=IconName.TICK, keys="Enter", main=True, parent=self)
        self._begin.used.connect(self._go)
        self._build()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def enter(self) -> None:
        """Show the plan of tonight and take the keyboard; what was changed before stays changed."""
        if self._start.is_stale():
            self._begin.setEnabled(False)
            self._start.load(while_there(self, self._show), while_there(self, self._failed))
        else:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters tick, Enter starts."""
        if event.isAutoRepeat() or event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) in _ENTER:
            if not isinstance(self.focusWidget(), QLineEdit):
                self._go()
        elif not any(grid.press_key(event.text()) for grid in self._grids.values() if event.text()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a chip starts the shift as everywhere on the page; Space is what ticks it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and Qt.Key(event.key()) in _ENTER:
            self._go()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        self._form = QWidget()
        self._rows = QGridLayout(self._form)
        self._rows.setContentsMargins(0, 0, Space.EDGE, Space.CONTROL)
        self._rows.setVerticalSpacing(Space.CARD)
        self._rows.setHorizontalSpacing(0)
        self._rows.setColumnMinimumWidth(0, self._keeper.px(LABEL_WIDTH))
        self._rows.setColumnStretch(1, 1)
        self._build_rows()
        column.addWidget(Scroller(self._form, self), 1)
        column.addLayout(self._build_foot())

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(TextLabel(self._keeper, words("start.title"), size=Size.TITLE, weight=Weight.TITLE))
        self._origin = TextLabel(self._keeper, tone=Tone.MUTED, weight=Weight.CONTROL)
        row.addWidget(self._origin, 1)
        self._clock = ClockLabel(self._keeper, large=False)
        self._clock.setMinimumHeight(self._keeper.px(56))
        row.addWidget(self._clock)
        return row

    def _build_rows(self) -> None:
        self._fields = ShiftFields(self._keeper, self._take, self._form)
        self._fields.done.connect(self._begin.setFocus)
        self._rows.addWidget(self._fields, 0, 1)
        self._add = AddSomebody(self._keeper, self._form)
        added, failed = while_there(self, self._added), while_there(self, self._failed)
        self._add.wanted.connect(lambda name, duty, group: self._start.add(name, duty, group, added, failed))
        self._add.hide()
        self._rows.addWidget(self._add, 2, 1)
        for row, name in ((1, "crew"), (4, "tonight"), (6, "kit")):
            self._headers[name] = SectionHeader(self._keeper, words(f"start.{name}"), parent=self._form)
            self._rows.addWidget(self._headers[name], row, 0, Qt.AlignmentFlag.AlignTop)
        for row in (3, 5):
            line = QHBoxLayout()
            line.setContentsMargins(Space.EDGE, 0, 0, 0)
            line.addWidget(Divider(self._keeper, self._form))
            self._rows.addLayout(line, row, 0, 1, 2)
        self._rows.setRowStretch(7, 1)

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        self._warning = WarningLine(self._keeper, self)
        row.addWidget(self._warning, 1)
        row.addWidget(self._begin)
        return row

    def _show(self) -> None:
        self._show_grid("crew", 1, self._start.crew(), self._tick_crew)
        self._show_grid("tonight", 4, self._start.events(), self._start.tick_event)
        self._show_grid("kit", 6, self._start.kit(), self._start.tick_kit)
        self._origin.setText(self._start.origin())
        self._begin.set_words(words("start.begin"))
        self._begin.setEnabled(True)
        self._tick()
        self._refresh()
        self._begin.setFocus()

    def _show_grid(self, name: str, row: int, options: Sequence[Option], ticked: Callable[[str, bool], None]) -> None:
        old = self._grids.pop(name, None)
        if old is not None:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        views = [ChipView(option.code, option.words, option.key, option.second) for option in options]
        columns = _FEW_COLUMNS if len(views) <= _FEW else _MANY_COLUMNS
        grid = ChoiceGrid(
            self._keeper, words(f"start.{name}"), views, columns=columns, exclusive=False, parent=self._form
        )
        grid.chosen.connect(ticked)
        grid.chosen.connect(self._refresh)
        for chip in grid.chips:
            if chip.view.code != ADD:
                chip.installEventFilter(self)
        self._grids[name] = grid
        self._rows.addWidget(grid, row, 1)

    def _refresh(self) -> None:
        start = self._start
        options = {"crew": start.crew(), "tonight": start.events(), "kit": start.kit()}
        for name, shown in options.items():
            chosen = {option.code for option in shown if option.ticked}
            if name == "crew" and not self._add.isHidden():
                chosen.add(ADD)
            self._grids[name].set_chosen(chosen)
        for name in ("crew", "kit"):
            real = options[name][:-1]
            some = sum(option.ticked for option in real)
            self._headers[name].set_how(words("start.some_of", some=some, all=len(real)))
        self._headers["tonight"].set_how(words("start.events"))
        self._fields.show_values(start.fields(), start.hours())
        self._warning.say(start.warning())

    def _tick(self) -> None:
        self._clock.set_time(clock_text(self._start.clock()))

    def _take(self, name: str, text: str) -> str:
        if self._start.plan is None:
            return ""
        wrong = self._start.type_field(name, text)
        if not wrong:
            self._refresh()
        return wrong

    def _tick_crew(self, code: str, on: bool) -> None:
        if code != ADD:
            self._start.tick_crew(code, on)
            return
        self._add.setVisible(on)
        if on:
            self._add.name.edit.setFocus()

    def _added(self, what: str) -> None:
        self._add.clear()
        self._add.hide()
        self._show()
        self.said.emit(what)

    def _go(self) -> None:
        if not self._begin.isEnabled():
            return
        wrong = self._fields.first_wrong()
        if wrong is not None:
            wrong.edit.setFocus()
            return
        self._begin.setEnabled(False)
        self._begin.set_words(words("start.beginning"))
        self._start.begin(while_there(self, self._begun), while_there(self, self._failed))

    def _begun(self, shift: Shift) -> None:
        self._begin.set_words(words("start.begin"))
        self.started.emit(shift)

    def _failed(self, failure: Exception) -> None:
        self._begin.set_words(words("start.begin"))
        self._begin.setEnabled(self._start.plan is not None)
        if not isinstance(failure, MavisError):
            raise failure
        self.trouble.emit(sentence(failure))
