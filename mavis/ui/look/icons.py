"""Our own line icons, tinted with a colour of the theme and sharp at every pixel ratio."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from mavis.system.resources import resource


class IconName(StrEnum):
    """Every icon; the value is the name of its file in resources/icons. It always stands beside a word."""

    BOARD = "board"
    PEOPLE = "people"
    MOON = "moon"
    PAGE = "page"
    TRAY = "tray"
    SLIDERS = "sliders"
    PADLOCK = "padlock"
    HEARTBEAT = "heartbeat"
    SHIELD = "shield"
    SPEECH_LINES = "speech_lines"
    RETURNING = "returning"
    ALONE = "alone"
    FRIENDS = "friends"
    ALARM = "alarm"
    WARNING = "warning"
    DROP = "drop"
    FLIP_FLOP = "flip_flop"
    BLANKET = "blanket"
    LOLLIPOP = "lollipop"
    BOTTLE = "bottle"
    PHONE = "phone"
    SIGNPOST = "signpost"
    SPEECH = "speech"
    PLUS = "plus"
    CARE_CROSS = "care_cross"
    AMBULANCE = "ambulance"
    TAXI = "taxi"
    NOTE = "note"
    CLOCK = "clock"
    DISK = "disk"
    DISCS = "discs"
    PRINTER = "printer"
    UNDO = "undo"
    TICK = "tick"
    CROSS = "cross"
    MINUS = "minus"
    NOT_DONE = "not_done"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CHEVRON_DOWN = "chevron_down"
    EYE = "eye"
    EYE_CROSSED = "eye_crossed"
    MAGNIFIER = "magnifier"
    KEY = "key"
    HALF_DARK = "half_dark"


@cache
def _drawing(icon: IconName) -> str:
    return resource("icons", f"{icon.value}.svg").read_text(encoding="utf-8")


def icon_pixmap(icon: IconName, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of ``side`` logical pixels on a screen of that pixel ratio; kept in Qt's cache."""
    key = f"mavis/{icon.value}/{colour}/{side}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixels = round(side * ratio)
    made = QPixmap(QSize(pixels, pixels))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    tinted = _drawing(icon).replace("currentColor", colour)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def paint_icon(painter: QPainter, icon: IconName, left: float, top: float, side: int, colour: str) -> None:
    """Draw the icon with its top left corner at a point of the painter's device."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(round(left), round(top), icon_pixmap(icon, colour, side, ratio))
