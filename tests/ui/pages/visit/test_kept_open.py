"""What keeps a visit from being finished: a time that cannot be, said and led to, before words are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from tests.ui.pages.visit.test_left_at import left_at

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.mark.parametrize("typed", ["2359", "2030", "late"])
def test_a_time_that_cannot_be_keeps_the_page(hands: Hands, typed: str) -> None:
    """Not yet, before they came, no time: the words stay, and Enter leads back to them."""
    hands.press("N 7 A K")
    hands.type(typed)
    hands.press("Enter")

    assert hands.page.isVisible()
    assert (left_at(hands).text(), left_at(hands).hasFocus()) == (typed, True)
    assert hands.visit.departed_at == hands.visit.arrived_at


def test_an_arrival_that_cannot_be_keeps_the_page_as_well(hands: Hands) -> None:
    """It is said and has the keyboard, however the page is left; once it is right the visit is finished."""
    hands.press("N D 2 G 7 F -")
    hands.type("22:002236")
    hands.press("Esc")
    hands.click(hands.button(words("visit.finish")))
    still = words("visit.said.time_not_taken", name=words("visit.here_since"), time="22:00")
    since = hands.page.side.since.field.edit
    assert hands.page.isVisible()
    assert (hands.message, since.hasFocus(), since.text()) == (still, True, "22:002236")
    hands.type("2145")
    hands.press("Enter Enter")
    hands.settle()

    assert not hands.page.isVisible()
    assert hands.stored()[0].arrived_at.minute == 45


def test_who_goes_elsewhere_is_told_that_a_time_was_not_taken(hands: Hands) -> None:
    """By Escape to the board; the old time stands."""
    still = words("visit.said.time_not_taken", name=words("visit.here_since"), time="22:00")
    hands.press("N -")
    hands.type("2236")
    hands.press("Esc Esc")

    assert not hands.page.isVisible()
    assert hands.message == still


def test_a_time_is_put_right_before_words_are_asked_about(hands: Hands) -> None:
    """One thing at a time: the time that was not taken, then the words, and then the visit is finished."""
    hands.press("N D 2 G 7")
    hands.type("wet f")
    hands.press("-")
    hands.type("2236")
    hands.press("Esc Enter")
    assert hands.page.side.since.field.edit.hasFocus()
    assert hands.message == words("visit.said.time_not_taken", name=words("visit.here_since"), time="22:00")
    hands.type("2145")
    hands.press("Enter Enter")
    assert hands.message.startswith(words("visit.said.leaving_word"))
    hands.press("Enter")

    assert not hands.page.isVisible()
