"""Triage signs, the next look, banners, tallies, clock, sections: what must be read at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import ThemeName, Tone
from mavis.ui.widgets.banner import Banner, BannerAct, BannerView
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.clock import ClockLabel, ShiftBar
from mavis.ui.widgets.next_check import CheckState, NextCheckBlock, NextCheckView
from mavis.ui.widgets.tally import TallyButton, TallyView
from mavis.ui.widgets.text import SectionHeader, TextLabel
from mavis.ui.widgets.triage import SMALL, TriageChoice, TriageShape, TriageSign
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_WATER = TallyView("water", IconName.DROP, "Water", "W", 14)
_CALL = BannerView(Tone.RED, "Call 999. Recovery position.", "Cold skin.", "999 called", IconName.AMBULANCE, "Ctrl+9")


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("side", [SMALL, 56])
def test_ink_falls_with_urgency(qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName, side: int) -> None:
    """Each shape covers less than the one before: so the order survives a grey print and colour-blind eyes."""
    keeper.use(name)
    covered = []
    for sign in (TriageSign.RED, TriageSign.AMBER, TriageSign.GREEN):
        shape = TriageShape(keeper, sign, side=side)
        shown(qtbot, shape)
        image = shape.grab().toImage()
        ground = keeper.tokens.bg.lower()
        inside = [image.pixelColor(x, y).name() != ground for x in range(side) for y in range(side)]
        covered.append(sum(inside))

    assert covered == sorted(covered, reverse=True)
    assert len(set(covered)) == 3


def test_a_shape_is_read_as_its_word(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And changes in place."""
    shape = TriageShape(keeper)
    shown(qtbot, shape)
    assert shape.accessibleName() == "Not yet"

    shape.set_sign(TriageSign.RED)

    assert shape.accessibleName() == "RED"
    assert keeper.tokens.red.lower() in colours(shape)


def test_a_category_is_chosen_and_taken_back(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """By its letter and by the mouse; 60 high."""
    choice = TriageChoice(keeper, TriageSign.AMBER, "A")
    shown(qtbot, choice)
    said: list[bool] = []
    choice.answered.connect(said.append)
    choice.set_live(live=False)

    choice.use_by_key()
    chosen = colours(choice)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)

    assert said == [True, False]
    assert keeper.tokens.sel.lower() in chosen
    assert choice.height() == 60


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (CheckState.LATER, "Next check 14 min, at 02:06"),
        (CheckState.SOON, "Next check 14 min, at 02:06"),
        (CheckState.OVERDUE, "Overdue 14 min, due 02:06"),
        (CheckState.UNTRIAGED, "No triage yet 14 min, since 02:06"),
    ],
)
def test_the_next_look_says_its_state_in_words(qtbot: QtBot, keeper: ThemeKeeper, state: CheckState, said: str) -> None:
    """And the inverted fill is for overdue alone."""
    block = NextCheckBlock(keeper, "3")
    shown(qtbot, block)
    assert not colours(block) - {keeper.tokens.bg.lower()}

    block.set_view(NextCheckView(state, 14, "02:06"))

    assert block.accessibleName() == said
    assert (keeper.tokens.inv.lower() in colours(block)) == (state is CheckState.OVERDUE)
    with qtbot.waitSignal(block.used):
        QTest.mouseClick(block, Qt.MouseButton.LeftButton)


