"""Tabs of the visits that are open at once: shape, code and label, minutes; what does not fit is in a menu."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, wrap, write, write_block
from mavis.ui.look.tokens import TARGET, Radius, Size, Space, Weight
from mavis.ui.spoken import Role, speak_as, speak_chosen
from mavis.ui.widgets.button import Button, Face
from mavis.ui.widgets.pressing import Pressing
from mavis.ui.widgets.triage import SMALL, TriageSign, draw_sign, sign_word
from mavis.ui.widgets.unfolding import Menu

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

TAB_WIDTH = 272
_LEAST = 256
"""How narrow a tab becomes before one of them has no room: four stand beside the button of a new visit."""
_MORE = 104
_WHOLE, _SMALL = Face(), Face(words=False, keys=False)


class TabTime(StrEnum):
    """What the minutes of a tab count: to the next check, since it was due, since arrival without triage, or none."""

    LEFT = "left"
    LATE = "late"
    WAITING = "waiting"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TabView:
    """One open visit: code, label, category, minutes and what they count, and whether it is shown now.

    ``rank`` is its place on the board: where not all have room, the most pressing are in the strip.
    """

    code: str
    label: str
    triage: TriageSign = TriageSign.NONE
    minutes: int = 0
    counts: TabTime = TabTime.LEFT
    current: bool = False
    rank: int = 0

    @property
    def time(self) -> str:
        """``in 9 min``, ``6 late``, ``here 4 min`` or ``has left``."""
        return words(f"widgets.tab.{self.counts.value}", minutes=self.minutes)

    @property
    def spoken_time(self) -> str:
        """The same in full, for a screen reader: ``next check in 9 min``."""
        return words(f"widgets.tab.spoken.{self.counts.value}", minutes=self.minutes)

    @property
    def name(self) -> str:
        """Code and label."""
        return f"{self.code} {self.label}".strip()


class VisitTab(Pressing, QPushButton):
    """One tab, 56 by 272."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: TabView, parent: QWidget | None = None) -> None:
        """Show a visit; a click leaves the keyboard with the page, which need not be painted twice for it."""
        super().__init__(parent)
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speak_as(self, Role.PageTab)
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def view(self) -> TabView:
        """What it says now."""
        return self._view

    def set_view(self, view: TabView) -> None:
        """Show another visit or another minute."""
        if view != self._view:
            self._view = view
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """272 by 56."""
        return QSize(self._keeper.px(TAB_WIDTH), self._keeper.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """A little narrower, for one more tab."""
        return QSize(self._keeper.px(_LEAST), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, shape, name and minutes."""
        painter = canvas(self)
        keeper, px, tokens = self._keeper, self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        if self._view.current:
            painter.fillRect(rect, QColor(tokens.bg))
            painter.fillRect(QRectF(0, 0, rect.width(), px(Space.TINY)), QColor(tokens.accent))
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), QColor(tokens.hair))
        side = px(SMALL)
        draw_sign(
            painter, keeper.theme, QRectF(px(Space.CARD), rect.center().y() - side / 2, side, side), self._view.triage
        )
        end = self._paint_time(painter, rect.adjusted(0, 0, -px(Space.CARD), 0))
        left = px(Space.CARD) + side + px(Space.CONTROL)
        colour = tokens.text if self._view.current else tokens.muted
        ink = Ink(keeper.font(Size.BODY, Weight.CONTROL), colour)
        room = QRectF(left, 0, end - left - px(Space.CONTROL), rect.height())
        rows = wrap(self._view.name, ink.font, room.width(), whole=True)
        write_block(painter, room, [(row, ink) for row in rows])
        painter.end()

    def _paint_time(self, painter: QPainter, rect: QRectF) -> float:
        """Write the minutes at the right end; answers where they begin."""
        px, tokens = self._keeper.px, self._keeper.tokens
        overdue = self._view.counts is TabTime.LATE
        quiet = tokens.text if self._view.current else tokens.muted
        ink = Ink(self._keeper.font(Size.BODY, Weight.TITLE), tokens.on_inv if overdue else quiet)
        width = ink.width(self._view.time)
        if overdue:
            width += px(Space.EDGE)
            block = QRectF(rect.right() - width, rect.center().y() - px(12), width, px(24))
            draw_box(painter, block, Box(tokens.inv, radius=px(Radius.TAG)))
            write(painter, block, self._view.time, ink, Qt.AlignmentFlag.AlignCenter)
        else:
            write(painter, QRectF(rect.right() - width, 0, width, rect.height()), self._view.time, ink)
        return rect.right() - width

    def _name(self) -> None:
        self.setAccessibleName(f"{self._view.name}, {sign_word(self._view.triage)}, {self._view.spoken_time}")
        self.setObjectName(f"tab.{self._view.code}")
        speak_chosen(self, self._view.current)

    def _act(self) -> None:
        self.opened.emit(self._view.code)


class _MoreTab(Pressing, QPushButton):
    """Opens the list of the visits that have no room in the strip."""

    def __init__(self, keeper: ThemeKeeper) -> None:
        super().__init__()
        self._start(keeper)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu_of_visits = Menu(keeper, self)

    def set_count(self, count: int) -> None:
        """Say how many are in the list."""
        self._words = words("widgets.more", count=count)
        self.setAccessibleName(self._words)
        self.setVisible(count > 0)
        self.update()

    def sizeHint(self) -> QSize:
        """104 by 56."""
        return QSize(self._keeper.px(_MORE), self._keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and a chevron."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        write(painter, rect.adjusted(px(Space.CARD), 0, 0, 0), self._words, Ink(self._keeper.font(), tokens.muted))
        place = rect.right() - px(30)
        paint_icon(painter, IconName.CHEVRON_DOWN, place, rect.center().y() - px(8), px(16), tokens.muted)
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), QColor(tokens.hair))
        painter.end()

    def _act(self) -> None:
        self.menu_of_visits.popup(self.mapToGlobal(QPoint(0, self.height())))


class TabStrip(QFrame):
    """The strip, 56 high; ``opened`` carries the code of the visit to show."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without tabs."""
        super().__init__(parent)
        self._keeper = keeper
        self._views: tuple[TabView, ...] = ()
        self._tabs: list[VisitTab] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._more = _MoreTab(keeper)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._more.hide()
        self._beside: Button | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._widths = {_SMALL: 0, _WHOLE: 0}
        keeper.changed.connect(self._measure)

    def add_beside(self, button: Button) -> None:
        """Show a button at the right end, without its words and key where the tabs need that room."""
        self._beside = button
        self._row.addWidget(button)
        self._measure()

    def set_views(self, views: tuple[TabView, ...]) -> None:
        """Show these visits; the current one is always in the strip."""
        if views != self._views:
            self._views = views
            self._show_views()

    def sizeHint(self) -> QSize:
        """56 high; one tab and the list at least."""
        return QSize(self._keeper.px(TAB_WIDTH + _MORE), self._keeper.px(TARGET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for another number of tabs."""
        super().resizeEvent(event)
        self._show_views()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour of the rail and the line below."""
        painter = canvas(self)
        painter.fillRect(self.rect(), QColor(self._keeper.tokens.rail))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._keeper.tokens.hair))
        painter.end()

    def _split(self) -> tuple[list[TabView], list[TabView]]:
        """What is in the strip and what is in the list, both in the order given."""
        tab, width = self._keeper.px(_LEAST), self.width() - self._widths[_SMALL]
        room = max(1, width // tab)
        if room < len(self._views):
            room = max(1, (width - self._keeper.px(_MORE)) // tab)
        seen = sorted(self._views, key=lambda view: (not view.current, view.rank))[:room]
        return [view for view in self._views if view in seen], [view for view in self._views if view not in seen]

    def _measure(self) -> None:
        """How wide the button beside the tabs is, whole and small."""
        if self._beside is not None:
            for face in self._widths:
                self._beside.set_face(face)
                self._widths[face] = self._beside.sizeHint().width()
        self._show_views()

    def _show_views(self) -> None:
        shown, rest = self._split()
        for at, view in enumerate(shown):
            if at == len(self._tabs):
                tab = VisitTab(self._keeper, view)
                tab.opened.connect(self.opened)
                self._row.insertWidget(at, tab)
                self._tabs.append(tab)
            self._tabs[at].set_view(view)
        for at, tab in enumerate(self._tabs):
            tab.setVisible(at < len(shown))
        self._more.set_count(len(rest))
        taken = len(shown) * self._keeper.px(TAB_WIDTH) + self._widths[_WHOLE]
        if self._beside is not None:
            self._beside.set_face(_SMALL if rest or taken > self.width() else _WHOLE)
        menu = self._more.menu_of_visits
        menu.clear()
        for view in rest:
            action = menu.addAction(f"{view.name}  {view.time}")
            action.triggered.connect(lambda _checked=False, code=view.code: self.opened.emit(code))
