"""A list below a search field is walked and used from both of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.look.icons import IconName
from mavis.ui.pages.shared.searched_list import SearchedList
from mavis.ui.widgets.command_list import CommandList, CommandView
from mavis.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_KEY = Qt.Key


class _Page(QWidget):
    """A field, and below it three rows."""

    def __init__(self, keeper: ThemeKeeper) -> None:
        """Write down what is used and how often another row is chosen."""
        super().__init__()
        self.field = SearchField(keeper, "Find", "a word", "", IconName.MAGNIFIER, self)
        self.rows = CommandList(keeper, "Found", self)
        self.rows.show_views([CommandView(name, "", IconName.KEY, (), name) for name in ("one", "two", "three")])
        self.used: list[int] = []
        self.moves = 0
        self.rows.used.connect(self.used.append)
        SearchedList(self.field, self.rows).moved.connect(self._count)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.rows)

    def _count(self) -> None:
        self.moves += 1


@pytest.fixture
def page(qtbot: QtBot, keeper: ThemeKeeper) -> _Page:
    """The page, shown."""
    made = _Page(keeper)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("where", ["field", "rows"])
def test_arrows_choose_and_enter_uses(page: _Page, where: str) -> None:
    """Beyond the last row comes the first; nothing is typed."""
    for key in (_KEY.Key_Down, _KEY.Key_Up, _KEY.Key_Up, _KEY.Key_Return):
        QTest.keyClick(getattr(page, where), key)
    assert (page.used, page.moves, page.field.text()) == ([2], 3, "")


def test_a_letter_in_the_list_goes_to_the_field(page: _Page) -> None:
    """Whoever walked down types on without going back."""
    page.rows.setFocus()
    QTest.keyClicks(page.rows, "k")
    assert (page.field.text(), page.field.hasFocus()) == ("k", True)
