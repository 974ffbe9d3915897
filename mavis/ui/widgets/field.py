"""Fields to type in: the label above, a warning or an error in a sentence below; nothing typed is thrown away."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from mavis.ui.announce import announce
from mavis.ui.keys.field_undo import left_to_the_program
from mavis.ui.look.icons import IconName, icon_pixmap
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.widgets.dressed import Dressed, Line
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from mavis.ui.look.theme import ThemeKeeper

_NOTE_ICON = 16
_HELD = "held"
GIVEN_BACK = "givenBack"
"""A field with this property got words back that were half typed at the lock."""
DIGITS_LEAD = "digitsLead"
"""A field with this property is one where digits choose: a person, or a section; none is a letter of its words."""


def hold(field: QWidget, text: str) -> None:
    """Note that a field's text is what the record says, or is on its way there: whatever differs is half typed."""
    field.setProperty(_HELD, text)


def held(field: QWidget) -> str:
    """What the record says in the place of a field, as far as the field was told."""
    return field.property(_HELD) or ""


class FieldState(StrEnum):
    """Nothing to say; a warning, which does not block; an error, which says what to type."""

    PLAIN = "plain"
    WARNING = "warning"
    ERROR = "error"


_TONES = {FieldState.PLAIN: Tone.MUTED, FieldState.WARNING: Tone.AMBER, FieldState.ERROR: Tone.RED}
_ICONS = {FieldState.WARNING: IconName.WARNING, FieldState.ERROR: IconName.CROSS}


class Note(QWidget):
    """A sentence under a field with the icon of its state; keeps its place when there is nothing to say."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._state = FieldState.PLAIN
        self._icon = QLabel()
        self._sentence = TextLabel(keeper, size=Size.CAPTION, weight=Weight.CONTROL, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(keeper.px(Space.TINY))
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        keeper.changed.connect(self._wear)
        self._wear()

    @property
    def sentence(self) -> str:
        """What it says, empty when nothing."""
        return self._sentence.text()

    def say(self, state: FieldState, sentence: str) -> None:
        """Show a sentence; an empty one clears the place."""
        self._state = state
        self._sentence.setText(sentence)
        self._wear()

    def _wear(self) -> None:
        tone = _TONES[self._state]
        self._sentence.set_tone(tone)
        icon = _ICONS.get(self._state)
        self._icon.setVisible(icon is not None)
        if icon is not None:
            side = self._keeper.px(_NOTE_ICON)
            self._icon.setPixmap(icon_pixmap(icon, self._keeper.tokens.tone(tone), side, self.devicePixelRatioF()))
        self.setMinimumHeight(self._keeper.px(Space.GROUP))


class Field(QWidget):
    """One line to type, 56 high, 20 px letters."""

    typed = Signal(str)
    """The person changed the text, by keys or through a program that types for them; never sent by ``set_text``."""
    entered = Signal()
    """Enter was pressed in the field."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        label: str,
        *,
        hint: str = "",
        noted: bool = True,
        inset: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A field under its label; ``noted`` keeps a line free for a sentence below it.

        ``inset`` writes the label small inside the field, above the words, for a row that must stay low.
        """
        super().__init__(parent)
        self._inset = inset
        self._keeper = keeper
        self._label = TextLabel(keeper, label, size=Size.CAPTION if inset else Size.BODY, tone=Tone.MUTED)
        self.edit = Line(keeper)
        """The line itself, for focus, selection, completers and echo mode."""
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(label)
        self._filling = False
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(self.entered)
        self._label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self._row = QHBoxLayout()
        self._row.addWidget(self.edit, 1)
        self._note: Note | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if inset:
            self._label.setParent(self.edit)
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self._column.addWidget(self._label)
        self._column.addLayout(self._row)
        if noted:
            self._add_note()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label.setVisible(bool(label))
        keeper.changed.connect(self._wear)
        self._wear()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    @property
    def is_typed(self) -> bool:
        """Whether somebody typed here since the field was filled; else the record may have changed, and is right."""
        return self.edit.isModified()

    @property
    def note(self) -> str:
        """The sentence below the field."""
        return self._note.sentence if self._note is not None else ""

    def set_text(self, text: str) -> None:
        """Fill the field; leaves it alone when it says that already, so a caret never jumps."""
        if text != self.edit.text():
            self._filling = True
            self.edit.setText(text)
            self._filling = False
            hold(self.edit, text)
        self.edit.setModified(False)

    def hold(self) -> None:
        """Note that what was typed is on record now, or on its way there."""
        hold(self.edit, self.text)
        self.edit.setModified(False)

    def set_state(self, state: FieldState, sentence: str = "") -> None:
        """Show a warning or error with its sentence, or clear it; an error is read out."""
        if self._note is not None or sentence:
            note = self._note or self._add_note()
            note.say(state, sentence)
            note.setVisible(note.isVisible() or bool(sentence))
        self.mark(state, sentence)

    def mark(self, state: FieldState, sentence: str = "") -> None:
        """Edge the field as a warning or an error whose sentence stands elsewhere; an error is read out."""
        self.edit.mark(state.value)
        self.edit.setAccessibleDescription(sentence)
        if state is FieldState.ERROR and sentence:
            announce(self.edit, sentence, urgent=True)

    def set_label(self, label: str) -> None:
        """Show another label; the name for a screen reader stays."""
        if label != self._label.text():
            self._label.setText(label)
            self._wear()

    def add_beside(self, widget: QWidget) -> None:
        """Put a button at the right of the line."""
        self._row.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something between the line and its note."""
        self._column.insertWidget(self._column.count() - (self._note is not None), widget)

    def _add_note(self) -> Note:
        """The place of the sentence; a field that keeps none free gets it with the first sentence."""
        self._note = Note(self._keeper, self)
        self._column.addWidget(self._note)
        return self._note

    def _changed(self, text: str) -> None:
        if not self._filling:
            self.typed.emit(text)

    def _wear(self) -> None:
        px = self._keeper.px
        self.edit.setFont(self._keeper.font(Size.LABEL))
        self.edit.setFixedHeight(px(TARGET))
        self._column.setSpacing(px(Space.TINY))
        self._label.setContentsMargins(0, 0, 0, 0 if self._inset else px(Space.TINY))  # the focus ring needs 6
        self._row.setSpacing(px(Space.CONTROL))
        if self._inset:
            self._label.adjustSize()
            self._label.move(px(Space.CARD) + 3, px(Space.TINY))  # where a line of Qt begins its words
            self.edit.setTextMargins(0, px(Space.EDGE), 0, 0)


class TextArea(Dressed, QPlainTextEdit):
    """Several lines to type; Tab leaves it."""

    _classes = ("QPlainTextEdit", "QScrollBar", "QMenu", "QToolTip")

    def __init__(self, keeper: ThemeKeeper, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """An empty area; the page shows the label above it."""
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # never by the wheel, which scrolls the page
        self._dress(keeper)
        keeper.changed.connect(self._wear)
        self._wear()

    def event(self, event: QEvent) -> bool:
        """Keep no Ctrl+Z that the area has no use for."""
        can_undo, can_redo = (lambda: self.document().isUndoAvailable()), (lambda: self.document().isRedoAvailable())
        return left_to_the_program(event, can_undo, can_redo) or super().event(event)

    def set_text(self, text: str) -> None:
        """Fill the area; leaves it alone when it says that already."""
        if text != self.toPlainText():
            self.setPlainText(text)
            hold(self, text)

    def _wear(self) -> None:
        self.setFont(self._keeper.font())
