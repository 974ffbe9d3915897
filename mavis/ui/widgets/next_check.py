"""When somebody must be looked at next: plain, soon, overdue (the only inverted block), or no triage yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Cap, Ink, canvas, cap_width, draw_box, draw_cap, write
from mavis.ui.look.tokens import TARGET, Radius, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import Theme, ThemeKeeper

_ALARM = 20


class CheckState(StrEnum):
    """How pressing the next look is."""

    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"
    UNTRIAGED = "untriaged"


_WHEN = {CheckState.OVERDUE: "due", CheckState.UNTRIAGED: "since"}


@dataclass(frozen=True, slots=True)
class NextCheckView:
    """Minutes until the next look (or since it was due, or since arrival), and its time on the clock, ``02:06``."""

    state: CheckState
    minutes: int
    time: str

    @property
    def caption(self) -> str:
        """The word above the minutes."""
        return words(f"widgets.check.{self.state.value}")

    @property
    def when(self) -> str:
        """The time on the clock in words, for example ``due 01:46``."""
        return words(f"widgets.check.{_WHEN.get(self.state, 'at')}", time=self.time)

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.caption} {self.minutes} {words('widgets.check.minutes')}, {self.when}"


@dataclass(frozen=True, slots=True)
class _Colours:
    caption: str
    minutes: str
    when: str


def _colours(theme: Theme, state: CheckState) -> _Colours:
    tokens = theme.tokens
    if state is CheckState.OVERDUE:
        return _Colours(tokens.on_inv, tokens.on_inv, tokens.on_inv)
    if state is CheckState.LATER:
        return _Colours(tokens.muted, tokens.text, tokens.muted)
    return _Colours(tokens.amber_text, tokens.amber_text, tokens.muted)


def _minutes(painter: QPainter, theme: Theme, left: float, base: QRectF, view: NextCheckView) -> float:
    """Write the number and its unit on one base line; answers the width."""
    colour = _colours(theme, view.state).minutes
    number = Ink(theme.font(Size.NUMBER if view.minutes < 100 else Size.TITLE, Weight.TITLE), colour)
    unit = Ink(theme.font(Size.BODY, Weight.CONTROL), colour)
    width = write(painter, QRectF(left, base.top(), base.width(), base.height()), str(view.minutes), number)
    drop = theme.px(5)
    place = QRectF(left + width + theme.px(5), base.top() + drop, base.right() - left - width, base.height())
    return width + theme.px(5) + write(painter, place, words("widgets.check.minutes"), unit)


def draw_next_check(painter: QPainter, theme: Theme, rect: QRectF, view: NextCheckView, *, compact: bool) -> None:
    """Write caption, minutes and (unless compact) the clock time into a column 112 wide; the fill is the caller's."""
    px, colours = theme.px, _colours(theme, view.state)
    caption = Ink(theme.font(Size.CAPTION, Weight.CONTROL), colours.caption)
    when = Ink(theme.font(Size.CAPTION, Weight.CONTROL), colours.when)
    overdue = view.state is CheckState.OVERDUE
    if overdue:
        caption = Ink(theme.font(Size.BODY, Weight.TITLE), colours.caption)
    heights = [px(20), px(38)] + ([] if compact else [px(26)])
    top = rect.center().y() - sum(heights) / 2
    left = rect.left() + px(Space.CARD)
    room = rect.right() - left - px(Space.TINY)
    shift = 0
    if overdue:
        paint_icon(painter, IconName.ALARM, left - px(3), top, px(_ALARM), colours.caption)
        shift = px(_ALARM)
    write(painter, QRectF(left + shift, top, room - shift, heights[0]), view.caption, caption)
    _minutes(painter, theme, left, QRectF(left, top + heights[0] - px(2), room, heights[1]), view)
    if not compact:
        write(painter, QRectF(left, top + heights[0] + heights[1], room, heights[2]), view.when, when)


class NextCheckBlock(Pressing, QPushButton):
    """The next look in the header of a visit, 56 high; using it opens the observations."""

    used = Signal()
    is_live = True
    """Whether its digit leads there now: its key is framed."""

    def __init__(self, keeper: ThemeKeeper, keys: str = "", parent: QWidget | None = None) -> None:
        """Show nothing until a view is set; ``keys`` is the digit of the section it opens."""
        super().__init__(parent)
        self._view: NextCheckView | None = None
        self._keys = keys
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """Show the digit of another section."""
        if keys != self._keys:
            self._keys = keys
            self.updateGeometry()
            self.update()

    def set_live(self, live: bool) -> None:
        """Frame its digit while it leads there, and no more while it is written into a field."""
        if live != self.is_live:
            self.is_live = live
            self.update()

    def set_view(self, view: NextCheckView) -> None:
        """Show another moment."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(view.spoken)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """56 high, as wide as its words."""
        px, theme = self._keeper.px, self._keeper.theme
        view = self._view
        if view is None:
            return QSize(px(160), px(TARGET))
        small = Ink(theme.font(Size.CAPTION, Weight.TITLE), "")
        icon = px(_ALARM + Space.TINY) if view.state is CheckState.OVERDUE else 0
        key = cap_width(theme, self._keys) + px(Space.CONTROL)
        words_width = max(icon + small.width(view.caption), small.width(view.when) + key)
        number = Ink(theme.font(Size.NUMBER, Weight.TITLE), "").width(str(view.minutes))
        unit = Ink(theme.font(Size.BODY, Weight.CONTROL), "").width(words("widgets.check.minutes"))
        return QSize(round(px(Space.CARD + 5 + 10 + 6) + number + unit + words_width + 2), px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the minutes on the left, the words on the right."""
        view = self._view
        if view is None:
            return
        painter = canvas(self)
        theme, px = self._keeper.theme, self._keeper.px
        tokens = theme.tokens
        rect = QRectF(self.rect())
        overdue = view.state is CheckState.OVERDUE
        fill, edge = (tokens.inv, "") if overdue else (tokens.surface, tokens.line)
        draw_box(painter, rect, Box(fill, edge, px(1), px(Radius.CONTROL)))
        width = _minutes(painter, theme, px(Space.CARD), rect.adjusted(0, 0, 0, -px(2)), view)
        self._paint_words(painter, view, rect.adjusted(px(Space.CARD) + width + px(10), px(5), -px(6), -px(5)))
        painter.end()

    def _paint_words(self, painter: QPainter, view: NextCheckView, rect: QRectF) -> None:
        theme, px = self._keeper.theme, self._keeper.px
        colours = _colours(theme, view.state)
        weight = Weight.TITLE if view.state is CheckState.OVERDUE else Weight.CONTROL
        upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() / 2)
        lower = upper.translated(0, upper.height())
        if view.state is CheckState.OVERDUE:
            top = upper.center().y() - px(_ALARM) / 2
            paint_icon(painter, IconName.ALARM, upper.left(), top, px(_ALARM), colours.caption)
            upper.setLeft(upper.left() + px(_ALARM + Space.TINY))
        write(painter, upper, view.caption, Ink(theme.font(Size.CAPTION, weight), colours.caption))
        cap = cap_width(theme, self._keys)
        when = lower.adjusted(0, 0, -cap - px(Space.TINY), 0)
        write(painter, when, view.when, Ink(theme.font(Size.CAPTION, Weight.CONTROL), colours.when))
        shown = Cap(self._keys, colours.when, colours.when if self.is_live else "")
        draw_cap(painter, theme, rect.right() - cap, lower.center().y(), shown)

    def _act(self) -> None:
        self.used.emit()
