"""The few strokes that every control is drawn with: boxes, lines of text, key caps."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from mavis.ui.look.tokens import Radius, Size, Space, Weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import Theme

LINE_HEIGHT = 1.25
"""Distance of two lines of text as a multiple of the size of type."""
CAP_HEIGHT = 22
_DOTS = 1.25
"""The dots behind words that go on, with the space before them, in widths of an m."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class Ink(NamedTuple):
    """A font and a colour to write with."""

    font: QFont
    colour: str

    @property
    def line(self) -> float:
        """The height of one line in pixels."""
        return self.font.pixelSize() * LINE_HEIGHT

    def width(self, text: str) -> float:
        """How wide the text is in pixels."""
        return QFontMetricsF(self.font).horizontalAdvance(text)


class Box(NamedTuple):
    """How a rectangle is filled and edged; lengths in pixels of the screen."""

    fill: str = ""
    edge: str = ""
    width: float = 1
    radius: float = 0
    dashed: bool = False


def canvas(widget: QWidget) -> QPainter:
    """A painter for the widget that smooths edges and text."""
    painter = QPainter(widget)
    painter.setRenderHints(_SMOOTH)
    return painter


def draw_box(painter: QPainter, rect: QRectF, box: Box) -> None:
    """Draw the box with its edge wholly inside the rectangle."""
    half = box.width / 2 if box.edge else 0
    inner = rect.adjusted(half, half, -half, -half)
    painter.setBrush(QColor(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    if box.edge:
        pen = QPen(QColor(box.edge), box.width)
        if box.dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
    radius = max(0.0, box.radius - half)
    painter.drawRoundedRect(inner, radius, radius)


def fill(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Fill a rectangle.

    Qt's own fill can be asked for by the name of a gradient too: to see that a colour is none of those 180 names,
    Python would first load them all, for 2 ms of the start.
    """
    draw_box(painter, rect, Box(colour))


def fill_inside(painter: QPainter, rect: QRectF, radius: float, part: QRectF, colour: str) -> None:
    """Fill a part of a round-cornered rectangle, cut off at its corners."""
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    fill(painter, part, colour)
    painter.restore()


def draw_line(painter: QPainter, start: QPointF, end: QPointF, colour: str, width: float = 1) -> None:
    """Draw a straight divider on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(start, end)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def write(painter: QPainter, rect: QRectF, text: str, ink: Ink, align: Qt.AlignmentFlag = _LEFT) -> float:
    """Write one line, shortened with an ellipsis where it does not fit; answers the width it took."""
    metrics = QFontMetricsF(ink.font)
    width, room = metrics.horizontalAdvance(text), rect.width() + 0.5
    if width > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
    painter.setFont(ink.font)
    painter.setPen(QColor(ink.colour))
    painter.drawText(rect, _one_line(align), text)
    return width


@cache
def _one_line(align: Qt.AlignmentFlag) -> int:
    """The flags of a line in its place; Python takes as long to join them as Qt to draw a word."""
    return int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)


def whole_words(text: str, font: QFont, width: float) -> str:
    """As many words from the beginning as fit; for what a person typed, which is shown in full elsewhere.

    It stops at a comma rather than in the middle of a phrase, never in the middle of a word, and draws no ellipsis.
    """
    metrics = QFontMetricsF(font)
    for mark in (", ", " "):
        parts = text.split(mark)
        while len(parts) > 1 and metrics.horizontalAdvance(mark.join(parts)) > width:
            parts.pop()
        kept = mark.join(parts)
        if metrics.horizontalAdvance(kept) <= width:
            return kept
    return ""


def begun_words(text: str, font: QFont, width: float, more: float) -> tuple[str, bool]:
    """All of it where it fits; else the whole words before ``more`` pixels for a sign that there is more, and True.

    For what is told from others by all its words: unlike ``whole_words`` it says that some are left out.
    """
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text, False
    parts = text.split()
    while parts and metrics.horizontalAdvance(" ".join(parts).rstrip(",")) + more > width:
        parts.pop()
    return " ".join(parts).rstrip(","), True


def dots_width(font: QFont) -> float:
    """How wide the three dots of ``draw_dots`` are, with the space before them."""
    return QFontMetricsF(font).horizontalAdvance("m") * _DOTS


def draw_dots(painter: QPainter, left: float, rect: QRectF, ink: Ink) -> None:
    """Three dots behind words that go on elsewhere, from ``left`` on, on the foot of the line in the rectangle."""
    step = dots_width(ink.font) / 4
    radius = step / 4
    foot = rect.center().y() + QFontMetricsF(ink.font).xHeight() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.colour))
    for at in (1, 2, 3):
        painter.drawEllipse(QPointF(left + at * step, foot), radius, radius)


