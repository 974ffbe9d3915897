"""A passphrase to type: hidden until asked, with a bar that says how strong it is."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.keys.tab_turn import Turn, take_turn
from mavis.ui.look.icons import IconName
from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Radius, Space
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper


class Strength(IntEnum):
    """How well a passphrase guards the records; the number is how many parts of the bar are filled."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


class StrengthBar(QWidget):
    """Three parts, of which as many are filled as the passphrase is strong."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._keeper = keeper
        self._strength = Strength.NONE
        speak_as(self, Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.update)

    def set_strength(self, strength: Strength) -> None:
        """Fill that many parts."""
        self._strength = strength
        self.setAccessibleName(words(f"widgets.strength.{strength.name.lower()}"))
        self.update()

    def sizeHint(self) -> QSize:
        """8 high."""
        return QSize(self._keeper.px(120), self._keeper.px(Space.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        colour = {Strength.WEAK: tokens.red_text, Strength.FAIR: tokens.amber_text}.get(self._strength, tokens.green)
        between = px(Space.TINY)
        width = (self.width() - 2 * between) / 3
        for part in range(3):
            fill = colour if part < self._strength else ""
            rect = QRectF(part * (width + between), 0, width, self.height())
            draw_box(painter, rect, Box(fill, colour if fill else tokens.line, px(1), px(Radius.TAG)))
        painter.end()


class PassphraseField(Field):
    """A field that hides what is typed; *Show* lets the person check it."""

    def __init__(
        self, keeper: ThemeKeeper, label: str, *, measured: bool = False, parent: QWidget | None = None
    ) -> None:
        """``measured`` adds the strength bar, for choosing a new passphrase."""
        super().__init__(keeper, label, parent=parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = Button(keeper, words("widgets.show_passphrase"), icon=IconName.EYE)
        self._show.used.connect(self._toggle)
        self._show.setAccessibleDescription(label)
        take_turn(self._show, Turn.AFTER_ALL)
        self.add_beside(self._show)
        self._bar = StrengthBar(keeper) if measured else None
        if self._bar is not None:
            self.add_below(self._bar)
            self.set_strength(Strength.NONE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that was typed on *Show* was meant for the field: it goes there, and so do those that follow."""
        text = event.text()
        if self._show.hasFocus() and len(text) == 1 and text.isprintable():
            self._go_back()
            self.edit.insert(text)
        else:
            super().keyPressEvent(event)

    def set_strength(self, strength: Strength) -> None:
        """Show how strong the passphrase is, in the bar and in a sentence."""
        if self._bar is not None:
            self._bar.set_strength(strength)
        self.set_state(FieldState.PLAIN, words(f"widgets.strength.{strength.name.lower()}"))

    def clear(self) -> None:
        """Forget what was typed and hide the letters again."""
        self.set_text("")
        self._hide(hidden=True)

    def _toggle(self) -> None:
        self._hide(hidden=self.edit.echoMode() is QLineEdit.EchoMode.Normal)
        self._go_back()

    def _go_back(self) -> None:
        """Give the keyboard to the field, behind what stands in it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.end(False)

    def _hide(self, *, hidden: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Password if hidden else mode.Normal)
        key = "widgets.show_passphrase" if hidden else "widgets.hide_passphrase"
        self._show.set_words(words(key), IconName.EYE if hidden else IconName.EYE_CROSSED)
