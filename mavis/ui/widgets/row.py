"""Rows of a list that can be used: a closed visit, a thing that is missing, one of several things to pick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Cap, Ink, canvas, cap_width, draw_cap, wrap, write, write_block
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.triage import SMALL, TriageSign, draw_sign, sign_word

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_ICON = 24
_CODE = 48
_OUTCOME_LINES = 3
_PICK_LINES, _WHOLE_LINES = 2, 6


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
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """56 high, or higher where the outcome takes three lines: that a red flag stood open is not cut off."""
        hint = super().sizeHint()
        lines = len(self.lines) + self._folded
        needed = lines * Ink(self._keeper.font(), "").line + self._keeper.px(Space.CONTROL)
        return QSize(hint.width(), max(hint.height(), round(needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def lines(self) -> list[str]:
        """The outcome in lines: beside the time, or below the code over the whole width."""
        if self._view is None:
            return []
        px, font = self._keeper.px, self._keeper.font()
        room = float(self.width() - px(SMALL) - px(Space.CARD))
        if not self._folded:
            room -= px(_CODE) + px(Space.CONTROL) + Ink(font, "").width(self._view.time)
        return wrap(self._view.outcome, font, room, _OUTCOME_LINES)

    def set_view(self, view: ClosedView) -> None:
        """Show another visit in the same place."""
        if view != self._view:
            self._view = view
            self._code = view.code
            self.setAccessibleName(f"{view.code}, {sign_word(view.triage)}, {view.outcome}, {view.time}")
            self.updateGeometry()
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
        lines = self.lines
        block = (len(lines) + 1) * time.line
        beside = QRectF(end, 0, rect.right() - end + 1, rect.height())
        if self._folded:
            beside = QRectF(end, rect.center().y() - block / 2, beside.width(), time.line)
        write(painter, beside, view.time, time)
        left = side + px(Space.CARD)
        code, outcome = Ink(_bold(keeper), tokens.text), Ink(keeper.font(), tokens.text)
        if self._folded:
            told = [(view.code, code), *((line, outcome) for line in lines)]
            write_block(painter, rect.adjusted(left, 0, 0, 0), told)
        else:
            write(painter, QRectF(left, 0, px(_CODE), rect.height()), view.code, code)
            left += px(_CODE)
            room = QRectF(left, 0, end - left - px(Space.CONTROL), rect.height())
            write_block(painter, room, [(line, outcome) for line in lines])
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


class PickRow(_Row):
    """One of several things to pick, over the whole width of a panel; ``opened`` carries its code.

    What stands before two spaces is a short code: it is written apart, so that the codes form a column. A ``whole`` row
    is as high as its words need, in a page that scrolls.
    """

    def __init__(
        self,
        keeper: ThemeKeeper,
        parent: QWidget | None = None,
        *,
        code: str = "",
        text: str = "",
        whole: bool = False,
    ) -> None:
        """Show a thing; ``set_content`` shows another."""
        super().__init__(parent)
        self._begin(keeper)
        self._keys = ""
        self._words = ""
        self._marked = False
        self._most = _WHOLE_LINES if whole else _PICK_LINES
        self.set_content(code, text)

    def sizeHint(self) -> QSize:
        """56 high; a whole one is as high as its lines."""
        hint = super().sizeHint()
        if self._most > _PICK_LINES:
            needed = len(self._lines) * Ink(_bold(self._keeper), "").line + self._keeper.px(Space.CONTROL)
            hint.setHeight(max(hint.height(), round(needed)))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def set_content(self, code: str, text: str, keys: str = "", *, marked: bool = True) -> None:
        """Show something else in the same place; ``keys`` take the row, which is ``marked`` when Enter does."""
        wanted = bool(keys) and marked
        if (code, text, keys, wanted) != (self._code, self._words, self._keys, self._marked):
            self._code, self._words, self._keys, self._marked = code, text, keys, wanted
            self.setAccessibleName(text.strip())
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw code, words, and key cap or chevron; a row that Enter takes is filled and has an accent bar."""
        painter = canvas(self)
        tokens, rect = self._keeper.tokens, QRectF(self.rect())
        if self._marked or self.isDown():
            plain = accent = tokens.on_sel
            painter.fillRect(rect, QColor(tokens.sel))
        else:
            plain, accent = tokens.text, tokens.accent
            painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(tokens.hair))
        self._paint_end(painter, rect, plain, accent)
        self._paint_words(painter, plain, accent)
        painter.end()

    def _paint_end(self, painter: QPainter, rect: QRectF, plain: str, accent: str) -> None:
        """Draw the key that takes the row, with a bar at the left for Enter, or a chevron."""
        px, theme = self._keeper.px, self._keeper.theme
        end, middle = self._end, rect.center().y()
        if not self._keys:
            paint_icon(painter, IconName.CHEVRON_RIGHT, end, middle - px(8), px(16), accent)
            return
        if self._marked:
            painter.fillRect(QRectF(0, 0, px(Space.TINY), rect.height()), QColor(self._keeper.tokens.accent))
        draw_cap(painter, theme, end, middle, Cap(self._keys, plain, self._keeper.tokens.line))

    def _paint_words(self, painter: QPainter, plain: str, accent: str) -> None:
        px, font = self._keeper.px, _bold(self._keeper)
        code, gap, _said = self._words.partition("  ")
        if gap:
            write(painter, QRectF(px(Space.EDGE), 0, px(_CODE), self.height()), code, Ink(font, accent))
        left, right = self._edges
        ink = Ink(font, plain)
        lines = [(line, ink) for line in self._lines]
        write_block(painter, QRectF(left, 0, right - left, self.height()), lines)

    @property
    def _end(self) -> float:
        """Where the key or the chevron begins."""
        px = self._keeper.px
        end = cap_width(self._keeper.theme, self._keys) if self._keys else px(Space.EDGE)
        return self.width() - px(Space.EDGE) - end

    @property
    def _edges(self) -> tuple[float, float]:
        """Left and right of the words behind the code."""
        px = self._keeper.px
        return px(Space.EDGE) + (px(_CODE) if "  " in self._words else 0), self._end - px(Space.CONTROL)

    @property
    def _lines(self) -> list[str]:
        """The words as they are wrapped."""
        left, right = self._edges
        code, _gap, said = self._words.partition("  ")
        return wrap(said or code, _bold(self._keeper), right - left, self._most)


def _bold(keeper: ThemeKeeper) -> QFont:
    return keeper.font(Size.BODY, Weight.CONTROL)
