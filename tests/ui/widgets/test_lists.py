"""Timeline, closed visits, things to put right, people, pages: rows that are read or used."""

from __future__ import annotations

from math import atan, degrees
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Size, ThemeName
from mavis.ui.widgets.page_preview import PagePreview, Sheet
from mavis.ui.widgets.person_tile import PersonTile, PersonView
from mavis.ui.widgets.row import ActionRow, ActionView, ClosedRow, ClosedView, PickRow
from mavis.ui.widgets.timeline import TimelineList, TimelineView
from mavis.ui.widgets.triage import TriageSign
from tests.ui.drawn import cut, elided, marks
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_PIXEL_MM, _TWO_METRES_MM = 309.9 / 1366, 2000
_ARRIVED = TimelineView("01:04", IconName.PLUS, "Arrived", "with street pastors")
_NOTE = TimelineView("01:06", IconName.NOTE, "Found asleep in a doorway of a long, long street near the sea front")


def test_the_timeline_is_read_row_by_row(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Each row says time, event and detail; long words get more lines."""
    timeline = TimelineList(keeper, "Timeline")
    window = shown(qtbot, timeline)
    window.resize(328, 400)

    timeline.set_views((_NOTE, _ARRIVED))
    qtbot.waitUntil(lambda: timeline.visualRect(timeline.model().index(1, 0)).top() > 60)

    said = [timeline.model().index(row, 0).data() for row in range(timeline.model().rowCount())]
    assert said[1] == "01:04, Arrived, with street pastors"
    assert timeline.view_at(0) is _NOTE
    assert keeper.tokens.muted.lower() in colours(timeline)


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_time_and_words_of_the_timeline_are_read_from_two_metres(
    qtbot: QtBot, keeper: ThemeKeeper, percent: int
) -> None:
    """Their capitals are five minutes of arc on a 14-inch screen, in the width of the column; no line is cut."""
    keeper.set_text_percent(percent)
    timeline = TimelineList(keeper, "Timeline")
    timeline.setFixedWidth(keeper.px(296))
    window = shown(qtbot, timeline)
    window.resize(keeper.px(328), keeper.px(400))
    timeline.set_views((_NOTE, _ARRIVED))
    qtbot.waitUntil(lambda: timeline.visualRect(timeline.model().index(1, 0)).top() > 60)

    large = {mark.text: mark.pixels for mark in marks(window)}

    assert elided(marks(window)) == []
    assert _NOTE.words == " ".join(text for text in large if text and text in _NOTE.words)
    assert {large["01:06"], large["01:04"], large["Arrived"]} == {keeper.px(Size.LABEL)}
    assert large["with street pastors"] == keeper.px(Size.CAPTION)
    capital = QFontMetricsF(keeper.font(Size.LABEL)).capHeight() * _PIXEL_MM
    assert degrees(atan(capital / _TWO_METRES_MM)) * 60 >= 5


def test_a_new_event_comes_in_on_top(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Without throwing the other rows away."""
    timeline = TimelineList(keeper, "Timeline")
    shown(qtbot, timeline)
    timeline.set_views((_ARRIVED,))
    resets: list[None] = []
    timeline.model().modelReset.connect(lambda: resets.append(None))

    with qtbot.waitSignal(timeline.model().rowsInserted):
        timeline.set_views((_NOTE, _ARRIVED))
    timeline.set_views((_NOTE, _ARRIVED))
    assert resets == []
    timeline.set_views((_ARRIVED,))

    assert len(resets) == 1
    assert timeline.model().rowCount() == 1


def test_tab_leaves_the_timeline(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nobody is trapped in a list."""
    timeline, after = TimelineList(keeper, "Timeline"), QLineEdit()
    shown(qtbot, timeline, after)
    timeline.set_views((_NOTE, _ARRIVED))
    timeline.setFocus()

    QTest.keyClick(timeline, Qt.Key.Key_Tab)

    assert after.hasFocus()


def test_a_closed_visit_is_opened_again(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """By its row; the row is used again for another visit."""
    row = ClosedRow(keeper, ClosedView("K8", TriageSign.AMBER, "Taxi", "01:28"))
    shown(qtbot, row)
    row.set_view(ClosedView("K5", TriageSign.RED, "Ambulance", "01:15"))

    with qtbot.waitSignal(row.opened) as opened:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    assert opened.args == ["K5"]
    assert row.accessibleName() == "K5, RED, Ambulance, 01:15"
    assert keeper.tokens.red.lower() in colours(row)


def test_a_missing_thing_says_what_to_do(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Sentence and action, one press."""
    row = ActionRow(keeper, ActionView("outcome.K10", "K10 has no outcome", "Choose"))
    shown(qtbot, row)

    with qtbot.waitSignal(row.opened) as opened:
        QTest.keyClick(row, Qt.Key.Key_Space)

    assert opened.args == ["outcome.K10"]
    assert row.accessibleName() == "K10 has no outcome. Choose"
    assert keeper.tokens.amber_text.lower() in colours(row)


def test_a_person_is_picked_and_stays_picked(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A second press does not un-choose; a screen reader hears a radio button."""
    tile = PersonTile(keeper, PersonView("p1", "RE", "Ruth E.", "lead", "1"))
    shown(qtbot, tile)
    picked: list[str] = []
    tile.picked.connect(picked.append)

    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    tile.use_by_key()

    assert picked == ["p1", "p1"]
    assert tile.isChecked()
    assert tile.height() == 88
    assert QAccessible.queryAccessibleInterface(tile).role() is QAccessible.Role.RadioButton
    assert keeper.tokens.sel.lower() in colours(tile)


@pytest.mark.parametrize("name", ThemeName)
def test_a_page_has_the_colour_of_paper(qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName) -> None:
    """White in the light theme, dimmed in the dark ones; ink stays ink."""
    keeper.use(name)
    page = QImage(210, 297, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    for x in range(105):
        for y in range(297):
            page.setPixelColor(x, y, QColor("black"))
    preview = PagePreview(keeper)
    shown(qtbot, preview)
    preview.set_pages([page, page])
    qtbot.wait(20)
    image = preview.grab().toImage()

    paper, ink = image.pixelColor(preview.width() * 3 // 4, 40), image.pixelColor(preview.width() // 4, 40)
    assert (paper.name(), ink.name()) == (keeper.tokens.paper.lower(), "#000000")


def test_a_preview_keeps_proportions_and_says_when_empty(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A4 stays A4; nothing to show is said."""
    preview = PagePreview(keeper)
    shown(qtbot, preview)
    assert preview.findChildren(QLabel)[0].text() == "Nothing to show yet."

    preview.set_pages([QImage(210, 297, QImage.Format.Format_RGB32)])
    qtbot.wait(20)
    sheet = preview.findChildren(Sheet)[0]

    assert sheet.height() / sheet.width() == pytest.approx(297 / 210, abs=0.01)
    assert sheet.accessibleName() == "Page 1 of 1"


def test_a_thing_to_pick_shows_its_code_apart_and_the_key_that_takes_it(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The code stands in the accent colour; with a key the whole row is filled; a click opens it."""
    row = PickRow(keeper, code="visit-1", text="K1  man, grey coat")
    shown(qtbot, row)
    assert row.accessibleName() == "K1  man, grey coat"
    assert keeper.tokens.accent.lower() in colours(row)
    assert keeper.tokens.sel.lower() not in colours(row)

    row.set_content("visit-2", "K2  woman, silver dress", "Enter")
    assert keeper.tokens.sel.lower() in colours(row)
    with qtbot.waitSignal(row.opened) as opened:
        row.click()

    assert opened.args == ["visit-2"]


@pytest.mark.parametrize("percent", [150, 200])
def test_a_whole_thing_to_pick_is_as_high_as_its_words(qtbot: QtBot, keeper: ThemeKeeper, percent: int) -> None:
    """Nothing of it ends in three dots, also with the largest text; a short one is as high as any row."""
    text = "1  Joined on 14 November 2026: one person (last here on 22 August 2026) and another (12 September 2026)."
    row, short = PickRow(keeper, text=text, whole=True), PickRow(keeper, text="K1  man, grey coat", whole=True)
    window = shown(qtbot, row, short)
    keeper.set_text_percent(percent)
    qtbot.waitUntil(lambda: row.height() > short.height())

    assert elided(marks(window)) == []
    assert cut(marks(window)) == []
    assert short.height() == keeper.px(TARGET)
