"""The left side of closing: what is missing, hours, notes, and the button that is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.pages.close_shift.crew import CrewPanel
from mavis.ui.pages.close_shift.missing import MissingPanel
from mavis.ui.pages.close_shift.notes import MorePanel, NotesPanel
from mavis.ui.pages.close_shift.referrals import ReferralsPanel
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import HoldButton
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.close_shift.page import CloseShiftPresenter

_CREW_SHARE, _NOTES_SHARE = 3, 2
_BESIDE_UP_TO = 110
"""The text size up to which hours and notes fit beside each other, with the print at their right."""


class CloseForm(QWidget):
    """Everything to look over before the shift closes."""

    close_wanted = Signal()
    visit_wanted = Signal(str, str)
    mend_wanted = Signal(int)
    """The place in the crew of somebody who is to be put right."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """Lay the form out; ``refresh`` fills it."""
        super().__init__(parent)
        self._keeper = keeper
        self._close = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        self._middle = self._build_middle()
        self._scroller = Scroller(keeper, self._middle, self)
        column.addWidget(self._scroller, 1)
        column.addLayout(self._build_foot())
        keeper.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Show the shift as it stands."""
        shift = self._close.desk.shift
        if shift is None:
            return
        self._night.setText(self._close.night())
        self._clock.set_time(clock_text(self._close.desk.clock()))
        self.show_missing()
        self.referrals.refresh()
        self.crew.refresh()
        self.notes.show_notes(shift.handover_notes)
        self.more.refresh()

    def show_missing(self) -> None:
        """Show what is missing, as far as is known: in its list, and how much beside the button."""
        self.missing.refresh()
        self._say_what()

    def flush(self) -> None:
        """Keep whatever is half typed."""
        for part in (self.missing.answers, self.crew, self.notes, self.more):
            part.flush()

    def refuses(self) -> str:
        """What to put right before the shift is closed, in view and with the keyboard; empty when all is taken.

        What is red is not on record: the paper would say something else than what somebody typed. A counter that is
        red is among what is missing already.
        """
        wrong = {field: what for field, what in (self.crew.wrong | self.more.wrong).items() if not field.isHidden()}
        if not wrong:
            return ""
        field, sentence = next(iter(wrong.items()))
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        _bring_into_view(self._scroller, field)
        return sentence

    def begin(self) -> None:
        """Give the keyboard to the notes, with what is missing still in view above them where both have room.

        Where nothing can be changed any more the button has it.
        """
        (self.notes.area if self._middle.isEnabled() else self.button).setFocus()
        QTimer.singleShot(0, self, self._go_to_top)

    def set_busy(self, busy: bool) -> None:
        """Say that the shift is being closed, or let it be closed; what is signed off is changed here no more."""
        self._middle.setEnabled(not busy and self._close.desk.shift is not None)
        self.button.setEnabled(not busy)
        self.button.set_words(words("close.closing" if busy else "close.close"))

    def go_on(self) -> None:
        """It was not closed: all is as the store holds it; what is signed off can only be closed again."""
        self.set_busy(False)
        self.refresh()
        if self.isVisible():
            self.button.setFocus()

    def _next_missing(self) -> None:
        """Something was put right in place: on to what else is missing, else to the notes."""
        if self.missing.something:
            self.missing.take_focus()
        else:
            self.begin()

    def _go_to_top(self) -> None:
        """Show the page from its top, unless the first lines of the notes would be out of sight there."""
        first_lines = self.notes.mapTo(self._middle, self.notes.area.pos()).y() + self._keeper.px(2 * TARGET)
        if first_lines <= self._scroller.viewport().height():
            self._scroller.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        large = is_large(self._keeper)
        narrow = self._keeper.theme.text_percent > _BESIDE_UP_TO
        stack(self._pair, narrow)
        self._night.setVisible(not large)
        self._say_what()

    def _say_what(self) -> None:
        """Beside the button: how much is missing, as long as anything is; with large text in place of who signs."""
        large, something = is_large(self._keeper), self.missing.something
        self._what.setText(
            words("close.all_the_same", what=self.missing.title) if something else words("close.what_it_does")
        )
        self._what.setVisible(something or not large)
        self._signed.setVisible(not (something and large))

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        row.addWidget(TextLabel(self._keeper, words("close.title"), size=Size.TITLE, weight=Weight.TITLE))
        self._night = TextLabel(self._keeper, tone=Tone.MUTED, weight=Weight.CONTROL, wrap=True)
        row.addWidget(self._night, 1)
        row.addStretch()
        self._clock = ClockLabel(self._keeper, large=False)
        self._clock.setMinimumHeight(self._keeper.px(56))
        row.addWidget(self._clock)
        return row

    def _build_middle(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.EDGE, 0, Space.EDGE, Space.CONTROL)
        column.setSpacing(Space.CARD)
        self.missing = MissingPanel(self._keeper, self._close, inside)
        self.missing.visit_wanted.connect(self.visit_wanted)
        self.missing.put_right.connect(self._next_missing)
        self.missing.answers.done.connect(self._next_missing)
        self.crew = CrewPanel(self._keeper, self._close.hours, inside)
        self.crew.mend_wanted.connect(self.mend_wanted)
        self.notes = NotesPanel(self._keeper, self._close, inside)
        self.more = MorePanel(self._keeper, self._close, inside)
        self.more.refused.connect(lambda field: _bring_into_view(self._scroller, field))
        self.referrals = ReferralsPanel(self._keeper, self._close.desk, inside)
        self.referrals.visit_wanted.connect(self.visit_wanted)
        column.addWidget(self.missing)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(Space.CARD)
        self._pair.addWidget(self.crew, _CREW_SHARE)
        self._pair.addWidget(self.notes, _NOTES_SHARE)
        column.addLayout(self._pair)
        column.addWidget(self.referrals)
        column.addWidget(self.more)
        column.addStretch(1)
        return inside

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        text = QVBoxLayout()
        text.setSpacing(0)
        self._signed = TextLabel(self._keeper, self._close.signature(), weight=Weight.TITLE, wrap=True)
        text.addWidget(self._signed)
        self._what = TextLabel(self._keeper, words("close.what_it_does"), tone=Tone.MUTED, wrap=True)
        text.addWidget(self._what)
        row.addLayout(text, 1)
        self.button = HoldButton(
            self._keeper, words("close.close"), icon=IconName.MOON, keys="Ctrl+Enter", main=True, parent=self
        )
        self.button.used.connect(self.close_wanted)
        row.addWidget(self.button)
        return row


def _bring_into_view(scroller: Scroller, field: QWidget) -> None:
    """Scroll to a field and the sentence below it, once that has its place."""
    QTimer.singleShot(0, field, lambda: scroller.ensureWidgetVisible(field, 0, Space.EDGE))
