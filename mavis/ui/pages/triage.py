"""Below the chips of triage: what to do, the red flags in one list, why somebody decided otherwise, the head injury.

It shows only what the visit asks for. Z gives the letters to it, Escape gives them back to the chips.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mavis.domain.head_injury_edits import has_head_injury, unanswered
from mavis.system.wording import words
from mavis.ui.pages.section_panel import SectionPanel
from mavis.ui.pages.steps import StepsForm, give_keys_back
from mavis.ui.presenters.head_injury import PLACE, HeadInjuryPresenter
from mavis.ui.shortcuts import keys_of
from mavis.ui.spoken import Role, speak_as
from mavis.ui.tokens import Space
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.scroller import bring_into_view

if TYPE_CHECKING:
    from mavis.domain.visit import Visit
    from mavis.ui.presenters.visit import VisitPresenter
    from mavis.ui.theme import ThemeKeeper

_UNKNOWN = frozenset("09")


class TriagePanel(SectionPanel):
    """The flags above, the head-injury list below; each is built when a visit first asks for it."""

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter) -> None:
        """Show nothing until a visit is shown."""
        super().__init__()
        self._keeper = keeper
        self._presenter = presenter
        self._live: StepsForm | None = None
        self._room = 0
        self.flags: StepsForm | None = None
        """What to do, the reason, the flags and their closing."""
        self.head: StepsForm | None = None
        """The head-injury list."""
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("triage.title"))
        self._more = Button(keeper, words("triage.more"), keys=keys_of("triage.more"), parent=self)
        self._more.used.connect(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, Space.CONTROL, 0)
        self._column.setSpacing(Space.CONTROL)
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, 0, 0)
        row.addWidget(self._more)
        row.addStretch(1)
        self._column.addLayout(row)

    @property
    def takes_letters(self) -> bool:
        """Whether the letters belong to the list and not to the chips above."""
        return self._live is not None

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keyboard."""
        return any(form.is_typing for form in self._forms)

    @property
    def key_place(self) -> str:
        """The place of the list while the letters are its own."""
        return PLACE if self._live is not None else ""

    def turn_to(self) -> None:
        """Another visit: the letters are those of the chips, and nothing is being closed."""
        self._own(None)
        for form in self._forms:
            form.put_away()
        self._presenter.flags.turn_to()

    def show_visit(self, visit: Visit) -> None:
        """Show what the visit asks for; what is not built yet is built once the key is answered."""
        flags, head = bool(visit.flags) or self._presenter.flags.differs, has_head_injury(visit)
        self.setVisible(flags or head)
        for wanted, form, build in ((flags, self.flags, self._build_flags), (head, self.head, self._build_head)):
            if form is not None:
                form.setVisible(wanted)
                if wanted:
                    form.refresh()
            elif wanted:
                QTimer.singleShot(0, self, build)
        if self._presenter.flags.asked and self.flags is not None:
            self._presenter.flags.asked = False
            self._give(self.flags, self._presenter.flags.start())

    def press(self, key: str) -> bool:
        """Use a key in the list while the letters are its own; another letter is nobody's then."""
        if self._live is None:
            if key == keys_of("triage.more") and not self.isHidden():
                self.open()
                return True
            return False
        if key == keys_of("triage_more.next_flag") and self._live is self.flags:
            if self._presenter.flags.next_flag():
                self.show_visit(self._presenter.visit)
            return True
        asked = bool(unanswered(self._presenter.visit))
        used = self._live.press(key)
        if self._live is self.head and asked and not unanswered(self._presenter.visit):
            self._conclude()
        elif self._live is not None and not self._live.at:  # the flag is closed, and nothing else is asked
            self._own(None)
        return used or key.isalpha() or key in _UNKNOWN

    def _conclude(self) -> None:
        """The list is answered: show what it comes to, and give the letters back."""
        head = self.head
        self._own(None)
        if head is not None:
            bring_into_view(head)

    def open(self, _name: str = "") -> None:
        """Give the letters to what waits for an answer: the head-injury list, the reason, then the flags."""
        self._build_wanted()
        head = self.head if self.head is not None and not self.head.isHidden() else None
        if head is not None and (unanswered(self._presenter.visit) or self.flags is None):
            self._give(head, self._head_presenter.start())
        elif self.flags is not None and not self.flags.isHidden():
            self._presenter.flags.next_flag()
            self._presenter.flags.asked = False
            self.flags.refresh()
            self._give(self.flags, self._presenter.flags.start())
        elif head is not None:
            self._give(head, self._head_presenter.start())

    def step_back(self) -> bool:
        """Escape: the letters are those of the chips again."""
        if self._live is None:
            return False
        self._presenter.flags.turn_to()
        self._live.refresh()
        self._own(None)
        give_keys_back(self)
        return True

    def end(self) -> bool:
        """Enter: on to the next question of the list; True behind the last, and always from the chips."""
        if self._live is None or not self._live.go_on():
            self._own(None)
            return True
        return False

    def leave(self) -> None:
        """The page goes elsewhere: the letters are those of the chips when it comes back."""
        super().leave()
        self._own(None)

    def flush(self) -> None:
        """Save whatever is half typed."""
        for form in self._forms:
            form.flush()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._room = room
        for form in self._forms:
            form.fit(room)

    @property
    def _forms(self) -> list[StepsForm]:
        return [form for form in (self.flags, self.head) if form is not None]

    def _build_wanted(self) -> None:
        visit = self._presenter.visit
        if visit.flags or self._presenter.flags.differs:
            self._build_flags()
        if has_head_injury(visit):
            self._build_head()

    def _build_flags(self) -> None:
        if self.flags is None:
            self.flags = StepsForm(self._keeper, self._presenter.flags, self)
            self._put(self.flags, at=1)

    def _build_head(self) -> None:
        if self.head is None:
            self._head_presenter = HeadInjuryPresenter(self._presenter.desk, lambda: self._presenter.visit)
            self.head = StepsForm(self._keeper, self._head_presenter, self)
            self._put(self.head, at=self._column.count())

    def _put(self, form: StepsForm, at: int) -> None:
        form.touched.connect(lambda: self._own(form))
        self._column.insertWidget(at, form)
        if self._room:
            form.fit(self._room)
        form.set_live(False)
        self.show_visit(self._presenter.visit)

    def _give(self, form: StepsForm, step_id: str) -> None:
        self._own(form)
        form.begin(step_id)
        QTimer.singleShot(0, form, lambda: bring_into_view(form.rows[form.at]) if form.at else None)

    def _own(self, form: StepsForm | None) -> None:
        changed = form is not self._live
        self._live = form
        for each in self._forms:
            each.set_live(each is form)
        self._more.set_live(form is None)
        if changed:
            self.begun.emit()
