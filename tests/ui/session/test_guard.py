"""What counts as somebody at the screen: each key, also one that is a shortcut, each click, the wheel and a touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.windows import Hands


def wait(hands: Hands, seconds: int) -> None:
    """Let the time go by in halves, for a laptop that nobody asks for so long has slept."""
    for _ in range(2):
        hands.idle.advance(seconds=seconds / 2)
        hands.session.guard.look()


@pytest.mark.parametrize("key", ["M", "F5", "F6", "Ctrl+D", "Down", "Tab", "Esc", "Ctrl+Shift+Z"])
def test_use_keeps_the_screen_open(hands: Hands, key: str) -> None:
    """A key every fifty seconds for ten minutes; one that leads to another page or does nothing is a use, too."""
    for _ in range(12):
        wait(hands, seconds=50)
        assert not hands.window.veiled
        hands.press(key)

    assert hands.shown.session is not None


def test_a_hand_that_uses_no_key_keeps_the_screen_open(hands: Hands) -> None:
    """The wheel, the second press of a double click, and a finger that is drawn over the screen."""
    finger, screen, spot = QTest.createTouchDevice(), hands.window.windowHandle(), QPoint(700, 60)
    QTest.touchEvent(screen, finger).press(0, spot, screen).commit()
    uses: list[Callable[[], object]] = [
        lambda: QTest.wheelEvent(screen, QPointF(spot), QPoint(0, 120)),
        lambda: QTest.mouseDClick(screen, Qt.MouseButton.LeftButton, pos=spot),
        lambda: QTest.touchEvent(screen, finger).move(0, spot + QPoint(0, 9), screen).commit(),
    ]
    for use in uses:
        hands.press("M")
        wait(hands, seconds=50)
        use()
        QApplication.processEvents()
        wait(hands, seconds=50)
        assert not hands.window.veiled

    QTest.touchEvent(screen, finger).release(0, spot, screen).commit()
