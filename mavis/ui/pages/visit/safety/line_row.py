"""A line of a part: kept as it is typed, with names beside it that fit what is typed so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.note_way import LineWay
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.pages.visit.safety.part_row import PartRow, named
from mavis.ui.presenters.visit.safety.part_presenter import fitting_names, row_words
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.safety.part import Line
    from mavis.ui.presenters.visit.safety.part_presenter import PartPresenter

_MOST_OFFERED = 2


class LineRow(PartRow):
    """A line of words; a name that is offered is taken by touch or with Down, and other words stay as they are."""

    def __init__(self, keeper: ThemeKeeper, presenter: PartPresenter, line: Line, key: str, parent: QWidget) -> None:
        """An empty line; ``key`` leads to it."""
        super().__init__(parent)
        self._presenter = presenter
        self._line = line
        self._room = 0
        self._is_ended = False
        self.field = Field(keeper, named(line.id, key), noted=False, inset=True, parent=self)
        self.field.edit.setAccessibleName(row_words(line.id))
        self.field.edit.setObjectName(line.id)
        self.field.edit.goes_on = True
        self.field.edit.installEventFilter(self)
        LineWay(self.field.edit)
        self.setFocusProxy(self.field)
        self._typing = Typing(lambda text: presenter.write(line.id, text), self.field.edit)
        self.field.typed.connect(self._typed)
        self.field.edit.editingFinished.connect(self._typing.flush)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CONTROL)
        row.addWidget(self.field, 1)
        self.offered = [
            _name_button(keeper, self, first=not at) for at in range(_MOST_OFFERED if line.suggested else 0)
        ]
        for button in self.offered:
            button.used.connect(lambda button=button: self._take(button.accessibleName()))
            row.addWidget(button)

    @property
    def is_typing(self) -> bool:
        """Whether the line, or a name beside it, has the keyboard."""
        return self.field.edit.hasFocus() or any(button.hasFocus() for button in self.offered)

    def end(self) -> bool:
        """Enter behind words keeps them and stays, for many type on; True for an empty line, or the second Enter."""
        goes_on = self._is_ended or not self.field.edit.hasFocus() or not self.field.text.strip()
        self._is_ended = not goes_on
        return goes_on

    def show_row(self) -> None:
        """Show what the record holds, unless somebody is writing."""
        if not self.is_typing:
            self.field.set_text(self._line.held(self._presenter.visit))
            if any(not button.isHidden() for button in self.offered):
                self._offer("")

    def turn_to(self) -> None:
        """Another visit is shown: its words, whoever is writing."""
        self._is_ended = False
        self.field.set_text(self._line.held(self._presenter.visit))
        self._offer("")

    def fit(self, room: int) -> None:
        """Names may take half of the room."""
        self._room = room

    def flush(self) -> None:
        """Keep the last letters."""
        self._typing.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down takes the first name that is offered."""
        down = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if down and self.offered and not self.offered[0].isHidden():
            self.offered[0].click()
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._is_ended = False
        self.touched.emit()
        self._typing.typed(text)
        self._offer(text)

    def _offer(self, text: str) -> None:
        """Show the names that fit beside the line, as long as it keeps half of the room."""
        names = fitting_names(text, self._line.suggested)
        left = self._room // 2
        for at, button in enumerate(self.offered):
            if at < len(names):
                button.set_words(names[at])
                left -= button.sizeHint().width() + Space.CONTROL
            button.setVisible(at < len(names) and left >= 0)

    def _take(self, name: str) -> None:
        self.field.set_text(name)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer("")
        self._typing.typed(name)
        self._typing.flush()


def _name_button(keeper: ThemeKeeper, line: LineRow, *, first: bool) -> Button:
    """A name to take, hidden until one fits; a click on it must not end the line before it is heard."""
    button = Button(keeper, "", keys=words("safety.take_first") if first else "", parent=line)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.hide()
    return button
