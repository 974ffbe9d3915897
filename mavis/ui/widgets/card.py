"""The card of an open visit: one button that says who, how urgent, and who must be looked at when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import (
    Box,
    Cap,
    Ink,
    begun_words,
    canvas,
    cap_width,
    dots_width,
    draw_box,
    draw_cap,
    draw_dots,
    draw_line,
    fill_inside,
    whole_words,
    write,
)
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.widgets.next_check import CheckState, NextCheckView, draw_next_check
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.triage import LARGE, TONES, TriageSign, draw_sign, sign_word

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

LEAST_HEIGHT = 76
MOST_HEIGHT = 120
_COMPACT_BELOW = 92
_TRIAGE = 74
_CHECK = 112
_ICON = 20


@dataclass(frozen=True, slots=True)
class FlagView:
    """A sign on a card, for example ``ABI due``: icon, word and the colour of both."""

    icon: IconName
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card says."""

    code: str
    label: str
    check: NextCheckView
    triage: TriageSign = TriageSign.NONE
    flags: tuple[FlagView, ...] = ()
    here: str = ""
    """How long the person is here, ``here 48 min``; left out on a low card."""
    carer: str = ""
    digit: str = ""
    """The key that opens it, 1-9."""
    quiet_label: bool = False
    """True when the label stands in for a hidden name."""

    @property
    def spoken(self) -> str:
        """The whole card for a screen reader."""
        flags = [flag.words for flag in self.flags]
        parts = [sign_word(self.triage), f"{self.code} {self.label}", self.check.spoken, *flags, self.here, self.carer]
        return ", ".join(part for part in parts if part)


