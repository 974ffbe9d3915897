"""The screen in a visitor's hands: the questions alone are seen and heard, and only the crew takes it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from mavis.domain.edits.alcohol import talk_of
from mavis.services.pins import TRIES
from mavis.system.wording import words
from mavis.ui.keys.tab_order import stops_in
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.pages.visit.alcohol.panel import AlcoholPanel
from mavis.ui.pages.visit.visitor import VisitorPage
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.still_down import StillDown
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    import pytest

    from tests.ui.windows import Hands

GIVEN = "N D / W r e n Down 5 Y Y G"
"""A visit with a name, whose screen was handed over at the choice of a questionnaire."""
PIN = "2580"


def page(hands: Hands) -> VisitorPage:
    """The visitor's page, which is what the window shows."""
    shown = hands.window.page
    assert isinstance(shown, VisitorPage)
    return shown


def hold_escape(hands: Hands) -> None:
    """Hold Escape until something comes of it."""
    given = page(hands)
    QTest.keyPress(hands.focused, Qt.Key.Key_Escape)
    hands.until(lambda: hands.window.page is not given or given.pin.isVisible())
    QTest.keyRelease(hands.focused, Qt.Key.Key_Escape)
    app = QApplication.instance()
    hands.until(lambda: app is not None and not app.findChildren(StillDown))


def asked(hands: Hands) -> str:
    """The page of the talk that the crew is asked now."""
    panel = hands.page.panels[Section.ALCOHOL]
    return panel.presenter.page.id if isinstance(panel, AlcoholPanel) else ""


def _says(given: VisitorPage, sentence: str) -> bool:
    return given.pin.note == sentence


def leave_alone(hands: Hands, times: int) -> None:
    """Let twenty seconds pass so many times, in which nobody touches anything."""
    for _ in range(times):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()


def seen(window: QWidget) -> set[str]:
    """Every word that is seen, typed or told to a screen reader in the window."""
    found: set[str] = set()
    for part in window.findChildren(QWidget):
        if part.isVisible():
            found |= {part.accessibleName(), part.accessibleDescription(), part.toolTip()}
            found |= {part.text()} if isinstance(part, QLabel | QLineEdit | QAbstractButton) else set()
    return found - {""}


def answers(hands: Hands) -> tuple[int | None, ...]:
    """The answers as the store has them."""
    hands.settle()
    (visit,) = hands.stored()
    screening = talk_of(visit).screening
    return () if screening is None else screening.answers


def test_nothing_of_the_record_is_seen_or_walked(hands: Hands) -> None:
    """No name, no code, no rail, no tabs, no timeline, no status: only what belongs to the questions."""
    hands.press(GIVEN)
    given = page(hands)
    assert not hands.window.status.isVisible()
    told = " ".join(seen(hands.window))
    for secret in ("Wren", "K1", "Board", "Arrived", "Saved", "Dilys", words("visit.section.triage")):
        assert secret not in told, secret
    stops = list(stops_in(hands.window))
    assert stops
    assert all(given is stop or given.isAncestorOf(stop) for stop in stops)
    assert words("alcohol.ask.ask_1") in told


def test_answers_are_saved_as_given(hands: Hands) -> None:
    """By digit; one page back and another answer; one left open; then thanks."""
    hands.press(f"{GIVEN} 4 3")
    assert answers(hands) == (3, 2, None)
    QTest.keyClick(hands.focused, Qt.Key.Key_Backspace)
    hands.press("2 0")
    assert answers(hands) == (3, 1, None)
    assert page(hands).is_over
    assert words("alcohol.visitor.give_back") in seen(hands.window)


def test_answers_by_touch(hands: Hands) -> None:
    """Large ones, 72 high; the keyboard is with the page behind each."""
    hands.press(GIVEN)
    grid = page(hands).grid
    assert grid is not None
    assert all(chip.height() >= 72 for chip in grid.chips)
    hands.click(grid.chip("4"))
    assert answers(hands) == (4, None, None)
    assert hands.focused is page(hands)


def test_keys_that_lead_away_do_nothing(hands: Hands) -> None:
    """Board, palette, keys, settings, undo, another person, a new visit, letters: not even an answer is lost."""
    hands.press(f"{GIVEN} 4")
    given = page(hands)
    hands.press("F1 F2 F4 F6 F7 F8 F9 Ctrl+K Ctrl+N Ctrl+Z Ctrl+Y Ctrl+Tab Ctrl+P Ctrl+T Ctrl+9 = / N A Z Enter Esc")
    assert hands.window.page is given
    assert not [one for one in hands.window.findChildren(Overlay) if one.isVisible()]
    assert answers(hands) == (3, None, None)


def test_the_crew_takes_it_back_by_holding(hands: Hands) -> None:
    """Where the talk stands now; all keys work again."""
    hands.press(f"{GIVEN} 4 3 3")
    hold_escape(hands)
    assert hands.window.page is hands.session.room
    assert hands.window.status.isVisible()
    assert hands.page.section is Section.ALCOHOL
    assert asked(hands) == "score"
    assert hands.message.startswith(words("alcohol.said.back_again"))
    hands.press("Enter D Enter")
    assert asked(hands) == "goal"
    hands.press("F2")
    assert hands.session.workplace.isVisible()


def test_who_has_a_pin_takes_it_back_with_it(hands: Hands) -> None:
    """A wrong one is refused in words, Escape goes back to the question, the right one is let in."""
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, PIN).drop()
    hands.press(GIVEN)
    hold_escape(hands)
    hands.press("Esc 4")
    assert answers(hands) == (3, None, None)
    hold_escape(hands)
    given = page(hands)
    hands.type("0852")
    hands.until(lambda: given.pin.note == words("errors.pin_wrong", left=TRIES - 1))
    assert page(hands).pin.isVisible()


def test_the_right_pin_is_let_in(hands: Hands) -> None:
    """As soon as its last digit is typed."""
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, PIN).drop()
    hands.press(GIVEN)
    hold_escape(hands)
    hands.type(PIN)
    hands.until(lambda: hands.window.page is hands.session.room)


def test_after_the_last_wrong_pin_it_is_locked(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever tries PINs at a screen that was handed over sees the lock, not the records."""
    pins, seconds = hands.program.access.pins, [0.0]
    monkeypatch.setattr(pins, "_stopwatch", lambda: seconds[0])
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, PIN).drop()
    hands.press(f"{GIVEN} 4")
    hold_escape(hands)
    given = page(hands)
    for left in range(TRIES - 1, 0, -1):
        hands.type("0852")
        hands.until(partial(_says, given, words("errors.pin_wrong", left=left)))
        seconds[0] += 60
    hands.type("0852")
    hands.until_locked()


def test_veil_and_lock_come_by_themselves(hands: Hands) -> None:
    """A minute without a touch covers the page, five lock it; whoever unlocks finds the question again."""
    hands.press(f"{GIVEN} 4")
    given = page(hands)
    leave_alone(hands, times=3)
    assert hands.window.veiled
    hands.press("X")
    assert page(hands) is given
    leave_alone(hands, times=15)
    hands.until_locked()
    assert hands.window.status.isVisible()
    hands.unlock(FOUR_WORDS)
    hands.until(lambda: hands.window.page is hands.session.room)
    assert asked(hands) == "ask_2"
    hands.press("C")
    assert answers(hands) == (3, 2, None)


def test_the_lock_key_works(hands: Hands) -> None:
    """It leads away from everything."""
    hands.press(f"{GIVEN} 4")
    hands.lock()
    assert hands.shown.session is None
