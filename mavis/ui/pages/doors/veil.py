"""The veil over an unattended screen: nothing of a person shows, but the code of whoever must be looked at does.

Whoever counts a pulse for a minute types on without a look at the screen. So a letter that lifts the veil goes into
the line that had the caret, like every letter after it. It takes the place of nothing: where words are marked, and for
every key that is no letter, the veil only lifts. A digit goes on with what was begun, as the pulse does behind its
letter; in an empty line and in a name, where digits lead elsewhere, it only lifts. Nothing below hears a key, for on a
page a letter is an answer: where a letter went nowhere, the keys that follow it at once do nothing either, and that is
said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.modifiers import is_command
from mavis.ui.look.painting import canvas
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.field import DIGITS_LEAD
from mavis.ui.widgets.focus_ring import RINGLESS
from mavis.ui.widgets.overdue_block import OverdueBlock
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_BLOCK = 480
"""How wide the block of the overdue is."""


class Veil(QWidget):
    """Covers its whole window; any key or touch lifts it, and only a letter of half-typed words does more."""

    lifted = Signal()
    typed_blind = Signal()
    """A letter lifted it and went nowhere: whoever pressed it may not look at the screen, and types on."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget, mark: str = "") -> None:
        """Cover the window at once; in training with the ``mark`` that says so."""
        super().__init__(window)
        self._keeper = keeper
        self._window = window
        self.before = window.focusWidget()
        self._typed_in = _typed_in(self.before)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RINGLESS, True)
        column = QVBoxLayout(self)
        column.setSpacing(Space.EDGE)
        column.addStretch(1)
        title = TextLabel(keeper, words("window.veil"), size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        how = TextLabel(keeper, words("window.veil_how"), size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        self._lines = OverdueBlock(keeper, parent=self)
        marked = TextLabel(keeper, mark, size=Size.LABEL, weight=Weight.TITLE, tone=Tone.ACCENT, parent=self)
        marked.setVisible(bool(mark))
        for label in (marked, title, how):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._lines)
        row.addStretch(1)
        column.addLayout(row)
        keeper.changed.connect(self._fit)
        self._fit()
        column.addStretch(1)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("window.veil"))
        self._below: list[QWidget] = []
        self._kept: list[QKeyEvent] | None = None
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)  # no field below is left by it, only covered
        announce(self, words("window.veil_how"))

    def _fit(self) -> None:
        self._lines.setFixedWidth(min(self._window.width() - 2 * Space.EDGE, self._keeper.px(_BLOCK)))

    def cover(self) -> None:
        """Hide all that lies below, so that nobody hears it either."""
        if self._below:
            return
        ours = [one for one in self._window.children() if isinstance(one, QWidget) and one is not self]
        self._below = [one for one in ours if not one.isHidden() and not one.isWindow()]
        for part in self._below:
            part.hide()

    def bare(self) -> None:
        """Let the page below be there again, still covered, so that what is half typed in it can be kept."""
        below, self._below = self._below, []
        for part in below:
            if isValid(part):
                part.show()
        self.raise_()

    def keep_keys(self, *, keep: bool) -> None:
        """Lift for nothing from now on and keep each key, for whoever locks types their passphrase straight on."""
        self._kept = [] if keep else None

    @property
    def kept(self) -> tuple[QKeyEvent, ...]:
        """The keys that were pressed since ``keep_keys``."""
        return tuple(self._kept or ())

    def show_lines(self, lines: Sequence[str]) -> None:
        """Say these lines on the veil."""
        self._lines.show_lines(lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Any key lifts the veil, even one that does something elsewhere: no shortcut and no Tab gets past."""
        if isinstance(event, QInputEvent) and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            event.accept()
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                self._use(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any touch lifts the veil."""
        self._lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide everything below."""
        painter = canvas(self)
        painter.fillRect(self.rect(), QColor(self._keeper.tokens.bg))
        painter.end()

    def _use(self, event: QKeyEvent) -> None:
        if self._kept is None:
            self._lift()
            if not _is_letter(event):
                return
            if self._typed_in is not None and _goes_on(self._typed_in, event.text()):
                _type_on(self._typed_in, event.text())
            else:
                self.typed_blind.emit()
        elif not event.isAutoRepeat():
            self._kept.append(event.clone())

    def _lift(self) -> None:
        if self._kept is not None:
            return
        self.bare()
        self.lifted.emit()
        if self.before is not None:
            self.before.setFocus()


def _typed_in(field: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """The field where words go on at the caret; none where they are marked or where nobody sees what is typed."""
    if isinstance(field, QPlainTextEdit):
        return None if field.isReadOnly() or field.textCursor().hasSelection() else field
    if isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal:
        return None if field.isReadOnly() or field.hasSelectedText() else field
    return None


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something; a space does not, for many wake a screen with it."""
    return bool(event.text().strip()) and event.text().isprintable() and not is_command(event)


def _goes_on(field: QLineEdit | QPlainTextEdit, letter: str) -> bool:
    """Whether a letter is one more of what stands in a field; a digit is none where it would lead elsewhere."""
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return not letter.isdecimal() or (bool(text) and not field.property(DIGITS_LEAD))


def _type_on(field: QLineEdit | QPlainTextEdit, letter: str) -> None:
    """Put a letter where the caret was."""
    if isinstance(field, QLineEdit):
        field.insert(letter)
    else:
        field.insertPlainText(letter)
