"""The head of a visit: triage, code, name, looks, next check; with large text the ways to note and timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.style import application
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.pages.visit.name_field import NameField
from mavis.ui.presenters.board.returners import looks_before
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field
from mavis.ui.widgets.next_check import CheckState, NextCheckBlock, NextCheckView
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.triage import TriageShape, TriageSign

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.page import VisitPresenter
    from mavis.ui.presenters.visit.question import Section
    from mavis.ui.presenters.visit.watch import Check

_FIELD = 144
"""The least width of the name and of the looks, in pixels at 100 % text: their labels are whole in it."""


class VisitHeader(QWidget):
    """Shows and takes the words about who this is.

    Enter in the name goes to the looks beside it, for that is what people type next: on the page below, each letter of
    it would tick an answer. Enter there, and the key down in both, lead back to the page.
    """

    done = Signal()
    """Whoever typed has no more to say here: the page goes on."""
    check_wanted = Signal()
    timeline_wanted = Signal()
    """With large text what happened has no room beside the questions."""
    note_wanted = Signal()
    """Nor has the note."""
    sheet_wanted = Signal()
    """An ambulance takes them, and its crew gets a sheet."""
    reopening_wanted = Signal()
    """A visit that was finished is wanted open again."""

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter, parent: QWidget | None = None) -> None:
        """Lay the head out for one visit."""
        super().__init__(parent)
        self._page = parent
        self._presenter = presenter
        self._keeper = keeper
        self._onward = ""
        self._before = ""
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.CARD)
        self._large = False
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        self._rows.addLayout(row, 1)
        self._sign = TriageShape(keeper)
        self._code = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, tone=Tone.ACCENT)
        self.name = NameField(keeper, self)
        self.label = Field(keeper, words("visit.label"), noted=False, inset=True, parent=self)
        self.label.edit.goes_on = True
        _keep(self.name, presenter.type_name)
        _keep(self.label, presenter.type_label)
        for field in (self.name, self.label):
            field.edit.installEventFilter(self)
        application().focusChanged.connect(self._show_beginnings)
        row.addWidget(self._sign)
        row.addWidget(self._code)
        row.addWidget(self.name, 1)
        row.addWidget(self.label, 1)
        self._build_times(keeper)

    def _build_times(self, keeper: ThemeKeeper) -> None:
        """What stands beside the name or below it."""
        self._times = times = QHBoxLayout()
        times.setSpacing(Space.CARD)
        self._rows.addLayout(times)
        self.check = NextCheckBlock(keeper, "3", self)
        self.check.used.connect(self.check_wanted)
        self._timeline = Button(keeper, words("screens.timeline.title"), icon=IconName.CLOCK, parent=self)
        self._timeline.used.connect(self.timeline_wanted)
        self._note = Button(keeper, words("visit.add_note"), icon=IconName.NOTE, parent=self)
        self._note.used.connect(self.note_wanted)
        times.addStretch(1)
        times.addWidget(self._note)
        times.addWidget(self._timeline)
        times.addWidget(self.check)
        self._sheet = Button(keeper, words("visit.handover"), icon=IconName.PRINTER, keys=keys_of("visit.handover"))
        self._sheet.used.connect(self.sheet_wanted)
        times.addWidget(self._sheet)
        self._reopen = Button(keeper, words("visit.finished_reopen"), icon=IconName.UNDO, keys=keys_of("visit.reopen"))
        self._reopen.used.connect(self.reopening_wanted)
        times.addWidget(self._reopen)

    @property
    def is_typing(self) -> bool:
        """Whether the name or the looks have the keyboard."""
        return self.name.edit.hasFocus() or self.label.edit.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads from box to box, the key down out of them; the looks say so while they have the keyboard."""
        if watched is self.label.edit and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._name_looks(typing=event.type() is QEvent.Type.FocusIn)
        onward = is_enter(event) or _is_key(event, Qt.Key.Key_Down)
        if onward and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return True
        if watched is self.label.edit and _is_key(event, Qt.Key.Key_Right) and self._offers_looks:
            self.label.edit.insert(self._before)
            self._name_looks(typing=True)
        elif is_enter(event) and watched is self.name.edit and not self.label.text:
            self.label.setFocus(Qt.FocusReason.TabFocusReason)
        elif onward:
            self.done.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    def say_way(self, section: Section) -> None:
        """Say which section the page goes on with."""
        self._onward = words(f"visit.section.{section.value}")
        self.name.say_way(words("visit.name_now_full" if self.label.text else "visit.name_now", section=self._onward))
        self._name_looks(typing=self.label.edit.hasFocus())

    def show_visit(self, check: Check) -> None:
        """Show what the record holds; a field that is being typed in is left alone."""
        visit = self._presenter.visit
        self._sign.set_sign(TriageSign(visit.triage.category.value) if visit.triage else TriageSign.NONE)
        self._code.setText(visit.code)
        for field, text in ((self.name, visit.name), (self.label, visit.label)):
            if not field.edit.hasFocus() and field.text != text:
                field.set_text(text)
                field.edit.home(False)
        if self.label.edit.toolTip() != visit.label:
            self.label.edit.setToolTip(visit.label)  # long looks are whole here, as on the card of the board
        before = self._before = looks_before(self._presenter.desk, visit)
        self.label.edit.setPlaceholderText(words("visit.label_before", looks=before) if before else "")
        self.check.setVisible(visit.is_open)
        self.check.set_keys("3" if visit.triage else "2")
        self.check.set_view(NextCheckView(CheckState(check.state.value), check.minutes, clock_text(check.at)))

    def offer_reopening(self, offered: bool) -> None:
        """Say in the place of the next check that the visit is finished, and how it is opened again.

        Where that is said elsewhere and an ambulance takes them, the sheet for its crew has the place.
        """
        self._reopen.setVisible(offered)
        self._sheet.setVisible(not offered and self._presenter.visit.outcome is Outcome.AMBULANCE_CONVEYED)
        self._stack()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the name goes by the width that is left."""
        super().resizeEvent(event)
        self._stack()

    def fit(self, large: bool) -> None:
        """With large text the next check stands below the name, beside the ways to the note and the timeline."""
        self._large = large
        for button in (self._note, self._timeline):
            button.setVisible(large)
        self._code.setContentsMargins(0, 0, self._keeper.px(Space.TINY), 0)  # the ring of the name reaches out
        self._code.setVisible(large or self._keeper.theme.text_percent == SMALLEST_TEXT)  # the tab says it, too
        self._stack()

    def _stack(self) -> None:
        """What would leave the name and the looks less room than their labels need stands below them."""
        fixed = sum(one.sizeHint().width() + Space.CARD for one in (self._sign, self._code) if not one.isHidden())
        room = self.width() - fixed - self._times.sizeHint().width() - 2 * Space.CARD
        stack(self._rows, self._large or room < 2 * self._keeper.px(_FIELD))

    def flush(self) -> None:
        """Hand on whatever is still being typed."""
        for typing in self.findChildren(Typing):
            typing.flush()

    @property
    def _offers_looks(self) -> bool:
        """Whether the looks of last time are known, and nothing is written of tonight's."""
        return bool(self._before) and not self.label.text

    def _name_looks(self, *, typing: bool) -> None:
        now = words("visit.label_now_again" if self._offers_looks else "visit.label_now", section=self._onward)
        self.label.set_label(now if typing else words("visit.label"))
        self.label.edit.setAccessibleDescription(now if typing else "")

    def _show_beginnings(self, before: QWidget | None, now: QWidget | None) -> None:
        """What is longer than its field is read from the beginning once the keyboard is elsewhere on the page.

        Where something lies over the page the caret waits where it was.
        """
        page = self._page
        if now is not None and page is not None and (now is page or page.isAncestorOf(now)):
            for field in (self.name, self.label):
                if before is field.edit:
                    field.edit.home(False)

    def turn(self, aside: bool) -> None:
        """Say on the button of the timeline whether it leads there or back to the questions."""
        self._timeline.set_words(words("visit.questions_again" if aside else "screens.timeline.title"))


def _is_key(event: QEvent, key: Qt.Key) -> bool:
    return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and Qt.Key(event.key()) is key


def _keep(field: Field, keep: Callable[[str], None]) -> None:
    """Hand on what is typed into a field."""
    typing = Typing(keep, field.edit)
    field.typed.connect(typing.typed)
    field.edit.editingFinished.connect(typing.flush)
