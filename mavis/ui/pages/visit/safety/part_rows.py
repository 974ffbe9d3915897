"""Rows of a part besides its chips and lines: a time in the past, somebody of the crew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import TARGET, Space, Tone
from mavis.ui.pages.visit.safety.part_row import PartRow, named
from mavis.ui.pages.visit.section_panel import NOT_TAKEN
from mavis.ui.presenters.visit.safety.part_presenter import row_words
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.unfolding import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.safety.part import Somebody, When
    from mavis.ui.presenters.visit.safety.part_presenter import PartPresenter

_TIME_WIDTH = 154


class WhenRow(PartRow):
    """So many minutes ago with one key each, or the time on a clock; words that are no time stay to be put right."""

    def __init__(
        self, keeper: ThemeKeeper, presenter: PartPresenter, when: When, keys: Mapping[str, str], parent: QWidget
    ) -> None:
        """``keys`` maps ``<id>.<minutes>`` and ``<id>`` itself to their keys."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._when = when
        self._refused = False
        self.field = Field(keeper, named(when.id, keys.get(when.id, "")), noted=False, inset=True, parent=self)
        self.field.edit.setAccessibleName(row_words(when.id))
        self.field.edit.setObjectName(when.id)
        self.field.edit.is_figure = True
        self.setFocusProxy(self.field)
        self.field.edit.installEventFilter(self)
        self.field.edit.editingFinished.connect(self.flush)
        self.field.typed.connect(lambda _text: self.touched.emit())
        self.buttons = {minutes: _ago_button(keeper, self, f"{when.id}.{minutes}", keys) for minutes in when.ago}
        for minutes, button in self.buttons.items():
            button.used.connect(lambda minutes=minutes: self._go_back(minutes))
        self._wrong = Note(keeper, self)
        self._wrong.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.CONTROL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TINY)
        column.addLayout(self._grid)
        column.addWidget(self._wrong)

    @property
    def is_typing(self) -> bool:
        """Whether a time is half typed: it begins with a digit, and behind one there may be letters, ``0130 2nd``."""
        return self.field.edit.hasFocus() and self.field.is_typed

    def press_key(self, key: str) -> bool:
        """Use the button of a key; False when none has it."""
        for minutes, button in self.buttons.items():
            if button.keys == key:
                self._go_back(minutes)
                return True
        return False

    def show_row(self) -> None:
        """Show the time on record, unless somebody is typing one or a typed one was refused."""
        if not self.is_typing and not self._refused:
            self.field.set_text(self._presenter.time_of(self._when.id))

    def turn_to(self) -> None:
        """Another visit is shown: its time, and nothing wrong with it."""
        self._say("")
        self.field.set_text(self._presenter.time_of(self._when.id))

    def set_live(self, live: bool) -> None:
        """Frame the keys while they count."""
        for button in self.buttons.values():
            button.set_live(live)

    def flush(self) -> None:
        """Take what was typed."""
        if not (self.field.is_typed or self._refused):
            return
        held = self._presenter.time_of(self._when.id)
        self._say("" if self.field.text == held else self._presenter.take_time(self._when.id, self.field.text))
        if not self._refused:
            self.field.set_text(self._presenter.time_of(self._when.id))

    def fit(self, room: int) -> None:
        """As many buttons beside the field as the room holds; the rest below."""
        self.field.setFixedWidth(self._keeper.px(_TIME_WIDTH))
        left = room - self.field.width()
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=1)
        columns = max(1, min(len(self.buttons), left // (widest + Space.CONTROL)))
        self._grid.addWidget(self.field, 0, 0, Qt.AlignmentFlag.AlignTop)
        for at, button in enumerate(self.buttons.values()):
            button.setFixedWidth(widest)
            self._grid.addWidget(button, at // columns, 1 + at % columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(len(self.buttons) + 1, 1)

    def _go_back(self, minutes: int) -> None:
        self._say("")
        self.touched.emit()
        self._presenter.ago(self._when.id, minutes)
        self.field.set_text(self._presenter.time_of(self._when.id))

    def _say(self, wrong: str) -> None:
        self._refused = bool(wrong)
        said = words("safety.said.time_not_taken", name=row_words(self._when.id)) if wrong else ""
        self.field.edit.setProperty(NOT_TAKEN, said)
        self.field.mark(FieldState.ERROR if wrong else FieldState.PLAIN, wrong)
        self._wrong.say(FieldState.ERROR, wrong)
        self._wrong.setVisible(bool(wrong))


def _ago_button(keeper: ThemeKeeper, row: WhenRow, name: str, keys: Mapping[str, str]) -> Button:
    """The button of so many minutes ago, by ``<id>.<minutes>``."""
    return Button(keeper, words(f"chips.{name}"), keys=keys.get(name, ""), parent=row)


class SomebodyRow(PartRow):
    """Somebody of tonight's crew, to choose from a list."""

    def __init__(self, keeper: ThemeKeeper, presenter: PartPresenter, row: Somebody, parent: QWidget) -> None:
        """The list is filled when it is shown, for the crew may change."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._row = row
        self._crew: tuple[tuple[str, str], ...] | None = None
        self.box = Choice(self._keeper, self)
        self.box.setAccessibleName(row_words(row.id))
        self.box.setObjectName(row.id)
        self.box.activated.connect(self._chosen)
        self.box.installEventFilter(self)
        self.setFocusProxy(self.box)
        title = TextLabel(keeper, row_words(row.id), tone=Tone.MUTED)
        title.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TINY)
        column.addWidget(title)
        column.addWidget(self.box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go on from row to row, and change nobody: Space unfolds the list, in which they choose."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers()
        if pressed and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            QCoreApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)

    def show_row(self) -> None:
        """Show whom the record names."""
        if self._crew != self._presenter.crew:
            self._crew = self._presenter.crew
            self.box.clear()
            for name, person in ((words("visit.nobody_yet"), ""), *self._crew):
                self.box.addItem(name, person)
        place = max(0, self.box.findData(self._row.held(self._presenter.visit)))
        if place != self.box.currentIndex():
            self.box.setCurrentIndex(place)

    def fit(self, room: int) -> None:
        """As high as a finger needs."""
        self.box.setMinimumHeight(self._keeper.px(TARGET))

    def _chosen(self, place: int) -> None:
        self.touched.emit()
        self._presenter.choose_somebody(self._row.id, self.box.itemData(place))
