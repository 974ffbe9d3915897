"""The handover of a visit in large letters, for reading to a call handler or a crew; printed or saved from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.pages.shared.where_field import WhereField
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import FieldState, Note
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

_EDGE = 24
_ALL = 10_000
"""More steps than any sheet has."""
_SCROLLS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_End: _ALL,
    Qt.Key.Key_Home: -_ALL,
}
_OWN = Qt.KeyboardModifier.ControlModifier


class ReadAloud(Overlay):
    """Nothing moves and nothing is asked while somebody reads; arrows, Home and End scroll, Escape goes back."""

    print_wanted = Signal()
    save_wanted = Signal(str)
    """Where the person wants the PDF."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget, text: str, suggested: str) -> None:
        """Show the text, one paragraph a line; ``suggested`` is where the PDF would be saved."""
        super().__init__(keeper, window)
        self._suggested = suggested
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("handover.title"))
        self.setAccessibleDescription(text)
        self.column.setContentsMargins(Space.WIDE, Space.EDGE, Space.WIDE, Space.EDGE)
        self.column.setSpacing(Space.CARD)
        self.column.addWidget(TextLabel(keeper, words("handover.read_how"), tone=Tone.MUTED, wrap=True))
        self._scroller = Scroller(keeper, self._build_text(text.splitlines()), self.panel)
        self.column.addWidget(self._scroller, 1)
        self._build_where()
        self._note = Note(keeper, self.panel)
        self._note.hide()
        self.column.addWidget(self._note)
        self.column.addLayout(self._build_buttons())
        self.open(self)
        announce(self, text)

    def lay_out(self) -> None:
        """Fill the window but for an edge."""
        self.setGeometry(self.stage.rect())
        self.panel.setGeometry(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))

    def keeps(self, event: QKeyEvent) -> bool:
        """Printing and saving are done here."""
        return super().keeps(event) or (event.modifiers() == _OWN and event.key() in {Qt.Key.Key_P, Qt.Key.Key_S})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Print, save, scroll, or go back: first out of the field, then away."""
        key, own = Qt.Key(event.key()), event.modifiers() == _OWN
        if own and key == Qt.Key.Key_P:
            self.print_wanted.emit()
        elif own and key == Qt.Key.Key_S:
            self._ask_where()
        elif key in _SCROLLS:
            bar = self._scroller.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLLS[key] * self.keeper.px(Size.NUMBER))
        elif key == Qt.Key.Key_Escape and self.where.isVisible():
            self._fold()
        else:
            super().keyPressEvent(event)

    def tell(self, state: FieldState, sentence: str) -> None:
        """Say above the buttons what became of the printing: the message bar lies in the dark behind."""
        self._note.say(state, sentence)
        self._note.show()
        announce(self, sentence)

    def tell_saved(self) -> None:
        """The file is there."""
        self._fold()

    def refuse(self, sentence: str) -> None:
        """Say why the file could not be written; what was typed stays."""
        self.where.set_state(FieldState.ERROR, sentence)
        self.where.edit.setFocus()

    def _build_text(self, lines: list[str]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.EDGE, 0)
        column.setSpacing(Space.CARD)
        for line in lines:
            heading, _, told = line.partition(": ")
            if not told or ". " in heading:  # a sentence of its own, or a word that must not be torn from its meaning
                heading, told = "", line
            if heading:
                column.addWidget(TextLabel(self.keeper, heading, weight=Weight.TITLE, tone=Tone.ACCENT, wrap=True))
            column.addWidget(TextLabel(self.keeper, told, size=Size.TITLE, wrap=True))
        column.addStretch(1)
        return inside

    def _build_where(self) -> None:
        self.where = WhereField(self.keeper, words("handover.save_where"), self.panel)
        self.where.entered.connect(self._save)
        self.where.hide()
        self.column.addWidget(self.where)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        acts = (
            ("handover.print", IconName.PRINTER, "handover.print", self.print_wanted.emit),
            ("handover.save", IconName.DISK, "handover.save", self._ask_where),
            ("handover.back", None, "handover.back", self.close_down),
        )
        for key, icon, action, act in acts:
            button = Button(self.keeper, words(key), icon=icon, keys=keys_of(action), parent=self.panel)
            button.used.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _ask_where(self) -> None:
        if self.where.isVisible():
            self._save()
            return
        self.where.set_text(self._suggested)
        self.where.set_state(FieldState.WARNING, words("handover.save_how"))
        self.where.show()
        self.where.edit.setFocus()

    def _save(self) -> None:
        if self.where.text.strip():
            self.save_wanted.emit(self.where.text.strip())

    def _fold(self) -> None:
        self.where.hide()
        self.setFocus()
