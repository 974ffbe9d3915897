"""The field of the name, which says whether letters are the name now; a name never begins with a digit or a stroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Size, Space
from mavis.ui.presenters.visit.question import SECTIONS
from mavis.ui.widgets.field import DIGITS_LEAD, Field
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.scroller import keep_in_view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_CAP = 24
_TAKES_NOTHING = "089"


class NameField(Field):
    """While it is empty the digits of the sections still lead there, and its own key does nothing more."""

    section_wanted = Signal(object)
    """The digit of this section was pressed in the empty field."""

    more_wanted = Signal()
    """The key of the rare questions was pressed in the empty field: no name begins with it."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without the keyboard: the label names the key that leads here."""
        super().__init__(keeper, words("visit.name"), noted=False, inset=True, parent=parent)
        self._cap = KeyCap(keeper, keys_of("visit.name"), self.edit)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.edit.textChanged.connect(self._show_cap)
        self.edit.installEventFilter(self)
        self.edit.setProperty(DIGITS_LEAD, True)
        self._way = ""
        self._say(typing=False)

    def say_way(self, way: str) -> None:
        """Say while somebody types a name which key leads where."""
        self._way = way
        self._say(typing=self._typing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say who has the letters, and send the digits of an empty field where they mean something."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._say(typing=event.type() is QEvent.Type.FocusIn)
            if self._typing:
                keep_in_view(self)  # with large text the head scrolls, and Qt shows no more than the line of the words
        elif event.type() is QEvent.Type.Resize:
            self._say(typing=self._typing)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not self.text:
            return self._is_no_name(event)
        return super().eventFilter(watched, event)

    def _is_no_name(self, event: QKeyEvent) -> bool:
        key = event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not key:
            return False
        if key in SECTIONS:
            self.section_wanted.emit(SECTIONS[key])
        if key == keys_of("visit.more"):
            self.more_wanted.emit()
        return key in {*SECTIONS, *_TAKES_NOTHING, keys_of("visit.name"), keys_of("visit.more")}

    def _say(self, *, typing: bool) -> None:
        self.set_label(self._fitting_way() if typing else words("visit.name"))
        self.edit.setAccessibleDescription(self._way if typing else "")
        self._typing = typing
        self._show_cap()

    def _fitting_way(self) -> str:
        """The way of Enter and of the key down, or of Enter alone where the field has no room for both."""
        px, ink = self._keeper.px, QFontMetricsF(self._keeper.font(Size.CAPTION))
        room = self.edit.width() - 2 * px(Space.CARD)
        return self._way if ink.horizontalAdvance(self._way) <= room else self._way.partition(". ")[0]

    def _show_cap(self) -> None:
        """Show the key that leads here at the right end, unless words are there or about to come."""
        self._cap.resize(QSize(1, 1) * self._keeper.px(_CAP))
        room = self.edit.height() - self._cap.height()
        low = room - self._keeper.px(Space.CONTROL)  # below the label, which may reach as far with larger text
        self._cap.move(self.edit.width() - self._cap.width() - room // 2, low)
        self._cap.setVisible(not self.text and not self._typing)
