"""People who can unlock; a coordinator adds another with a passphrase of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.errors import MavisError
from mavis.domain.passphrase import strength
from mavis.domain.roles import Role
from mavis.system.wording import label, sentence, words
from mavis.ui.icons import IconName
from mavis.ui.pages.fitting import columns_for
from mavis.ui.pages.while_there import while_there
from mavis.ui.tokens import Space, Tone, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.passphrase import PassphraseField, Strength
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.presenters.settings import SettingsPresenter
    from mavis.ui.theme import ThemeKeeper

_COLUMNS, _LEAST, _ROLE_LEAST = 3, 260, 140


class AddPerson(Panel):
    """Name, role and passphrase of somebody who shall unlock."""

    wanted = Signal(str, object, str)
    """Name, role, passphrase."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(keeper, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CONTROL)
        self.name = Field(keeper, words("settings.people.name"), noted=False, parent=self)
        title = words("settings.people.role")
        views = [ChipView(role.value, label(role)) for role in Role]
        self.role = ChoiceGrid(keeper, title, views, columns=len(views), exclusive=True, parent=self)
        self._note = Note(keeper, self)
        self.passphrase = PassphraseField(keeper, words("settings.people.passphrase"), measured=True, parent=self)
        self.again = PassphraseField(keeper, words("settings.people.again"), parent=self)
        self.passphrase.typed.connect(
            lambda text: self.passphrase.set_strength(Strength[strength(text).name] if text else Strength.NONE)
        )
        self.save = Button(keeper, words("settings.people.save"), keys="Enter", parent=self)
        column.addWidget(self.name)
        column.addWidget(TextLabel(keeper, title, tone=Tone.MUTED))
        for part in (self.role, self._note, self.passphrase, self.again, self.save):
            column.addWidget(part)
        self.name.entered.connect(self.passphrase.edit.setFocus)
        self.passphrase.entered.connect(self.again.edit.setFocus)
        self.again.entered.connect(self._ask)
        self.save.used.connect(self._ask)

    def clear(self) -> None:
        """Forget what was typed, the passphrase first of all."""
        for hidden in (self.passphrase, self.again):
            hidden.clear()
            hidden.set_state(FieldState.PLAIN)
        self.passphrase.set_strength(Strength.NONE)
        self.name.set_text("")
        self.role.set_chosen(())

    def refuse(self, what: str) -> None:
        """Say what to put right with the passphrase; everything typed stays."""
        self.set_busy(False)
        self.passphrase.set_state(FieldState.ERROR, what)
        self.passphrase.edit.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Say that the key is being made, or take the next person."""
        self.save.setEnabled(not busy)
        self.save.set_words(words("settings.people.adding" if busy else "settings.people.save"))

    def _ask(self) -> None:
        role = next(iter(self.role.chosen_codes), "")
        nameless = not self.name.text.strip()
        self.name.set_state(
            FieldState.ERROR if nameless else FieldState.PLAIN, words("settings.people.need_name") if nameless else ""
        )
        self._note.say(
            FieldState.PLAIN if role else FieldState.ERROR, "" if role else words("settings.people.need_role")
        )
        differs = self.passphrase.text != self.again.text
        self.again.set_state(
            FieldState.ERROR if differs else FieldState.PLAIN, words("settings.people.not_the_same") if differs else ""
        )
        if not self.save.isEnabled() or nameless or not role or differs:
            wrong = self.name.edit if nameless else self.role.chips[0] if not role else self.again.edit
            wrong.setFocus()
            return
        self.set_busy(True)
        self.wanted.emit(self.name.text.strip(), Role(role), self.passphrase.text)


class PeopleSection(QWidget):
    """The list, and for a coordinator the button that adds to it."""

    said = Signal(str)

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Begin without names; ``refresh`` asks for them."""
        super().__init__(parent)
        self._failed = failed
        self._columns = _COLUMNS
        self._keeper = keeper
        self._settings = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        self._list = QGridLayout()
        self._list.setSpacing(Space.CARD)
        column.addLayout(self._list)
        self.form = AddPerson(keeper, self)
        self.form.hide()
        self.form.wanted.connect(self._add)
        row = QHBoxLayout()
        if presenter.manages:
            self.open = Button(keeper, words("settings.people.add"), icon=IconName.PLUS, parent=self)
            self.open.used.connect(self._open_form)
            row.addWidget(self.open)
        else:
            row.addWidget(TextLabel(keeper, words("settings.people.coordinator_only"), tone=Tone.MUTED))
        row.addStretch(1)
        column.addWidget(self.form)
        column.addLayout(row)

    def fit(self, room: int) -> None:
        """As many people and roles in a row as fit."""
        self._columns = columns_for(self._keeper, room, _COLUMNS, _LEAST)
        inside = room - 2 * Space.EDGE
        self.form.role.set_columns(columns_for(self._keeper, inside, len(Role), _ROLE_LEAST))

    def refresh(self) -> None:
        """Ask who can unlock."""
        self._settings.people(while_there(self, self._show), while_there(self, self._failed))

    def _show(self, people: tuple[tuple[str, str], ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, (name, role) in enumerate(people):
            tile = Panel(self._keeper, self)
            line = QHBoxLayout(tile)
            line.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CARD)
            line.setSpacing(Space.CONTROL)
            line.addWidget(TextLabel(self._keeper, name, weight=Weight.TITLE))
            line.addWidget(TextLabel(self._keeper, role, tone=Tone.MUTED), 1)
            self._list.addWidget(tile, at // self._columns, at % self._columns)
        for column in range(_COLUMNS):
            self._list.setColumnStretch(column, 1 if column < self._columns else 0)

    def close_form(self) -> None:
        """Fold the form of a new person in and forget what was typed into it."""
        self.open.setFocus()
        self.form.clear()
        self.form.hide()

    def _open_form(self) -> None:
        if self.form.isVisible():
            self.close_form()
            return
        self.form.clear()
        self.form.show()
        self.form.name.edit.setFocus()

    def _add(self, name: str, role: Role, passphrase: str) -> None:
        self._settings.add_person(
            name, role, passphrase, while_there(self, self._added), while_there(self, self._refused)
        )

    def _added(self, what: str) -> None:
        self.form.set_busy(False)
        self.close_form()
        self.refresh()
        self.said.emit(what)

    def _refused(self, failure: Exception) -> None:
        if not isinstance(failure, MavisError):
            raise failure
        self.form.refuse(sentence(failure))
