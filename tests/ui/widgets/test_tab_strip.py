"""Tabs of open visits: what has no room is in a list, the current one never."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mavis.ui.widgets.tab_strip import TabStrip, TabView, VisitTab
from mavis.ui.widgets.triage import TriageSign
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.theme import ThemeKeeper

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


def test_the_current_visit_is_always_in_the_strip(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """It takes the last place."""
    strip = _strip(qtbot, keeper)

    strip.set_views((*_VIEWS[:6], replace(_VIEWS[6], current=True)))

    assert _seen(strip) == ["tab.K1", "tab.K2", "tab.K7"]


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

    strip.set_views((replace(_VIEWS[0], overdue=True, triage=TriageSign.RED), *_VIEWS[1:]))

    assert keeper.tokens.inv.lower() in colours(tab)
    assert tab.accessibleName() == "K1 man, RED, 1 late"


def test_one_visit_needs_no_list(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The button of the list is gone."""
    strip = _strip(qtbot, keeper)

    strip.set_views(_VIEWS[:1])

    assert _seen(strip) == ["tab.K1"]
    assert strip.findChildren(QMenu)[0].actions() == []
