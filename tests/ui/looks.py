"""What the tests of the screens share: a dressed application and helpers to look at what was painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mavis.ui.look.style import dress
from mavis.ui.look.theme import ThemeKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

_LOOK_MS = 2
_PATIENCE_S = 15


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    """Let the windows work until something is so; ``waitUntil`` looks every 10 ms only, and there are many waits.

    Raises:
        TimeoutError: it never came to be.
    """
    end = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(done)
        qtbot.wait(_LOOK_MS)


def dressed(qapp: QApplication) -> ThemeKeeper:
    """A keeper whose look the application wears."""
    keeper = ThemeKeeper()
    dress(qapp, keeper)
    return keeper


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A window that holds the widgets under each other, on the screen and active."""
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # holds the window until the end of the test
    column = QVBoxLayout(window)
    column.setContentsMargins(16, 16, 16, 16)
    for widget in widgets:
        column.addWidget(widget)
    window.resize(600, 400)
    activate(qtbot, window)
    return window


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Show the window and wait until it takes keys."""
    window.show()
    window.activateWindow()
    until(qtbot, window.isActiveWindow)


def colours(widget: QWidget) -> set[str]:
    """Every colour that is painted anywhere in the widget, as ``#rrggbb``."""
    image = widget.grab().toImage()
    return {_name(image.pixelColor(x, y)) for y in range(image.height()) for x in range(image.width())}


def _name(colour: QColor) -> str:
    return colour.name()
