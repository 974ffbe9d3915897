"""Triage as four signs at once: shape, fill, letter and word; the amount of ink falls with urgency."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Box, Cap, Ink, canvas, cap_width, draw_box, draw_cap, write
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import Theme, ThemeKeeper

LARGE = 56
SMALL = 28
_CHOICE = 60
_CORNER = 0.29
"""How much of a side the corner of an octagon takes."""


class TriageSign(StrEnum):
    """The three categories, and none yet."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NONE = "none"


TONES = {
    TriageSign.RED: Tone.RED,
    TriageSign.AMBER: Tone.AMBER,
    TriageSign.GREEN: Tone.GREEN,
    TriageSign.NONE: Tone.PLAIN,
}
"""The colour of the word under a shape."""


def sign_word(sign: TriageSign) -> str:
    """The word of a category, for example ``RED``."""
    return words(f"widgets.triage.{sign.value}")


def draw_sign(painter: QPainter, theme: Theme, rect: QRectF, sign: TriageSign) -> None:
    """Draw the shape with its letter into a square."""
    _SHAPES[sign](painter, theme, rect)


def _draw_letter(painter: QPainter, theme: Theme, rect: QRectF, sign: TriageSign, colour: str) -> None:
    share = 0.46 if sign is TriageSign.AMBER else 0.54
    size = round(rect.height() * share * 100 / theme.text_percent)
    ink = Ink(theme.sized_font(size, Weight.LETTER), colour)
    drop = rect.height() * 0.14 if sign is TriageSign.AMBER else 0
    write(painter, rect.translated(0, drop), words(f"widgets.letter.{sign.value}"), ink, Qt.AlignmentFlag.AlignCenter)


def _draw_polygon(painter: QPainter, corners: list[QPointF], fill: str, edge: str, width: float) -> None:
    pen = QPen(QColor(edge), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawPolygon(QPolygonF(corners))


def _draw_red(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    tokens = theme.tokens
    inner = rect.adjusted(1, 1, -1, -1)
    cut = inner.width() * _CORNER
    left, top, right, bottom = inner.left(), inner.top(), inner.right(), inner.bottom()
    corners = [
        QPointF(left + cut, top),
        QPointF(right - cut, top),
        QPointF(right, top + cut),
        QPointF(right, bottom - cut),
        QPointF(right - cut, bottom),
        QPointF(left + cut, bottom),
        QPointF(left, bottom - cut),
        QPointF(left, top + cut),
    ]
    _draw_polygon(painter, corners, tokens.red, tokens.red_text, rect.width() / 28)
    _draw_letter(painter, theme, rect, TriageSign.RED, tokens.on_red)


def _draw_amber(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    tokens = theme.tokens
    edge = rect.width() / (18 if tokens.amber_edged else 24)
    inner = rect.adjusted(edge / 2, rect.height() * 0.06, -edge / 2, -rect.height() * 0.06)
    corners = [QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]
    _draw_polygon(painter, corners, tokens.amber, tokens.amber_text, edge)
    _draw_letter(painter, theme, rect, TriageSign.AMBER, tokens.on_amber)


def _draw_green(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    tokens = theme.tokens
    width = rect.width() / 14
    painter.setPen(QPen(QColor(tokens.green), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2 + rect.width() / 40
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
    _draw_letter(painter, theme, rect, TriageSign.GREEN, tokens.green_text)


def _draw_none(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    tokens = theme.tokens
    pen = QPen(QColor(tokens.text), rect.width() / 18.7)
    pen.setDashPattern([2.4, 1.7])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = rect.width() / 12
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
    _draw_letter(painter, theme, rect, TriageSign.NONE, tokens.text)


_SHAPES: dict[TriageSign, Callable[[QPainter, Theme, QRectF], None]] = {
    TriageSign.RED: _draw_red,
    TriageSign.AMBER: _draw_amber,
    TriageSign.GREEN: _draw_green,
    TriageSign.NONE: _draw_none,
}


class TriageShape(QWidget):
    """The shape alone, 28 or 56 large; the word stands beside it or is read by a screen reader."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        sign: TriageSign = TriageSign.NONE,
        *,
        side: int = LARGE,
        parent: QWidget | None = None,
    ) -> None:
        """Show a category at a size in pixels at 100 % text."""
        super().__init__(parent)
        self._keeper = keeper
        self._side = side
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        speak_as(self, Role.Graphic)
        self.setAccessibleName(sign_word(sign))
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def set_sign(self, sign: TriageSign) -> None:
        """Show another category."""
        if sign is not self._sign:
            self._sign = sign
            self.setAccessibleName(sign_word(sign))
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._keeper.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = canvas(self)
        side = self._keeper.px(self._side)
        draw_sign(painter, self._keeper.theme, QRectF(0, 0, side, side), self._sign)
        painter.end()


class TriageChoice(Pressing, QRadioButton):
    """One category to choose: shape, word and round key cap, 60 high; choosing it again takes it back."""

    answered = Signal(bool)
    """A person chose it (True) or took it back (False)."""

    def __init__(self, keeper: ThemeKeeper, sign: TriageSign, keys: str, parent: QWidget | None = None) -> None:
        """Offer a category under a letter."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.addButton(self)
        self._sign = sign
        self._keys = keys
        self._live = True
        self._start(keeper)
        self.setAccessibleName(sign_word(sign))
        self.setObjectName(f"triage.{sign.value}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def sign(self) -> TriageSign:
        """The category it stands for."""
        return self._sign

    def set_live(self, live: bool) -> None:
        """Frame the key cap while triage owns the letters."""
        self._live = live
        self.update()

    def sizeHint(self) -> QSize:
        """60 high, wide enough for shape, word and key."""
        return QSize(self._keeper.px(176), self._keeper.px(_CHOICE))

    def minimumSizeHint(self) -> QSize:
        """A little narrower where the red flags beside it need the room; all words still fit."""
        return QSize(self._keeper.px(166), self._keeper.px(_CHOICE))

    def hitButton(self, place: QPoint) -> bool:
        """The whole control answers to the mouse."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, shape, word and key cap."""
        painter = canvas(self)
        keeper, px = self._keeper, self._keeper.px
        tokens = keeper.tokens
        rect = QRectF(self.rect())
        on = self.isChecked()
        fill, edge, width = (tokens.sel, tokens.accent, px(2)) if on else (tokens.raised, tokens.line, px(1))
        draw_box(painter, rect, Box(fill, edge, width, px(Radius.CONTROL)))
        side = px(40)
        draw_sign(painter, keeper.theme, QRectF(px(10), rect.center().y() - side / 2, side, side), self._sign)
        ink = Ink(keeper.font(Size.LABEL, Weight.CONTROL), tokens.on_sel if on else tokens.text)
        left = px(10) + side + px(Space.CONTROL)
        write(painter, rect.adjusted(left, 0, -px(40), 0), sign_word(self._sign), ink)
        cap = self._cap(ink)
        place = rect.right() - px(14) - cap_width(keeper.theme, self._keys)
        draw_cap(painter, keeper.theme, place, rect.center().y(), cap)
        painter.end()

    def _cap(self, ink: Ink) -> Cap:
        tokens = self._keeper.tokens
        if not self._live:
            return Cap(self._keys, ink.colour if self.isChecked() else tokens.muted)
        if self.isChecked():
            return Cap(self._keys, tokens.on_accent, fill=tokens.accent, round=True)
        return Cap(self._keys, tokens.text, tokens.line, round=True)

    def _act(self) -> None:
        self.answered.emit(self.isChecked())
