"""The line at the foot of every screen: the message slot on the left, saved, backup and not sent on the right."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Cap, Ink, canvas, cap_width, draw_cap, fill, write
from mavis.ui.look.tokens import TARGET, Space, Tone
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.message_slot import MessageSlot, MessageView
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.text import Divider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from mavis.ui.look.theme import ThemeKeeper

_ICON = 20
_STEPS = (
    (False, False, False, False),
    (True, False, False, False),
    (True, True, False, False),
    (True, True, True, False),
    (True, True, True, True),
)
"""What gives way in turn: words of the facts and the colours, the key of Undo, quiet facts, and all other words."""


class StatusView(NamedTuple):
    """One lasting fact, for example a disk and ``Saved on this laptop``; ``short`` is said where room is scarce."""

    icon: IconName
    words: str
    tone: Tone = Tone.MUTED
    short: str = ""


class Fact(QWidget):
    """An icon and words."""

    def __init__(self, keeper: ThemeKeeper) -> None:
        """Say nothing yet."""
        super().__init__()
        self._keeper = keeper
        self._view: StatusView | None = None
        self._short = False
        self._bare = False
        speak_as(self, Role.StaticText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def set_view(self, view: StatusView) -> None:
        """Say something else."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(view.words)
            self.updateGeometry()
            self.update()

    def set_short(self, short: bool, *, bare: bool) -> None:
        """Say it in one word, or in full; ``bare`` leaves the icon alone."""
        self._short, self._bare = short, bare
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says now."""
        if self._view is None or self._bare:
            return ""
        return self._view.short if self._short and self._view.short else self._view.words

    @property
    def is_quiet(self) -> bool:
        """Whether it only says that all is well."""
        return self._view is not None and self._view.tone is Tone.MUTED

    def sizeHint(self) -> QSize:
        """As wide as icon and words."""
        text = Ink(self._keeper.font(), "").width(self.words)
        return QSize(round(text + self._keeper.px(_ICON + Space.CONTROL) + 1), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words."""
        if self._view is None:
            return
        painter = canvas(self)
        px = self._keeper.px
        colour = self._keeper.tokens.tone(self._view.tone)
        rect = QRectF(self.rect())
        paint_icon(painter, self._view.icon, 0, rect.center().y() - px(_ICON) / 2, px(_ICON), colour)
        write(painter, rect.adjusted(px(_ICON + 6), 0, 0, 0), self.words, Ink(self._keeper.font(), colour))
        painter.end()


