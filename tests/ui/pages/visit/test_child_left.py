"""Somebody under 18 leaves by taxi: the foot, the message and the close ask who took them, and nothing is compelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.pages.steps.row import StepRow
from mavis.ui.presenters.visit.question import Section
from tests.ui.pages.visit.test_left_flagged import seen
from tests.ui.test_put_right import open_gap

if TYPE_CHECKING:
    from tests.ui.windows import Hands

WAY = words("safety.child_left", keys="6 G")


def test_a_child_in_a_taxi_is_asked_about_at_the_foot_and_at_the_close(hands: Hands) -> None:
    """One Enter finishes all the same; the close leads to the questions, and an answer there is enough."""
    hands.press("N N W 2 G 7 X")
    assert WAY in seen(hands)
    hands.press("Enter")
    assert hands.session.workplace.place == "board"
    assert hands.message.startswith(words("safety.finished_child", code="K1"))
    open_gap(hands, Gap.CHILD_LEFT)
    assert hands.page.section is Section.SAFETY
    hands.press("6 G")
    assert hands.page.panels.key_place(Section.SAFETY) == "safeguarding"


def test_the_keys_of_the_line_lead_to_the_questions(hands: Hands) -> None:
    """Danger is asked first, then who is with them; a word on that, and the line is gone."""
    hands.press("N N W 2 G 7 X 6 G N")
    hands.type("Gran")
    hands.press("Enter 7")
    assert WAY not in seen(hands)


def test_a_child_who_goes_with_somebody_and_an_adult_are_not_asked_about(hands: Hands) -> None:
    """Family says with whom; an adult may take a taxi."""
    hands.press("N N W 2 G 7 F")
    assert WAY not in seen(hands)
    hands.press("Enter N N E 2 G 7 X")
    assert WAY not in seen(hands)


def test_services_that_were_not_told_are_asked_for_at_the_close(hands: Hands) -> None:
    """The no is kept, and the row leads to the question where it was said; one Escape comes back."""
    hands.press("N N W 2 G 7 X 6 G N")
    hands.type("Gran")
    hands.press("Enter Y Y N Esc 7 Enter")
    open_gap(hands, Gap.SERVICES_NOT_TOLD)
    child = hands.visit.safeguarding.child if hands.visit.safeguarding else None

    assert child is not None
    assert (child.family_told, child.front_door_told) == (True, False)
    assert hands.page.section is Section.SAFETY
    row = hands.page.panels[Section.SAFETY].spot
    assert isinstance(row, StepRow)
    assert row.step.id == "front_door_told"
    hands.press("Esc")
    assert hands.session.workplace.place == "close"
