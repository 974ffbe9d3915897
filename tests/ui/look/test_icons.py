"""The icons: each has its drawing on the 24 px grid, in one colour, tinted, sharp."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter, QPixmapCache

from mavis.system.resources import resource
from mavis.ui.look.icons import IconName, icon_pixmap, paint_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_names_and_files_agree() -> None:
    """No icon without a drawing, no drawing without a name."""
    files = {path.stem for path in resource("icons").glob("*.svg")}

    assert files == {icon.value for icon in IconName}


@pytest.mark.parametrize("icon", IconName)
def test_a_drawing_keeps_to_the_grid_and_to_one_colour(icon: IconName) -> None:
    """24 px grid, 2 px line, round ends, no colour of its own, no fill."""
    text = resource("icons", f"{icon.value}.svg").read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor" stroke-width="2" stroke-linecap="round"' in text
    assert re.findall(r"#[0-9A-Fa-f]{3,6}", text) == []
    assert 'fill="none"' in text


@pytest.mark.parametrize("icon", IconName)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_tinted_and_sharp(qapp: QApplication, icon: IconName, ratio: float) -> None:
    """Something is drawn, in the asked colour alone, with all the pixels that the screen has."""
    picture = icon_pixmap(icon, "#ff0000", 24, ratio)
    image = picture.toImage()
    side = round(24 * ratio)
    inked = [image.pixelColor(x, y) for x in range(side) for y in range(side) if image.pixelColor(x, y).alpha() > 128]

    assert (image.width(), picture.devicePixelRatio()) == (side, ratio)
    assert inked
    assert {(colour.red() > 250, colour.green(), colour.blue()) for colour in inked} == {(True, 0, 0)}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_painter_draws_every_pixel_of_a_sharp_screen(qapp: QApplication, ratio: float) -> None:
    """Also at one and a half, where a ratio in whole numbers would blur it."""
    side = round(24 * ratio)
    screen = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    screen.setDevicePixelRatio(ratio)
    screen.fill(0)
    painter = QPainter(screen)

    paint_icon(painter, IconName.ALARM, 0, 0, 24, "#ff0000")
    painter.end()

    assert screen == icon_pixmap(IconName.ALARM, "#ff0000", 24, ratio).toImage().convertToFormat(screen.format())


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    """The second time it comes from the cache."""
    QPixmapCache.clear()
    first = icon_pixmap(IconName.TICK, "#ffffff", 16)

    assert icon_pixmap(IconName.TICK, "#ffffff", 16).cacheKey() == first.cacheKey()
    assert icon_pixmap(IconName.TICK, "#000000", 16).cacheKey() != first.cacheKey()
