"""One person who can unlock: name, role, a new passphrase, and a button to hold that lets them in no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.settings.passphrase_pair import PassphrasePair
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.spoken import Role, speak_as, speak_unfolded
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.settings.people import PersonLine


class PersonPanel(Panel):
    """The buttons stand there only for whoever may use them."""

    renewed = Signal(str)
    """The new passphrase."""
    removed = Signal()
    opened = Signal()
    """The fields of a new passphrase are there."""
    refused = Signal(object)
    """The field that must be put right, to be seen with its sentence."""

    def __init__(self, keeper: ThemeKeeper, person: PersonLine, parent: QWidget | None = None) -> None:
        """Show the person."""
        super().__init__(keeper, parent)
        self.person = person
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.CARD)
        column.setSpacing(Space.CONTROL)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(Space.CONTROL)
        column.addLayout(self._line)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(TextLabel(keeper, person.name, size=Size.LABEL, weight=Weight.TITLE, wrap=True))
        who.addWidget(TextLabel(keeper, person.role, tone=Tone.MUTED, wrap=True))
        who.addStretch(1)
        self._line.addLayout(who, 1)
        self.renew = Button(keeper, words("settings.people.renew"), icon=IconName.KEY, parent=self)
        self.renew.setAccessibleName(words("settings.people.renew_for", name=person.name))
        speak_as(self.renew, Role.Button)
        speak_unfolded(self.renew, False)
        self.renew.used.connect(self._open)
        self.renew.setVisible(person.may_renew)
        self.remove = HoldButton(keeper, words("settings.people.remove"), parent=self)
        self.remove.setAccessibleName(words("settings.people.remove_whom", name=person.name))
        self.remove.used.connect(self.removed)
        self.remove.setVisible(person.may_remove)
        for button in (self.renew, self.remove):
            self._line.addWidget(button)
        self.pair = PassphrasePair(keeper, self)
        self.pair.done.connect(self._ask)
        self.save = Button(keeper, words("settings.people.keep"), keys="Enter", parent=self)
        self.save.used.connect(self._ask)
        for part in (self.pair, self.save):
            part.hide()
            column.addWidget(part)
        column.addStretch(1)
        keeper.changed.connect(self._fit)
        self._fit()

    @property
    def is_open(self) -> bool:
        """Whether a new passphrase is being typed."""
        return self.pair.isVisible()

    def forget(self) -> None:
        """Close the fields and forget what was typed."""
        self.pair.clear()
        self._show(shown=False)

    def refuse(self, what: str) -> None:
        """Say what the store found wrong."""
        self.save.setEnabled(True)
        self.pair.refuse(what)

    def _fit(self) -> None:
        """The buttons stand beside the name; with large text below it."""
        stack(self._line, is_large(self._keeper))

    def _open(self) -> None:
        self.pair.clear()
        self._show(shown=self.pair.isHidden())
        if self.pair.isVisible():
            self.pair.setFocus()
            self.opened.emit()

    def _show(self, *, shown: bool) -> None:
        self.pair.setVisible(shown)
        self.save.setVisible(shown)
        self.save.setEnabled(True)
        speak_unfolded(self.renew, shown)

    def _ask(self) -> None:
        wrong = self.pair.first_wrong()
        if wrong is not None:
            wrong.edit.setFocus()
            self.refused.emit(wrong)
        elif self.save.isEnabled():
            self.save.setEnabled(False)
            self.renewed.emit(self.pair.text)
