"""What is written at the end of a night: handover notes, incidents, the cost of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import GIVEN_BACK, Field, FieldState, TextArea, held
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.close_shift.page import CloseShiftPresenter

_LEAST_HEIGHT = 144


class _Area(TextArea):
    """Asks for no more height than it needs: what is missing is to be seen above it."""

    def sizeHint(self) -> QSize:
        """As high as its least height; the panel may give it more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class NotesPanel(Panel):
    """The handover notes, kept as they are typed."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """An empty area."""
        super().__init__(keeper, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        title = words("close.notes.title")
        column.addWidget(TextLabel(keeper, title, size=Size.LABEL, weight=Weight.TITLE))
        how = words("close.notes.no_names")
        column.addWidget(TextLabel(keeper, how, tone=Tone.MUTED, wrap=True))
        self.area = _Area(keeper, title, hint=words("close.notes.hint"), parent=self)
        self.area.setAccessibleDescription(how)
        self.area.setMinimumHeight(keeper.px(_LEAST_HEIGHT))
        column.addWidget(self.area, 1)
        self._typing = Typing(presenter.type_notes, self.area)
        self.area.textChanged.connect(lambda: self._typing.typed(self.area.toPlainText()))

    def show_notes(self, text: str) -> None:
        """Show what is stored, unless somebody is typing something else; to have the keyboard alone is not typing."""
        if not self.area.hasFocus() or self.area.toPlainText() == held(self.area):
            self.area.blockSignals(True)
            self.area.set_text(text)
            self.area.blockSignals(False)

    def flush(self) -> None:
        """Keep what is half typed."""
        self._typing.flush()


class MorePanel(Panel):
    """Incidents and the cost: rarely needed, so they stand last."""

    refused = Signal(object)
    """The field that must be put right, to be seen with its sentence."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """Without incidents."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self._close = presenter
        self._shown: tuple[tuple[str, str], ...] = ()
        self.wrong: dict[Field, str] = {}
        """What to type in place of a cost that cannot be, and is therefore not taken."""
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CONTROL)
        head = QHBoxLayout()
        head.setSpacing(Space.CONTROL)
        head.addWidget(TextLabel(keeper, words("close.more.incidents"), size=Size.LABEL, weight=Weight.TITLE))
        head.addWidget(TextLabel(keeper, words("close.more.incidents_how"), tone=Tone.MUTED, wrap=True), 1)
        column.addLayout(head)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self.incident = Field(keeper, words("close.more.incident"), noted=False, parent=self)
        add = Button(keeper, words("close.more.add"), icon=IconName.PLUS, keys="Enter", parent=self)
        self.incident.add_beside(add)
        self.incident.entered.connect(self._add)
        add.used.connect(self._add)
        column.addWidget(self.incident)
        self.cost = Field(
            keeper, words("close.more.cost"), hint=words("close.more.cost_hint"), noted=False, parent=self
        )
        self.cost.edit.is_figure = True
        self.cost.edit.editingFinished.connect(self._look)
        column.addWidget(self.cost)

    def refresh(self) -> None:
        """Show the incidents and the cost that are stored."""
        incidents = self._close.incidents()
        if incidents != self._shown:
            self._shown = incidents
            while (item := self._list.takeAt(0)) is not None:
                old = item.widget()
                if old is not None:
                    old.deleteLater()
            for time, text in incidents:
                self._list.addWidget(TextLabel(self._keeper, f"{time}  {text}", wrap=True))
        if not self.cost.edit.hasFocus() and self.cost.edit.property("state") != FieldState.ERROR.value:
            self.cost.set_text(self._close.cost())

    def flush(self) -> None:
        """Keep what is half typed; an incident that was not added yet counts as added."""
        self._add()
        self._look()

    def _add(self) -> None:
        text, half = self.incident.text, bool(self.incident.edit.property(GIVEN_BACK))
        self.incident.set_text("")
        self.incident.edit.setProperty(GIVEN_BACK, False)
        self._close.add_incident(text, half=half)

    def _look(self) -> None:
        if not (self.cost.is_typed or self.wrong):
            return
        wrong = self._close.type_cost(self.cost.text)
        self.wrong = {self.cost: wrong} if wrong else {}
        self.cost.set_state(FieldState.ERROR if wrong else FieldState.PLAIN, wrong)
        if wrong:
            self.refused.emit(self.cost)
        else:
            self.cost.hold()
