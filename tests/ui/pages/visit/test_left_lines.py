"""A line of observations that somebody was called away from: half a number is no reading, and it waits to be ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
