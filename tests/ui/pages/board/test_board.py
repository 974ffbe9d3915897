"""The board with real keys and clicks."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mavis.domain.edits.safeguarding import follow_up, refer
from mavis.domain.edits.visit import answer
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.domain.shift.tally import Tally
from mavis.system.wording import words
from mavis.ui.look.tokens import Space
from mavis.ui.pages.board.empty import EmptyBoard
from mavis.ui.pages.board.night_panel import NightPanel
from mavis.ui.widgets.card import Card
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.row import ClosedRow
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.tally import TallyButton

if TYPE_CHECKING:
    from datetime import datetime

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def cards(hands: Hands) -> list[Card]:
    """The cards that are seen, in the order of reading."""
    seen = [card for card in hands.window.findChildren(Card) if card.isVisible()]
    return sorted(seen, key=lambda card: (card.y(), card.x()))


def tally(hands: Hands, kind: str) -> int | None:
    """What the store holds of a counter."""
    hands.settle()
    shift = hands.session.session.shifts.current()
    tallies = () if shift is None else hands.session.session.shifts.tallies(shift.id)
    return next((one.count for one in tallies if one.kind == kind), None)


def test_the_empty_board_says_what_to_press(hands: Hands) -> None:
    """And how many are aboard: nobody."""
    shown = [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()]

    assert words("board.empty.title") in shown
    assert words("board.nobody") in shown


def test_a_digit_that_stands_on_no_card_says_so(hands: Hands) -> None:
    """Somebody who takes it for the number of the visit is told where to look; on the empty bus nothing stands."""
    said = words("screens.said.on_no_card", digit="3")
    hands.press("3")
    assert hands.message != said
    hands.press("N D Esc 3")
    assert hands.message == said


@pytest.mark.parametrize(("percent", "key"), [(100, "W"), (200, "M")])
def test_the_empty_board_names_the_key_that_its_counters_have(hands: Hands, percent: int, key: str) -> None:
    """With large text they have a page of their own, and its button says the same."""
    hands.window.keeper.set_text_percent(percent)
    (board,) = hands.window.findChildren(EmptyBoard)
    hands.until(board.isVisible)
    caps = [cap.accessibleName() for cap in board.findChildren(KeyCap) if cap.isVisible()]

    assert caps == ["N", key, "/"]


def test_a_digit_and_a_click_open_a_card(hands: Hands) -> None:
    """The one that shows the digit."""
    hands.press("N Enter G Esc N Enter R Esc")
    assert [card.view.code for card in cards(hands)] == ["K2", "K1"]
    assert [card.view.digit for card in cards(hands)] == ["2", "1"]
    hands.press("1")
    assert hands.visit.code == "K1"
    hands.press("Esc")
    hands.click(cards(hands)[0])

    assert hands.visit.code == "K2"


def test_a_digit_without_a_card_does_nothing(hands: Hands) -> None:
    """Nine, with one aboard."""
    hands.press("N Esc 9")

    assert hands.window.page is hands.session.workplace


def test_cards_stay_under_the_finger(hands: Hands, clock: SettableClock) -> None:
    """While keys or the mouse are used nothing moves, and the digits mean the cards that show them."""
    hands.press("N Enter A Esc")
    clock.advance(minutes=10)
    hands.press("N Enter R Esc")
    clock.advance(minutes=6)
    QTest.mouseMove(hands.window, QPoint(500, 300))
    hands.press("W")
    before = [(card.view.code, card.view.digit) for card in cards(hands)]
    assert before == [("K2", "2"), ("K1", "1")]
    hands.press("2")
    assert hands.visit.code == "K2"
    hands.press("Esc")

    assert [(card.view.code, card.view.digit) for card in cards(hands)] == [("K1", "1"), ("K2", "2")]


def test_a_digit_never_comes_to_mean_somebody_else(hands: Hands) -> None:
    """The first leaves: the second still answers to 2, the next one to 3, and 1 is nobody's."""
    hands.press("N Enter G Esc N Enter R Esc 1 7 A Enter 1")
    assert hands.window.page is hands.session.workplace
    hands.press("2")
    assert hands.visit.code == "K2"
    hands.press("Esc N Esc 1")
    assert hands.message == words("screens.said.on_no_card", digit="1")
    hands.press("3 D")

    assert (hands.visit.code, hands.visit.needs) == ("K3", (Presentation.ALCOHOL_INTOXICATION,))


