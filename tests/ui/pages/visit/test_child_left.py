"""Somebody under 18 leaves: the foot, the message and the close say what was not asked, and nothing is compelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.pages.steps.row import StepRow
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.parts import safety_note
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


def test_a_child_who_goes_with_family_is_asked_about_too(hands: Hands) -> None:
    """A spiking and the police on record say nothing of it: the rail says “to ask” until the first answer."""
    hands.press("N N W S 2 A 6 S D Esc F P Esc 7 F")
    assert hands.visit.spiking
    assert hands.visit.referrals
    assert safety_note(hands.visit) == words("safety.rail.asked")
    assert WAY in seen(hands)
    hands.press("Enter")
    assert hands.message.startswith(words("safety.finished_child", code="K1"))
    open_gap(hands, Gap.CHILD_LEFT)
    assert hands.page.section is Section.SAFETY


def test_an_adult_is_not_asked_about(hands: Hands) -> None:
    """They may take a taxi."""
    hands.press("N N E 2 G 7 X")
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
