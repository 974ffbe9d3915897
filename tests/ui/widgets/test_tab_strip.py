"""Tabs of open visits: what has no room is in a list, the current one never."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mavis.ui.look.icons import IconName
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.tab_strip import TabStrip, TabTime, TabView, VisitTab
from mavis.ui.widgets.triage import TriageSign
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_VIEWS = tuple(TabView(f"K{number}", "man", TriageSign.GREEN, number) for number in range(1, 8))


def _strip(qtbot: QtBot, keeper: ThemeKeeper) -> TabStrip:
    strip = TabStrip(keeper)
    window = shown(qtbot, strip)
    window.resize(952, 200)
    strip.set_views(_VIEWS)
    qtbot.waitUntil(lambda: strip.width() == 920)
    return strip


def _seen(strip: TabStrip) -> list[str]:
    return [tab.objectName() for tab in strip.findChildren(VisitTab) if tab.isVisible()]


def test_three_tabs_fit_and_the_rest_is_listed(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """As on the 1366 screen: three, and four more."""
    strip = _strip(qtbot, keeper)

    assert _seen(strip) == ["tab.K1", "tab.K2", "tab.K3"]
    assert len(strip.findChildren(QMenu)[0].actions()) == 4


def test_the_current_visit_and_the_most_pressing_are_in_the_strip_and_keep_their_order(
    qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    """Whoever came first stands first, however pressing the others are."""
    strip = _strip(qtbot, keeper)

    strip.set_views(tuple(replace(view, rank=7 - view.minutes, current=view.code == "K4") for view in _VIEWS))
    assert _seen(strip) == ["tab.K4", "tab.K6", "tab.K7"]
    strip.set_views((*_VIEWS[:6], replace(_VIEWS[6], current=True)))
    assert _seen(strip) == ["tab.K1", "tab.K2", "tab.K7"]


def test_a_button_beside_the_tabs_gives_its_words_up_before_it_goes(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """There is room for one tab more or less, and always for a plus."""
    strip = _strip(qtbot, keeper)
    button = Button(keeper, "New visit", icon=IconName.PLUS, keys="Ctrl+N")
    strip.add_beside(button)
    widths = []
    for many in (1, 3, 7):
        strip.set_views(_VIEWS[:many])
        qtbot.waitUntil(lambda: button.width() == button.sizeHint().width())
        widths.append(button.width())
        assert button.isVisible()

    assert widths[0] > 2 * widths[1]
    assert widths[1] == widths[2]


def test_a_visit_is_opened_from_the_strip_and_from_the_list(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Both say the code."""
    strip = _strip(qtbot, keeper)
    opened: list[str] = []
    strip.opened.connect(opened.append)

    QTest.mouseClick(strip.findChildren(VisitTab)[1], Qt.MouseButton.LeftButton)
    strip.findChildren(QMenu)[0].actions()[0].trigger()

    assert opened == ["K2", "K4"]


def test_overdue_minutes_are_inverted(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And said as late."""
    strip = _strip(qtbot, keeper)
    tab = strip.findChildren(VisitTab)[0]
    assert keeper.tokens.inv.lower() not in colours(tab)

    strip.set_views((replace(_VIEWS[0], counts=TabTime.LATE, triage=TriageSign.RED), *_VIEWS[1:]))

    assert keeper.tokens.inv.lower() in colours(tab)
    assert tab.accessibleName() == "K1 man, RED, check overdue 1 min"


@pytest.mark.parametrize(
    ("counts", "seen", "heard"),
    [
        (TabTime.LEFT, "in 4 min", "next check in 4 min"),
        (TabTime.LATE, "4 late", "check overdue 4 min"),
        (TabTime.WAITING, "here 4 min", "no triage yet, here 4 min"),
        (TabTime.GONE, "has left", "has left"),
    ],
)
def test_the_minutes_say_what_they_count(keeper: ThemeKeeper, counts: TabTime, seen: str, heard: str) -> None:
    """To the eye in two or three words, to the ear in full."""
    tab = VisitTab(keeper, TabView("K1", "man", TriageSign.NONE, 4, counts))

    assert tab.view.time == seen
    assert tab.accessibleName().endswith(f", {heard}")
    tab.deleteLater()


def test_one_visit_needs_no_list(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The button of the list is gone."""
    strip = _strip(qtbot, keeper)

    strip.set_views(_VIEWS[:1])

    assert _seen(strip) == ["tab.K1"]
    assert strip.findChildren(QMenu)[0].actions() == []
