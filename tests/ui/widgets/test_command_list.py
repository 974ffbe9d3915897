"""The list of commands and of people: each row shows all its words, at every size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.look.icons import IconName
from mavis.ui.widgets.command_list import CommandList, CommandView
from tests.ui.drawn import cut, elided, marks
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_LONG = "born 1998 to 1999, female, 1 night. Last seen 7 November 2026, may be short for Catherine"


@pytest.mark.parametrize(("percent", "lines"), [(100, 2), (200, 3)])
def test_each_row_is_as_high_as_its_words(qtbot: QtBot, keeper: ThemeKeeper, percent: int, lines: int) -> None:
    """What has no room beside the name stands below it, whole; rows of few words are as high as ever."""
    rows = CommandList(keeper, "Found")
    window = shown(qtbot, rows)
    window.resize(1000, 600)
    keeper.set_text_percent(percent)
    rows.show_views([CommandView("Catherine", _LONG, IconName.RETURNING, ("Enter",), _LONG)])
    qtbot.waitUntil(lambda: len([mark for mark in marks(window) if mark.text]) == lines + 1)

    assert elided(marks(window)) == []
    assert cut(marks(window)) == []
    rows.show_views([CommandView("New visit", "", IconName.PLUS, ("N",), "New visit")])
    assert rows.row_height == keeper.px(60)
