"""Words typed at the board, where letters count and open: told, taken back in one step, and heard by no other page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from mavis.ui.keys.blind_keys import SILENCE_MS
from tests.ui.windows import rest

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def write(hands: Hands, text: str) -> None:
    """Type letter by letter, each wherever the keyboard is by then."""
    for letter in text:
        hands.type(letter)


def counts(hands: Hands) -> dict[str, int]:
    """What the store holds of the counters that were counted."""
    hands.settle()
    shift = hands.session.session.shifts.current()
    tallies = () if shift is None else hands.session.session.shifts.tallies(shift.id)
    return {one.kind: one.count for one in tallies if one.count is not None}


@pytest.fixture
def finished(hands: Hands) -> Hands:
    """The board after a visit was finished."""
    hands.press("N D 2 A 7 F Enter")
    assert hands.window.page is hands.session.workplace
    rest(hands, SILENCE_MS // 2)
    return hands


def test_words_are_told_and_all_counts_go_back_in_one_step(hands: Hands) -> None:
    """Letters that count nothing are letters of a word as well; the same few, many times, are counts."""
    hands.press("B")
    rest(hands, SILENCE_MS // 2)
    write(hands, "cut with")
    assert hands.message.startswith(words("visit.said.burst", number=7))
    assert counts(hands) == {"foil_blanket": 1, "water": 1, "conversation": 2}
    hands.press("Ctrl+Z")
    assert counts(hands) == {"foil_blanket": 1}
    hands.press("Ctrl+Y")
    assert counts(hands) == {"foil_blanket": 1, "water": 1, "conversation": 2}
    rest(hands, SILENCE_MS // 2)
    write(hands, "wwfbwwfb")

    assert "word" not in hands.message


def test_words_that_open_a_visit_answer_nothing_there(finished: Hands) -> None:
    """The finished visit stays on the screen; the counts go back from there, and the next visit is answered again."""
    before = finished.stored()
    write(finished, "cut with a broken glass")
    assert finished.session.room.isVisible()
    assert finished.message.startswith(words("visit.said.burst", number=10))
    assert finished.stored() == before
    finished.press("Ctrl+Z")
    assert counts(finished) == {}
    finished.press("Esc N D")

    assert len(finished.visit.needs) == 1


def test_words_that_open_a_visit_without_a_count_are_told(finished: Hands) -> None:
    """There is nothing to take back; why the keys do nothing is said all the same."""
    write(finished, "zucke iron door")
    assert finished.window.page is finished.session.room
    assert words("board.typed_on") in finished.message
    rest(finished, SILENCE_MS + 100)
    finished.press("1 J")

    assert words("visit.said.is_finished") in finished.message


def test_a_visit_opened_after_a_few_counts_takes_its_answers_at_once(hands: Hands) -> None:
    """However fast the hands go: five counts, and somebody comes aboard."""
    write(hands, "wwfbpnd")

    assert len(hands.visit.needs) == 1


def test_a_note_without_a_visit_is_refused_and_its_words_count_nothing(hands: Hands) -> None:
    """Nor do digits of it open anybody; after a pause the letters count again."""
    hands.press("N Esc")
    rest(hands, SILENCE_MS)
    hands.press("Ctrl+T")
    write(hands, "with 1 friend")
    assert words("board.visit_first", keys="Ctrl+T") in hands.message
    assert counts(hands) == {}
    assert not hands.session.room.isVisible()
    rest(hands, SILENCE_MS + 100)
    hands.press("W")

    assert counts(hands) == {"water": 1}


def test_a_key_of_a_visit_that_no_words_follow_is_refused_and_the_next_key_counts(hands: Hands) -> None:
    """Whoever calls 999 from the board opens the visit at once, and presses it there."""
    hands.press("N Esc Ctrl+9")
    assert words("board.visit_first", keys="Ctrl+9") in hands.message
    hands.press("1 Ctrl+9")

    assert hands.visit.ambulance_requested_at is not None
