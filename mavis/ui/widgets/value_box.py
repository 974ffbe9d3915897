"""One measured value as a box: its name with its letter underlined, the number large, its unit, its NEWS2 points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, draw_line, write
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 84
_TAG = 26
_WORST, _BAD = 3, 2
_NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class ValueView:
    """What a box shows: ``points`` are None where NEWS2 gives none; ``odd`` asks for a second look."""

    code: str
    name: str
    key: str
    value: str = ""
    unit: str = ""
    points: int | None = None
    odd: bool = False


class ValueBox(Pressing, QPushButton):
    """A box, 84 high; using it asks for its value to be typed."""

    wanted = Signal(str)
    """The code of the value to type."""

    def __init__(self, keeper: ThemeKeeper, view: ValueView, parent: QWidget | None = None) -> None:
        """Show a value."""
        super().__init__(parent)
        self._view = view
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speak()

    @property
    def view(self) -> ValueView:
        """What it shows now."""
        return self._view

    def set_view(self, view: ValueView) -> None:
        """Show another value in the same place."""
        if view != self._view:
            self._view = view
            self._speak()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the name, and for the number with its unit and points."""
        px = self._keeper.px
        number = Ink(self._keeper.font(Size.NUMBER, Weight.TITLE), "").width(self._view.value or _NOTHING)
        unit = Ink(self._keeper.font(Size.BODY), "").width(self._view.unit)
        name = Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), "").width(self._view.name)
        below = number + px(Space.TINY) + unit + px(Space.CONTROL + _TAG)
        return QSize(round(max(name, below) + px(2 * Space.CARD)), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, number, unit and points."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        edge, width = (tokens.amber_text, px(2)) if self._view.odd else (tokens.line, px(1))
        draw_box(painter, rect, Box(tokens.sel if self.isDown() else tokens.raised, edge, width, px(Radius.CONTROL)))
        left = px(Space.CARD)
        self._paint_name(painter, QRectF(left, px(Space.CONTROL), rect.width() - 2 * left, px(20)))
        number = Ink(self._keeper.font(Size.NUMBER, Weight.TITLE), tokens.text)
        base = QRectF(left, px(36), rect.width() - 2 * left, px(40))
        taken = write(painter, base, self._view.value or _NOTHING, number)
        unit = Ink(self._keeper.font(Size.BODY), tokens.muted)
        write(painter, base.adjusted(taken + px(Space.TINY), px(6), 0, px(6)), self._view.unit, unit)
        if self._view.points is not None:
            self._paint_points(painter, QRectF(rect.right() - px(Space.CARD + _TAG), px(44), px(_TAG), px(_TAG)))
        painter.end()

    def _paint_name(self, painter: QPainter, rect: QRectF) -> None:
        ink = Ink(self._keeper.font(Size.CAPTION, Weight.CONTROL), self._keeper.tokens.muted)
        write(painter, rect, self._view.name, ink)
        metrics = QFontMetricsF(ink.font)
        for letter in self._view.key:
            at = self._view.name.lower().find(letter.lower())
            left = rect.left() + metrics.horizontalAdvance(self._view.name[:at])
            right = left + metrics.horizontalAdvance(self._view.name[at])
            below = rect.bottom() - self._keeper.px(1)
            draw_line(painter, QPointF(left, below), QPointF(right, below), ink.colour, self._keeper.px(2))

    def _paint_points(self, painter: QPainter, rect: QRectF) -> None:
        """0 and 1 framed, 2 amber, 3 red: the more, the more ink."""
        tokens, points = self._keeper.tokens, self._view.points or 0
        fill, ink = {_BAD: (tokens.amber, tokens.on_amber), _WORST: (tokens.red, tokens.on_red)}.get(
            points, ("", tokens.text)
        )
        draw_box(painter, rect, Box(fill, fill or tokens.line, self._keeper.px(1), self._keeper.px(Radius.TAG)))
        number = Ink(self._keeper.font(Size.CAPTION, Weight.TITLE), ink)
        write(painter, rect, str(points), number, Qt.AlignmentFlag.AlignCenter)

    def _speak(self) -> None:
        view = self._view
        value = f"{view.value} {view.unit}" if view.value else words("observations.not_taken")
        self.setAccessibleName(f"{view.name} {value}")
        points = "" if view.points is None else words("observations.points", n=view.points)
        self.setAccessibleDescription(points)
        self.setObjectName(f"value.{view.code}")

    def _act(self) -> None:
        self.wanted.emit(self._view.code)
