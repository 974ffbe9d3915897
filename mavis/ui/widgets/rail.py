"""The rail on the left: places with icons, sections of a visit with digits, who is here and the lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mavis.ui.keys.tab_turn import Turn, take_turn
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import CAP_HEIGHT, Cap, Ink, canvas, cap_width, draw_cap, wrap, write, write_block
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as, speak_chosen
from mavis.ui.widgets.brand import Brand
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

RAIL_WIDTH = 152
NARROW_WIDTH, NARROWEST_WIDTH = 64, 56
"""With large text, and with the largest: icons, each over a short word."""
_ICON = 24
_ROOM_FOR_ALL = 690
"""So high has the rail room for all that is spare at its foot."""
_ONE_FOOT = 2
"""A divider and a button."""
_SHORT_SIZES = range(Size.CAPTION, 7, -1)
"""The heights of a short word: the largest for which there is room."""


@dataclass(frozen=True, slots=True)
class RailView:
    """A place or a section: its code, its words, an icon or a digit before them, more words under them."""

    code: str
    words: str
    icon: IconName | None = None
    digit: str = ""
    second: str = ""
    tone: Tone = Tone.MUTED
    """The colour of the second line, amber when it needs a look."""
    badge: str = ""
    current: bool = False
    keys: str = ""
    """A key cap after the words, for example Esc."""
    strong: bool = False
    """True for words that are not quiet: the way back, the person who is here."""
    short: str = ""
    """A word that stands under the icon or digit with large text, where ``words`` are too long for that."""
    live: bool = True
    """False while its digit is typed and leads nowhere: the cap has no frame then."""


class RailButton(Pressing, QPushButton):
    """One place, 56 high and as wide as the rail; ``opened`` carries its code."""

    opened = Signal(str)

    def __init__(
        self, keeper: ThemeKeeper, view: RailView, parent: QWidget | None = None, *, place: bool = False
    ) -> None:
        """Show something to go to; a ``place`` is one of several, of which one is in use."""
        super().__init__(parent)
        self._view = view
        self._icon_only = False
        if place:
            speak_as(self, Role.PageTab)
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name()

    @property
    def view(self) -> RailView:
        """What it says now."""
        return self._view

    def set_view(self, view: RailView) -> None:
        """Say something else in the same place."""
        if view != self._view:
            self._view = view
            self._name()
            self.updateGeometry()
            self.update()

    def set_icon_only(self, on: bool) -> None:
        """Show a short word under the icon or digit, and all words in a tooltip; for large text."""
        self._icon_only = on
        self.set_tip(self.accessibleName() if on else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """56 high, more when the lines need it."""
        if self._icon_only:
            return QSize(self._keeper.px(NARROWEST_WIDTH), self._keeper.px(TARGET))
        height = sum(ink.line for _, ink in self._rows(self.width() or self._keeper.px(RAIL_WIDTH)))
        least, air = self._keeper.px(TARGET), Space.CARD if self._view.second.count("\n") else Space.TINY
        return QSize(self._keeper.px(RAIL_WIDTH), max(least, round(height) + self._keeper.px(air)))

    def minimumSizeHint(self) -> QSize:
        """May be lower than the text asks for, as long as its words have room, so that all places are seen at once."""
        if self._icon_only:
            return QSize(0, TARGET)
        rows = self._rows(self._keeper.px(RAIL_WIDTH))
        return QSize(0, max(TARGET, round(sum(ink.line for _, ink in rows)) + Space.TINY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark of the current place, icon or digit, words and badge."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        if self._view.current:
            painter.fillRect(rect.adjusted(0, 0, -1, 0), QColor(tokens.raised))
            painter.fillRect(QRectF(0, 0, px(Space.TINY), rect.height()), QColor(tokens.accent))
        if self._icon_only:
            self._paint_narrow(painter, rect)
        else:
            self._paint_sign(painter, rect)
            self._paint_words(painter, rect)
        painter.end()

    def _paint_narrow(self, painter: QPainter, rect: QRectF) -> None:
        """The sign in the middle of the column over the short word; where a button is low, the sign gives way."""
        least = Ink(self._keeper.theme.sized_font(_SHORT_SIZES[-1], Weight.CONTROL), "").line
        sign = min(self._sign, rect.height() - least)
        word, room = self._short(rect.width(), rect.height() - sign), rect
        if word is not None:
            text, ink = word
            top = (rect.height() - sign - ink.line) / 2
            below = QRectF(0, top + sign, rect.width(), ink.line)
            write(painter, below, text, ink, Qt.AlignmentFlag.AlignCenter)
            room = QRectF(0, top, rect.width(), sign)
            middle, part = room.center(), sign / self._sign
            painter.translate(middle)
            painter.scale(part, part)
            painter.translate(-middle)
        self._paint_sign(painter, room)

    @property
    def _sign(self) -> int:
        """How high the digit or the icon is."""
        return self._keeper.px(CAP_HEIGHT if self._view.icon is None else _ICON)

    def _short(self, width: float, height: float) -> tuple[str, Ink] | None:
        tokens, view = self._keeper.tokens, self._view
        text, colour = view.short or view.words, tokens.text if view.current or view.strong else tokens.muted
        inks = (Ink(self._keeper.theme.sized_font(size, Weight.CONTROL), colour) for size in _SHORT_SIZES)
        fits = (ink for ink in inks if ink.width(text) <= width - 2 * Space.TINY and ink.line <= height)
        return next(((text, ink) for ink in fits), None)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        rows = self._rows(rect.width())
        left = self._left
        write_block(painter, rect.adjusted(left, 0, -px(Space.TINY), 0), rows)
        if self._view.keys:
            cap = Cap(self._view.keys, tokens.text, tokens.line)
            beside = left + rows[0][1].width(rows[0][0]) + px(Space.CONTROL)
            draw_cap(painter, self._keeper.theme, beside, rect.center().y(), cap)
        if self._view.badge:
            self._paint_badge(painter, rect)

    @property
    def _left(self) -> int:
        return self._keeper.px(44 if self._view.digit or self._view.keys else 52)

    def _rows(self, width: float) -> list[tuple[str, Ink]]:
        tokens = self._keeper.tokens
        loud = self._view.current or self._view.strong
        ink = Ink(self._keeper.font(Size.BODY, Weight.CONTROL), tokens.text if loud else tokens.muted)
        second = Ink(self._keeper.font(Size.CAPTION), tokens.tone(self._view.tone))
        room = width - self._left - self._keeper.px(Space.TINY)
        rows = [(line, ink) for line in wrap(self._view.words, ink.font, room)]
        return rows + [(line, second) for line in self._view.second.splitlines()]

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        middle = rect.center().y()
        if self._view.icon is not None:
            quiet = tokens.text if self._view.strong else tokens.muted
            colour = tokens.accent if self._view.current else quiet
            margin = px(Space.CARD if self._view.keys else Space.EDGE)
            left = (rect.width() - px(_ICON)) / 2 if self._icon_only else margin
            paint_icon(painter, self._view.icon, left, middle - px(_ICON) / 2, px(_ICON), colour)
            return
        if self._view.current:
            cap = Cap(self._view.digit, tokens.on_accent, fill=tokens.accent)
        else:
            cap = Cap(self._view.digit, tokens.muted, tokens.line if self._view.live else "")
        inset = (rect.width() - cap_width(self._keeper.theme, cap.keys)) / 2 if self._icon_only else px(Space.CARD)
        draw_cap(painter, self._keeper.theme, inset, middle, cap)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        cap = Cap(self._view.badge, tokens.text, tokens.line, round=True)
        draw_cap(painter, self._keeper.theme, rect.right() - px(30), rect.center().y(), cap)

    def _name(self) -> None:
        view = self._view
        parts = [view.words, view.badge, view.second.replace("\n", ", ")]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setObjectName(f"rail.{view.code}")
        speak_chosen(self, view.current)

    def _act(self) -> None:
        self.opened.emit(self._view.code)


class Rail(QFrame):
    """A column 152 wide in the colour of the rail: a head, buttons 8 apart, and a foot; Tab reads the page first."""

    opened = Signal(str)
    """A button of the column was used; carries its code."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """An empty column; add a head first, then ``set_views``, then a foot."""
        super().__init__(parent)
        self._keeper = keeper
        self._buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        self._has_foot = False
        self._spare: list[QWidget] = []
        take_turn(self, Turn.LAST)
        self._column.setSpacing(0)
        inside = QWidget()
        self._places = QVBoxLayout()
        self._places.setContentsMargins(0, 0, 0, 0)
        stretched = QVBoxLayout(inside)
        stretched.setContentsMargins(0, 0, 0, 0)
        stretched.addLayout(self._places)
        stretched.addStretch(1)
        self._scroller = Scroller(keeper, inside, self)
        self._column.addWidget(self._scroller, 1)
        keeper.changed.connect(self._wear)
        self._wear()

    def add_head(self, widget: QWidget) -> None:
        """Put something above the places."""
        self._column.insertWidget(0, widget)
        if isinstance(widget, RailButton):
            self._column.insertSpacing(1, Space.CONTROL)
        self._wear()

    def add_foot(self, widget: QWidget, *, spare: bool = False) -> None:
        """Put something at the foot, under a divider; what is ``spare`` gives its room up with the largest text."""
        divider = Divider(self._keeper)
        self._column.addWidget(divider)
        self._column.addSpacing(Space.CONTROL)
        self._column.addWidget(widget)
        self._spare += [divider, widget] if spare else []
        self._has_foot = True
        self._wear()

    def set_views(self, views: tuple[RailView, ...]) -> None:
        """Show these places or sections, in place."""
        for view in views:
            if view.code in self._buttons:
                self._buttons[view.code].set_view(view)
                continue
            button = RailButton(self._keeper, view, place=True)
            button.opened.connect(self.opened)
            button.set_icon_only(self._keeper.theme.is_large)
            self._buttons[view.code] = button
            self._places.addWidget(button)
        codes = [view.code for view in views]
        for code, button in self._buttons.items():
            button.setVisible(code in codes)
        for place, code in enumerate(codes):
            self._places.insertWidget(place, self._buttons[code])
        self._keep_all_seen()

    def button(self, code: str) -> RailButton:
        """The button of a place.

        Raises:
            KeyError: no place has this code.
        """
        return self._buttons[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the column and its right edge."""
        painter = canvas(self)
        painter.fillRect(self.rect(), QColor(self._keeper.tokens.rail))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(self._keeper.tokens.hair))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to the places where there is little height, as below the bar of training."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Of what is spare one stays in a low window, and none with the largest text."""
        is_low = self.height() < self._keeper.px(_ROOM_FOR_ALL)
        for at, spare in enumerate(self._spare):
            spare.setHidden(self._keeper.theme.is_largest or (is_low and at >= _ONE_FOOT))

    def _keep_all_seen(self) -> None:
        """With large text head and foot give way to the places, which would scroll."""
        least = self._places.minimumSize().height() if self._keeper.theme.is_large else 0
        self._scroller.setMinimumHeight(least)

    def _wear(self) -> None:
        """With large text the head is left out, the column is narrow, and one short word stands under each sign."""
        theme, px = self._keeper.theme, self._keeper.px
        roomy = self._has_foot and theme.text_percent == SMALLEST_TEXT  # larger text has the room of the margins
        self._places.setSpacing(Space.TINY if theme.is_largest else Space.CONTROL)
        for button in self.findChildren(RailButton):
            button.set_icon_only(theme.is_large)
        self._give_room()
        for brand in self.findChildren(Brand):
            brand.setVisible(not theme.is_large)
        self._column.setContentsMargins(0, 0, 1, Space.CARD if roomy else 0)
        width = NARROWEST_WIDTH if theme.is_largest else NARROW_WIDTH
        self.setFixedWidth(px(width if theme.is_large else RAIL_WIDTH))
        self._keep_all_seen()
        self.update()


class RailBar(QFrame):
    """A bar across in the colour of the rail."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._keeper = keeper
        keeper.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour."""
        painter = canvas(self)
        painter.fillRect(self.rect(), QColor(self._keeper.tokens.rail))
        painter.end()
