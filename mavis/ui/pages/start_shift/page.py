"""Start the shift: all is filled in from the last night like it; Enter alone begins, whatever else is changed first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import sentence, words
from mavis.ui.keys.early_keys import EarlyKeys
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.pages.start_shift.begin_button import BeginButton
from mavis.ui.pages.start_shift.form import StartForm
from mavis.ui.pages.start_shift.warning import WarningLine
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.focus_ring import RINGLESS
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.domain.access.roles import Duty
    from mavis.domain.shift.shift import Shift
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Touched
    from mavis.ui.presenters.start_shift.page import StartShiftPresenter

_TICK_MS = 1000


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
        self._early = EarlyKeys()
        self.setProperty(RINGLESS, True)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("start.title"))
        self.begin_button = BeginButton(keeper, self)
        self.begin_button.used.connect(self._go)
        self._build_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        self._scroller = Scroller(keeper, self.form, self)
        self.form.unfolded.connect(self._scroller.settle_on_whole)
        column.addWidget(self._scroller, 1)
        column.addLayout(self._build_foot())
        keeper.changed.connect(self._fit)
        presenter.desk.subscribe(self._touched)
        self.destroyed.connect(partial(presenter.desk.unsubscribe, self._touched))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._say_enter)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def enter(self) -> None:
        """Show the plan of tonight and take the keyboard; what was changed before stays changed."""
        if self._start.is_stale():
            self.setFocus()  # a button that cannot be used gives the keyboard to whatever stands next to it
            self.begin_button.setEnabled(False)
            self._start.load(while_there(self, self._show), while_there(self, self._failed))
        else:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters tick, Enter starts, Escape folds in; Enter in a field has done its work there already."""
        if event.isAutoRepeat() or not is_plain(event):
            super().keyPressEvent(event)
        elif self._start.plan is None:
            self._early.keep(event)
        elif is_enter(event):
            self.begin_button.use_by_key()
        elif event.key() == Qt.Key.Key_Escape and self.form.step_back():
            event.accept()
        elif not self.form.press(event.text()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _build_form(self) -> None:
        self.form = StartForm(self._keeper, self._start)
        self.form.changed.connect(lambda: self._warning.say(self._start.warning()))
        self.form.changed.connect(lambda: self.begin_button.say_number(self._start.number))
        self.form.changed.connect(self._say_enter)
        self.form.go.connect(self.begin_button.use_by_key)
        self.form.fields_done.connect(self.begin_button.setFocus)
        self.form.folded.connect(self.begin_button.setFocus)
        self.form.add.wanted.connect(self._add)
        added, failed = while_there(self, self._added), while_there(self, self._failed)
        self.form.add.off_wanted.connect(lambda person: self._start.crew_list.take_off(person, added, failed))

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(TextLabel(self._keeper, words("start.title"), size=Size.TITLE, weight=Weight.TITLE))
        self._origin = TextLabel(self._keeper, tone=Tone.MUTED, weight=Weight.CONTROL)
        row.addWidget(self._origin)
        row.addStretch(1)
        self._clock = ClockLabel(self._keeper, large=False)
        self._clock.setMinimumHeight(self._keeper.px(56))
        row.addWidget(self._clock)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        self._warning = WarningLine(self._keeper, self)
        row.addWidget(self._warning, 1)
        row.addWidget(self.begin_button)
        return row

    def _fit(self) -> None:
        self.form.fit(self.width())
        self._origin.setVisible(not is_large(self._keeper))

    def _say_enter(self) -> None:
        """Say Enter where it begins the shift: not while it takes a field, adds somebody, or opens a place."""
        focused = QApplication.focusWidget()
        if focused is not None:
            begins = focused is self.begin_button or self.form.begins_on(focused)
            self.begin_button.say_enter(begins=begins and self.form.add.isHidden())

    def _show(self) -> None:
        self.form.show_plan()
        self._fit()
        self._origin.setText(self._start.origin())
        self._tick()
        self._set_busy(False)
        if self.isVisible() and self.form.add.isHidden():  # whoever went on meanwhile keeps the keyboard
            self.begin_button.setFocus()
        self._early.give(lambda event: not (is_enter(event) and self.begin_button.hasFocus()))  # nothing begins unseen

    def _touched(self, _touched: Touched) -> None:
        """Show the ticks again after one was taken back."""
        if self._start.plan is not None:
            self.form.refresh()

    def _tick(self) -> None:
        self._clock.set_time(clock_text(self._start.clock()))
        self.form.show_hours()

    def _added(self, what: str) -> None:
        """Show the crew with them, and stay where the next name is typed."""
        bar = self._scroller.verticalScrollBar()
        place = bar.value()
        self._show()
        self._scroller.settle_on(lambda: bar.setValue(place))
        self.said.emit(what)

    def _add(self, name: str, duty: Duty, group: str) -> None:
        """Put somebody on the list; when that fails, what was typed is given back."""

        def failed(failure: Exception) -> None:
            if not self.form.add.is_half_done:
                self.form.add.fill(name, group, duty.value)
            self._failed(failure)

        self._start.crew_list.add(name, duty, group, while_there(self, self._added), while_there(self, failed))

    def _go(self) -> None:
        if not self.begin_button.isEnabled():
            return
        wrong = self.form.first_wrong()
        if wrong is not None:
            wrong.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self.trouble.emit(self.form.fields.what_is_wrong)
            return
        if self.form.add.is_half_done:
            self.form.add.ask()
            return
        self._set_busy(True)
        self._start.begin(while_there(self, self._begun), while_there(self, self._failed))

    def _begun(self, shift: Shift) -> None:
        self.begin_button.set_words(words("start.begin"))
        self.started.emit(shift)

    def _set_busy(self, busy: bool) -> None:
        self.begin_button.setEnabled(not busy and self._start.plan is not None)
        self.begin_button.say_number(self._start.number)
        if busy:
            self.begin_button.set_words(words("start.beginning"))

    def _failed(self, failure: Exception) -> None:
        began = not self.begin_button.isEnabled()
        self._set_busy(False)
        if began:  # a button that cannot be used gives the keyboard away
            self.begin_button.setFocus()
        self.trouble.emit(sentence(failure))
