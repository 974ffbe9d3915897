"""Words that are typed where letters say how somebody left finish no visit by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.mark.parametrize("typed", ["blue skirt", "mug", "at the bar", "fae"])
def test_enter_behind_words_asks_first(hands: Hands, typed: str) -> None:
    """One Ctrl+Z takes all of them back; the second Enter would have finished."""
    hands.press("N D A 7")
    before = hands.visit
    hands.type(typed)
    hands.press("Enter")
    assert hands.message.startswith(words("visit.said.leaving_word"))
    assert hands.window.page is hands.session.room
    hands.press("Ctrl+Z")

    assert hands.visit.outcome is None
    assert hands.visit.needs == before.needs


def test_the_second_enter_finishes(hands: Hands) -> None:
    """Whoever meant it loses one key."""
    hands.press("N D A 7")
    hands.type("wet f")
    hands.press("Enter Enter")
    hands.settle()

    assert hands.stored()[0].outcome is Outcome.HOME_WITH_FRIEND_FAMILY


def test_quick_answers_finish_at_once(hands: Hands) -> None:
    """How they left, where they would have gone and on what basis are three keys."""
    hands.press("N D A 7 F O U Enter")
    hands.settle()

    assert hands.window.page is not hands.session.room
    assert hands.stored()[0].departed_at is not None


def test_another_section_forgets_the_word(hands: Hands) -> None:
    """Whoever looked elsewhere and comes back is not asked about what was typed before."""
    hands.press("N D A 7")
    hands.type("wet f")
    hands.press("2 7 Enter")

    assert hands.window.page is not hands.session.room


def test_a_visit_without_outcome_is_not_asked_about(hands: Hands) -> None:
    """Nothing would be finished."""
    hands.press("N 7")
    hands.type("kk")
    hands.press("Enter")

    assert hands.page.section is Section.LEAVING
    assert hands.message != words("visit.said.leaving_word")


def test_words_behind_the_last_line_of_a_part_stay_words(hands: Hands) -> None:
    """Enter keeps the last line of Spiking and stays; what is typed on goes there, and the next Enter goes on."""
    hands.press("N 6 S")
    line = hands.page.findChild(QLineEdit, "spiking.place")
    assert line is not None
    line.setFocus()
    hands.type("Blue")
    hands.press("Enter")
    assert hands.message == words("safety.said.kept")
    hands.type(" Moon")
    hands.press("Enter")
    assert (hands.page.section, hands.visit.outcome) == (Section.SAFETY, None)
    hands.press("Enter")

    assert hands.page.section is Section.LEAVING
    assert hands.visit.spiking is not None
    assert hands.visit.spiking.place == "Blue Moon"


def test_an_empty_last_line_goes_on_at_once(hands: Hands) -> None:
    """There is nothing to type on; and Up leads out of a line, with words or without."""
    hands.press("N 6 S")
    line = hands.page.findChild(QLineEdit, "spiking.clothing")
    assert line is not None
    line.setFocus()
    hands.type("red coat")
    hands.press("Up")
    assert not line.hasFocus()
    hands.press("Down Down Enter")

    assert hands.page.section is Section.LEAVING