def test_counting_by_key_and_by_touch_and_taking_it_back(hands: Hands) -> None:
    """W, a click, Ctrl+Z."""
    hands.press("W")
    hands.click(hands.button(next(one.name for one in hands.program.reference.tallies if one.code == "water")))
    assert tally(hands, "water") == 2
    hands.press("Ctrl+Z Ctrl+Z")

    assert tally(hands, "water") is None
    assert Tally("water", 0) not in hands.session.desk.tallies.values()


def test_names_show_for_twenty_seconds(hands: Hands, clock: SettableClock) -> None:
    """S shows them; they hide by themselves."""
    hands.press("N D R F")
    hands.type("Wren")
    hands.press("Esc Esc")
    labels = [cards(hands)[0].view.label]
    hands.press("S")
    labels.append(cards(hands)[0].view.label)
    clock.advance(seconds=20)
    hands.until(lambda: cards(hands)[0].view.label != "Wren")
    labels.append(cards(hands)[0].view.label)

    assert labels == [words("board.name_hidden"), "Wren", words("board.name_hidden")]


def test_who_has_left_can_be_opened_again(hands: Hands) -> None:
    """From the list at the right."""
    hands.press("N D 7 X Enter")
    (row,) = (one for one in hands.window.findChildren(ClosedRow) if one.isVisible())
    hands.click(row)

    assert hands.visit.code == "K1"
    assert not hands.visit.is_open


def _left(hands: Hands) -> list[tuple[str, int]]:
    """Who has left, from the top, each with the height at which the row stands in the window."""
    QApplication.processEvents()
    seen = [row for row in hands.window.findChildren(ClosedRow) if row.isVisible()]
    return sorted(
        ((row.accessibleName()[:2], row.mapTo(hands.window, QPoint()).y()) for row in seen), key=itemgetter(1)
    )


def _leave_on_the_board(hands: Hands, code: str, outcome: Outcome | None, when: datetime) -> str:
    """Somebody leaves, or is back aboard, while the board is seen; answers their id."""
    desk = hands.session.desk
    visit = next(one for one in desk.visits.values() if one.code == code)
    desk.edit(visit.id, answer(outcome=outcome, departed_at=when if outcome else None))
    return visit.id


def test_no_row_moves_under_the_hand(hands: Hands, clock: SettableClock) -> None:
    """Somebody points at K1: who is back aboard leaves a gap, and what comes anew waits or comes below."""
    for _ in range(3):
        hands.press("N D 2 G 7 A Enter")
        clock.advance(minutes=5)
    hands.press("N Esc")
    stood = _left(hands)
    assert [code for code, _y in stood] == ["K3", "K2", "K1"]
    row = next(one for one in hands.window.findChildren(ClosedRow) if one.accessibleName().startswith("K1"))
    pointed, away = row.mapTo(hands.window, row.rect().center()), QPoint(500, 300)
    QTest.mouseMove(hands.window, pointed)
    QApplication.processEvents()
    _leave_on_the_board(hands, "K3", None, clock())
    assert _left(hands) == stood[1:]
    _leave_on_the_board(hands, "K3", Outcome.TAXI, clock())
    k4 = _leave_on_the_board(hands, "K4", Outcome.TAXI, clock())
    hands.session.desk.edit(k4, refer(Referral("r1", ReferralTarget.POLICE, clock(), "dilys")))
    assert _left(hands)[:3] == stood
    QTest.mouseMove(hands.window, pointed + QPoint(1, 1))
    assert [code for code, _y in _left(hands)] == ["K3", "K2", "K1", "K4"]
    QTest.mouseMove(hands.window, away)
    (panel,) = hands.window.findChildren(NightPanel)
    assert panel.waiting.isVisible()
    assert [code for code, _y in _left(hands)][2:] == ["K2", "K1"]


@pytest.mark.parametrize("comes", [True, False])
def test_a_click_opens_the_row_at_which_somebody_pointed(hands: Hands, clock: SettableClock, comes: bool) -> None:
    """Also when somebody else leaves between the look and the press, or between the press and the release."""
    hands.press("N D 2 G 7 A Enter")
    clock.advance(minutes=5)
    hands.press("N Esc")
    (row,) = [one for one in hands.window.findChildren(ClosedRow) if one.isVisible()]
    window, pointed = hands.window.windowHandle(), row.mapTo(hands.window, row.rect().center())
    QTest.mouseMove(hands.window, pointed)
    QApplication.processEvents()
    if comes:
        _leave_on_the_board(hands, "K2", Outcome.TAXI, clock())
        QApplication.processEvents()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pointed)
    if not comes:
        _leave_on_the_board(hands, "K2", Outcome.TAXI, clock())
        QApplication.processEvents()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pointed)
    QApplication.processEvents()

    assert hands.window.page is hands.session.room
    assert hands.visit.code == "K1"


