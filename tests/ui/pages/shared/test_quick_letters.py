"""Words typed where letters are answers: told on every page of questions, and taken back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.safeguarding import ReferralConsent
from mavis.system.wording import words
from tests.ui.windows import rest

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_PAUSE_MS = 400
"""Longer than between two letters of a word."""


def _told(hands: Hands, number: int) -> bool:
    return hands.message.startswith(words("visit.said.burst", number=number))


def _write(hands: Hands, text: str) -> None:
    """Type letter by letter, each wherever the keyboard is by then."""
    for letter in text:
        hands.type(letter)


def test_words_at_the_open_referrals_go_back_in_one_step_with_what_ran_into_a_field(hands: Hands) -> None:
    """Not closed, tomorrow, and the rest as who asks again; letters without a use count as well."""
    hands.press("N 6 F P Esc Esc Esc F6 1 Y")
    before = hands.visit
    rest(hands, _PAUSE_MS)
    _write(hands, "leah calls danny on tuesday")
    hands.press("Esc")
    (changed,) = hands.visit.referrals
    assert (changed.owner, changed.chase_on is None) == ("uesday", False)
    assert _told(hands, 17)
    hands.press("Ctrl+Z")
    assert hands.visit == before
    hands.press("Ctrl+Y")

    assert hands.visit.referrals == (changed,)


def test_words_at_a_column_of_the_visit_go_back_in_one_step_with_what_ran_into_a_field(hands: Hands) -> None:
    """More referrals, consent to one of them, and the rest as the reason."""
    hands.press("N 6 F P")
    before = hands.visit
    rest(hands, _PAUSE_MS)
    _write(hands, "leah hardly spoke")
    hands.press("Esc")
    assert (ReferralConsent.YES, " spoke") in [(one.consent, one.reason) for one in hands.visit.referrals]
    assert _told(hands, 10)
    hands.press("Ctrl+Z")

    assert hands.visit == before


def test_words_at_the_list_of_head_injury_are_told(hands: Hands) -> None:
    """Its letters are its own, and count as any others do."""
    hands.press("N Shift+L Enter Enter 1 H 2 .")
    before = hands.visit
    rest(hands, _PAUSE_MS)
    _write(hands, "only dizzy")
    assert "word" in hands.message
    hands.press("Ctrl+Z")

    assert hands.visit == before


def test_words_of_a_visit_that_end_in_a_field_are_told_and_go_back_in_one_step(hands: Hands) -> None:
    """Letters that tick, a comma that leads to the place, and the rest of the words in it."""
    hands.press("N Shift+L Enter Enter 1")
    before = hands.visit
    _write(hands, "black shirt")
    assert hands.visit.needs
    assert _told(hands, 10)
    _write(hands, ", split lip")
    hands.press("Esc")
    assert hands.visit.found_location
    assert _told(hands, 10)
    hands.press("Ctrl+Z")

    assert hands.visit == before


def test_words_without_an_answer_are_no_concern(hands: Hands) -> None:
    """Nothing is told that takes back nothing, and the answer before them stays a step of its own."""
    hands.press("N 6 F P Esc Esc F6 1 Y")
    before = hands.visit
    rest(hands, _PAUSE_MS)
    _write(hands, "hello bus")

    assert hands.visit == before
    assert "word" not in hands.message


def test_answers_as_fast_as_hands_go_are_no_words(hands: Hands) -> None:
    """Yes and no to many questions, and five answers in a second, are steps of their own."""
    hands.press("N 6 F P Esc Esc F6 1 Y N Y N Y N Y N Ctrl+Z")
    assert "word" not in hands.message
    hands.press("Esc Ctrl+N 4 W F R L C Ctrl+Z")

    assert len(hands.visit.care) == 4


def test_what_is_typed_later_into_the_same_field_is_a_step_of_its_own(hands: Hands) -> None:
    """Whoever lets the words stand and writes the place anew takes back the place alone."""
    hands.press("N Shift+L Enter Enter 1")
    _write(hands, "black shirt, split lip")
    hands.press("Esc")
    stood = hands.visit
    hands.press(",")
    hands.type("by the pier")
    hands.press("Esc")
    assert "word" not in hands.message
    hands.press("Ctrl+Z")

    assert hands.visit == stood


def test_what_is_done_before_the_field_is_left_is_no_part_of_the_words(hands: Hands) -> None:
    """A click on an answer while the field has the keyboard is meant: it and the field are steps of their own."""
    hands.press("N Shift+L Enter Enter 1")
    _write(hands, "black shirt, split lip")
    hands.settle()
    chip = hands.chip("arrival.need", "cold")
    held = hands.visit.needs
    hands.page.scroller.ensureWidgetVisible(chip)
    hands.click(chip)
    hands.press("Esc Ctrl+Z")

    assert hands.visit.needs == held
