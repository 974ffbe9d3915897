"""The card of a visit and the grid of cards: everything in one glance, updated in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.painting import begun_words, dots_width
from mavis.ui.look.tokens import Size, ThemeName
from mavis.ui.widgets.card import Card, FlagView
from mavis.ui.widgets.card_grid import BLEED, CardGrid
from mavis.ui.widgets.next_check import CheckState, NextCheckView
from mavis.ui.widgets.triage import TriageSign
from tests.ui.drawn import elided, marks
from tests.ui.invented import CARDS
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_K7, _K14 = CARDS[:2]


def _grid(qtbot: QtBot, keeper: ThemeKeeper, count: int, size: tuple[int, int] = (926, 540)) -> CardGrid:
    grid = CardGrid(keeper, "On the bus")
    window = shown(qtbot, grid)
    window.resize(size[0] + 32, size[1] + 32)
    grid.set_views([replace(CARDS[at % 7], code=f"K{at}") for at in range(count)])
    qtbot.waitUntil(lambda: grid.width() == size[0])
    return grid


def test_a_card_says_all_to_a_screen_reader(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Category, who, when, flags, how long, by whom; and its key."""
    card = Card(keeper, _K7)
    shown(qtbot, card)

    said = "RED, K7 man, grey coat, Overdue 6 min, due 01:46, NEWS2 7, rising, here 48 min, Ruth E."
    assert card.accessibleName() == said
    assert card.accessibleDescription() == "key 1"


def test_the_whole_card_opens_the_visit(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """At any corner, and by Enter."""
    card = Card(keeper, _K7)
    shown(qtbot, card)
    opened: list[str] = []
    card.opened.connect(opened.append)

    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight())
    QTest.keyClick(card, Qt.Key.Key_Return)

    assert opened == ["K7", "K7"]


@pytest.mark.parametrize("name", ThemeName)
def test_overdue_is_an_inversion(qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName) -> None:
    """The inverted block appears with overdue and with nothing else."""
    keeper.use(name)
    card = Card(keeper, replace(_K14, triage=TriageSign.GREEN, check=NextCheckView(CheckState.LATER, 14, "02:06")))
    shown(qtbot, card)
    middle = card.rect().center()
    middle.setX(card.width() - 6)

    calm = card.grab().toImage().pixelColor(middle).name()
    card.set_view(replace(card.view, check=NextCheckView(CheckState.OVERDUE, 6, "01:46")))

    assert calm == keeper.tokens.surface.lower()
    assert card.grab().toImage().pixelColor(middle).name() == keeper.tokens.inv.lower()


