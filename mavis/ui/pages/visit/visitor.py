"""What a visitor sees when the screen is handed to them: a question with its answers, and nothing of any record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.presenters.visit.alcohol.words import answer_words, title_words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.field import FieldState
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.large_chip import LargeGrid
from mavis.ui.widgets.pin import PinField
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_EDGE = 160
_SKIPS = "09"


class VisitorPage(QWidget):
    """Large words, large answers. Every key that is not an answer does nothing, but for the staff's way back."""

    taken_back = Signal()
    """Somebody held the way back for a second."""
    pin_given = Signal(str)

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter) -> None:
        """Show the question that is asked now."""
        super().__init__()
        self._keeper = keeper
        self.talk = presenter
        self._question = ""
        self.grid: LargeGrid | None = None
        take_keys(self)
        speak_as(self, Role.Pane)
        self._build()
        keeper.changed.connect(self._fit)
        self._fit()
        self.show_question()

    @property
    def is_over(self) -> bool:
        """Whether every question was asked."""
        return self.talk.page.question is None

    def show_question(self) -> None:
        """Show the question that is asked now, or thanks behind the last."""
        presenter, over = self.talk, self.is_over
        title = words("alcohol.visitor.thanks") if over else title_words(presenter.page, presenter.visit)
        if title != self._question:
            self._question = title
            self._title.setText(title)
            self.setAccessibleName(title)
            self._put_answers()
            announce(self, title)
        if self.grid is not None:
            self.grid.set_chosen(presenter.chosen)
        at, of = presenter.place.of_asked
        self._place.setText("" if over else words("alcohol.visitor.question", at=at, of=of))
        self._how.setText(words("alcohol.visitor.give_back" if over else "alcohol.visitor.how"))
        self._back.setEnabled(at > 1)
        self._skip.setEnabled(not over)

    def ask_pin(self, digits: int) -> None:
        """Ask the volunteer for their PIN of so many digits before the screen is theirs again."""
        self.pin.expect(digits)
        self.pin.setVisible(True)
        self.pin.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say what was wrong with the PIN."""
        self.pin.edit.clear()
        self.pin.set_state(FieldState.ERROR, sentence)
        self.pin.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, 0 leaves it open, Backspace goes back, Escape is held to take the screen back."""
        event.accept()
        key = event.text()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif self.pin.isVisible():
            return
        elif event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        elif key and key in _SKIPS:
            self._leave_open()
        elif self.grid is not None:
            self.grid.press_key(key)

    def _escape(self) -> None:
        """From the PIN back to the question; else begin to hold."""
        if self.pin.isVisible():
            self.pin.hide()
            self.setFocus()
        else:
            self.take.use_by_key()

    def _answer(self, code: str, on: bool) -> None:
        if on:
            self.talk.choose(code, on)
        else:
            self.talk.place.step(1)
        self.show_question()

    def _leave_open(self) -> None:
        if not self.is_over:
            self.talk.skip(refused=True)
            self.show_question()

    def _go_back(self) -> None:
        if self.talk.place.of_asked[0] > 1:
            self.talk.place.step(-1)
            self.show_question()

    def _build(self) -> None:
        keeper = self._keeper
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(Space.CARD)
        self._place = TextLabel(keeper, size=Size.LABEL, tone=Tone.MUTED)
        self._title = TextLabel(keeper, size=Size.NUMBER, weight=Weight.TITLE, wrap=True)
        self._how = TextLabel(keeper, size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        for part in (self._place, self._title, self._how):
            column.addWidget(part)
        self._answers = QVBoxLayout()
        column.addLayout(self._answers)
        column.addStretch(1)
        column.addLayout(self._build_foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(keeper, inside, self))

    def _build_foot(self) -> QBoxLayout:
        keeper = self._keeper
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        theirs, ours = QHBoxLayout(), QHBoxLayout()
        for row in (foot, theirs, ours):
            row.setSpacing(Space.CARD)
        self._back = Button(keeper, words("alcohol.visitor.back"), icon=IconName.CHEVRON_LEFT, keys="Backspace")
        self._back.used.connect(self._go_back)
        self._skip = Button(keeper, words("alcohol.visitor.skip"), keys="0")
        self._skip.used.connect(self._leave_open)
        self.take = HoldButton(keeper, words("alcohol.visitor.take_back"), icon=IconName.PADLOCK, keys="Esc")
        self.take.used.connect(self.taken_back)
        self.pin = PinField(keeper, words("alcohol.visitor.pin"))
        self.pin.complete.connect(lambda: self.pin_given.emit(self.pin.text))
        self.pin.hide()
        for button in (self._back, self._skip):
            theirs.addWidget(button)
        theirs.addStretch(1)
        ours.addWidget(self.pin)
        ours.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addLayout(theirs, 1)
        foot.addLayout(ours)
        return foot

    def _put_answers(self) -> None:
        """The answers of another question; the keyboard comes back to the page, which hears the digits."""
        if self.grid is not None:
            self.grid.hide()
            self.grid.deleteLater()
            self.grid = None
        presenter = self.talk
        page = presenter.page
        if page.question is not None:
            views = [
                ChipView(code, answer_words(page, code, presenter.visit, presenter.name_of), key=str(at))
                for at, code in enumerate(page.codes, start=1)
            ]
            self.grid = LargeGrid(self._keeper, self._question, views, columns=1, exclusive=True, parent=self)
            self.grid.chosen.connect(self._answer)
            self._answers.addWidget(self.grid)
        self.setFocus()

    def _fit(self) -> None:
        """With large text nearer to the edge, and the staff's way back under the visitor's."""
        large = is_large(self._keeper)
        side = Space.WIDE if large else _EDGE
        self._column.setContentsMargins(side, Space.WIDE, side, Space.WIDE)
        stack(self._foot, large)
