"""Below the chips of triage: what to do, the red flags in one list, why somebody decided otherwise, the head injury.

It shows only what the visit asks for. Z gives the letters to it, Escape gives them back to the chips.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.edits.head_injury import unanswered
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Space
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.section_panel import SectionPanel
from mavis.ui.pages.visit.triage.forms import TriageForms
from mavis.ui.presenters.visit.triage.head_injury import ABOUT, PLACE
from mavis.ui.presenters.visit.triage.red_flags import CLOSING, FLAGS, GRADE, REASON
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.scroller import bring_into_view

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.steps.column import StepsForm
    from mavis.ui.presenters.visit.page import VisitPresenter


_UNKNOWN = frozenset("09")
_ABOVE = {GRADE.id: CLOSING.id, next(iter(HeadInjurySign)).value: ABOUT.id}
"""Above the grade, which flag is closed; above the first sign, how many are left and *No to all the rest*."""


class TriagePanel(SectionPanel):
    """The flags above, the head-injury list below; ``forms`` holds both."""

    has_rows = True

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter) -> None:
        """Show nothing until a visit is shown."""

        def show_built() -> None:
            self._is_new = True
            self.show_visit(self._presenter.visit)

        super().__init__()
        self._presenter = presenter
        self._live: StepsForm | None = None
        self._has_ended = False
        self._is_new = True
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("triage.title"))
        self._more = Button(keeper, words("triage.more"), keys=keys_of("triage.more"), parent=self)
        self._more.used.connect(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.CONTROL, 0)
        column.setSpacing(Space.CONTROL)
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, 0, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        column.addLayout(row)
        self.forms = TriageForms(keeper, presenter, self, column)
        self.forms.touched.connect(self._own)
        self.forms.built.connect(show_built)

    @property
    def takes_letters(self) -> bool:
        """Whether the letters belong to the list and not to the chips above."""
        return self._live is not None

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keyboard."""
        return any(form.is_typing for form in self.forms.all)

    @property
    def spot(self) -> QWidget | None:
        """The question in use, while the letters belong to the list."""
        return None if self._live is None else _spot_of(self._live)

    @property
    def key_place(self) -> str:
        """The place of the list while the letters are its own."""
        return PLACE if self._live is not None else ""

    @property
    def in_use(self) -> str:
        """The head-injury list or the flags, while the letters are its own."""
        if self._live is None:
            return ""
        return ABOUT.id if self._live is self.forms.head else FLAGS.id

    def turn_to(self) -> None:
        """Another visit: the letters are those of the chips, and nothing is being closed."""
        self._is_new = True
        self._own(None)
        for form in self.forms.all:
            form.put_away()
        self._presenter.flags.turn_to()

    def show_visit(self, visit: Visit) -> None:
        """Show what the visit asks for; what is not built yet is built once the key is answered.

        While another section is in use nothing here comes or changes its place, for that would move what stands below.
        """
        if not (self.is_entered or self._is_new):
            self.forms.blank(visit)
            return
        self._is_new = False
        self.setVisible(self.forms.refresh(visit))
        flags = self._presenter.flags
        if flags.asked and self.forms.flags is not None:
            flags.asked = False
            self._give(self.forms.flags, flags.start())

    def begin(self) -> None:
        """It shows what other sections have raised meanwhile."""
        self.is_entered = True
        self.show_visit(self._presenter.visit)

    def press(self, key: str) -> bool:
        """Use a key in the list while the letters are its own; another letter is nobody's then."""
        live, forms, flags = self._live, self.forms, self._presenter.flags
        self._has_ended = False
        if live is None:
            if key == keys_of("triage.more") and not self.isHidden():
                self.open()
                return True
            return False
        if key == keys_of("triage_more.next_flag") and live is forms.flags:
            if flags.next_flag():
                self.show_visit(self._presenter.visit)
            return True
        asked = bool(unanswered(self._presenter.visit))
        used = live.press(key)
        if live is forms.head and asked and not unanswered(self._presenter.visit):
            self._own(None)
            self._has_ended = True
            bring_into_view(live)
        elif used and live is forms.flags and not flags.closing and live.at in ("", REASON.id):
            self._own(None)  # the flag is closed, or the reason given: nothing else is asked
        return used or key.isalpha() or key in _UNKNOWN

    def open(self, name: str = "") -> None:
        """Give the letters to what waits for an answer: the head-injury list, the reason, then the flags.

        By the name of the list or of the flags, straight there.
        """
        self.forms.build()
        head, flags = (form if form and not form.isHidden() else None for form in (self.forms.head, self.forms.flags))
        asks_first = (bool(unanswered(self._presenter.visit)) and name != FLAGS.id) or name == ABOUT.id
        if head is not None and (asks_first or flags is None):
            self._give(head, self.forms.head_injury.start())
        elif flags is not None:
            self._presenter.flags.next_flag()
            self._presenter.flags.asked = False
            flags.refresh()
            self._give(flags, self._presenter.flags.start())

    def step_back(self) -> bool:
        """Escape: the letters are those of the chips again.

        Where the last answer of the list has given them back already, Escape goes no further.
        """
        if self._live is None:
            ended, self._has_ended = self._has_ended, False
            return ended
        self._presenter.flags.turn_to()
        self._live.refresh()
        self._own(None)
        give_keys_back(self)
        return True

    def end(self, by: int = 1) -> bool:
        """Enter: on to the next question of the list; True behind the last, and always from the chips."""
        if self._live is None or not self._live.go_on(by):
            self._own(None)
            return True
        return False

    def leave(self) -> None:
        """The page goes elsewhere: the letters are those of the chips when it comes back."""
        super().leave()
        self._own(None)
        self.is_entered = self._has_ended = False

    def flush(self) -> None:
        """Save whatever is half typed."""
        for form in self.forms.all:
            form.flush()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self.forms.fit(room)

    def _give(self, form: StepsForm, step_id: str) -> None:
        self._own(form)
        form.begin(step_id)
        QTimer.singleShot(0, form, lambda: bring_into_view(_spot_of(form) or form))

    def _own(self, form: StepsForm | None) -> None:
        changed = form is not self._live
        self._live = form
        for each in self.forms.all:
            each.set_live(each is form)
        self._more.set_live(form is None)
        if changed:
            self.begun.emit()


def _spot_of(form: StepsForm) -> QWidget | None:
    """What to show at the top: the question in use, with what stands above it and belongs to it."""
    return form.rows.get(_ABOVE.get(form.at, form.at))
