"""A page that scrolls keeps what was asked for in view while it is laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from mavis.ui.widgets.scroller import Scroller, bring_into_view, keep_in_view, show_from_top, show_whole
from tests.ui.looks import shown

if TYPE_CHECKING:
    from collections.abc import Callable

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


@pytest.mark.parametrize("show", [bring_into_view, keep_in_view, show_from_top, show_whole])
def test_a_part_that_is_thrown_away_while_the_page_settles_is_shown_no_more(
    qtbot: QtBot, keeper: ThemeKeeper, show: Callable[[QWidget], None]
) -> None:
    """On a slow machine a list is built anew before the page has its length; nothing touches what is gone."""
    inside = QWidget()
    scroller, part = Scroller(keeper, inside), QWidget(inside)
    shown(qtbot, scroller)
    times: list[int] = []

    def act() -> None:
        show(part)
        times.append(scroller.verticalScrollBar().maximum())

    delete(part)
    scroller.settle_on(act)
    inside.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: len(times) > 1)

    assert scroller.verticalScrollBar().value() == 0
