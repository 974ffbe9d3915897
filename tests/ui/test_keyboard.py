"""The keyboard on every page of the night: Tab reads the page, goes back and round; F1 shows its keys."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget

from mavis.ui.pages.help.key_list import KeyList
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.show.scenes import walk
from mavis.ui.widgets.chip import RadioChip
from mavis.ui.widgets.key_cap import KeyCap
from tests.untraced import untraced

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mavis.ui.main_window import MainWindow

_COVERED = {"keys", "veil"}
"""Where any key takes away what lies over the page."""
_KEYLESS = {"visitor"}
"""Where no key but an answer counts, because a visitor has the screen."""
_MOST_LINKS = 9
"""More than any text has before Tab leaves it."""


@untraced()
def test_tab_and_f1_on_every_page_of_the_night(qtbot: QtBot, tmp_path: Path) -> None:
    """At each stop every control is reached once, in the order of reading; once a page backwards as well."""
    places: set[str] = set()
    for scene in walk(tmp_path / "night"):
        assert scene.window.isActiveWindow(), scene.name  # nothing took the keyboard away, not even for a moment
        if scene.place in _COVERED:
            continue
        there = round_trip(scene.window, Qt.Key.Key_Tab)
        assert focused(scene.window) is there[0], (scene.name, there[0].accessibleName())
        assert missed(scene.window, there) == [], scene.name
        assert jumps(there) == [], scene.name
        if not lies_over(scene.window) and scene.place not in _KEYLESS:
            assert keys_shown(scene.window), scene.name
        if scene.place not in places:
            back = round_trip(scene.window, Qt.Key.Key_Backtab)
            assert back == [there[0], *there[:0:-1]], scene.name
        places.add(scene.place)
    assert len(places) > 7
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())


def focused(window: QWidget) -> QWidget:
    """What has the keyboard."""
    return window.focusWidget() or window


def lies_over(window: MainWindow) -> list[Overlay]:
    """What lies over the page."""
    return [one for one in window.findChildren(Overlay) if not one.isHidden()]


def round_trip(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Where a key leads, until it comes to a place for the second time; in a text it leads from link to link first."""
    stops: list[QWidget] = []
    while focused(window) not in stops:
        stops.append(focused(window))
        QTest.keyClick(focused(window), key)
        links = _MOST_LINKS if isinstance(stops[-1], QTextBrowser) else 0
        while focused(window) is stops[-1] and links:
            QTest.keyClick(focused(window), key)
            links -= 1
    return stops


def missed(window: MainWindow, stops: list[QWidget]) -> list[str]:
    """What Tab should reach and does not; under something that lies over the window only that counts.

    Of choices that exclude each other Tab reaches one, and on the way to the next place another one may be chosen.
    """
    over = lies_over(window)
    inside: QWidget = over[0] if over else window
    policy = Qt.FocusPolicy.TabFocus
    wanted = [
        one
        for one in inside.findChildren(QWidget)
        if one.focusPolicy() & policy == policy and one.isVisible() and one.isEnabled() and one.focusProxy() is None
    ]
    chosen_in = {stop.parentWidget() for stop in stops if isinstance(stop, RadioChip)}
    reached = [*stops, *(one for one in wanted if isinstance(one, RadioChip) and one.parentWidget() in chosen_in)]
    return [one.accessibleName() for one in wanted if one not in reached]


def jumps(stops: list[QWidget]) -> list[tuple[str, str]]:
    """Each step within a group that leads neither down nor to the right."""
    found = []
    for one, other in pairwise(stops):
        if one.parentWidget() is other.parentWidget() and not _follows(one, other):
            found.append((one.accessibleName(), other.accessibleName()))
    return found


def _follows(one: QWidget, other: QWidget) -> bool:
    here, there = one.mapTo(one.window(), QPoint(0, 0)), other.mapTo(one.window(), QPoint(0, 0))
    below = there.y() >= here.y() + one.height() // 2
    right = there.x() >= here.x() + one.width() // 2
    return below or right


def keys_shown(window: MainWindow) -> bool:
    """Whether F1 shows a sheet of keys with words, none of them twice, and any key gives the page back as it was."""
    before = focused(window)
    QTest.keyClick(before, Qt.Key.Key_F1)
    (sheet,) = (one for one in window.findChildren(KeyList) if not one.isHidden())
    caps = [one.accessibleName() for one in sheet.findChildren(KeyCap)]
    said = [one.text() for one in sheet.findChildren(QLabel)]
    QTest.keyClick(focused(window), Qt.Key.Key_Escape)
    QApplication.processEvents()
    twice = [keys for keys, times in Counter((*caps, sheet.manual.keys)).items() if times > 1]
    return "F1" in caps and len(said) > len(caps) and not twice and focused(window) is before
