"""A column of questions, one in use at a time: letters answer it and the next one follows, or any is used by touch."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from mavis.ui.keys.enter_key import is_enter
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.answers import question_for
from mavis.ui.pages.steps.row import ChoiceRow, StepRow, make_row
from mavis.ui.presenters.steps.column import StepKind
from mavis.ui.widgets.focus_ring import page_around
from mavis.ui.widgets.scroller import lay_out_now, scroller_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.steps.column import Step, StepPresenter, StepState

_UNKNOWN = {"0": "not_known", "9": "refused"}
_AWAY = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Reasons for which a field loses the keyboard without being left."""
_AT_ONCE = 5
"""So many rows are built in one turn of the window: some 10 ms."""


class StepsForm(QWidget):
    """Shows the steps of a presenter, hands on what is chosen and typed, and knows which step owns the letters.

    A step gets its row when it is first asked: most of the steps of a page wait for an answer that few visits have.
    An answer that is clicked leaves all under the hand where it is; one that is pressed as a key shows what follows.
    """

    touched = Signal()
    """A person uses a step by touch or types in it."""
    added = Signal(object)
    """A row was built."""

    def __init__(self, keeper: ThemeKeeper, presenter: StepPresenter, parent: QWidget | None = None) -> None:
        """An empty column; ``refresh`` shows the steps that are asked."""
        super().__init__(parent)
        self._keeper = keeper
        self.presenter = presenter
        """What the steps are, and what is open and half typed of them."""
        self.is_live = False
        """Whether the letters belong to the column at all."""
        self._by_key = False
        self._at = ""
        self._room = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        self.rows: dict[str, StepRow] = {}
        """The rows that were built so far, in the order of the steps."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.CONTROL)

    @property
    def at(self) -> str:
        """The id of the step that owns the letters."""
        return self._at

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keyboard."""
        return any(row.field is not None and row.field.hasFocus() for row in self.rows.values())

    def refresh(self, *, whole: bool = False) -> None:
        """Show the steps that are asked now, with what stands in each.

        Where many were never asked before, the last of them follow in a turn of their own, unless ``whole``.
        """
        states = self.presenter.states()
        missing = [step for step in self.presenter.steps if step.id in states and step.id not in self.rows]
        if not whole:
            missing = [] if self._later.isActive() else missing[:_AT_ONCE]
        for step in missing:
            self._add(step)
        self._wait_for_the_rest(states)
        for step_id, row in self.rows.items():
            state = states.get(step_id)
            row.setVisible(state is not None)
            if state is not None:
                row.show_state(state)
        if self._at not in states:
            self._at = _first(self.rows, states)
        self._mark()

    def set_live(self, live: bool) -> None:
        """Show whether the letters belong to the column."""
        self.is_live = live
        self._mark()

    def begin(self, step_id: str = "") -> None:
        """Give the letters to a step, or to the first one."""
        self.refresh()
        if step_id and step_id not in self.rows:
            self.refresh(whole=True)
        self._at = step_id or _first(self.rows, self.presenter.states())
        self._mark()
        row = self.rows.get(self._at)
        if row is not None:
            QTimer.singleShot(0, row, lambda: _show(row))

    def press(self, key: str) -> bool:
        """Use a key in the step in use; a letter that only one other step has is that step's.

        A letter of the step in use goes to another that has it too when that one is seen, and the one in use is not.
        """
        if self._later.isActive():
            self.refresh(whole=True)
        self._by_key = True
        row = self.rows.get(self._at)
        if row is not None and key in _UNKNOWN and row.step.takes_unknown and not row.has_key(key):
            used, code = True, _UNKNOWN[key]
            self._chosen(row, code, code not in self.presenter.states()[row.step.id].chosen)
        else:
            meant = _row_for(key, self.rows, self._at)
            used = meant is not None and meant.press_key(key)
        self._by_key = False
        return used

    def pick(self, step_id: str, number: int) -> bool:
        """Open an item of a list by its place from 1; False when there is none."""
        state = self.presenter.states().get(step_id)
        if state is None or number > len(state.items):
            return False
        if step_id not in self.rows:
            self.refresh(whole=True)
        self._chosen(self.rows[step_id], state.items[number - 1][0], True)
        return True

    def go_on(self, by: int = 1, *, still: bool = False) -> bool:
        """Give the letters to the next step, and the keyboard to its field if it has one; False behind the last.

        With ``by`` -1 it is the one before; False before the first. A private note is passed over, lest keys that are
        meant for what follows become its words: its own letter, a click or *Tab* opens it. Where all is to stay
        ``still`` under a hand, what is out of sight waits for the next key.
        """
        if self._later.isActive():
            self.refresh(whole=True)
        self.flush()
        shown = [step_id for step_id, row in self.rows.items() if not row.isHidden() and row.step.is_asked]
        here = shown.index(self._at) if self._at in shown else -1
        beyond = shown[here + 1 :] if by > 0 else shown[: max(here, 0)][::-1]
        there = next((at for at in beyond if self.rows[at].step.kind is not StepKind.NOTE), "")
        if there:
            self._go_to(there, still=still)
        return bool(there)

    def flush(self) -> None:
        """Hand on whatever is half typed."""
        for row in self.rows.values():
            row.flush()

    def put_away(self) -> None:
        """Hand on and finish what is typed, for another record comes: nothing of this one stays in a field."""
        self.flush()
        for row in self.rows.values():
            if row.field is not None:
                self.presenter.end(row.step.id)
                row.clear()
        self._at = ""

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._room = room
        self._column.setSpacing(self._keeper.px(Space.CONTROL))  # the ring of a field reaches out
        for row in self.rows.values():
            row.fit(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that gets the keyboard is the step in use; one that loses it hands its words on.

        Enter on a chip is for what lies around, which goes on with it: it takes no answer back.
        """
        if isinstance(watched, QAbstractButton):
            if is_enter(event):
                event.ignore()
            return is_enter(event)
        row = next((row for row in self.rows.values() if row.field is watched), None)
        if row is not None and isinstance(event, QFocusEvent):
            if event.gotFocus():
                self._at = row.step.id
                self._mark()
                self.touched.emit()
            elif event.reason() not in _AWAY:
                row.flush()
                QTimer.singleShot(0, self, partial(_end, self, self.presenter, row))
        return False

    def _wait_for_the_rest(self, states: Mapping[str, StepState]) -> None:
        if states.keys() <= self.rows.keys():
            self._later.stop()
        elif not self._later.isActive():
            self._later.start(0)

    def _add(self, step: Step) -> None:
        row = make_row(self._keeper, step, self)
        row.chosen.connect(lambda code, on: self._chosen(row, code, on))
        row.typed.connect(lambda text: self.presenter.write(step.id, text))
        if row.field is not None:
            row.field.installEventFilter(self)
        for chip in row.grid.chips if isinstance(row, ChoiceRow) else ():
            chip.installEventFilter(self)
        built = self.rows | {step.id: row}
        self.rows = {one.id: built[one.id] for one in self.presenter.steps if one.id in built}
        self._column.insertWidget(list(self.rows).index(step.id), row)
        if self._room:
            row.fit(self._room)
        self.added.emit(row)

    def _chosen(self, row: StepRow, code: str, on: bool) -> None:
        self._at = row.step.id
        self.touched.emit()
        then = self.presenter.choose(row.step.id, code, on)
        self.refresh(whole=bool(then) and then not in self.rows)
        still = row.step.kind is StepKind.CHOICE and not self._by_key
        if then in self.rows and not self.rows[then].isHidden():
            self._go_to(then, still=still)
        elif (on or _stands(self.presenter, row, code)) and row.step.one and row.step.kind is StepKind.CHOICE:
            self.go_on(still=still)

    def _go_to(self, step_id: str, *, still: bool = False) -> None:
        row = self.rows[step_id]
        if still and (row.field is not None or not _is_seen(row)):
            return  # whoever has clicked asked for no field: the next digit leads on and is no word
        self._at = step_id
        self._mark()
        if row.field is not None:
            row.field.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.is_typing:
            give_keys_back(self)
        QTimer.singleShot(0, row, lambda: _show(row))

    def _mark(self) -> None:
        for step_id, row in self.rows.items():
            row.set_live(self.is_live and step_id == self._at)


def _end(form: StepsForm, presenter: StepPresenter, row: StepRow) -> None:
    """Finish the words of a field that was left; a field that was only covered, as by the veil, goes on with them."""
    if form.isVisible() and row.field is not None and not row.field.hasFocus():
        presenter.end(row.step.id)
        form.refresh()


def _stands(presenter: StepPresenter, row: StepRow, code: str) -> bool:
    """Whether it is the answer also when it was taken back, as the no of what nobody said is."""
    state = presenter.states().get(row.step.id)
    return state is not None and code in state.chosen


def _first(rows: Mapping[str, StepRow], states: Mapping[str, StepState]) -> str:
    return next((step_id for step_id, row in rows.items() if step_id in states and row.step.is_asked), "")


def _row_for(key: str, rows: Mapping[str, StepRow], at: str) -> StepRow | None:
    """The row that a letter is for: of the step in use, else of the only other one that has it."""
    shown = {step_id: row for step_id, row in rows.items() if not row.isHidden()}
    grids = {step_id: row.grid for step_id, row in shown.items() if isinstance(row, ChoiceRow)}
    meant = question_for(key, grids, {at})
    having = [shown[meant]] if meant else [row for row in shown.values() if row.has_key(key)]
    return having[0] if len(having) == 1 else None


def give_keys_back(part: QWidget) -> QWidget | None:
    """Give the keyboard to the page that a part lies on, which hands its keys on; None when it lies on none."""
    page = page_around(part)
    if page is not None:
        page.setFocus(Qt.FocusReason.OtherFocusReason)
    return page


def row_in_use(page: QWidget) -> StepRow | None:
    """The row of a page whose letters count; None where no column owns them."""
    return next((form.rows.get(form.at) for form in page.findChildren(StepsForm) if form.is_live), None)


def _is_seen(row: QWidget) -> bool:
    """Whether all of a row is in view, so that nothing scrolls for it."""
    around = scroller_of(row)
    if around is None:
        return True
    lay_out_now()
    seen = around.viewport().rect().adjusted(0, Space.EDGE, 0, -Space.EDGE)
    return seen.contains(QRect(row.mapTo(around.viewport(), QPoint(0, 0)), row.size()))


def _show(row: QWidget) -> None:
    """Scroll whatever lies around a row until all of it is in view."""
    around = scroller_of(row)
    if around is not None:
        around.ensureWidgetVisible(row, 0, Space.EDGE)
