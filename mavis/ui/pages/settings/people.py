"""People who can unlock; a coordinator lets others in, with a passphrase of their own, and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.access.roles import Role
from mavis.domain.shift.shift import same_name
from mavis.system.wording import label, sentence, words
from mavis.ui.keys.enter_key import GoOn
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.settings.crew import WithoutPassphrase
from mavis.ui.pages.settings.passphrase_pair import PassphrasePair
from mavis.ui.pages.settings.person import PersonPanel
from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.scroller import lay_out_now
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.settings.people import PeopleList, PeoplePresenter

_COLUMNS, _LEAST = 2, 480
_CREW_COLUMNS, _CREW_LEAST, _ROLE_LEAST = 3, 260, 140


class AddPerson(Panel):
    """Who shall unlock, their role and passphrase: somebody of the crew, or a new name."""

    wanted = Signal(str, object, str, str)
    """Name, role, passphrase, and the id of the crew list when they are on it."""
    refused = Signal(object)
    """The part that must be put right, to be seen with its sentence."""
    given_up = Signal()
    """Nobody is to be added after all."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Empty fields."""
        super().__init__(keeper, parent)
        self._keeper = keeper
        self._names: dict[str, str] = {}
        self._taken: tuple[str, ...] = ()
        self.crew: ChoiceGrid | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        self._column.setSpacing(Space.CONTROL)
        self.name = Field(keeper, words("settings.people.name"), noted=False, parent=self)
        title = words("settings.people.role")
        views = numbered((role.value, label(role)) for role in Role)
        self.role = ChoiceGrid(keeper, title, views, columns=len(views), exclusive=True, own_keys=True, parent=self)
        self._note = Note(keeper, self)
        self.pair = PassphrasePair(keeper, self)
        self.save = Button(keeper, words("settings.people.save"), keys="Enter", parent=self)
        self._of_the_crew = TextLabel(keeper, words("settings.people.of_the_crew"), tone=Tone.MUTED, parent=self)
        self._of_the_crew.hide()
        self._column.addWidget(self._of_the_crew)
        self._column.addWidget(self.name)
        self._column.addWidget(TextLabel(keeper, title, tone=Tone.MUTED))
        for part in (self.role, self._note, self.pair):
            self._column.addWidget(part)
        self.cancel = Button(keeper, words("settings.people.cancel"), keys="Esc", parent=self)
        self.cancel.used.connect(self.given_up)
        acts = QHBoxLayout()
        acts.setSpacing(Space.CONTROL)
        for button in (self.save, self.cancel):
            acts.addWidget(button)
        acts.addStretch(1)
        self._column.addLayout(acts)
        self.name.typed.connect(self._typed)
        self.name.entered.connect(lambda: _go_to_answer(self.role))
        self.role.chosen.connect(lambda: self._note.say(FieldState.PLAIN, ""))
        going_on = GoOn(self)
        going_on.watch(self.role.chips)
        going_on.pressed.connect(self._role_done)
        self.pair.done.connect(self._ask)
        self.save.used.connect(self._ask)

    def offer(self, crew: tuple[tuple[str, str], ...], taken: tuple[str, ...]) -> None:
        """Offer the people of the crew who have no passphrase yet; ``taken`` are the names of those who have one."""
        self._names = dict(crew)
        self._taken = taken
        if self.crew is not None:
            self.crew.hide()
            self.crew.deleteLater()
            self.crew = None
        if crew:
            views = numbered(crew)
            title = words("settings.people.of_the_crew")
            self.crew = ChoiceGrid(
                self._keeper, title, views, columns=_CREW_COLUMNS, exclusive=True, own_keys=True, parent=self
            )
            self.crew.chosen.connect(lambda person, on: self.name.set_text(self._names[person] if on else ""))
            self._column.insertWidget(1, self.crew)
            self.crew.show()
        self._of_the_crew.setVisible(bool(crew))

    def choose(self, person: str) -> None:
        """Have somebody of the crew chosen, and ask what they may do."""
        if self.crew is not None:
            self.crew.set_chosen({person})
            self.name.set_text(self._names[person])
        _go_to_answer(self.role)

    def clear(self) -> None:
        """Forget what was typed, the passphrase first of all."""
        self.pair.clear()
        self.name.set_text("")
        self.role.set_chosen(())
        if self.crew is not None:
            self.crew.set_chosen(())

    def fit(self, room: int) -> None:
        """As many chips in a row as fit."""
        inside = room - 2 * Space.EDGE
        self.role.set_columns(columns_for(self._keeper, inside, len(Role), _ROLE_LEAST))
        if self.crew is not None:
            self.crew.set_columns(columns_for(self._keeper, inside, _CREW_COLUMNS, _CREW_LEAST))

    def refuse(self, what: str) -> None:
        """Say what to put right with the passphrase; everything typed stays."""
        self.set_busy(False)
        self.pair.refuse(what)

    def set_busy(self, busy: bool) -> None:
        """Say that the key is being made, or take the next person."""
        self.save.setEnabled(not busy)
        self.save.set_words(words("settings.people.adding" if busy else "settings.people.save"))

    def _typed(self, text: str) -> None:
        """A name that is typed is whoever of the crew has it, else somebody new."""
        if self.crew is not None:
            self.crew.set_chosen([person for person, name in self._names.items() if same_name(name, text)][:1])

    def _role_done(self) -> None:
        """On to the passphrase; once that was typed, all is asked for."""
        if self.role.chosen_codes and not self.pair.text:
            self.pair.setFocus()
        else:
            self._ask()

    def _ask(self) -> None:
        role = next(iter(self.role.chosen_codes), "")
        nameless = _wrong_name(self.name.text, self._taken)
        self.name.set_state(FieldState.ERROR if nameless else FieldState.PLAIN, nameless)
        self._note.say(
            FieldState.PLAIN if role else FieldState.ERROR, "" if role else words("settings.people.need_role")
        )
        hidden = self.pair.first_wrong()
        if nameless or not role or hidden is not None:
            wrong = self.name.edit if nameless else self.role.chips[0] if hidden is None or not role else hidden.edit
            wrong.setFocus()
            self.refused.emit(self.name if nameless else self._note if not role else hidden)
        elif self.save.isEnabled():
            self.set_busy(True)
            crew = next(iter(self.crew.chosen_codes), "") if self.crew is not None else ""
            self.wanted.emit(self.name.text.strip(), Role(role), self.pair.text, crew)


