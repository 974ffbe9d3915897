"""A click on nothing: the keyboard stays where it is, so that no digit typed on becomes a key of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_STEP = 40
"""Pixels between the places of a page that are tried."""


@pytest.mark.parametrize("keys", ["Tab", "N /", "F3", "F8", "F4 Tab"])
def test_a_click_on_nothing_leaves_the_keyboard_where_it_is(hands: Hands, keys: str) -> None:
    """On the board, a visit, people, the settings and the end of a shift: on bare page and on words."""
    hands.press(keys)
    click_on_nothing(hands)


def test_a_click_beside_a_field_at_the_start_of_a_shift_leaves_it_the_keyboard(before_the_night: Hands) -> None:
    """What is typed on goes into the field."""
    before_the_night.press("4")
    click_on_nothing(before_the_night)
    before_the_night.type("10 High Street")

    assert isinstance(before_the_night.focused, QLineEdit)
    assert before_the_night.focused.text() == "10 High Street"


def click_on_nothing(hands: Hands) -> None:
    """Click wherever nothing is to be used, and see that the keyboard stays."""
    before = hands.focused
    bare = [(place, hit) for place in _places(hands.window) if (hit := hands.window.childAt(place)) and _is_bare(hit)]
    assert bare
    for place, hit in bare:
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(hands.window, place))
        QApplication.processEvents()
        assert hands.focused is before, (place, hit)


def _places(window: QWidget) -> list[QPoint]:
    return [QPoint(x, y) for x in range(160, window.width(), _STEP) for y in range(4, window.height() - 64, _STEP)]


def _is_bare(hit: QWidget | None) -> bool:
    """Whether nothing under the mouse, nor what it lies in, is to be used."""
    while hit is not None:
        if hit.focusPolicy() & Qt.FocusPolicy.ClickFocus or isinstance(hit, QLineEdit | QAbstractButton):
            return False
        hit = hit.parentWidget()
    return True
