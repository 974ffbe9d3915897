"""The list of keys that F1 shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mavis.ui.shortcuts import Place, key_list
from mavis.ui.widgets.key_sheet import KeySheet
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.theme import ThemeKeeper


def test_every_key_of_the_place_is_listed(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """With what it does."""
    sheet = KeySheet(keeper, (Place.EVERYWHERE, Place.BOARD))
    shown(qtbot, sheet)

    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {does for _, does in key_list(Place.EVERYWHERE, Place.BOARD)} <= said


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_esc_and_f1_close_it(qtbot: QtBot, keeper: ThemeKeeper, key: Qt.Key) -> None:
    """And the page is told to take the keyboard back."""
    sheet = KeySheet(keeper, (Place.BOARD,))
    shown(qtbot, sheet)

    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, key)

    assert not sheet.isVisible()
