"""Adding somebody to the crew: who they are, what they do and their group; a known name has its role put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from mavis.domain.access.roles import Duty
from mavis.system.wording import label, words
from mavis.ui.keys.enter_key import GoOn, is_enter
from mavis.ui.keys.letters import DUTY_KEYS
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.shared.fitting import columns_for, stack
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Field, FieldState, Note
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mavis.domain.shift.shift import CrewPerson
    from mavis.ui.look.theme import ThemeKeeper

_DUTY_COLUMNS, _DUTY_LEAST, _FIELD_LEAST = 4, 170, 330


class AddSomebody(Panel):
    """Asked from the top down: name and group, what they do, the button; and then it is empty for the next name."""

    wanted = Signal(str, object, str)
    """Name, duty, organisation."""
    off_wanted = Signal(object)
    """Somebody of the list who is to be taken off it."""
    done = Signal()
    """Enter was pressed where the next name would stand: nobody else is new."""
    grown = Signal()
    """It is higher or lower than before, as when a sentence says what is wrong, while somebody is in it."""

    def __init__(
        self, keeper: ThemeKeeper, known: Callable[[str], CrewPerson | None], parent: QWidget | None = None
    ) -> None:
        """Empty fields; ``known`` finds whoever is on the list by a name."""
        super().__init__(keeper, parent)
        self._known = known
        self._who: CrewPerson | None = None
        self.name = Field(keeper, words("start.add.name"), hint=words("start.add.name_hint"), noted=False)
        self.organisation = Field(
            keeper, words("start.add.organisation"), hint=words("start.add.organisation_hint"), noted=False
        )
        views = [ChipView(duty.value, label(duty), DUTY_KEYS[duty.value]) for duty in Duty]
        title = words("start.add.duty")
        self.duty = ChoiceGrid(keeper, title, views, columns=_DUTY_COLUMNS, exclusive=True, parent=self)
        self.duty.set_live(True)
        going_on = GoOn(self)
        going_on.watch(self.duty.chips)
        going_on.pressed.connect(self.ask)
        self._note = Note(keeper, self)
        self._note.hide()
        self._add = Button(keeper, words("start.add.add"), icon=IconName.PLUS, parent=self)
        for chip in self.duty.chips:
            chip.focus_moved.connect(lambda on: _say_enter(self._add, on=on))
        self._off = Button(keeper, words("start.add.take_off"), icon=IconName.CROSS, parent=self)
        self._off.hide()
        self._lay_out()
        self._off.used.connect(lambda: self.off_wanted.emit(self._who))
        self._off.used.connect(self.fill)
        self.name.typed.connect(self._typed)
        self.name.entered.connect(self._named)
        self.organisation.entered.connect(lambda: self.duty.chips[0].setFocus(Qt.FocusReason.TabFocusReason))
        self.duty.chosen.connect(lambda: _ask_duty(self._note, wrong=False))
        self._add.used.connect(self.ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter says what they do, and stays so when it is pressed twice; one that is no role only says that.

        What stands on the page beneath is never ticked from here. Enter in a field has done its work there, and must
        not start the shift.
        """
        letter = event.text() if is_plain(event) else ""
        if letter.isalnum():
            meant = self.duty.chip_for_key(letter)
            _say_wrong(self._note, "" if meant else words("start.add.no_role", letter=letter.upper()))
            if meant and not meant.isChecked():
                self.duty.press_key(letter)
        elif not is_enter(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another height, so that it can be seen whole."""
        super().resizeEvent(event)
        here = self.window().focusWidget()
        if event.oldSize().height() != event.size().height() and here is not None and self.isAncestorOf(here):
            self.grown.emit()

    def fit(self, room: int) -> None:
        """Stand beside each other where there is room for both, else under each other."""
        stack(self._row, room < 2 * self._keeper.px(_FIELD_LEAST))
        self.duty.set_columns(columns_for(self._keeper, room - 2 * Space.EDGE, _DUTY_COLUMNS, _DUTY_LEAST))

    def fill(self, name: str = "", organisation: str = "", duty: str = "") -> None:
        """Put words into the fields, none for the next name, and the cursor into the first."""
        self.name.set_text(name)
        self.organisation.set_text(organisation)
        self._typed(name)
        self.duty.set_chosen({duty} if duty else ())
        self.name.set_state(FieldState.PLAIN)
        self.name.edit.setFocus()

    @property
    def is_half_done(self) -> bool:
        """Whether somebody was typed and not added yet."""
        return self.isVisible() and bool(self.name.text.strip())

    def ask(self) -> None:
        """Have what was typed added, or say what is missing."""
        if not self.name.text.strip():
            self.name.set_state(FieldState.ERROR, words("start.add.need_name"))
            self.name.edit.setFocus()
            return
        duty = next(iter(self.duty.chosen_codes), "")
        _ask_duty(self._note, wrong=not duty)
        if duty:
            name, organisation = self.name.text, self.organisation.text
            self.fill()  # whoever types on types the next name
            self.name.edit.setPlaceholderText(words("start.add.next_hint"))
            self.wanted.emit(name, Duty(duty), organisation)
        else:
            self.duty.chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.EDGE)
        for field in (self.name, self.organisation):
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._row)
        column.addWidget(self.duty)
        column.addWidget(self._note)
        acts = QHBoxLayout()
        acts.setSpacing(Space.CONTROL)
        acts.addWidget(self._add)
        acts.addWidget(self._off)
        acts.addStretch(1)
        column.addLayout(acts)
        for how in ("no_passphrase", "how_change"):
            column.addWidget(TextLabel(self._keeper, words(f"start.add.{how}"), tone=Tone.MUTED, wrap=True))

    def _typed(self, text: str) -> None:
        """Show what is known of somebody whose name this is, for it can be put right."""
        before, self._who = self._who, self._known(text)
        if self._who is not before:
            self.duty.set_chosen({self._who.duty.value} if self._who else ())
            self._add.set_words(words(f"start.add.{'change' if self._who else 'add'}"))
            self._off.setVisible(self._who is not None)
        _ask_duty(self._note, wrong=False)

    def _named(self) -> None:
        if self.name.text.strip():
            self.name.set_state(FieldState.PLAIN)
            self.organisation.edit.setFocus()
        else:
            self.done.emit()


def _ask_duty(note: Note, *, wrong: bool) -> None:
    _say_wrong(note, words("start.add.need_duty") if wrong else "")


def _say_wrong(note: Note, sentence: str) -> None:
    """Say below the roles what is wrong; an empty sentence takes the note away."""
    note.say(FieldState.ERROR, sentence)
    note.setVisible(bool(sentence))


def _say_enter(button: Button, *, on: bool) -> None:
    """Say Enter where it adds, and not where it only moves on."""
    button.set_content(button.accessibleName(), IconName.PLUS, "Enter" if on else "")
