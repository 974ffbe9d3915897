"""A page that scrolls keeps what was asked for in view while it is laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mavis.ui.widgets.scroller import Scroller
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


def test_what_was_asked_for_is_shown_again_when_the_page_grows(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Once when all is quiet, and once more for each change of the length until the page has settled."""
    inside = QWidget()
    scroller = Scroller(keeper, inside)
    shown(qtbot, scroller)
    times: list[int] = []

    scroller.settle_on(lambda: times.append(scroller.verticalScrollBar().maximum()))
    inside.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: len(times) > 1)

    assert times[-1] > 1000
