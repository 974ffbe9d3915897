"""Tests of the questions that stay in sight when the page of a visit is laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.steps.column import row_in_use
from tests.ui.windows import rest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.windows import Hands

_FAR_DOWN = "N 6 G B N A T Enter"
"""Keeping safe, abuse at home: the question after what was noticed is below the first leaf."""
_SETTLED_MS = 300


@pytest.fixture
def row(hands: Hands) -> QWidget:
    """The row whose letters count, far below the top of its section."""
    for key in _FAR_DOWN.split():
        hands.press(key)
        hands.settle()
    rest(hands, _SETTLED_MS)
    row = row_in_use(hands.page)
    assert row is not None
    return row


def _is_whole(row: QWidget) -> bool:
    return row.visibleRegion().boundingRect() == row.rect()


def test_other_colours_scroll_nothing(hands: Hands, row: QWidget) -> None:
    """Whoever answers on sees the question that is answered."""
    bar = hands.page.scroller.verticalScrollBar()
    before = bar.value()
    hands.window.keeper.use(ThemeName.LIGHT)
    rest(hands, _SETTLED_MS)

    assert bar.value() == before
    assert _is_whole(row)


@pytest.mark.parametrize("percent", [125, 150, 200])
def test_another_text_size_keeps_the_question_in_use_in_sight(hands: Hands, row: QWidget, percent: int) -> None:
    """And so does the way back to small text."""
    for size in (percent, 100):
        hands.window.keeper.set_text_percent(size)
        QApplication.processEvents()
        rest(hands, _SETTLED_MS)

        assert row_in_use(hands.page) is row
        assert _is_whole(row), size
