"""What was open when Mavis ended is told below the cards, which stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.pages.board.left_open import LeftOpenPanel
from mavis.ui.widgets.card import Card
from mavis.ui.widgets.row import PickRow
from tests.programs import a_program, unlocked
from tests.ui.windows import Hands, begin_night

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("people", "lines"), [(1, 1), (4, 4), (8, 0)])
def test_no_card_is_covered_and_no_line_is_cut(qtbot: QtBot, tmp_path: Path, people: int, lines: int) -> None:
    """However many were open; with eight the head alone has room, and the cards tell the rest."""
    program = a_program(tmp_path / "data")
    begin_night(program)
    session = unlocked(program)
    for _ in range(people):
        session.visits.open_visit(session.actor)
    session.close()
    hands = Hands(qtbot, program)
    hands.unlock()
    hands.until(lambda: bool(hands.window.findChildren(LeftOpenPanel)))
    (panel,) = hands.window.findChildren(LeftOpenPanel)
    cards = [card for card in hands.window.findChildren(Card) if card.isVisible()]
    ends = [card.mapTo(hands.window, card.rect().bottomLeft()).y() for card in cards]
    foot = panel.mapTo(hands.window, panel.rect().bottomLeft()).y()
    rows = [row.mapTo(hands.window, row.rect().topLeft()).y() for row in panel.findChildren(PickRow)]
    whole = [top for top in rows if top + panel.findChildren(PickRow)[0].height() <= foot + 1]

    assert len(cards) == people
    assert max(ends) < panel.mapTo(hands.window, panel.rect().topLeft()).y()
    assert (len(whole), len([top for top in rows if top < foot])) == (lines, lines)
    hands.close()
