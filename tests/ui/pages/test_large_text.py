"""With text at 200 % danger stays in view: the banner of a visit, and whoever is below the edge of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.banner import BANNER_HEIGHT, Banner
from mavis.ui.widgets.card_grid import CardGrid

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.fixture
def large(hands: Hands) -> Hands:
    """The window with text at 200 %."""
    hands.window.keeper.set_text_percent(200)
    QApplication.processEvents()
    return hands


def test_the_banner_stays_whichever_section_is_read(large: Hands) -> None:
    """It stands above what scrolls, whole, in one thought: what to do, and the button of the call."""
    large.press("N 2 U R")
    (banner,) = (one for one in large.page.findChildren(Banner) if one.isVisible())
    for section in "1247":
        large.press(section)
        assert banner.visibleRegion().boundingRect() == banner.rect(), section
        assert banner.height() < large.page.height() / 3
    large.press("Ctrl+9")
    assert large.visit.ambulance_requested_at is not None
    large.window.keeper.set_text_percent(100)
    QApplication.processEvents()

    assert large.page.header.mapTo(large.page, large.page.header.rect().topLeft()).y() < banner.y() + banner.height()


def test_with_less_large_text_the_banner_says_why_and_the_name_is_whole(hands: Hands) -> None:
    """At 150 % the flags fit below what to do; the key of the name brings all of its field from any section."""
    hands.window.keeper.set_text_percent(150)
    hands.press("N 2 U R")
    (banner,) = (one for one in hands.page.findChildren(Banner) if one.isVisible())
    shown = hands.page.scroller.viewport()
    hands.press("4 /")
    QApplication.processEvents()
    name = hands.page.header.name

    assert [line for line, _ink in banner.rows][1:] != []
    assert banner.height() == hands.window.keeper.px(BANNER_HEIGHT)
    assert shown.rect().contains(name.mapTo(shown, name.rect().topLeft()))
    assert name.visibleRegion().boundingRect() == name.rect()


@pytest.mark.parametrize("percent", [150, 200])
def test_a_new_visit_opens_at_its_head_with_ways_to_the_note(hands: Hands, percent: int) -> None:
    """Name, looks, timeline and note are seen before anything is scrolled, and a click takes a note that is seen."""
    hands.window.keeper.set_text_percent(percent)
    hands.press("N")
    hands.until(lambda: hands.page.scroller.verticalScrollBar().value() == 0)
    header = hands.page.header

    hands.until(lambda: header.visibleRegion().boundingRect() == header.rect())
    hands.click(hands.button(words("visit.add_note")))
    note = hands.focused
    assert isinstance(note, QPlainTextEdit)
    hands.until(lambda: note.visibleRegion().boundingRect() == note.rect())


def test_what_is_missing_at_the_close_is_asked_in_view(hands: Hands) -> None:
    """At 150 % the question lies a screen below the head of its section; it is brought up, with the keyboard on it."""
    hands.window.keeper.set_text_percent(150)
    hands.press("N D 7 A Enter F4")
    hands.settle()
    (visit_id,) = hands.session.desk.visits
    hands.session.show_visit(visit_id, "leaving.would_have")
    asked = hands.page.form.grids["leaving.would_have"]
    hands.until(lambda: not hands.page.scroller.is_settling)

    assert asked.isAncestorOf(hands.focused)
    assert hands.focused.visibleRegion().boundingRect() == hands.focused.rect()


def test_a_click_on_the_gender_leaves_the_page_where_it_is(hands: Hands) -> None:
    """Keys go on to the name, but a hand on the chips would see the page jump away under it."""
    hands.window.keeper.set_text_percent(150)
    hands.press("N D E")
    chip = hands.chip("arrival.gender", "female")
    hands.page.scroller.ensureWidgetVisible(chip)
    before = hands.page.scroller.verticalScrollBar().value()
    hands.click(chip)

    assert before > 0
    assert hands.page.scroller.verticalScrollBar().value() == before
    assert not hands.page.header.is_typing


def test_the_board_says_who_is_below_its_edge(large: Hands) -> None:
    """How many, and what of them is pressing."""
    for _ in range(4):
        large.press("N D 2 A Esc")
    (grid,) = (one for one in large.window.findChildren(CardGrid) if one.isVisible())
    seen = sum(not card.visibleRegion().isEmpty() for card in grid.cards)

    assert grid.more == words("widgets.card.below", count=4 - seen, minutes=15)


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_every_way_to_begin_can_be_clicked_on_the_board(hands: Hands, percent: int) -> None:
    """Whole, at any size of text, with somebody aboard as well: a mouse has no keys."""
    hands.press("N D Esc")
    hands.window.keeper.set_text_percent(percent)
    QApplication.processEvents()
    wanted = ("board.new_visit", "board.find", "quick_line.button", "board.show_names")
    buttons = [hands.button(words(name)) for name in wanted]

    hands.until(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))  # laid out in rounds
    assert [one.visibleRegion().boundingRect() == one.rect() for one in buttons] == [True] * len(wanted)
    hands.click(buttons[3])
    hands.click(buttons[1])
    assert hands.focused.accessibleName() == words("board.find")


@pytest.mark.parametrize("percent", [150, 200])
def test_all_sections_of_a_visit_are_seen_on_the_rail(hands: Hands, percent: int) -> None:
    """Each with its digit and a word below it; what stands above and below them gives way."""
    hands.press("N D")
    hands.window.keeper.set_text_percent(percent)
    buttons = [hands.session.room.rail.button(section.value) for section in Section]

    hands.until(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in buttons))
    assert [one.height() >= one.minimumSizeHint().height() for one in buttons] == [True] * len(buttons)