def _go_to_answer(grid: ChoiceGrid) -> None:
    """Give the keyboard to the answer that is chosen, else to the first."""
    chosen = (chip for chip in grid.chips if chip.isChecked())
    next(chosen, grid.chips[0]).setFocus(Qt.FocusReason.TabFocusReason)


def _wrong_name(name: str, taken: Iterable[str]) -> str:
    """What is wrong with the name of somebody new; empty when nothing is."""
    if not name.strip():
        return words("settings.people.need_name")
    return words("errors.name_taken") if any(same_name(name, one) for one in taken) else ""


class PeopleSection(QWidget):
    """A panel for each person, and for a coordinator the button that lets in another."""

    said = Signal(str)
    unfolded = Signal(object)
    """A part that was opened and is to be seen."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: PeoplePresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Begin without names; ``refresh`` asks for them."""
        super().__init__(parent)
        self._failed = failed
        self._columns = _COLUMNS
        self._keeper = keeper
        self._people = presenter
        self.panels: list[PersonPanel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        self._list = QGridLayout()
        self._list.setSpacing(Space.CARD)
        column.addLayout(self._list)
        self.without = WithoutPassphrase(keeper, self)
        self.without.wanted.connect(self._give)
        self.form = AddPerson(keeper, self)
        self.form.hide()
        self.form.wanted.connect(self._add)
        self.form.refused.connect(self.unfolded)
        self.form.given_up.connect(self._close_form)
        row = QHBoxLayout()
        if presenter.manages:
            self.open = Button(keeper, words("settings.people.add"), icon=IconName.PLUS, parent=self)
            self.open.used.connect(self._open_form)
            row.addWidget(self.open)
        else:
            row.addWidget(TextLabel(keeper, words("settings.people.coordinator_only"), tone=Tone.MUTED))
        row.addStretch(1)
        for part in (self.without, self.form):
            column.addWidget(part)
        column.addLayout(row)

    def fit(self, room: int) -> None:
        """As many people and roles in a row as fit."""
        columns = columns_for(self._keeper, room, _COLUMNS, _LEAST)
        self.form.fit(room)
        self.without.fit(room)
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def refresh(self) -> None:
        """Ask who can unlock."""
        self._people.look(while_there(self, self._show), while_there(self, self._failed))

    def step_back(self) -> bool:
        """Fold in what is unfolded and forget what was typed into it; False when nothing is."""
        opened = next((panel for panel in self.panels if panel.is_open), None)
        if self.form.isVisible():
            self._close_form()
        elif opened is not None:
            opened.forget()
            opened.renew.setFocus()
        else:
            return False
        return True

    def forget(self) -> None:
        """Leave no passphrase behind, and say that it is to be typed again; a name and a role half chosen stay."""
        self.form.pair.forget()
        for panel in self.panels:
            panel.forget()

    def go_on(self) -> bool:
        """Show whoever was half added, and ask for what is still missing; False when nobody was."""
        if not self.form.isVisibleTo(self):
            return False
        self.unfolded.emit(self.form)
        (self.form.pair if self.form.role.chosen_codes else self.form.name).setFocus()
        return True

    def _show(self, found: PeopleList) -> None:
        before = {panel.person.id for panel in self.panels}
        for old in self.panels:
            old.hide()
            old.deleteLater()
        self.panels = [PersonPanel(self._keeper, person, self) for person in found.people]
        for panel in self.panels:
            panel.renewed.connect(partial(self._renew, panel))
            panel.removed.connect(partial(self._remove, panel))
            panel.opened.connect(partial(self.unfolded.emit, panel))
            panel.refused.connect(self.unfolded)
        self._lay_out()
        for panel in self.panels:
            if before and panel.person.id not in before:
                self.unfolded.emit(panel)
        self.without.show_crew(found.without)
        self.form.offer(found.without, tuple(person.name for person in found.people))
        lay_out_now()

    def _lay_out(self) -> None:
        for at, panel in enumerate(self.panels):
            self._list.addWidget(panel, at // self._columns, at % self._columns)
        for column in range(_COLUMNS):
            self._list.setColumnStretch(column, 1 if column < self._columns else 0)

    def _open_form(self) -> None:
        if self.form.isVisible():
            self._close_form()
            return
        self.form.clear()
        self.form.show()
        self.form.name.edit.setFocus()
        self.unfolded.emit(self.form)

    def _give(self, person: str) -> None:
        """Let somebody of the crew unlock: all that is missing is what they may do, and a passphrase."""
        self.form.clear()
        self.form.show()
        self.form.choose(person)
        self.unfolded.emit(self.form)

    def _close_form(self) -> None:
        self.form.clear()
        self.open.setFocus()
        self.form.hide()

    def _add(self, name: str, role: Role, passphrase: str, crew_id: str) -> None:
        done, failed = while_there(self, self._added), while_there(self, self._refused)
        self._people.add(name, role, passphrase, done, failed, crew_id=crew_id)

    def _added(self, what: str) -> None:
        self.form.set_busy(False)
        self._close_form()
        self._changed(what)

    def _refused(self, failure: Exception) -> None:
        self.form.refuse(sentence(failure))

    def _renew(self, panel: PersonPanel, passphrase: str) -> None:
        def renewed(what: str) -> None:
            panel.forget()
            panel.renew.setFocus()
            self.said.emit(what)

        def refused(failure: Exception) -> None:
            panel.refuse(sentence(failure))

        self._people.renew(panel.person, passphrase, while_there(panel, renewed), while_there(panel, refused))

    def _remove(self, panel: PersonPanel) -> None:
        self._people.remove(panel.person, while_there(self, self._changed), while_there(self, self._failed))

    def _changed(self, what: str) -> None:
        self.said.emit(what)
        self.refresh()
