"""A line of observations that somebody was called away from: half a number is no reading, and it waits to be ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.presenters.visit.questions import Section
from tests.ui.pages.visit.test_observations import panel

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands

HALF = "Not finished: Pulse 8"


def taken(hands: Hands) -> list[tuple[int | None, int | None, int | None]]:
    """What every set of the visit holds of breath, oxygen and pulse."""
    return [(one.respiration, one.spo2, one.pulse) for one in hands.visit.observations]


def begin(hands: Hands, line: str = "r14 s95 p8") -> None:
    """A visit with a line that is half typed."""
    hands.press("N 3")
    hands.type(line)


def test_a_lock_in_the_middle_of_a_number_makes_no_reading_of_it(hands: Hands) -> None:
    """The line comes back with the caret behind it; its next digit ends the word, in the same set."""
    begin(hands)
    hands.lock()
    hands.unlock()
    assert taken(hands) == [(14, 95, None)]
    line = panel(hands).line
    assert (line.text, line.edit.hasFocus(), line.edit.selectedText()) == ("r14 s95 p8", True, "")
    assert not hands.visit.notes
    hands.type("2")
    hands.press("Enter")

    assert taken(hands) == [(14, 95, 82)]


def test_another_visit_in_the_middle_of_a_number_makes_no_reading_of_it(hands: Hands) -> None:
    """Ctrl+N for the next person; back in the visit the line is there, the caret behind it, and its note is gone."""
    begin(hands)
    first = hands.visit.id
    hands.press("Ctrl+N")
    assert panel(hands).line.text == ""
    assert [note.text for note in hands.session.desk.visits[first].notes] == [HALF]
    assert hands.message == HALF
    hands.press("Ctrl+Tab 2 Enter")

    assert taken(hands) == [(14, 95, 82)]
    assert not hands.visit.notes


def test_a_whole_line_is_ended_where_it_is_left(hands: Hands) -> None:
    """Nothing of it is half, so that the next set is another one."""
    begin(hands, "r14 s95 p82")
    hands.press("Esc 4 3")
    assert panel(hands).line.text == ""
    assert taken(hands) == [(14, 95, 82)]
    hands.type("p90")
    hands.press("Enter")

    assert taken(hands) == [(14, 95, 82), (None, None, 90)]


def test_what_was_touched_beside_a_half_line_stays(hands: Hands) -> None:
    """The chip of how awake they are belongs to the same set."""
    begin(hands)
    hands.click(hands.chip("observations.awake", "V"))
    hands.press("4 3 2 Enter")

    (one,) = hands.visit.observations
    assert (one.pulse, str(one.consciousness)) == (82, "V")


def test_a_half_line_of_long_ago_stays_a_note(hands: Hands, clock: SettableClock) -> None:
    """What is typed then is a set of its own time."""
    begin(hands)
    hands.press("Esc 4")
    clock.advance(minutes=11)
    hands.press("3")

    assert (hands.page.section, panel(hands).line.text) == (Section.OBSERVATIONS, "")
    assert [note.text for note in hands.visit.notes] == [HALF]


def test_words_of_ones_own_in_the_note_on_a_half_line_stay(hands: Hands) -> None:
    """Taken up in the timeline and written anew it is a note like any other; the line is given back all the same."""
    begin(hands)
    hands.press("Esc 4")
    (note,) = hands.visit.notes
    hands.page.side.go_on_with(note.id)
    hands.press("Ctrl+A")
    hands.type("Brother on his way")
    hands.press("Esc 3")

    assert panel(hands).line.text == "r14 s95 p8"
    assert [note.text for note in hands.visit.notes] == ["Brother on his way"]


@pytest.mark.parametrize("away", ["Ctrl+N", "Esc 4", "Esc Esc", "Enter Esc 4", "F6"])
def test_a_number_that_ends_in_a_point_is_no_reading(hands: Hands, away: str) -> None:
    """However the line is left: no 36.0 on record, one note on the whole word, and the line is there to be ended."""
    begin(hands, "r16 s98 b118/74 p84 a t36.")
    left = hands.visit.id
    hands.press(away)
    (one,) = hands.session.desk.visits[left].observations
    assert (one.pulse, one.temperature_tenths) == (84, None)
    assert [note.text for note in hands.session.desk.visits[left].notes] == ["Not finished: t36."]
    hands.session.show_visit(left)
    hands.page.go_to(Section.OBSERVATIONS)
    hands.press("8 Enter")

    assert [each.temperature_tenths for each in hands.visit.observations] == [368]
    assert not hands.visit.notes


def test_a_lock_behind_a_point_makes_no_reading(hands: Hands) -> None:
    """The line is back and its next digit ends the word."""
    begin(hands, "r16 t36.")
    hands.lock()
    hands.unlock()
    assert [one.temperature_tenths for one in hands.visit.observations] == [None]
    assert panel(hands).line.text == "r16 t36."
    hands.press("8 Enter")

    assert [one.temperature_tenths for one in hands.visit.observations] == [368]


@pytest.mark.parametrize("line", ["p84 b118/", "p84 118/", "p84 b118 over", "p84 b118/74.", "p84 g5,", "p84 t36. "])
def test_a_number_that_waits_for_its_rest_is_given_back(hands: Hands, line: str) -> None:
    """Only the word before it is on record."""
    begin(hands, line)
    hands.press("Esc 4")
    (one,) = hands.visit.observations
    assert (one.pulse, one.systolic, one.diastolic, one.glucose_tenths) == (84, None, None, None)
    hands.press("3")

    assert panel(hands).line.text == line


def test_a_point_alone_is_no_note(hands: Hands) -> None:
    """It says nothing behind a word that is whole."""
    begin(hands, "r16 a.")
    hands.press("Esc 4")

    assert not hands.visit.notes
