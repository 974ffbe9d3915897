"""Buttons: used by mouse, keys and screen reader; press-and-hold only after its second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import ThemeName
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.hold import HOLD_MS
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_LEFT = Qt.MouseButton.LeftButton


def test_every_way_of_pressing_counts_once(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Mouse, Space, Enter, the letter of the page."""
    button = Button(keeper, "Find", icon=IconName.MAGNIFIER, keys="/")
    shown(qtbot, button)
    used: list[None] = []
    button.used.connect(lambda: used.append(None))

    QTest.mouseClick(button, _LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    button.use_by_key()

    assert len(used) == 4


def test_the_button_grows_with_words_and_text_size(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nothing is cut off."""
    button = Button(keeper, "Go")
    shown(qtbot, button)
    small = button.sizeHint()

    button.set_words("Go to the board", IconName.BOARD)
    wide = button.sizeHint()
    keeper.set_text_percent(200)

    assert small.height() == 56
    assert wide.width() > small.width()
    assert button.sizeHint().height() == 112
    assert button.accessibleName() == "Go to the board"


def test_the_main_action_is_filled_in_each_theme(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And follows the theme at once."""
    button = Button(keeper, "New visit")
    shown(qtbot, button)
    button.set_main(True)

    for name in ThemeName:
        keeper.use(name)
        assert keeper.tokens.accent.lower() in colours(button)


def test_a_hold_button_waits_for_its_second(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A click does nothing; holding Space does."""
    button = HoldButton(keeper, "Hold to close", main=True)
    shown(qtbot, button)
    used: list[None] = []
    button.used.connect(lambda: used.append(None))

    QTest.mouseClick(button, _LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert used == []

    with qtbot.waitSignal(button.used, timeout=3 * HOLD_MS):
        QTest.keyPress(button, Qt.Key.Key_Space)
    QTest.keyRelease(button, Qt.Key.Key_Space)

    assert len(used) == 1


def test_the_fill_grows_while_it_is_held(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """So that one sees how long is left; leaving the button ends it."""
    button = HoldButton(keeper, "Hold")
    shown(qtbot, button)

    QTest.mousePress(button, _LEFT)
    qtbot.waitUntil(lambda: button.held > 0.3)
    assert keeper.tokens.sel.lower() in colours(button)
    QTest.mouseRelease(button, _LEFT)

    assert button.held == 0
