"""Every widget of the gallery in every theme: big enough to hit, named for a screen reader, nothing cut at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from mavis.ui.look.tokens import TARGET, ThemeName
from tests.ui.gallery import SHEETS
from tests.ui.looks import activate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

pytestmark = pytest.mark.parametrize("sheet", SHEETS)


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("percent", [100, 200])
def test_a_sheet_is_painted(qtbot: QtBot, keeper: ThemeKeeper, sheet: str, name: ThemeName, percent: int) -> None:
    """In each theme and text size, also when they change while it is seen."""
    page = SHEETS[sheet](keeper)
    qtbot.addWidget(page)
    activate(qtbot, page)

    keeper.use(name)
    keeper.set_text_percent(percent)
    qtbot.wait(20)

    image = page.grab().toImage()
    grounds = {keeper.tokens.bg.lower(), keeper.tokens.rail.lower()}
    assert image.pixelColor(3, image.height() // 2 + 100).name() in grounds


def test_everything_to_press_is_big_enough(qtbot: QtBot, keeper: ThemeKeeper, sheet: str) -> None:
    """At least 56 high and 56 wide."""
    page = SHEETS[sheet](keeper)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    activate(qtbot, page)

    small = [
        (button.accessibleName(), button.size().toTuple())
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and (button.height() < TARGET or button.width() < TARGET)
    ]
    assert small == []


def test_everything_with_the_keyboard_has_a_name(qtbot: QtBot, keeper: ThemeKeeper, sheet: str) -> None:
    """What Tab or an arrow can reach says what it is."""
    page = SHEETS[sheet](keeper)
    qtbot.addWidget(page)
    activate(qtbot, page)

    reached = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    unnamed = [
        type(widget).__name__
        for widget in reached
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert reached
    assert unnamed == []