def test_whoever_comes_back_to_the_board_finds_the_latest_first(hands: Hands, clock: SettableClock) -> None:
    """Also where the pointer has lain all the while."""
    hands.press("N D 2 G 7 A Enter")
    clock.advance(minutes=5)
    (row,) = [one for one in hands.window.findChildren(ClosedRow) if one.isVisible()]
    QTest.mouseMove(hands.window, row.mapTo(hands.window, row.rect().center()))
    hands.press("N D 2 G 7 A Enter")

    assert [code for code, _y in _left(hands)] == ["K2", "K1"]


def test_what_waits_is_counted_under_the_pointer_as_well(hands: Hands, clock: SettableClock) -> None:
    """The line stays where it is, and says that no referral is open any more; it goes once the pointer has gone."""
    hands.press("N Esc")
    away = QPoint(500, 300)
    (panel,) = hands.window.findChildren(NightPanel)
    for place in (panel.mapTo(hands.window, panel.rect().center()), away):
        QTest.mouseMove(hands.window, place)
        QApplication.processEvents()
    k1 = _leave_on_the_board(hands, "K1", Outcome.TAXI, clock())
    hands.session.desk.edit(k1, refer(Referral("r1", ReferralTarget.POLICE, clock(), "dilys")))
    hands.until(panel.waiting.isVisible)
    QTest.mouseMove(hands.window, panel.waiting.mapTo(hands.window, panel.waiting.rect().center()))
    QApplication.processEvents()
    assert panel.waiting.accessibleName() == words("referrals.panel", n=1)
    hands.session.desk.edit(k1, follow_up("r1", closed_at=clock()))
    QApplication.processEvents()
    assert panel.waiting.accessibleName() == words("referrals.panel.none")
    assert panel.waiting.isVisible()
    QTest.mouseMove(hands.window, away)
    assert not panel.waiting.isVisible()


def test_a_long_ending_is_not_cut_off(hands: Hands) -> None:
    """That a red flag stood open stands at its end; beside the time or, with larger text, below the code."""
    hands.press("N D 2 U 7 L Enter")
    (row,) = (one for one in hands.window.findChildren(ClosedRow) if one.isVisible())
    told = words("board.left_red", how=words("board.left_by.left_against_advice"))
    for size in (100, 150):
        hands.window.keeper.set_text_percent(size)
        QApplication.processEvents()
        assert " ".join(row.lines) == told
        assert row.height() >= row.sizeHint().height()


def test_the_rarer_counters_wait_behind_more(hands: Hands) -> None:
    """M shows them and hides them, and so does Escape."""
    rare = next(one for one in hands.program.reference.tallies if one.rare)
    widget = next(one for one in hands.window.findChildren(TallyButton) if one.objectName() == f"tally.{rare.code}")
    seen = [widget.isVisible()]
    for key in ("M", "M", "M", "Esc"):
        hands.press(key)
        seen.append(widget.isVisible())

    assert seen == [False, True, False, True, False]


def test_a_rare_counter_has_a_letter_while_it_is_seen(hands: Hands) -> None:
    """Folded away it counts nothing: nobody would see which."""
    hands.press("X")
    assert tally(hands, "taxi_help") is None
    hands.press("M X X")

    assert tally(hands, "taxi_help") == 2


def test_enter_and_space_open_the_card_that_has_the_keyboard(hands: Hands) -> None:
    """As on any button; arrows go to the neighbour."""
    hands.press("N Esc N Esc")
    first, second = cards(hands)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    hands.press("Enter")

    assert hands.visit.code == second.view.code


@pytest.mark.parametrize("percent", [100, 150])
def test_whoever_has_left_stands_in_one_list_that_scrolls(hands: Hands, percent: int) -> None:
    """Never in a list of one line inside another that scrolls as well; the bar leaves the times free."""
    hands.press(" ".join("N D Enter G 7 A Esc" for _ in range(9)))
    hands.window.keeper.set_text_percent(percent)
    (panel,) = hands.window.findChildren(NightPanel)
    rows = panel.findChildren(ClosedRow)
    bars = [one.verticalScrollBar() for one in panel.findChildren(Scroller) if one.isVisible()]
    hands.until(lambda: sum(bar.maximum() > 0 for bar in bars) == 1)
    (bar,) = [one for one in bars if one.maximum() > 0]

    assert len(rows) == 9
    assert bar.mapTo(panel, QPoint()).x() - rows[0].mapTo(panel, rows[0].rect().topRight()).x() >= Space.CONTROL
