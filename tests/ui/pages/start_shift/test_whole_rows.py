"""On the small screen of a laptop the box for somebody new is seen whole, and no row above it is cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from mavis.system.wording import words
from tests.ui.drawn import cut, marks
from tests.ui.pages.start_shift.test_several_helpers import start_page

if TYPE_CHECKING:
    from mavis.ui.pages.start_shift.page import StartShiftPage
    from tests.ui.windows import Hands


@pytest.fixture
def adding(before_the_night: Hands) -> Hands:
    """The box is open on a screen of 1366 by 768."""
    before_the_night.window.resize(1366, 768)
    before_the_night.click(before_the_night.button(words("start.add_somebody")))
    return before_the_night


def cut_above(page: StartShiftPage) -> list[QWidget]:
    """What the upper edge of the page cuts in two."""
    ground = page.form.parentWidget()
    assert ground is not None
    kinds = (QLabel, QLineEdit, QAbstractButton)
    shown = [part for part in page.form.findChildren(QWidget) if part.isVisible() and isinstance(part, kinds)]
    tops = [(part, part.mapTo(ground, QPoint(0, 0)).y()) for part in shown]
    return [part for part, top in tops if top < 0 < top + part.height()]


def is_whole(page: StartShiftPage) -> bool:
    """Whether the box is seen from its first line to its last."""
    seen: bool = page.form.add.visibleRegion().boundingRect() == page.form.add.rect()
    return seen


def test_no_row_above_the_box_is_cut(adding: Hands) -> None:
    """The labels of the times are gone, and the names of the crew are whole."""
    page = start_page(adding)
    adding.until(lambda: is_whole(page) and not cut_above(page))


def test_the_box_stays_whole_when_it_says_what_is_wrong_and_no_more(adding: Hands) -> None:
    """Its last line is seen as well; a role takes the sentence away, and nothing is cut then either."""
    page = start_page(adding)
    adding.type("Priya S.")
    adding.press("Enter Enter")
    height = page.form.add.height()
    adding.press("Z")
    adding.until(lambda: page.form.add.height() > height and is_whole(page) and not cut_above(page))
    adding.press("W")
    adding.until(lambda: page.form.add.height() == height and is_whole(page) and not cut_above(page))


def test_nothing_is_cut_after_large_text_and_back(adding: Hands) -> None:
    """The head of the page is laid out for the room there is again, clock and all."""
    for percent in (200, 100):
        adding.window.keeper.set_text_percent(percent)
        for _round in range(10):
            QApplication.processEvents()

    assert cut(marks(adding.window)) == []
