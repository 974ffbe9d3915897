"""A time of a visit: a field to type over, and buttons that move it back by some minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.look.tokens import Space
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState, Note

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

_STEPS = (5, 10)


class VisitTime(QWidget):
    """Shows a time and takes another; words that are no such time stay until they are put right."""

    entered = Signal()
    """Enter was pressed and the time is taken."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        name: str,
        take: Callable[[str], str],
        earlier: Callable[[int], None],
        parent: QWidget | None = None,
        *,
        width: int = 112,
    ) -> None:
        """``name`` is the stem of the wording keys; ``take`` answers what is wrong with typed words."""
        super().__init__(parent)
        self._keeper = keeper
        self._width = width
        self._take = take
        self._shown = self._now = ""
        self.is_refused = False
        """Whether what stands in the field cannot be."""
        self._shut = self._doubt = self._asked = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TINY)
        row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        column.addLayout(row)
        self.field = Field(keeper, words(f"visit.{name}"), noted=False, inset=True)
        self.field.edit.is_figure = True
        self.field.edit.editingFinished.connect(self.flush)
        self.field.edit.installEventFilter(self)
        self.setFocusProxy(self.field)
        row.addWidget(self.field)
        self._steps: list[Button] = []
        for minutes in _STEPS:
            button = Button(keeper, words("visit.minus", minutes=minutes), parent=self)
            button.setAccessibleName(words(f"visit.{name}_earlier", minutes=minutes))
            button.used.connect(lambda minutes=minutes: self._move(earlier, minutes))
            row.addWidget(button)
            self._steps.append(button)
        row.addStretch(1)
        self._below = Note(keeper, self)
        self._below.hide()
        column.addWidget(self._below)
        keeper.changed.connect(self.fit)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A time that is shut says so as soon as the caret comes, and no longer once it goes."""
        if self._shut and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._say()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the time; a wrong one keeps the keyboard, and so does a doubt until it was seen.

        A shut one takes nothing and leads nowhere.
        """
        if self._shut and (is_enter(event) or event.text().isprintable()):
            return
        if not is_enter(event):
            super().keyPressEvent(event)
            return
        self.flush()
        asked, self._asked = self._asked, self._doubt
        if not self.is_refused and self._doubt in {"", asked}:
            self.entered.emit()

    def show_time(self, visit_id: str, time: str, *, shut: bool, doubt: str = "") -> None:
        """Show what the record of a visit says; words that are being typed or were refused are left alone.

        Of a visit that is ``shut`` the time is read and not typed; a ``doubt`` is asked below the field and blocks
        nothing.
        """
        self._doubt = doubt
        if visit_id != self._shown:
            self.is_refused = False
        self._rest(words("visit.time_shut") if shut else "")
        if not self.is_refused:
            self._say()
        self._now, self._shown = time, visit_id
        if not self.field.edit.hasFocus() and not self.is_refused:
            self.field.set_text(time)

    @property
    def not_taken(self) -> str:
        """That the time is the old one, for whoever leaves words here that cannot be; empty when all is taken."""
        if self.isHidden() or not self.is_refused:
            return ""
        return words("visit.said.time_not_taken", name=self.field.edit.accessibleName(), time=self._now)

    def flush(self) -> None:
        """Take what was typed."""
        self._say("" if self.field.text == self._now else self._take(self.field.text))
        if not self.is_refused:
            self.field.set_text(self._now)

    def fit(self) -> None:
        """Be as wide as a time at this text size."""
        self.field.setFixedWidth(self._keeper.px(self._width))

    def _move(self, earlier: Callable[[int], None], minutes: int) -> None:
        if self._shut:
            self.field.setFocus()
            return
        self._say()
        earlier(minutes)

    def _rest(self, why: str) -> None:
        """Take no time, and say why, or take times again."""
        if why != self._shut:
            self._shut = why
            self.field.edit.setReadOnly(bool(why))
            for step in self._steps:
                step.is_shut = bool(why)
                step.update()

    def _say(self, wrong: str = "") -> None:
        """Say what is wrong; when nothing is, why the time is shut to whoever wants to type, or what is doubtful."""
        self.is_refused = bool(wrong)
        shut = self._shut if self.field.edit.hasFocus() else ""
        sentence = wrong or shut or self._doubt
        if sentence != self._below.sentence:
            state = FieldState.ERROR if wrong else FieldState.WARNING
            self.field.mark(state if sentence and not self._shut else FieldState.PLAIN, sentence)
            self._below.say(state, sentence)
            self._below.setVisible(bool(sentence))
