"""The fixed slot at the left of the status line: what was done last and its Undo; it never moves, never vanishes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import (
    Box,
    Cap,
    Ink,
    canvas,
    cap_width,
    draw_box,
    draw_cap,
    draw_line,
    fill,
    wrap,
    write,
    write_block,
)
from mavis.ui.look.tokens import TARGET, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

FRESH_MS = 8_000
"""How long a message stands out."""
_ICON = 24


class MessageKind(StrEnum):
    """Something was done, is only told, was not done or cannot be, needs a look, failed."""

    DONE = "done"
    TOLD = "told"
    NOT_DONE = "not_done"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {
    MessageKind.TOLD: None,
    MessageKind.NOT_DONE: IconName.NOT_DONE,
    MessageKind.WARNING: IconName.WARNING,
    MessageKind.ERROR: IconName.CROSS,
}
"""The mark of a message that tells of nothing done."""


class MessageView(NamedTuple):
    """One message: its words and at most one thing to do about it (``Undo``, ``Try again``) with its keys."""

    words: str
    kind: MessageKind = MessageKind.DONE
    action: str = ""
    keys: str = ""


class MessageSlot(Pressing, QPushButton):
    """The slot is one button that does what the message offers."""

    acted = Signal()
    grown = Signal()
    """It needs more room, or less: its keys count again, or no longer."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._view: MessageView | None = None
        self._spare = False
        self._keys_count = True
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.timeout.connect(self.update)
        self._start(keeper)
        self.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_view(self, view: MessageView) -> None:
        """Show a message and have it read out; it stands out for 8 seconds.

        A message that stands there already, as while a name is typed, is not read out again.
        """
        known = self._view is not None and self._view.words == view.words and self._fresh.isActive()
        self._view = view
        self.setEnabled(bool(view.action))
        self.setAccessibleName(f"{view.words}. {view.action}" if view.action else view.words)
        is_not_done = view.kind is MessageKind.NOT_DONE
        self.setAccessibleDescription(words("widgets.not_done") if is_not_done else "")
        self._fresh.start(FRESH_MS)
        self.updateGeometry()
        self.update()
        if not known:
            said = words("widgets.not_done_said", why=view.words) if is_not_done else view.words
            announce(self, said, urgent=view.kind is MessageKind.ERROR)

    def reword(self, before: str, after: str) -> None:
        """Say the same in other words, without a sound, while the message that stands there is ``before``."""
        if self._view is not None and self._view.words == before != after:
            self._view = self._view._replace(words=after)
            self.setAccessibleName(f"{after}. {self._view.action}" if self._view.action else after)
            self.updateGeometry()
            self.update()
            self.grown.emit()

    def settle(self) -> None:
        """Stand out no longer."""
        self._fresh.stop()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the message, 56 high."""
        px = self._keeper.px
        if self._view is None:
            return QSize(0, px(TARGET))
        return QSize(round(self._beside_words + self._words_width + 2), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Narrow rather than cut: the words on two lines."""
        if self._view is None:
            return QSize(0, self._keeper.px(TARGET))
        return QSize(round(self._beside_words + self._halved + 2), self._keeper.px(TARGET))

    def set_spare(self, spare: bool) -> None:
        """Leave the key cap out, where room is scarce."""
        if spare != self._spare:
            self._spare = spare
            self.updateGeometry()
            self.update()

    def set_keys_count(self, count: bool) -> None:
        """Leave the key cap out while the keys would do something else."""
        if count != self._keys_count:
            self._keys_count = count
            self.updateGeometry()
            self.update()
            self.grown.emit()

    @property
    def keys(self) -> str:
        """The keys that stand on it, and do what it offers; empty for none."""
        return "" if self._spare or not self._keys_count or self._view is None else self._view.keys

    @property
    def _words_width(self) -> float:
        return Ink(self._keeper.font(), "").width(self._view.words) if self._view is not None else 0

    @property
    def _halved(self) -> float:
        """The width in which the words stand on two lines."""
        ink, parts = Ink(self._keeper.font(), ""), self._view.words.split() if self._view is not None else []
        halves = ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(len(parts) + 1))
        return min(max(ink.width(a), ink.width(b)) for a, b in halves)

    @property
    def _beside_words(self) -> float:
        """The width of all but the words."""
        px, view = self._keeper.px, self._view
        action = Ink(self._bold, "").width(view.action) + px(Space.CARD) if view is not None and view.action else 0
        cap = cap_width(self._keeper.theme, self.keys)
        mark = px(_ICON + Space.CARD) if view is not None and self._icon(view) else 0
        return px(2 * Space.EDGE) + mark + action + cap + (px(Space.CARD) if cap else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, icon, words, action and keys."""
        view = self._view
        if view is None:
            return
        painter = canvas(self)
        keeper, px = self._keeper, self._keeper.px
        rect = QRectF(self.rect())
        ground, edge, ink, act = self._colours(view.kind)
        if ground:
            fill(painter, rect, ground)
        if edge:
            draw_box(painter, rect, Box("", edge, px(1)))
        elif not ground:
            right = rect.right() - 1
            draw_line(painter, QPointF(right, 0), QPointF(right, rect.height()), keeper.tokens.hair, px(1))
        left = px(Space.EDGE)
        if icon := self._icon(view):
            paint_icon(painter, icon, left, rect.center().y() - px(_ICON) / 2, px(_ICON), ink)
            left += px(_ICON + Space.CARD)
        cap = cap_width(keeper.theme, self.keys)
        end = rect.right() - px(Space.EDGE) - cap
        draw_cap(
            painter, keeper.theme, end, rect.center().y(), Cap(self.keys, ink, ink if ground else keeper.tokens.line)
        )
        end -= px(Space.CARD) if cap else 0
        action = Ink(self._bold, act)
        end -= action.width(view.action)
        write(painter, QRectF(end, 0, action.width(view.action) + 1, rect.height()), view.action, action)
        room = end - left - (px(Space.CARD) if view.action else 0) + 1  # lengths that were rounded
        write_block(painter, QRectF(left, 0, room, rect.height()), self._rows(view.words, room, ink))
        painter.end()

    def _rows(self, text: str, room: float, colour: str) -> list[tuple[str, Ink]]:
        """The lines of the words, in smaller letters where they would be higher than the slot."""
        for size in (Size.BODY, Size.CAPTION):
            ink = Ink(self._keeper.font(size), colour)
            rows = [(row, ink) for row in wrap(text, ink.font, room)]
            if len(rows) * ink.line <= self.height():
                break
        return rows

    @property
    def _bold(self) -> QFont:
        return self._keeper.font(Size.BODY, Weight.TITLE)

    def _icon(self, view: MessageView) -> IconName | None:
        done = IconName.TICK if self._fresh.isActive() or not view.action else IconName.UNDO
        return _ICONS.get(view.kind, done)

    def _colours(self, kind: MessageKind) -> tuple[str, str, str, str]:
        """Fill, edge, words and action."""
        tokens = self._keeper.tokens
        if kind is MessageKind.WARNING:
            return tokens.amber_soft, tokens.amber_text, tokens.text, tokens.accent
        if kind is MessageKind.ERROR:
            return tokens.red_soft, tokens.red, tokens.text, tokens.accent
        if kind is MessageKind.NOT_DONE:
            return tokens.raised, tokens.line, tokens.text, tokens.accent
        if self._fresh.isActive():
            return tokens.sel, "", tokens.on_sel, tokens.on_sel
        return "", "", tokens.text, tokens.accent

    def _act(self) -> None:
        self.acted.emit()