class KeyHint(Pressing, QPushButton):
    """A key cap or an icon, and a word, for example F1 Keys; works by mouse too."""

    used = Signal()

    def __init__(self, keeper: ThemeKeeper, keys: str | IconName, text: str, parent: QWidget | None = None) -> None:
        """Show the keys, for which the page listens, or an icon."""
        super().__init__(parent)
        self._keys = keys
        self._words = text
        self._bare = False
        self._start(keeper)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str) -> None:
        """Say another word."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Show the cap alone, the word in a tooltip, where room is scarce."""
        if bare != self._bare:
            self._bare = bare
            self.set_tip(self._words if bare else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the cap and the word."""
        word = 0 if self._bare else Ink(self._keeper.font(), "").width(self._words) + self._keeper.px(Space.CONTROL)
        icon = isinstance(self._keys, IconName)
        sign = self._keeper.px(_ICON) if icon else cap_width(self._keeper.theme, self._keys)
        return QSize(round(sign + word + 1), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cap and word."""
        painter = canvas(self)
        tokens = self._keeper.tokens
        rect = QRectF(self.rect())
        if isinstance(self._keys, IconName):
            width: float = self._keeper.px(_ICON)
            paint_icon(painter, self._keys, 0, rect.center().y() - width / 2, self._keeper.px(_ICON), tokens.text)
        else:
            cap = Cap(self._keys, tokens.text, tokens.line)
            width = draw_cap(painter, self._keeper.theme, 0, rect.center().y(), cap)
        if not self._bare:
            left = width + self._keeper.px(Space.CONTROL)
            write(painter, rect.adjusted(left, 0, 0, 0), self._words, Ink(self._keeper.font(), tokens.muted))
        painter.end()

    def _act(self) -> None:
        self.used.emit()


class StatusLine(QFrame):
    """The whole line, 56 high."""

    undo_asked = Signal()
    """The message's button was used: undo, or whatever the message offered."""
    keys_asked = Signal()
    commands_asked = Signal()
    waiting_asked = Signal()
    """Somebody wants to know what waits to be sent."""
    text_asked = Signal(int)
    """The text is wanted larger, 1, or smaller, -1; offered where nobody can go to the settings."""
    colours_asked = Signal()
    """The next colours are wanted; offered there as well."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without a message and without facts."""
        super().__init__(parent)
        self._keeper = keeper
        self.slot = MessageSlot(keeper)
        """The message slot at the left."""
        self.slot.acted.connect(self.undo_asked)
        self.slot.grown.connect(self._fit)
        self.facts: list[Fact] = []
        """The lasting facts, shown or not."""
        self._count = 0
        self._has_waiting = False
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.slot)
        self._row.addStretch(1)
        self._keys = KeyHint(keeper, "F1", words("widgets.status.keys"))
        self._commands = KeyHint(keeper, "Ctrl+K", words("widgets.status.commands"))
        self._keys.used.connect(self.keys_asked)
        self._commands.used.connect(self.commands_asked)
        self._divider = Divider(keeper, upright=True)
        self._has_commands = True
        for widget in (self._divider, self._keys, self._commands):
            self._row.addWidget(widget)
        keeper.changed.connect(self._wear)
        self._wear()

    def tell(self, message: MessageView) -> None:
        """Put a message into the slot."""
        self.slot.set_view(message)
        self._fit()

    def set_facts(self, views: Sequence[StatusView]) -> None:
        """Show the lasting facts, in place."""
        while len(self.facts) < len(views):
            fact = Fact(self._keeper)
            self._row.insertWidget(2 + len(self.facts), fact)
            self.facts.append(fact)
        for fact, view in zip(self.facts, views, strict=False):
            fact.set_view(view)
        self._count = len(views)
        self._fit()

    def set_waiting(self, text: str) -> None:
        """Say what waits to be sent, for a click that wants to know more; without words nothing does."""
        if text or self._has_waiting:
            self._has_waiting = bool(text)
            self._waiting.set_words(text)
            self._fit()

    def show_commands(self, shown: bool) -> None:
        """Hide the command palette's key where it cannot be opened (locked), and show how to change the look there."""
        self._has_commands = shown
        if not shown or "_looks" in vars(self):
            for hint in self._looks:
                hint.setHidden(shown)
        self._fit()

    @cached_property
    def _waiting(self) -> KeyHint:
        """The tray, behind the facts; a click leaves the keyboard where it is."""
        tray = KeyHint(self._keeper, IconName.TRAY, "", self)
        tray.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tray.used.connect(self.waiting_asked)
        self._row.insertWidget(self._row.indexOf(self._divider), tray)
        return tray

    @cached_property
    def _looks(self) -> tuple[KeyHint, ...]:
        """The next colours, a smaller and a larger text, before the keys; a click leaves the keyboard where it is."""
        colours = KeyHint(self._keeper, IconName.HALF_DARK, words("widgets.status.next_theme"), self)
        colours.used.connect(self.colours_asked)
        made = [colours]
        for name, step in (("smaller_text", -1), ("larger_text", 1)):
            hint = KeyHint(self._keeper, words(f"widgets.status.{name}"), words(f"widgets.status.says.{name}"), self)
            hint.set_bare(True)
            hint.used.connect(partial(self.text_asked.emit, step))
            made.append(hint)
        for hint in made:
            hint.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.insertWidget(self._row.indexOf(self._keys), hint)
        return tuple(made)

    def minimumSizeHint(self) -> QSize:
        """Never makes the window wider: it says less instead."""
        return QSize(self._keeper.px(200), self._keeper.px(TARGET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Before it is seen nobody knows how much room there is."""
        super().showEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rail colour and the line above."""
        painter = canvas(self)
        fill(painter, QRectF(self.rect()), self._keeper.tokens.rail)
        fill(painter, QRectF(0, 0, self.width(), 1), self._keeper.tokens.hair)
        painter.end()

    def _fit(self) -> None:
        """In full where there is room, else one word a fact, then only what needs a look; the keys stay."""
        if not self.isVisible():
            return
        self._commands.setVisible(self._has_commands)
        for short, spare, quiet, bare in _STEPS:
            self.slot.set_spare(spare)
            for at, fact in enumerate(self.facts):
                fact.set_short(short, bare=bare)
                fact.setVisible(at < self._count and not (quiet and fact.is_quiet))
            if "_waiting" in vars(self):
                self._waiting.setVisible(self._has_waiting and self._has_commands and not quiet)
            for hint in (self._keys, self._commands):
                hint.set_bare(bare)
            if not self._has_commands:
                self._looks[0].setHidden(short)
            yielded = self.slot.sizeHint().width() - self.slot.minimumSizeHint().width() if short else 0
            if self._row.sizeHint().width() - yielded <= self.width():
                return

    def _wear(self) -> None:
        px = self._keeper.px
        self._row.setContentsMargins(0, 0, px(Space.EDGE), 0)
        self._row.setSpacing(px(Space.EDGE))
        self.setFixedHeight(px(TARGET))
        self._fit()
        self.update()
