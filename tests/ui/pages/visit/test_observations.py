"""Section 3 by real keys: no reading is lost, none is kept at a wrong time, and the result is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mavis.domain.record.observation import Consciousness
from mavis.domain.scores.news2 import Risk
from mavis.system.wording import words
from mavis.ui.pages.visit.observations.panel import ObservationsPanel
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.presenters.visit.timeline.events import timeline
from mavis.ui.widgets.rail import RailButton

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def panel(hands: Hands) -> ObservationsPanel:
    """The panel of section 3.

    Raises:
        TypeError: another panel is there.
    """
    found = hands.page.panels[Section.OBSERVATIONS]
    if not isinstance(found, ObservationsPanel):
        raise TypeError(found)
    return found


def ticked(hands: Hands, level: str) -> bool:
    """Whether the chip of how awake they are shows as chosen."""
    chip = hands.chip("observations.awake", level)
    return isinstance(chip, QAbstractButton) and chip.isChecked()


def test_words_not_understood_stay_at_their_own_time(hands: Hands, clock: SettableClock) -> None:
    """Twelve minutes later the line is empty; the first set and its note keep their time, and so does the second."""
    hands.press("N 3")
    hands.type("r16 s97 13o p88 a")
    hands.press("Enter")
    begun = clock()
    assert panel(hands).is_typing
    assert "Not understood: 13o" in panel(hands).line.note
    hands.press("Esc Esc")
    later = clock.advance(minutes=12)
    hands.press("1 3")
    assert panel(hands).line.text == ""
    hands.type("r20 s94 130/80 p110 v")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert [(one.at, one.respiration, one.pulse) for one in visit.observations] == [(begun, 16, 88), (later, 20, 110)]
    assert [(note.at, note.text) for note in visit.notes] == [(begun, "Not understood: 13o")]


def test_a_reading_that_cannot_be_holds_no_other_back(hands: Hands) -> None:
    """The others are saved; it is kept in words."""
    hands.press("N 3")
    hands.type("s101 p88")
    hands.press("Enter Esc Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert [(one.spo2, one.pulse) for one in visit.observations] == [(None, 88)]
    assert [note.text for note in visit.notes] == ["Not understood: SpO2 101"]


def test_a_lock_records_the_line_once(hands: Hands, clock: SettableClock) -> None:
    """After it the line is empty, with nothing saved a second time."""
    hands.press("N 3")
    hands.type("p88 drunk ")
    begun = clock()
    hands.lock()
    clock.advance(minutes=12)
    hands.unlock()

    assert panel(hands).line.text == ""
    assert [(one.at, one.pulse) for one in hands.visit.observations] == [(begun, 88)]
    assert [(note.at, note.text) for note in hands.visit.notes] == [(begun, "Not understood: drunk")]


def test_an_opened_visit_has_its_digits(hands: Hands) -> None:
    """Left in section 3 and opened again, a 3 chooses the section and is no reading."""
    hands.press("N 3 Esc Esc 1")
    assert hands.page.section is Section.OBSERVATIONS
    assert not panel(hands).is_typing
    hands.press("3")
    hands.type("r12 s97")
    assert panel(hands).line.text == "r12 s97"
    hands.press("Enter")

    assert [(one.respiration, one.spo2) for one in hands.visit.observations] == [(12, 97)]


def test_a_digit_too_many_is_told_and_loses_nothing(hands: Hands) -> None:
    """In front it is left out, and Enter goes on; behind the letter it is told, and Enter waits."""
    hands.press("N 3 3")
    hands.type("r12 ")
    assert panel(hands).line.note == words("observations.dropped", digit="3")
    hands.press("Enter 3")
    hands.type("p88 v6")
    hands.press("Enter")

    assert "Not understood: 6" in panel(hands).line.note
    assert hands.page.section is Section.OBSERVATIONS
    hands.press("Esc 4")
    first, second = hands.visit.observations
    assert (first.respiration, second.pulse, second.consciousness) == (12, 88, Consciousness.VOICE)


def test_how_awake_shows_before_enter(hands: Hands) -> None:
    """A V at the end ticks its chip; a lone P may be a pulse, and ticks nothing until there is one."""
    hands.press("N 3")
    seen = []
    for text in ("r16 p", "88 v"):
        hands.type(text)
        seen.append((ticked(hands, "P"), ticked(hands, "V")))
    hands.page.refresh()
    seen.append((ticked(hands, "P"), ticked(hands, "V")))
    hands.press("Backspace")
    seen.append((ticked(hands, "P"), ticked(hands, "V")))

    assert seen == [(False, False), (False, True), (False, True), (False, False)]


def test_how_awake_goes_with_the_last_letter_of_the_line(hands: Hands) -> None:
    """An emptied line ticks nothing, whether its word had an end or was kept on the way."""
    for line in ("a", "alert ", "p72, a,"):
        hands.press("Ctrl+N 3")
        hands.type(line)
        hands.page.flush()
        assert ticked(hands, "A")
        hands.press("Ctrl+A Del")
        assert (ticked(hands, "A"), hands.visit.observations) == (False, ())


def test_enter_says_the_result(hands: Hands) -> None:
    """In the message slot and in the timeline, against the set before."""
    told = []
    hands.press("N 3")
    for line in ("r16 s97 b120/80 p111 a t36.8", "r25 s97 b120/80 p111 v t36.8", "r 16"):
        hands.type(line)
        hands.press("Enter")
        told.append(hands.message)
        hands.press("3")
    events = {one.event for one in timeline(hands.visit, str, None, hands.visit.arrived_at)}

    assert [one.split(". Undo")[0] for one in told] == [
        f"NEWS2 2, {words(f'observations.risk.{Risk.LOW}')}",
        "NEWS2 8, high, was 2: worse",
        "NEWS2 not complete: at least 0. The 8 before still stands",
    ]
    assert "NEWS2 8, high, was 2: worse" in events


def test_lines_one_after_another_are_sets_and_tick_nothing(hands: Hands) -> None:
    """The line stays after Enter, says what it kept, and takes the next one; Enter in the empty line goes on."""
    hands.press("N D 2 A 3")
    for line in ("r18 s97 b118/76 p88 a t36.8", "22 94 a 105 96 v 37.1", "r22 s94 b101"):
        hands.type(line)
        hands.press("Enter")
        assert hands.page.section is Section.OBSERVATIONS
        assert panel(hands).line.text == ""
        assert panel(hands).line.note.startswith("Kept: resp")
    assert panel(hands).is_typing
    hands.press("Enter")

    assert hands.page.section is Section.CARE
    assert hands.visit.care == ()
    assert [(one.respiration, one.systolic) for one in hands.visit.observations] == [(18, 118), (22, 105), (22, 101)]


def test_what_the_line_kept_and_undo_took_back_is_not_told_as_kept(hands: Hands) -> None:
    """The line then says again what it is for."""
    hands.press("N 3")
    hands.type("p88")
    hands.press("Enter Ctrl+Z")

    assert hands.visit.observations == ()
    assert panel(hands).line.note == words("observations.line_empty")


@pytest.mark.parametrize("section", ["1", "2", "3 Esc", "4", "6", "6 A", "7"])
@pytest.mark.parametrize("line", ["r22 s94 b105/60", "22 94 a 105 96 v", "pulse 88 s94", "a p88 s94", "b10 s94"])
def test_readings_typed_at_answers_go_to_their_line(hands: Hands, section: str, line: str) -> None:
    """Wherever letters are answers: what they ticked is taken back, nothing else is, and the line has the keys."""
    hands.press(f"N D 4 W {section} PgDown")  # a key that is no part of a line
    before = hands.visit
    for key in line:
        hands.type(key)  # each to whatever has the keyboard by then

    assert hands.page.section is Section.OBSERVATIONS
    assert panel(hands).line.text == line
    hands.press("Enter Ctrl+Z")
    assert replace(hands.visit, observations=()) == before


def test_a_digit_alone_in_the_line_leads_to_its_section(hands: Hands) -> None:
    """With Enter or with a letter, which is an answer there; two digits are a reading."""
    hands.press("N D 3 4")
    assert panel(hands).line.note == words("observations.line_digit", section=words("visit.section.care"))
    hands.press("Enter")
    assert hands.page.section is Section.CARE
    hands.press("3 4 W")
    assert [one.kind.value for one in hands.visit.care] == ["water"]
    hands.press("3")
    hands.type("18 97")
    hands.press("Enter 7 A")

    assert [(one.respiration, one.spo2, one.consciousness) for one in hands.visit.observations] == [(18, 97, None)]
    assert hands.visit.outcome is not None
    assert hands.visit.notes == ()


def test_half_a_number_has_no_points(hands: Hands) -> None:
    """No red 3 for a pressure of 10 on the way to 105; a space makes it whole as well."""
    hands.press("N 3")
    seen = []
    for text in ("b1", "0", "5", "/60 t3", "5", ".8"):
        hands.type(text)
        boxes = panel(hands).boxes
        seen.append((boxes["systolic"].view.points, boxes["temperature_tenths"].view.points))

    assert seen == [(None, None), (None, None), (1, None), (1, None), (1, None), (1, 1)]


def test_a_replaced_line_keeps_the_key_that_replaces_it(hands: Hands) -> None:
    """Ctrl+A and another line: each key is written, and the set is corrected, not taken a second time."""
    hands.press("N 3")
    hands.type("p120 r24 s93 ")
    hands.press("Ctrl+A")
    hands.type("p110 r26 s91 b95/60 t35.2 ")

    assert panel(hands).line.text == "p110 r26 s91 b95/60 t35.2 "
    hands.press("Enter")
    assert [(one.pulse, one.respiration, one.systolic) for one in hands.visit.observations] == [(110, 26, 95)]


def test_an_emptied_line_takes_its_set_back(hands: Hands) -> None:
    """What is typed into it next is a set of its own, which Undo of the first leaves alone."""
    hands.press("N 3")
    hands.type("p120 ")
    hands.press("Ctrl+A Del")
    assert (panel(hands).line.text, hands.visit.observations) == ("", ())
    hands.type("p110")
    hands.press("Enter")

    assert [one.pulse for one in hands.visit.observations] == [110]


def test_the_last_set_is_corrected(hands: Hands, clock: SettableClock) -> None:
    """Up in the empty line brings it back; it stays one set at its own time, and Undo takes the correction back."""
    hands.press("N 3")
    hands.type("p20 r26 s91 b95/60 t35.2")
    hands.press("Enter")
    begun, line = clock(), panel(hands).line
    clock.advance(minutes=2)
    hands.press("3 Up")
    assert line.text == "r26 s91 p20 t35.2 b95/60"
    corrects = words("observations.line_corrects", time=clock_text(begun))
    assert corrects in {one.text() for one in line.findChildren(QLabel)}
    hands.press("Ctrl+A")
    hands.type("p120 r26 s91 b95/60 t35.2")
    hands.press("Enter")

    assert [(one.at, one.pulse) for one in hands.visit.observations] == [(begun, 120)]
    assert [each.news2 for each in hands.visit.observations] == [None]
    assert corrects not in {one.text() for one in line.findChildren(QLabel)}
    hands.press("Ctrl+Z")
    assert [(one.at, one.pulse) for one in hands.visit.observations] == [(begun, 20)]


def test_a_correction_that_is_undone_leaves_the_line(hands: Hands) -> None:
    """Otherwise the line would write it again; the button does what the key does."""
    hands.press("N 3")
    hands.type("p20")
    hands.press("Enter 3")
    hands.click(hands.button("Correct"))
    hands.type("0 ")
    assert [one.pulse for one in hands.visit.observations] == [200]
    hands.press("Esc Ctrl+Z")
    assert (panel(hands).line.text, [one.pulse for one in hands.visit.observations]) == ("", [20])
    hands.press("Enter")

    assert [one.pulse for one in hands.visit.observations] == [20]


def test_nothing_old_is_offered_to_correct(hands: Hands, clock: SettableClock) -> None:
    """A quarter of an hour later the line only takes another set."""
    hands.press("N 3")
    hands.type("p20")
    hands.press("Enter")
    clock.advance(minutes=16)
    hands.press("Up")

    assert panel(hands).line.text == ""


def test_an_empty_line_lets_the_key_of_the_name_through(hands: Hands) -> None:
    """No reading begins with it."""
    hands.press("N 3 /")
    assert hands.page.header.name.edit.hasFocus()
    hands.press("Esc 3")
    hands.type("130/80")

    assert panel(hands).line.text == "130/80"


def test_undo_in_an_emptied_line_takes_back_what_was_done_last(hands: Hands) -> None:
    """The message offers to undo a tick, so Ctrl+Z takes back the tick, not the letters that were cleared."""
    hands.press("N 3")
    hands.type("pink wig")
    hands.press("Ctrl+A Del")
    hands.click(hands.chip("observations.awake", "P"))
    hands.press("3")
    assert panel(hands).is_typing
    hands.type("x")
    hands.press("Backspace Ctrl+Z")

    assert (panel(hands).line.text, hands.visit.observations) == ("", ())


def test_the_line_says_what_escape_and_digits_do(hands: Hands) -> None:
    """While it has the keyboard Escape leaves the line and digits are readings; then they are what they were."""
    seen = []
    hands.press("N 3")
    for keys in ("", "Esc", "1"):
        hands.press(keys)
        back, arrival = (hands.session.room.rail.findChild(RailButton, f"rail.{code}") for code in ("back", "arrival"))
        if not (isinstance(back, RailButton) and isinstance(arrival, RailButton)):
            raise TypeError(back, arrival)
        seen.append((back.view.keys, back.view.second, arrival.view.live))

    assert seen == [("", words("visit.back_to.field"), False), ("Esc", "", True), ("Esc", "", True)]
