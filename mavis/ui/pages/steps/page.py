"""A page with a list, and the questions about the line of it that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.ui.keys.enter_key import is_enter
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.quick_letters import QuickLetters
from mavis.ui.pages.steps.column import StepsForm
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Touched
    from mavis.ui.presenters.steps.column import ListOfLines


class StepsPage(QWidget):
    """Digits open a line, letters and Enter answer its questions, Escape leads out of a field and then away."""

    left = Signal()

    def __init__(self, keeper: ThemeKeeper, presenter: ListOfLines, parent: QWidget | None = None) -> None:
        """Lay the page out; ``enter`` fills it."""
        super().__init__(parent)
        self._presenter = presenter
        self._quick = QuickLetters(presenter.desk, self)
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(presenter.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        head = QHBoxLayout()
        head.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        head.setSpacing(Space.CARD)
        head.addWidget(TextLabel(keeper, presenter.title, size=Size.TITLE, weight=Weight.TITLE))
        self._how = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        head.addWidget(self._how, 1)
        column.addLayout(head)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, Space.EDGE, 0)
        self.form = StepsForm(keeper, presenter, inside)
        self.form.set_live(True)
        below.addWidget(self.form)
        below.addStretch(1)
        self._scroller = Scroller(keeper, inside, self)
        self._scroller.viewport().installEventFilter(self)
        column.addWidget(self._scroller, 1)
        keeper.changed.connect(self._fit)
        presenter.desk.subscribe(self._touched)

    def enter(self) -> None:
        """Show what there is, and take the keyboard."""
        self._refresh()
        self.form.begin()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, letters, Enter and Escape."""
        key, before = event.text().upper(), self._presenter.desk.undo_stack.last
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif is_enter(event):
            if not self.form.go_on():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not key.isprintable() or not key or not (self._opens(key) or self.form.press(key)):
            super().keyPressEvent(event)
        self._quick.pressed(key, before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the steps out for the room there is."""
        if isinstance(event, QResizeEvent) and watched is self._scroller.viewport():
            self._fit()
        return False

    def flush(self) -> None:
        """Save whatever is half typed."""
        self.form.flush()

    def _opens(self, key: str) -> bool:
        return key in set("123456789") and self.form.pick(self._presenter.list_id, int(key))

    def _step_back(self) -> None:
        self.form.flush()
        if self.form.is_typing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _fit(self) -> None:
        self.form.fit(self._scroller.viewport().width() - Space.EDGE)

    def _touched(self, _touched: Touched) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._how.setText(self._presenter.how())
        self.form.refresh()
