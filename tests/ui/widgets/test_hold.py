"""Press and hold at a keyboard that repeats a held key, marked as repeated or not, as X sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.main_window import MainWindow
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.hold import HOLD_MS
from mavis.ui.widgets.still_down import REPEAT_MS, StillDown
from tests.ui.looks import activate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_ENTER = Qt.Key.Key_Return
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Bench(QWidget):
    """A button to hold with a key of its own, a field before it and a plain button after it; counts what was done."""

    def __init__(self, keeper: ThemeKeeper) -> None:
        """Nothing was done yet."""
        super().__init__()
        column = QVBoxLayout(self)
        self.field = QLineEdit(self)
        self.hold = HoldButton(keeper, "Hold to close", keys="Ctrl+Enter", parent=self)
        self.other = Button(keeper, "Print", parent=self)
        for part in (self.field, self.hold, self.other):
            column.addWidget(part)
        self.done: list[str] = []
        self.hold.used.connect(lambda: self.done.append("held"))
        self.hold.used.connect(self.other.setFocus)
        self.other.used.connect(lambda: self.done.append("print"))
        key = QShortcut(QKeySequence("Ctrl+Return"), self)
        key.setAutoRepeat(False)
        key.activated.connect(self.hold.use_by_key)


@pytest.fixture
def bench(qtbot: QtBot, keeper: ThemeKeeper) -> Bench:
    """On the screen, the keyboard in the field."""
    made = Bench(keeper)
    qtbot.addWidget(made)
    activate(qtbot, made)
    made.field.setFocus()
    return made


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def repeat(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, ms: int) -> None:
    """The key goes up and down again every 30 ms, as X says it: nothing marks it as repeated."""
    for _ in range(ms // 30):
        QTest.keyRelease(focused(), key, modifier)
        QTest.keyPress(focused(), key, modifier)
        qtbot.wait(30)


def let_go(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    """The key goes up and stays up."""
    app = QApplication.instance()
    assert app is not None
    QTest.keyRelease(focused(), key, modifier)
    qtbot.waitUntil(lambda: not app.findChildren(StillDown))


@pytest.mark.parametrize("by_shortcut", [True, False])
def test_a_held_key_that_repeats_acts_once(qtbot: QtBot, bench: Bench, by_shortcut: bool) -> None:
    """It goes through the repeats, acts once, and no repeat after it reaches the button that has the keyboard then."""
    (bench.field if by_shortcut else bench.hold).setFocus()
    modifier = _CTRL if by_shortcut else _NONE
    QTest.keyPress(focused(), _ENTER, modifier)
    while not bench.done:
        repeat(qtbot, _ENTER, modifier, REPEAT_MS)
    repeat(qtbot, _ENTER, modifier, HOLD_MS * 5 // 4)
    let_go(qtbot, _ENTER, modifier)
    assert (bench.done, focused()) == (["held"], bench.other)

    QTest.keyClick(bench.other, _ENTER)
    assert bench.done == ["held", "print"]


def test_ctrl_that_goes_up_first_lets_no_enter_through(qtbot: QtBot, bench: Bench) -> None:
    """After the hold the fingers leave one after the other."""
    QTest.keyPress(focused(), _ENTER, _CTRL)
    while not bench.done:
        repeat(qtbot, _ENTER, _CTRL, REPEAT_MS)
    QTest.keyRelease(focused(), Qt.Key.Key_Control, _CTRL)
    repeat(qtbot, _ENTER, _NONE, 3 * REPEAT_MS)

    assert bench.done == ["held"]
    let_go(qtbot, _ENTER)


def test_a_key_that_goes_up_early_never_acts(qtbot: QtBot, bench: Bench) -> None:
    """Nor does the fill end while nobody knows yet whether it went up."""
    QTest.keyPress(focused(), _ENTER, _CTRL)
    repeat(qtbot, _ENTER, _CTRL, 2 * REPEAT_MS)
    assert bench.hold.held > 0
    let_go(qtbot, _ENTER, _CTRL)
    qtbot.wait(HOLD_MS)

    assert (bench.done, bench.hold.held) == ([], 0)


def test_another_key_after_the_hold_counts_at_once(qtbot: QtBot, bench: Bench) -> None:
    """Should the laptop never hear that the key went up, nothing is kept from the person."""
    QTest.keyPress(focused(), _ENTER, _CTRL)
    qtbot.waitUntil(lambda: bench.done == ["held"], timeout=3 * HOLD_MS)
    QTest.keyClick(focused(), Qt.Key.Key_Space)

    assert bench.done == ["held", "print"]


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_tap_says_what_to_do(qtbot: QtBot, keeper: ThemeKeeper, by_mouse: bool) -> None:
    """In the bottom line, where it is read out too."""
    window = MainWindow(keeper)
    qtbot.addWidget(window)
    button = HoldButton(keeper, "Hold to close", parent=window)
    window.show_page(button)
    activate(qtbot, window)
    button.setFocus()
    if by_mouse:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: window.status.slot.accessibleName() == words("widgets.hold_longer"))
    QApplication.sendEvent(button, QStatusTipEvent(""))
    assert window.status.slot.accessibleName() == words("widgets.hold_longer")