def test_only_red_has_a_red_border(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Three pixels of it, on every side."""
    card = Card(keeper, _K7)
    shown(qtbot, card)
    edge = card.grab().toImage().pixelColor(1, card.height() // 2).name()

    card.set_view(replace(_K7, triage=TriageSign.AMBER))

    assert edge == keeper.tokens.red.lower()
    assert keeper.tokens.red.lower() not in colours(card)


@pytest.mark.parametrize("height", [76, 120])
def test_minutes_and_triage_are_read_from_two_metres(qtbot: QtBot, keeper: ThemeKeeper, height: int) -> None:
    """On a 14-inch screen 32 pixels are 8 minutes of arc; who it is and the letter of the triage are not far below."""
    card = Card(keeper, _K7)
    card.setFixedHeight(height)
    window = shown(qtbot, card)

    sizes = {mark.text: mark.pixels for mark in marks(window) if mark.text}

    assert sizes["6"] == Size.NUMBER
    assert sizes["R"] >= Size.TITLE
    assert sizes["K7"] == sizes["man, grey coat"] == Size.LABEL


def test_what_has_no_room_on_a_card_is_counted(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A sign is written whole or not at all; a long description stops at a whole word, before dots."""
    signs = tuple(FlagView(IconName.WARNING, said) for said in ("999", "Skin cold, pale, blue", "Alone", "ABI due"))
    card = Card(keeper, replace(_K7, label="woman, long black leather coat and a red hat", flags=signs))
    card.setFixedSize(441, 120)
    window = shown(qtbot, card)

    texts = [mark.text for mark in marks(window)]

    assert elided(marks(window)) == []
    assert {"999", "+3", "woman, long black"} <= set(texts)
    assert all(sign.words in card.accessibleName() for sign in signs)


@pytest.mark.parametrize("back", ["again_tonight", "seen"])
def test_a_need_and_being_back_fit_on_a_card(qtbot: QtBot, keeper: ThemeKeeper, back: str) -> None:
    """Both are whole, at the width of a card of the usual board."""
    said = ("Head injury" if back == "seen" else "Assault", words(f"returning.card.{back}"))
    card = Card(keeper, replace(_K7, flags=tuple(FlagView(IconName.RETURNING, each) for each in said)))
    card.setFixedSize(441, 120)
    window = shown(qtbot, card)

    assert set(said) <= {mark.text for mark in marks(window)}


class _CountedCard(Card):
    """Counts how often it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Count, then paint."""
        self.painted += 1
        super().paintEvent(event)


def test_an_unchanged_card_is_not_painted_again(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The board refreshes each second; only what changed is drawn."""
    card = _CountedCard(keeper, _K7)
    shown(qtbot, card)
    qtbot.waitUntil(lambda: card.painted > 0)
    before = card.painted

    card.set_view(replace(_K7))
    qtbot.wait(50)
    assert card.painted == before
    card.set_view(_K14)

    qtbot.waitUntil(lambda: card.painted > before)


@pytest.mark.parametrize(("count", "height"), [(1, 120), (8, 120), (10, 95), (12, 77), (20, 88)])
def test_twelve_visits_fit_without_scrolling(qtbot: QtBot, keeper: ThemeKeeper, count: int, height: int) -> None:
    """Rows shrink from 120 to 76; then the list scrolls, five whole rows at a time."""
    grid = _grid(qtbot, keeper, count)

    assert grid.columns == 2
    assert grid.cards[0].height() == height
    assert (grid.verticalScrollBar().maximum() > 0) == (count > 12)


def test_a_last_line_says_who_is_scrolled_away(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """How many, and when the next of them must be looked at; an overdue check comes before any minute."""
    grid = _grid(qtbot, keeper, 13)
    calm = [
        replace(card.view, check=NextCheckView(CheckState.LATER, at, "02:06")) for at, card in enumerate(grid.cards)
    ]

    grid.set_views(calm)
    assert grid.more == "3 more below, next check in 10 min"
    grid.set_views([*calm[:-1], replace(calm[-1], check=NextCheckView(CheckState.OVERDUE, 6, "01:46"))])
    assert grid.more == "3 more below, a check is overdue"
    grid.focus_on(calm[-1].code)
    assert grid.more == "4 above"
    grid.set_views(calm[:12])
    assert grid.more == ""


def test_a_wide_screen_has_a_third_column(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And large text only one."""
    grid = _grid(qtbot, keeper, 7, (1400, 540))
    assert grid.columns == 3

    keeper.set_text_percent(200)

    assert grid.columns == 1


def test_the_focus_follows_the_visit_not_the_place(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """When the order changes, Enter still opens the same person."""
    grid = _grid(qtbot, keeper, 4)
    grid.focus_on("K2")

    grid.set_views([card.view for card in reversed(grid.cards)])

    assert grid.cards[1].hasFocus()
    assert grid.cards[1].view.code == "K2"


def test_arrows_walk_over_the_board(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Right, down, and not over the edge."""
    grid = _grid(qtbot, keeper, 4)
    grid.focus_on("K0")
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(grid.window().focusWidget(), key)
        walked.append(next(card.view.code for card in grid.cards if card.hasFocus()))

    assert walked == ["K1", "K3", "K3", "K2"]


def test_a_visit_that_left_gives_its_place_up(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Its card is hidden and used again later; there is room for the ring around the cards."""
    grid = _grid(qtbot, keeper, 4)

    grid.set_views(CARDS[:2])

    assert [card.view.code for card in grid.cards] == ["K7", "K14"]
    assert grid.cards[0].x() == BLEED


def test_long_looks_end_at_a_word_with_dots_and_are_told_whole(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A tip and a screen reader have every word; a card with room for all of them has no tip."""
    looks = "man, very tall, long grey coat, red woolly hat, white trainers"
    card = Card(keeper, replace(_K7, label=looks))
    shown(qtbot, card).resize(440, 120)
    qtbot.waitUntil(lambda: card.width() < 480)
    assert card.toolTip() == looks
    assert looks in card.accessibleName()
    font = keeper.font(Size.LABEL)
    said, goes_on = begun_words(looks, font, 200, dots_width(font))
    assert goes_on
    assert looks.startswith(f"{said}")
    assert looks[len(said)] in ", "
    assert QFontMetricsF(font).horizontalAdvance(said) + dots_width(font) <= 200
    before = card.grab().toImage()
    card.set_view(replace(_K7, label="man"))
    assert card.toolTip() == ""

    assert card.grab().toImage() != before


def test_looks_that_have_no_room_in_large_letters_are_written_smaller_and_whole(
    qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    """On the board of the smallest screen a coat and what is the matter fit beside each other."""
    card = Card(keeper, replace(_K7, label="white shirt, bleeding lip"))
    shown(qtbot, card).resize(441 + 32, 120 + 32)
    qtbot.waitUntil(lambda: card.width() == 441)

    assert card.toolTip() == ""
