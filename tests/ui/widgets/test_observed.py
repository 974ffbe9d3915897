"""Value boxes, the score panel and the trend: what they show, and what a screen reader is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mavis.ui.look.tokens import ThemeName, Tone
from mavis.ui.widgets.score_panel import ScorePanel, ScoreView
from mavis.ui.widgets.trend import Trend, TrendPoint
from mavis.ui.widgets.value_box import ValueBox, ValueView
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_PULSE = ValueView("pulse", "Pulse", "p", "112", "/min", points=2)


@pytest.mark.parametrize("name", ThemeName)
def test_points_have_more_ink_the_worse_they_are(qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName) -> None:
    """2 is filled amber, 3 red, 0 and 1 are framed; none are no tag at all."""
    keeper.use(name)
    box = ValueBox(keeper, replace(_PULSE, points=None))
    shown(qtbot, box)
    tokens = keeper.tokens
    bare = colours(box)
    for points, fill in ((0, ""), (1, ""), (2, tokens.amber), (3, tokens.red)):
        box.set_view(replace(_PULSE, points=points))
        found = colours(box)
        assert (fill.lower() in found) or not fill
        assert len(found) >= len(bare)


def test_a_box_is_read_out_and_asks_for_its_value(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Name, value, unit and points; "not taken" where there is none."""
    box = ValueBox(keeper, _PULSE)
    shown(qtbot, box)
    assert (box.accessibleName(), box.accessibleDescription()) == ("Pulse 112 /min", "2 points")
    with qtbot.waitSignal(box.wanted) as wanted:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert wanted.args == ["pulse"]
    box.set_view(replace(_PULSE, value="", points=1))
    assert (box.accessibleName(), box.accessibleDescription()) == ("Pulse not taken", "1 point")


def test_an_odd_value_is_edged(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """As a warning: it is kept."""
    box = ValueBox(keeper, replace(_PULSE, points=None))
    shown(qtbot, box)
    assert keeper.tokens.amber_text.lower() not in colours(box)
    box.set_view(replace(_PULSE, points=None, odd=True))
    assert keeper.tokens.amber_text.lower() in colours(box)


@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.AMBER, Tone.RED])
def test_the_panel_is_as_loud_as_its_score(qtbot: QtBot, keeper: ThemeKeeper, tone: Tone) -> None:
    """And is read as one text."""
    panel = ScorePanel(keeper)
    shown(qtbot, panel)
    panel.set_view(ScoreView("9", "NEWS2 9, high", "Call 999.", "Last time 7.", tone))
    tokens = keeper.tokens
    edge = {Tone.PLAIN: tokens.line, Tone.AMBER: tokens.amber_text, Tone.RED: tokens.red}[tone]

    assert panel.accessibleName() == "NEWS2 9, high. Call 999. Last time 7."
    assert edge.lower() in colours(panel)


def test_the_trend_is_told_in_a_sentence(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The last eight totals with their times; without any it says nothing."""
    trend = Trend(keeper)
    shown(qtbot, trend)
    assert trend.accessibleDescription() == ""
    empty = colours(trend)
    trend.set_points([TrendPoint(total, f"2{total}:00") for total in range(10)])

    assert trend.accessibleDescription().startswith("NEWS2 tonight: 2 at 22:00")
    assert colours(trend) - empty
