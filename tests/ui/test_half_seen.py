"""What the edge of a page cuts in two can be used where it is seen: it stays under the mouse that presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

if TYPE_CHECKING:
    from tests.ui.windows import Hands

LARGE = 150
PAGES = {"": "before_the_night", "N D 2 A 6": "hands", "N Esc F4": "hands"}
"""The keys that lead to a page, and the window that they begin in."""


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest) -> Hands:
    """A page that is longer than the window, with large text."""
    hands: Hands = request.getfixturevalue(PAGES[request.param])
    hands.press(request.param)
    hands.window.keeper.set_text_percent(LARGE)
    QApplication.processEvents()
    return hands


def test_a_press_moves_nothing(page: Hands) -> None:
    """Neither the button at the edge nor the page behind it, so that the release falls on what was pressed."""
    screen = page.window.windowHandle()
    moved, half_seen = [], _half_seen(page)
    for button in half_seen:
        spot = _seen_spot(button)
        before = button.mapTo(page.window, QPoint())
        QTest.mousePress(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        QApplication.processEvents()
        moved += [button.accessibleName()] if button.mapTo(page.window, QPoint()) != before else []
        QTest.mouseRelease(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))

    assert half_seen
    assert moved == []


def _half_seen(hands: Hands) -> list[QAbstractButton]:
    buttons = [one for one in hands.window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    return [one for one in buttons if 4 < one.visibleRegion().boundingRect().height() < one.height()]


def _seen_spot(button: QAbstractButton) -> QPoint:
    return button.mapTo(button.window(), button.visibleRegion().boundingRect().center())
