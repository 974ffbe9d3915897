"""What was open when Mavis ended is told below the cards, which stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mavis.domain.access.roles import Role
from mavis.domain.edits.visit import answer
from mavis.system.wording import words
from mavis.ui.pages.board.left_open import LeftOpenPanel
from mavis.ui.widgets.card import Card
from mavis.ui.widgets.row import PickRow
from tests.builders import SettableClock
from tests.programs import FOUR_WORDS, a_program, unlocked
from tests.ui.windows import Hands, begin_night

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


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


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    """Two visits were open when Mavis ended; it is unlocked again and tells of them."""
    program = a_program(tmp_path / "data")
    begin_night(program)
    session = unlocked(program)
    for _ in range(2):
        session.visits.open_visit(session.actor)
    session.close()
    hands = Hands(qtbot, program)
    hands.unlock()
    hands.until(lambda: bool(panels(hands)))
    yield hands
    hands.close()


def panels(hands: Hands) -> list[LeftOpenPanel]:
    """What tells of the visits that were open, as long as it is seen."""
    return [panel for panel in hands.window.findChildren(LeftOpenPanel) if panel.isVisible()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_CapsLock])
def test_a_modifier_alone_is_no_key_that_goes_on(told: Hands, key: Qt.Key) -> None:
    """A thumb on Shift takes no list away; a letter does."""
    QTest.keyClick(told.window, key)
    assert panels(told)
    QTest.keyClick(told.window, Qt.Key.Key_X)
    assert not panels(told)


def test_a_click_on_a_line_opens_its_visit(told: Hands) -> None:
    """With Shift or without; a click on the head beside the lines takes nothing away."""
    (panel,) = panels(told)
    QTest.keyPress(told.window, Qt.Key.Key_Shift)
    QTest.mouseClick(told.window.windowHandle(), LEFT, SHIFT, panel.mapTo(told.window, QPoint(40, 30)))
    assert panels(told) == [panel]
    line = panel.findChildren(PickRow)[1]
    QTest.mouseClick(told.window.windowHandle(), LEFT, SHIFT, line.mapTo(told.window, line.rect().center()))
    assert told.window.page is told.session.room
    assert told.session.room.page.presenter.visit.code == "K2"
    assert not panels(told)


def test_each_line_says_how_long_and_who_typed_last(qtbot: QtBot, tmp_path: Path) -> None:
    """Dilys opened two, 40 and 12 minutes ago; Asha wrote in the second a minute before Mavis ended."""
    clock = SettableClock()
    program = a_program(tmp_path / "data", clock)
    begin_night(program)
    session = unlocked(program)
    asha = session.people.add(session.actor, "Asha", Role.LEAD, FOUR_WORDS)
    session.visits.open_visit(session.actor)
    clock.advance(minutes=28)
    second = session.visits.open_visit(session.actor)
    session.close()
    clock.advance(minutes=11)
    session = program.unlock(asha.id, FOUR_WORDS)
    session.visits.change(session.actor, second.id, answer(label="green hat"))
    session.close()
    clock.advance(minutes=1)
    hands = Hands(qtbot, program)
    hands.unlock()
    hands.until(lambda: bool(panels(hands)))
    said = [row.accessibleName() for row in panels(hands)[0].findChildren(PickRow)]
    hands.close()

    known = (("K1", words("board.no_name"), "40 min", "Dilys", "22:00"), ("K2", "green hat", "12 min", "Asha", "22:39"))
    parts = ("code", "label", "age", "who", "time")
    assert said == [words("unlock.left_open_line", **dict(zip(parts, one, strict=True))) for one in known]
