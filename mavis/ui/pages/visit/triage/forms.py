"""The two columns below the chips of triage, built when a visit first asks for them: the flags, and the head injury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from mavis.domain.edits.head_injury import has_head_injury
from mavis.ui.pages.shared.fitting import keep_place
from mavis.ui.pages.steps.column import StepsForm, give_keys_back
from mavis.ui.presenters.visit.triage.head_injury import HeadInjuryPresenter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.steps.row import StepRow
    from mavis.ui.presenters.visit.page import VisitPresenter

_SECTIONS = "1234567"


class TriageForms(QObject):
    """Lays the columns out in the panel and keeps them up to date."""

    touched = Signal(object)
    """The column that a person uses."""
    built = Signal()

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter, panel: QWidget, column: QVBoxLayout) -> None:
        """Build nothing yet; ``column`` is the layout of the panel, under whose first row the columns go."""
        super().__init__(panel)
        self._keeper = keeper
        self._presenter = presenter
        self._panel = panel
        self._column = column
        self._room = 0
        self.head_injury = HeadInjuryPresenter(presenter.desk, lambda: presenter.visit)
        self.flags: StepsForm | None = None
        """What to do, the reason, the flags and their closing."""
        self.head: StepsForm | None = None
        """The head-injury list."""

    @property
    def all(self) -> list[StepsForm]:
        """Those that were built."""
        return [form for form in (self.flags, self.head) if form is not None]

    def refresh(self, visit: Visit) -> bool:
        """Show what the visit asks for, and whether it asks for any; what is not built yet is built in a moment."""
        flags, head = self._wanted(visit)
        for form, wanted in ((self.flags, flags), (self.head, head)):
            if form is not None:
                keep_place(form, kept=False)
                form.setVisible(wanted)
                if wanted:
                    form.refresh()
        if (flags and self.flags is None) or (head and self.head is None):
            QTimer.singleShot(0, self, self.build)
        return flags or head

    def blank(self, visit: Visit) -> None:
        """Say no more what is no longer so, and leave its place as it is: nothing below moves."""
        for form, wanted in zip((self.flags, self.head), self._wanted(visit), strict=True):
            if form is not None and not wanted and not form.isHidden():
                keep_place(form, kept=True)
                form.hide()

    def build(self) -> None:
        """Build what the visit on the page asks for, unless it was taken off the desk meanwhile."""
        if self._presenter.visit_id not in self._presenter.desk.visits:
            return
        flags, head = self._wanted(self._presenter.visit)
        if flags and self.flags is None:
            self.flags = self._put(StepsForm(self._keeper, self._presenter.flags, self._panel), at=1)
        if head and self.head is None:
            self.head = self._put(StepsForm(self._keeper, self.head_injury, self._panel), at=self._column.count())
        self.built.emit()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._room = room
        for form in self.all:
            form.fit(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A section's digit that comes first in an empty field leads there, as in the empty name."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if not (pressed and isinstance(event, QKeyEvent) and event.text() and event.text() in _SECTIONS):
            return False
        text = watched.text() if isinstance(watched, QLineEdit) else watched.property("plainText")
        page = None if text else give_keys_back(self._panel)
        if page is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return QApplication.sendEvent(page, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def _wanted(self, visit: Visit) -> tuple[bool, bool]:
        return bool(visit.flags) or self._presenter.flags.differs, has_head_injury(visit)

    def _put(self, form: StepsForm, at: int) -> StepsForm:
        form.touched.connect(lambda: self.touched.emit(form))
        self._column.insertWidget(at, form)
        form.added.connect(self._listen)
        if self._room:
            form.fit(self._room)
        form.refresh()
        return form

    def _listen(self, row: StepRow) -> None:
        if row.field is not None:
            row.field.installEventFilter(self)