class Card(Pressing, QPushButton):
    """A visit on the board, 76-120 high; ``opened`` carries its code."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: CardView, parent: QWidget | None = None) -> None:
        """Show a visit."""
        super().__init__(parent)
        self._view = view
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name()

    @property
    def view(self) -> CardView:
        """What it says now."""
        return self._view

    def set_view(self, view: CardView) -> None:
        """Say something else in the same place; paints only when something changed."""
        if view != self._view:
            self._view = view
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """The size on a board with few visits."""
        return QSize(self._keeper.px(441), self._keeper.px(MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least size at which two lines are readable."""
        return QSize(self._keeper.px(320), self._keeper.px(LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three columns and the border."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        red = self._view.triage is TriageSign.RED
        radius, width = px(Radius.CONTROL), px(3 if red else 1)
        draw_box(painter, rect, Box(tokens.surface, radius=radius))
        check = QRectF(rect.right() - px(_CHECK), rect.top(), px(_CHECK), rect.height())
        if self._view.check.state is CheckState.OVERDUE:
            fill_inside(painter, rect, radius, check, tokens.inv)
        else:
            self._divide(painter, check.left())
        self._divide(painter, rect.left() + px(_TRIAGE))
        draw_box(painter, rect, Box("", tokens.red if red else tokens.line, width, radius))
        self._paint_triage(painter, QRectF(width, 0, px(_TRIAGE) - width, rect.height()))
        self._paint_middle(painter, rect.adjusted(px(_TRIAGE + Space.CARD), 0, -px(_CHECK + Space.CONTROL), 0))
        draw_next_check(painter, self._keeper.theme, check, self._view.check, compact=self._compact)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole of who it is where the card has no room for it."""
        super().resizeEvent(event)
        self.set_tip(_left_out(self._keeper, self._view, self.width()))

    @property
    def _compact(self) -> bool:
        return self.height() < self._keeper.px(_COMPACT_BELOW)

    def _name(self) -> None:
        self.setAccessibleName(self._view.spoken)
        self.setObjectName(f"card.{self._view.code}")
        key = self._view.digit
        self.setAccessibleDescription(words("widgets.key_is", key=key) if key else "")
        self.set_tip(_left_out(self._keeper, self._view, self.width()))

    def _divide(self, painter: QPainter, left: float) -> None:
        colour = self._keeper.tokens.hair
        draw_line(painter, QPointF(left, 1), QPointF(left, self.height() - 2), colour, self._keeper.px(1))

    def _paint_triage(self, painter: QPainter, rect: QRectF) -> None:
        px, theme = self._keeper.px, self._keeper.theme
        side = px(44 if self._compact else LARGE)
        size = Size.CAPTION if self._compact else Size.BODY
        ink = Ink(theme.font(size, Weight.CONTROL), theme.tokens.tone(TONES[self._view.triage]))
        top = rect.center().y() - (side + px(Space.TINY) + ink.line) / 2
        draw_sign(painter, theme, QRectF(rect.center().x() - side / 2, top, side, side), self._view.triage)
        below = QRectF(rect.left(), top + side + px(Space.TINY), rect.width(), ink.line)
        write(painter, below, sign_word(self._view.triage), ink, Qt.AlignmentFlag.AlignCenter)

    def _paint_middle(self, painter: QPainter, rect: QRectF) -> None:
        px = self._keeper.px
        lines = 2 if self._compact else 3
        first = px(28)
        room = rect.height() - 2 * px(Space.CONTROL + 2 if lines == 2 else Space.CARD)
        top = rect.center().y() - room / 2
        step = (room - first) / (lines - 1)
        self._paint_label(painter, QRectF(rect.left(), top, rect.width(), first))
        flags = QRectF(rect.left(), top + step, rect.width(), first)
        foot = QRectF(rect.left(), top + (lines - 1) * step, rect.width(), first)
        foot.setRight(foot.right() - self._paint_digit(painter, foot))
        if self._compact:
            foot.setLeft(self._paint_flags(painter, foot))
        else:
            self._paint_flags(painter, flags)
        self._paint_foot(painter, foot)

    def _paint_foot(self, painter: QPainter, rect: QRectF) -> None:
        """How long here and who looks after them, as much of it as fits whole."""
        here, carer = ("" if self._compact else self._view.here), self._view.carer
        ink = Ink(self._keeper.font(), self._keeper.tokens.muted)
        both = f"{here} · {carer}" if here and carer else here or carer
        text = next((said for said in (both, here) if ink.width(said) <= rect.width()), "")
        write(painter, rect, text, ink)

    def _paint_label(self, painter: QPainter, rect: QRectF) -> None:
        keeper, tokens = self._keeper, self._keeper.tokens
        code = Ink(keeper.font(Size.LABEL, Weight.CONTROL), tokens.accent)
        width = write(painter, rect, self._view.code, code)
        place = rect.adjusted(width + keeper.px(Space.CONTROL), 0, 0, 0)
        said, goes_on, font = _begun(keeper, self._view.label, place.width())
        label = Ink(font, tokens.muted if self._view.quiet_label else tokens.text)
        after = write(painter, place, said, label)
        if goes_on:
            draw_dots(painter, place.left() + after, place, label)

    def _paint_flags(self, painter: QPainter, rect: QRectF) -> float:
        """Draw the flags that fit whole, then how many more there are; answers where they end."""
        px = self._keeper.px
        left = rect.left()
        for at, flag in enumerate(self._view.flags):
            rest = len(self._view.flags) - at
            ink = self._flag_ink(flag)
            said = flag.words if at == 0 or not self._compact else ""
            after = ink.width(_more(rest - 1)) + px(Space.CARD) if rest > 1 else 0
            room = rect.right() - left - px(_ICON + Space.TINY) - after
            if at and ink.width(said) > room:
                return left + write(painter, rect.adjusted(left - rect.left(), 0, 0, 0), _more(rest), ink)
            paint_icon(painter, flag.icon, left, rect.center().y() - px(_ICON) / 2, px(_ICON), ink.colour)
            left += px(_ICON + Space.TINY)
            place = QRectF(left, rect.top(), max(0.0, room), rect.height())
            left += write(painter, place, whole_words(said, ink.font, place.width()), ink) + px(Space.CARD)
        return left

    def _flag_ink(self, flag: FlagView) -> Ink:
        tokens = self._keeper.tokens
        quiet = flag.tone is Tone.PLAIN and self._compact
        return Ink(self._keeper.font(), tokens.muted if quiet else tokens.tone(flag.tone))

    def _paint_digit(self, painter: QPainter, rect: QRectF) -> float:
        tokens = self._keeper.tokens
        width = cap_width(self._keeper.theme, self._view.digit)
        cap = Cap(self._view.digit, tokens.text, tokens.text)
        draw_cap(painter, self._keeper.theme, rect.right() - width, rect.center().y(), cap)
        return width + self._keeper.px(Space.CONTROL) if width else 0

    def _act(self) -> None:
        self.opened.emit(self._view.code)


def _begun(keeper: ThemeKeeper, label: str, room: float) -> tuple[str, bool, QFont]:
    """As much of who it is as the room holds, whether that is not all, and its font.

    What has no room in large letters is written as large as the lines below.
    """
    large, plain = keeper.font(Size.LABEL), keeper.font(Size.BODY)
    said, goes_on = begun_words(label, large, room, dots_width(large))
    if not goes_on:
        return said, goes_on, large
    return *begun_words(label, plain, room, dots_width(plain)), plain


def _left_out(keeper: ThemeKeeper, view: CardView, width: int) -> str:
    """Who it is, where a card of so many pixels leaves words of it out; else nothing."""
    code = Ink(keeper.font(Size.LABEL, Weight.CONTROL), "")
    taken = keeper.px(_TRIAGE + Space.CARD + _CHECK + Space.CONTROL + Space.CONTROL) + code.width(view.code)
    return view.label if _begun(keeper, view.label, width - taken)[1] else ""


def _more(count: int) -> str:
    return words("widgets.card.more", count=count)
