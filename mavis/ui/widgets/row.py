"""Rows of a list that can be used: a closed visit, and a thing that is missing with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.ui.icons import IconName, paint_icon
from mavis.ui.painting import Ink, canvas, wrap, write, write_block
from mavis.ui.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.triage import SMALL, TriageSign, draw_sign, sign_word

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from mavis.ui.theme import ThemeKeeper

_ICON = 24


@dataclass(frozen=True, slots=True)
class ClosedView:
    """A visit that is over: code, category, outcome in a few words, time of leaving."""

    code: str
    triage: TriageSign
    outcome: str
    time: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """A sentence with what to do about it: a code for the page, icon and tone, the word of the action."""

    code: str
    words: str
    action: str
    icon: IconName = IconName.WARNING
    tone: Tone = Tone.AMBER


class _Row(Pressing, QPushButton):
    """A row 56 high with a divider above it."""

    opened = Signal(str)
    _code = ""

    def _begin(self, keeper: ThemeKeeper) -> None:
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """56 high."""
        return QSize(self._keeper.px(160), self._keeper.px(TARGET))

    def _act(self) -> None:
        self.opened.emit(self._code)


class ClosedRow(_Row):
    """One visit of *Closed tonight*; ``opened`` carries its code."""

    def __init__(self, keeper: ThemeKeeper, view: ClosedView, parent: QWidget | None = None) -> None:
        """Show a visit."""
        super().__init__(parent)
        self._begin(keeper)
        self._view: ClosedView | None = None
        self._folded = False
        self.set_view(view)

    def set_folded(self, folded: bool) -> None:
        """Write the outcome below the code, for a narrow column."""
        if folded != self._folded:
            self._folded = folded
            self.update()

    def set_view(self, view: ClosedView) -> None:
        """Show another visit in the same place."""
        if view != self._view:
            self._view = view
            self._code = view.code
            self.setAccessibleName(f"{view.code}, {sign_word(view.triage)}, {view.outcome}, {view.time}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape, code, outcome and time."""
        view = self._view
        if view is None:
            return
        painter = canvas(self)
        keeper, px, tokens = self._keeper, self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(tokens.hair))
        side = px(SMALL)
        draw_sign(painter, keeper.theme, QRectF(0, rect.center().y() - side / 2, side, side), view.triage)
        time = Ink(keeper.font(), tokens.muted)
        end = rect.right() - time.width(view.time)
        top, height = (rect.center().y() - time.line, time.line) if self._folded else (0, rect.height())
        write(painter, QRectF(end, top, rect.right() - end + 1, height), view.time, time)
        left = side + px(Space.CARD)
        code, outcome = Ink(_bold(keeper), tokens.text), Ink(keeper.font(), tokens.text)
        if self._folded:
            write_block(painter, rect.adjusted(left, 0, 0, 0), [(view.code, code), (view.outcome, outcome)])
        else:
            write(painter, QRectF(left, 0, px(48), rect.height()), view.code, code)
            left += px(48)
            write(painter, QRectF(left, 0, end - left - px(Space.CONTROL), rect.height()), view.outcome, outcome)
        painter.end()


class ActionRow(_Row):
    """One thing to put right; ``opened`` carries its code."""

    def __init__(self, keeper: ThemeKeeper, view: ActionView, parent: QWidget | None = None) -> None:
        """Show a thing."""
        super().__init__(parent)
        self._begin(keeper)
        self._view: ActionView | None = None
        self.set_view(view)

    def set_view(self, view: ActionView) -> None:
        """Show another thing in the same place."""
        if view != self._view:
            self._view = view
            self._code = view.code
            self.setAccessibleName(f"{view.words}{'' if view.words.endswith('?') else '.'} {view.action}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, sentence, action and chevron."""
        view = self._view
        if view is None:
            return
        painter = canvas(self)
        keeper, px, tokens = self._keeper, self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(tokens.hair))
        top = rect.center().y() - px(_ICON) / 2
        paint_icon(painter, view.icon, 0, top, px(_ICON), tokens.tone(view.tone))
        end = rect.right() - px(32)
        paint_icon(painter, IconName.CHEVRON_RIGHT, end + px(6), rect.center().y() - px(8), px(16), tokens.accent)
        action = Ink(_bold(keeper), tokens.accent)
        end -= action.width(view.action)
        write(painter, QRectF(end, 0, action.width(view.action) + 1, rect.height()), view.action, action)
        left = px(_ICON + Space.CARD)
        room = QRectF(left, 0, end - left - px(Space.EDGE), rect.height())
        ink = Ink(_bold(keeper), tokens.text)
        write_block(painter, room, [(line, ink) for line in wrap(view.words, ink.font, room.width())])
        painter.end()


def _bold(keeper: ThemeKeeper) -> QFont:
    return keeper.font(Size.BODY, Weight.CONTROL)
