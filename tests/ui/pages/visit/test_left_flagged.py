"""Somebody goes home with a red flag open: the page, the message and the close ask why, and nothing is compelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from mavis.domain.record.diversion import WouldHave
from mavis.domain.record.outcome import Outcome
from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.timeline.events import timeline
from mavis.ui.widgets.text import TextLabel
from tests.ui.test_put_right import open_gap

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands

WHY = words("safety.left_flagged", more=".", letter="E")


def seen(hands: Hands) -> list[str]:
    """Every text that can be read on the page."""
    return [label.text() for label in hands.page.findChildren(TextLabel) if label.isVisible()]


def how_triage_was_set(hands: Hands) -> str:
    """What the timeline says of the category."""
    (visit,) = hands.page.presenter.desk.visits.values()
    told = timeline(visit, lambda person: person, None, visit.arrived_at)
    return next(one.detail for one in told if one.icon == "warning")


def test_a_spiked_visitor_who_falls_ill_and_goes_home_is_asked_about(hands: Hands) -> None:
    """After AMBER as advised: the foot asks, Enter finishes all the same, and the close leads to the answer."""
    hands.press("N S 2 A")
    assert how_triage_was_set(hands).startswith("as advised \N{MIDDLE DOT}")
    hands.press("6 S S")
    assert how_triage_was_set(hands).startswith("as advised then")
    hands.press("7 F")
    assert WHY in seen(hands)
    hands.press("Enter")
    assert hands.session.workplace.place == "board"
    open_gap(hands, Gap.LEFT_FLAGGED)
    assert hands.page.form.grids["leaving.advised"].isAncestorOf(hands.focused)
    hands.press("E")
    assert WHY not in seen(hands)
    hands.settle()
    assert [visit.outcome_advised for visit in hands.stored()] == [Outcome.OWN_TRANSPORT_TO_ED]


def test_the_row_that_the_close_leads_to_stays_in_sight_when_the_foot_grows(hands: Hands) -> None:
    """The foot takes a line more a second later; the row was the last that was seen above it."""
    hands.press("N S 2 A 6 S S 7 F Enter")
    open_gap(hands, Gap.LEFT_FLAGGED)
    chip, port = hands.focused, hands.page.scroller.viewport()
    hands.until(lambda: not hands.page.scroller.is_settling)
    before = port.height()
    hands.page.foot.setMinimumHeight(hands.page.foot.height() + 80)
    hands.until(lambda: port.height() < before)
    hands.until(lambda: port.rect().contains(QRect(chip.mapTo(port, QPoint(0, 0)), chip.size())))


def test_what_was_advised_then_is_told_apart_from_what_is_advised_now(hands: Hands) -> None:
    """GREEN as advised; then they turn out to be drunk, and AMBER is advised."""
    hands.press("N L 2 G")
    assert how_triage_was_set(hands).startswith("as advised \N{MIDDLE DOT}")
    hands.press("2 M")
    assert how_triage_was_set(hands).startswith("as advised then")


def test_nobody_without_an_open_flag_is_asked(hands: Hands) -> None:
    """The same keys, and nothing is said."""
    hands.press("N S 2 A 7 F")
    assert WHY not in seen(hands)


def test_what_they_were_told_is_two_keys_at_the_foot(hands: Hands) -> None:
    """As the line says; how they left stays as it was answered."""
    hands.press("N S 2 A 6 S S 7 F . E")
    assert WHY not in seen(hands)
    hands.settle()
    (visit,) = hands.stored()
    assert (visit.outcome, visit.outcome_advised) == (Outcome.HOME_WITH_FRIEND_FAMILY, Outcome.OWN_TRANSPORT_TO_ED)


def test_the_keys_of_the_line_answer_as_well_when_the_list_is_open(hands: Hands) -> None:
    """The close opens it; a stop that closed it would hand the letter to how they left, and record a false A&E."""
    hands.press("N S 2 A 6 S S 7 F Enter")
    open_gap(hands, Gap.LEFT_FLAGGED)
    hands.press(". E")
    hands.settle()
    (visit,) = hands.stored()
    assert (visit.outcome, visit.outcome_advised) == (Outcome.HOME_WITH_FRIEND_FAMILY, Outcome.OWN_TRANSPORT_TO_ED)


def test_the_line_says_of_a_flag_that_it_was_better_since(hands: Hands, clock: SettableClock) -> None:
    """Drowsy, then alert, then home: it is asked all the same, for only a clinician closes the flag."""
    hands.press("N 3")
    hands.type("v")
    hands.press("Enter 2 A")
    then = clock.advance(minutes=14)
    hands.press("3")
    hands.type("a")
    hands.press("Enter 7 F")
    assert words("safety.left_better", time=clock_text(then), more=".", letter="E") in seen(hands)
    hands.press(". E")
    assert hands.visit.outcome_advised is Outcome.OWN_TRANSPORT_TO_ED


def test_a_letter_that_the_list_does_not_know_changes_no_answer_that_stands(hands: Hands) -> None:
    """X is a taxi above the list, and they went with a friend; Z is still free for what nobody has answered."""
    hands.press("N S 2 A 6 S S 7 F . X")
    assert hands.visit.outcome is Outcome.HOME_WITH_FRIEND_FAMILY
    hands.press("Z")
    assert hands.visit.diversion.would_have is WouldHave.NOTHING
