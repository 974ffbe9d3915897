"""A time in a part of Safety that cannot be: said, and put right before the visit is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from tests.ui.pages.visit.test_safety import field

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_a_time_that_cannot_be_keeps_the_visit_from_being_finished(hands: Hands) -> None:
    """It is said and has the keyboard, and the visit is finished once it is put right."""
    hands.press("N D 2 G 6 A J")
    hands.type("99")
    hands.press("Enter 7 F")
    hands.click(hands.button(words("visit.finish")))
    when = field(hands, "assault.at")
    assert hands.page.isVisible()
    assert (when.hasFocus(), when.text()) == (True, "99")
    assert hands.message == words("safety.said.time_not_taken", name=words("safety.row.assault.at"))
    when.selectAll()
    hands.type("2130")
    hands.press("Enter 7 Enter")
    hands.settle()
    assert not hands.page.isVisible()
    told = hands.stored()[0].assault
    assert told is not None
    assert told.at is not None
