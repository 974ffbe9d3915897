"""The tally buttons: one tap counts a bottle of water; a small dot means nobody counted tonight, which is not 0.

A dash in its place reads as a button that takes one off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, draw_line, write
from mavis.ui.look.tokens import Radius, Size, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 80
_ICON = 24
_NOT_COUNTED = "\N{MIDDLE DOT}"


@dataclass(frozen=True, slots=True)
class TallyView:
    """One counter: its code, icon, name, letter and count (None is not counted)."""

    code: str
    icon: IconName
    words: str
    key: str = ""
    count: int | None = None
    countable: bool = True
    """False for *More*, which opens the other counters and shows no count."""


class TallyButton(Pressing, QPushButton):
    """A counter, 80 high; ``counted`` carries its code, and so does ``taken_off``."""

    counted = Signal(str)
    taken_off = Signal(str)
    """It was pressed with the right button of the mouse, or with Shift and its letter."""

    def __init__(self, keeper: ThemeKeeper, view: TallyView, parent: QWidget | None = None) -> None:
        """Show a counter."""
        super().__init__(parent)
        self._view = view
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def view(self) -> TallyView:
        """What it shows now."""
        return self._view

    def set_view(self, view: TallyView) -> None:
        """Show another count in the same place."""
        if view != self._view:
            self._view = view
            self._name()
            self.update()

    def take_off(self) -> None:
        """Ask for one less."""
        if self._view.countable:
            self.taken_off.emit(self._view.code)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button takes one off."""
        if event.button() is Qt.MouseButton.RightButton:
            self.take_off()
        else:
            super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        """80 high, wide enough for icon and three digits."""
        name = Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), "").width(self._view.words)
        return QSize(round(max(self._keeper.px(84), name + self._keeper.px(22))), self._keeper.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, count and name."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        fill = tokens.sel if self.isDown() else tokens.raised
        draw_box(painter, rect, Box(fill, tokens.line, px(1), px(Radius.CONTROL)))
        paint_icon(painter, self._view.icon, px(11), px(9), px(_ICON), tokens.muted)
        if self._view.countable:
            count = _NOT_COUNTED if self._view.count is None else str(self._view.count)
            colour = tokens.muted if self._view.count is None else tokens.text
            ink = Ink(self._keeper.font(Size.TITLE, Weight.TITLE), colour)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, QRectF(0, px(8), rect.width() - px(10), px(30)), count, ink, right)
        self._paint_name(painter, QRectF(px(11), px(50), rect.width() - px(16), px(20)))
        painter.end()

    def _paint_name(self, painter: QPainter, rect: QRectF) -> None:
        ink = Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), self._keeper.tokens.text)
        write(painter, rect, self._view.words, ink)
        at = self._view.words.lower().find(self._view.key.lower()) if self._view.key else -1
        if at < 0:
            return
        metrics = QFontMetricsF(ink.font)
        left = rect.left() + metrics.horizontalAdvance(self._view.words[:at])
        right = left + metrics.horizontalAdvance(self._view.words[at])
        below = rect.bottom() - self._keeper.px(1)
        draw_line(painter, QPointF(left, below), QPointF(right, below), ink.colour, self._keeper.px(2))

    def _name(self) -> None:
        count = "" if self._view.count is None else f" {self._view.count}"
        self.setAccessibleName(f"{self._view.words}{count}")
        unknown = self._view.countable and self._view.count is None
        self.set_tip(_how_to_take_off(self._view))
        self.setAccessibleDescription(words("widgets.not_counted") if unknown else self.toolTip())
        self.setObjectName(f"tally.{self._view.code}")

    def _act(self) -> None:
        self.counted.emit(self._view.code)


def _how_to_take_off(view: TallyView) -> str:
    """Said where there is one to take off."""
    if not view.count:
        return ""
    return words("widgets.take_off", keys=f"Shift+{view.key}") if view.key else words("widgets.take_off_by_mouse")