def wrap(
    text: str, font: QFont, width: float, most: int = 2, *, first: float | None = None, whole: bool = False
) -> list[str]:
    """Break text between words into at most so many lines; the last one is shortened where it does not fit.

    The first line may be given less room than the others; ``whole`` shortens to whole words, as ``whole_words`` does.
    """
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        taken, room = 1, width if first is None or lines else first
        while taken < len(rest) and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= room:
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    if rest:
        lines.append(" ".join(rest))
    if whole:
        return [whole_words(line, font, width) for line in lines]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 0.5) for line in lines]


def write_block(painter: QPainter, rect: QRectF, rows: list[tuple[str, Ink]], centred: bool = False) -> None:
    """Write rows under each other, the whole block in the middle of the height of the rectangle."""
    top = rect.center().y() - sum(ink.line for _, ink in rows) / 2
    align = _CENTRED if centred else _LEFT
    for text, ink in rows:
        write(painter, QRectF(rect.left(), top, rect.width(), ink.line), text, ink, align)
        top += ink.line


class Cap(NamedTuple):
    """How a key cap looks: the letters on it, its frame (none when the key is not in use) and its fill."""

    keys: str
    ink: str
    frame: str = ""
    fill: str = ""
    round: bool = False


def _cap_ink(theme: Theme, cap: Cap) -> Ink:
    return Ink(theme.font(Size.CAPTION, Weight.TITLE), cap.ink)


def cap_width(theme: Theme, keys: str) -> float:
    """The width of a key cap in pixels: a square for one letter, wider for ``Ctrl+Z``; 0 without a key."""
    if not keys:
        return 0
    font = theme.font(Size.CAPTION, Weight.TITLE)
    return max(theme.px(CAP_HEIGHT), QFontMetricsF(font).horizontalAdvance(keys) + theme.px(2 * 6))


def draw_cap(painter: QPainter, theme: Theme, left: float, middle: float, cap: Cap) -> float:
    """Draw a key cap beside a point, centred on its height; answers the width it took."""
    if not cap.keys:
        return 0
    height = theme.px(CAP_HEIGHT)
    rect = QRectF(round(left), round(middle - height / 2), round(cap_width(theme, cap.keys)), height)
    radius = theme.px(Radius.ROUND if cap.round else Radius.TAG)
    if cap.frame or cap.fill:
        draw_box(painter, rect, Box(cap.fill, cap.frame, theme.px(1), radius))
    write(painter, rect, cap.keys, _cap_ink(theme, cap), Qt.AlignmentFlag.AlignCenter)
    return rect.width()


def ring_width(theme: Theme) -> int:
    """How far the focus ring reaches beyond the control, in pixels."""
    return 2 * theme.px(3)


def draw_ring(painter: QPainter, theme: Theme, control: QRectF, radius: float = Radius.CONTROL) -> None:
    """Draw the two focus lines around a control; neither covers its own border."""
    tokens = theme.tokens
    step = theme.px(3)
    inner, outer = (tokens.focus_dark, tokens.focus) if tokens.focus_outside else (tokens.focus, tokens.focus_dark)
    for colour, reach in ((inner, step), (outer, 2 * step)):
        rect = control.adjusted(-reach, -reach, reach, reach)
        draw_box(painter, rect, Box("", colour, step, theme.px(radius) + reach))


def gap(theme: Theme, space: Space = Space.CONTROL) -> int:
    """One of the distances of the scale in pixels of the screen."""
    return theme.px(space)
