"""The rail: places and sections, the current one marked by more than a colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.widgets.brand import Brand
from mavis.ui.widgets.rail import Rail, RailButton, RailView
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_BOARD = RailView("board", "Board", IconName.BOARD, current=True)
_SEND = RailView("send", "Send", IconName.TRAY, badge="3")
_LONG = RailView("safety", "Safety and referrals", digit="6", second="nothing open", tone=Tone.AMBER)


def _rail(qtbot: QtBot, keeper: ThemeKeeper) -> Rail:
    rail = Rail(keeper)
    rail.add_head(Brand(keeper, "Mavis", "made-up data"))
    rail.set_views((_BOARD, _SEND, _LONG))
    rail.add_foot(RailButton(keeper, RailView("lock", "Ruth E.", IconName.PADLOCK, second="lead\nCtrl+L", strong=True)))
    shown(qtbot, rail)
    return rail


def test_a_place_is_opened(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """By mouse and by Enter, with its code."""
    rail = _rail(qtbot, keeper)
    opened: list[str] = []
    rail.opened.connect(opened.append)

    QTest.mouseClick(rail.button("send"), Qt.MouseButton.LeftButton)
    QTest.keyClick(rail.button("safety"), Qt.Key.Key_Return)

    assert opened == ["send", "safety"]


def test_the_current_place_has_a_bar(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Only one has it, and it moves."""
    rail = _rail(qtbot, keeper)
    accent = keeper.tokens.accent.lower()

    def marked() -> list[str]:
        codes = ("board", "send", "safety")
        return [code for code in codes if rail.button(code).grab().toImage().pixelColor(1, 20).name() == accent]

    assert marked() == ["board"]
    rail.set_views((replace(_BOARD, current=False), replace(_SEND, current=True), _LONG))

    assert marked() == ["send"]


def test_long_words_take_more_lines_not_less_words(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Three lines need more than 56; a screen reader hears all parts."""
    rail = _rail(qtbot, keeper)

    assert rail.button("safety").height() > 56
    assert rail.button("safety").accessibleName() == "Safety and referrals, nothing open"
    assert rail.button("send").accessibleName() == "Send, 3"
    assert keeper.tokens.amber_text.lower() in colours(rail.button("safety"))


def test_a_place_that_is_not_offered_is_hidden(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A planner sees fewer places."""
    rail = _rail(qtbot, keeper)

    rail.set_views((_BOARD,))

    assert rail.button("board").isVisible()
    assert not rail.button("send").isVisible()


def test_at_large_text_the_rail_shows_icons_and_says_the_words(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """One short word under each, in letters as large as fit; all words are in the tooltip; the column is narrow."""
    rail = _rail(qtbot, keeper)
    wide = rail.width()

    keeper.set_text_percent(150)
    qtbot.waitUntil(lambda: rail.width() < wide)

    assert rail.width() == 96
    assert rail.button("send").toolTip() == "Send, 3"
    assert rail.button("send").height() == 84
    pictures = []
    for short in ("", "Not sent", "Send everything that waits"):
        rail.set_views((_BOARD, replace(_SEND, short=short), _LONG))
        pictures.append(rail.button("send").grab().toImage())
    bare = pictures.pop()  # for so many words there is no room
    assert all(picture != bare for picture in pictures)
    assert pictures[0] != pictures[1]