def test_a_banner_shows_only_what_there_is(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Hidden without a view; one button; the folded ones are counted."""
    banner = Banner(keeper)
    shown(qtbot, banner)
    assert not banner.isVisible()

    banner.set_view(replace(_CALL, more=2))
    shown_buttons = [button.accessibleName() for button in banner.findChildren(Button) if button.isVisible()]
    banner.set_view(replace(_CALL, action=""))

    assert shown_buttons == ["2 more", "999 called"]
    assert [button for button in banner.findChildren(Button) if button.isVisible()] == []
    banner.set_view(None)
    assert not banner.isVisible()


def test_a_banner_s_buttons_act(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """999 called, and the folded ones."""
    banner = Banner(keeper)
    shown(qtbot, banner)
    banner.set_view(replace(_CALL, more=1))
    more, action = banner.findChildren(Button)

    with qtbot.waitSignals([banner.acted, banner.asked_more]):
        QTest.mouseClick(action, Qt.MouseButton.LeftButton)
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)


def test_a_count_that_goes_leaves_the_other_buttons_of_a_banner_in_place(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A click that was on its way to the sheet lands on it, and none on the count lands on the sheet."""
    banner = Banner(keeper)
    window = shown(qtbot, banner)
    window.resize(1000, 300)
    sheet = replace(_CALL, action="", acts=(BannerAct("sheet", "Handover sheet", "Ctrl+P"),))
    places = []
    for more in (1, 0, 2):
        banner.set_view(replace(sheet, more=more))
        QApplication.processEvents()
        (button,) = (one for one in banner.findChildren(Button) if one.accessibleName() == "Handover sheet")
        places.append(button.geometry())

    assert len({(place.x(), place.width()) for place in places}) == 1


def test_a_banner_grows_rather_than_cut_what_to_do(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """What keeps somebody alive must never end in dots."""
    banner = Banner(keeper)
    window = shown(qtbot, banner)
    window.resize(1000, 300)
    banner.set_view(replace(_CALL, headline="Call 999. Recovery position. Do not leave alone."))
    qtbot.waitUntil(lambda: banner.width() == 968)
    assert banner.height() == 76

    window.resize(520, 300)

    qtbot.waitUntil(lambda: banner.height() > 76)


@pytest.mark.parametrize(
    ("tone", "fill"), [(Tone.RED, "red_soft"), (Tone.AMBER, "amber_soft"), (Tone.ACCENT, "surface")]
)
def test_a_banner_s_tone_is_its_fill(qtbot: QtBot, keeper: ThemeKeeper, tone: Tone, fill: str) -> None:
    """Clinical, safeguarding, advice."""
    banner = Banner(keeper)
    shown(qtbot, banner)

    banner.set_view(replace(_CALL, tone=tone))
    qtbot.wait(20)

    assert getattr(keeper.tokens, fill).lower() in colours(banner)


def test_one_tap_counts(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """With the code of the kind; the count comes back through the view."""
    tally = TallyButton(keeper, _WATER)
    shown(qtbot, tally)

    with qtbot.waitSignal(tally.counted) as counted:
        QTest.mouseClick(tally, Qt.MouseButton.LeftButton)
    tally.set_view(replace(_WATER, count=15))

    assert counted.args == ["water"]
    assert tally.accessibleName() == "Water 15"
    assert tally.height() == 80


def test_not_counted_is_not_zero(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A dot and a nought are different pictures and different words."""
    tally = TallyButton(keeper, replace(_WATER, count=0))
    shown(qtbot, tally)
    zero = (tally.accessibleName(), tally.grab().toImage())

    tally.set_view(replace(_WATER, count=None))
    dot = (tally.accessibleName(), tally.grab().toImage())
    tally.set_view(replace(_WATER, countable=False, count=None))

    assert zero[0] != dot[0]
    assert zero[1] != dot[1]
    assert dot[1] != tally.grab().toImage()


def test_the_clock_keeps_its_width(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """11:11 is as wide as 00:00."""
    clock = ClockLabel(keeper)
    shown(qtbot, clock)
    clock.set_time("11:11")
    width = clock.sizeHint().width()

    clock.set_time("00:00")

    assert (clock.sizeHint().width(), clock.accessibleName()) == (width, "00:00")


@pytest.mark.parametrize(("fraction", "filled"), [(-1.0, False), (0.2, False), (0.9, True), (7.0, True)])
def test_the_shift_bar_fills(qtbot: QtBot, keeper: ThemeKeeper, fraction: float, filled: bool) -> None:
    """Never beyond its ends."""
    bar = ShiftBar(keeper)
    shown(qtbot, bar)

    bar.set_fraction(fraction, "1 h 8 min left")

    middle = bar.grab().toImage().pixelColor(bar.width() // 2, bar.height() // 2).name()
    assert (middle == keeper.tokens.accent.lower()) == filled
    assert bar.accessibleName() == "1 h 8 min left"


def test_a_section_that_owns_the_letters_has_a_bar(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And says how to answer."""
    header = SectionHeader(keeper, "Arrival", "needs: pick any")
    shown(qtbot, header)
    assert keeper.tokens.accent.lower() not in colours(header)

    header.set_live(live=True)
    header.set_how("4 of 7")

    assert keeper.tokens.accent.lower() in colours(header)
    assert "4 of 7" in [label.text() for label in header.findChildren(TextLabel) if label.isVisible()]


@pytest.mark.parametrize("tone", Tone)
def test_a_label_takes_the_colour_of_its_tone(qtbot: QtBot, keeper: ThemeKeeper, tone: Tone) -> None:
    """Also after it was given to another parent and the theme was switched."""
    label = TextLabel(keeper, "MMM")
    label.set_tone(Tone.MUTED)
    label.set_tone(tone)
    shown(qtbot, label)
    keeper.use(ThemeName.LIGHT)
    qtbot.wait(20)

    assert keeper.tokens.tone(tone).lower() in colours(label)
