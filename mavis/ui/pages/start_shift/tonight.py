"""Put right tonight what was ticked at the start of the shift: who is here, what is on, what is on the bus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import sentence, words
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.pages.start_shift.night_form import NightForm
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.domain.access.roles import Duty
    from mavis.domain.shift.shift import CrewMember
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Touched
    from mavis.ui.presenters.start_shift.tonight import TonightPresenter


class TonightPage(QWidget):
    """Every tick is kept at once, and can be undone."""

    left = Signal()
    said = Signal(str)
    trouble = Signal(str)

    def __init__(self, keeper: ThemeKeeper, presenter: TonightPresenter, parent: QWidget | None = None) -> None:
        """Lay the page out; ``enter`` fills it."""
        super().__init__(parent)
        self._keeper = keeper
        self._tonight = presenter
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("crew.title"))
        self.form = NightForm(keeper, presenter)
        self._failed = while_there(self, lambda failure: self.trouble.emit(sentence(failure)))
        self._crew: tuple[CrewMember, ...] | None = None
        """The crew as it is shown; None before it is."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        scroller = Scroller(keeper, self.form, self)
        column.addWidget(scroller, 1)
        column.addLayout(self._build_foot())
        self.form.unfolded.connect(scroller.settle_on_whole)
        self.form.folded.connect(self.setFocus)
        self.form.go.connect(self.left)
        self.form.add.wanted.connect(self._add)
        added, crew = while_there(self, self._added), presenter.crew_list
        self.form.add.off_wanted.connect(lambda person: crew.take_off(person, added, self._failed))
        keeper.changed.connect(while_there(self, lambda: self.form.fit(self.width())))
        presenter.desk.subscribe(self._touched)
        self.destroyed.connect(partial(presenter.desk.unsubscribe, self._touched))

    def enter(self) -> None:
        """Show tonight as it stands, and take the keyboard."""
        self.setFocus()
        self._tonight.load(while_there(self, self._show), self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters tick; Escape folds in what is unfolded before it leaves the page."""
        if self._crew is not None and event.key() == Qt.Key.Key_Escape and self.form.step_back():
            return
        plain = not event.isAutoRepeat() and is_plain(event)
        if not (self._crew is not None and plain and self.form.press(event.text())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the room there is."""
        super().resizeEvent(event)
        self.form.fit(self.width())

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        title = TextLabel(self._keeper, words("crew.title"), size=Size.TITLE, weight=Weight.TITLE)
        title.setMinimumHeight(self._keeper.px(56))
        row.addWidget(title)
        row.addWidget(TextLabel(self._keeper, words("crew.how"), tone=Tone.MUTED, weight=Weight.CONTROL, wrap=True), 1)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(TextLabel(self._keeper, words("crew.off"), tone=Tone.MUTED, wrap=True), 1)
        done = Button(self._keeper, words("crew.done"), icon=IconName.TICK, keys="Esc", main=True, parent=self)
        done.used.connect(self.left)
        row.addWidget(done)
        return row

    def _show(self) -> None:
        shift = self._tonight.desk.shift
        if shift is None:
            return
        self._crew = shift.crew
        self.form.show_plan()
        self.form.fit(self.width())
        if not self.form.add.isVisible():
            self.setFocus()

    def _touched(self, _touched: Touched) -> None:
        shift = self._tonight.desk.shift
        if self._crew is None or shift is None:
            return
        if shift.crew != self._crew:
            self._show()
        else:
            self.form.refresh()

    def _add(self, name: str, duty: Duty, group: str) -> None:
        """Put somebody on the list and aboard; when that fails, what was typed is given back."""

        def failed(failure: Exception) -> None:
            if not self.form.add.is_half_done:
                self.form.add.fill(name, group, duty.value)
            self._failed(failure)

        added = while_there(self, self._added)
        self._tonight.crew_list.add(name, duty, group, added, while_there(self, failed))

    def _added(self, what: str) -> None:
        self._show()
        self.said.emit(what)
