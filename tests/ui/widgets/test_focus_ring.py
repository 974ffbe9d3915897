"""The focus ring: two lines around what has the keyboard, outside its border, wherever it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mavis.ui.look.painting import ring_width
from mavis.ui.look.tokens import ThemeName
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.dressed import Line
from mavis.ui.widgets.focus_ring import FocusRing
from mavis.ui.widgets.scroller import Scroller
from tests.ui.looks import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


@pytest.fixture
def ring(qapp: QApplication, keeper: ThemeKeeper) -> Iterator[FocusRing]:
    """A ring that follows the focus during one test."""
    made = FocusRing(keeper, qapp)
    yield made
    qapp.focusChanged.disconnect()
    made.deleteLater()


@pytest.mark.usefixtures("ring")
@pytest.mark.parametrize("name", ThemeName)
def test_the_two_lines_lie_outside_the_control(qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName) -> None:
    """Three pixels each; in the dark themes the yellow one is outside, in the light one the dark one."""
    keeper.use(name)
    button = Button(keeper, "Plain")
    window = shown(qtbot, button)
    button.setFocus()
    qtbot.wait(20)
    middle = button.mapTo(window, QPoint(0, button.height() // 2))
    image = window.grab().toImage()
    near, far = (image.pixelColor(middle - QPoint(step, 0)).name() for step in (2, 5))

    tokens = keeper.tokens
    inner, outer = (tokens.focus_dark, tokens.focus) if tokens.focus_outside else (tokens.focus, tokens.focus_dark)
    assert (near, far) == (inner.lower(), outer.lower())


@pytest.mark.usefixtures("ring")
def test_the_ring_moves_with_the_control_and_with_the_focus(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """It never stays behind."""
    first, second = Button(keeper, "One"), Button(keeper, "Two")
    window = shown(qtbot, first, second)
    yellow = keeper.tokens.focus.lower()

    def around(button: QPushButton) -> bool:
        place = button.mapTo(window, QPoint(-5, button.height() // 2))
        return window.grab().toImage().pixelColor(place).name() == yellow

    first.setFocus()
    qtbot.waitUntil(lambda: around(first))
    second.setFocus()
    qtbot.waitUntil(lambda: around(second) and not around(first))
    second.move(second.x() + 40, second.y())
    qtbot.waitUntil(lambda: around(second))
    second.hide()
    qtbot.waitUntil(lambda: not around(second))


@pytest.mark.usefixtures("ring")
def test_a_control_out_of_view_is_scrolled_into_view(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Together with its ring."""
    area = QScrollArea()
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [Button(keeper, str(number)) for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inside)
    shown(qtbot, area)

    buttons[-1].setFocus()

    assert area.viewport().rect().contains(buttons[-1].mapTo(area.viewport(), buttons[-1].rect().center()))


@pytest.mark.usefixtures("ring")
def test_a_field_is_scrolled_into_view_whole(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Not the line of its words alone, which would cut the ring at the top."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    lines = [Line(keeper, inside) for _ in range(20)]
    for line in lines:
        line.setFixedHeight(56)
        column.addWidget(line)
    area = Scroller(keeper, inside)
    shown(qtbot, area)
    area.verticalScrollBar().setValue(lines[6].y() + 20)

    lines[6].setFocus()

    assert lines[6].mapTo(area.viewport(), QPoint(0, 0)).y() >= ring_width(keeper.theme)


@pytest.mark.usefixtures("ring")
def test_a_page_that_goes_away_takes_its_ring_along(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The next focus finds no trace of it."""
    page, button = QWidget(), Button(keeper, "Stays")
    QVBoxLayout(page).addWidget(inner := Button(keeper, "Goes"))
    shown(qtbot, page, button)
    inner.setFocus()

    page.deleteLater()
    qtbot.wait(20)
    button.setFocus()

    assert button.hasFocus()


@pytest.mark.usefixtures("ring")
def test_the_ring_is_not_cut_at_the_edge_of_the_window(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """It goes inside the control there."""
    window = shown(qtbot)
    button = Button(keeper, "Edge", parent=window)
    button.adjustSize()
    button.show()
    button.setFocus()
    qtbot.wait(20)

    assert window.grab().toImage().pixelColor(1, 28).name() == keeper.tokens.focus.lower()


@pytest.mark.usefixtures("ring")
def test_a_button_that_is_half_seen_does_what_it_says_where_it_is_pressed(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nothing scrolls between the press and the release of a mouse; the next key brings it into view."""
    inside, used = QWidget(), list[int]()
    column = QVBoxLayout(inside)
    buttons = [Button(keeper, str(number)) for number in range(20)]
    for number, button in enumerate(buttons):
        button.used.connect(lambda at=number: used.append(at))
        column.addWidget(button)
    scroller = Scroller(keeper, inside)
    window = shown(qtbot, scroller)
    bar, view = scroller.verticalScrollBar(), scroller.viewport()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    half = next(one for one in buttons if one.visibleRegion().boundingRect().height() < one.height())
    edge = half.mapTo(window, half.visibleRegion().boundingRect().center())

    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    still = bar.value()
    QTest.keyClick(half, Qt.Key.Key_Shift)

    assert (used, still, half.hasFocus()) == ([buttons.index(half)], 0, True)
    assert view.rect().contains(half.mapTo(view, half.rect().bottomLeft()))
