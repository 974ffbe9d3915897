"""A set of observations as it is typed: saved word by word, scored as it grows, ended by Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.half_typed import is_beyond
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits.visit import answer, observe, set_triage, tick_flag
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet, Pupils
from mavis.domain.record.presentation import Intoxication
from mavis.domain.scores.news2 import Parameter
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.presenters.visit.observations.kept_set import observed_words
from mavis.ui.presenters.visit.observations.left_lines import LeftLines
from mavis.ui.presenters.visit.observations.readings import readings, value_text
from mavis.ui.presenters.visit.observations.score_words import result_words
from mavis.ui.presenters.visit.observations.taking import ObservationsPresenter, next_look, time_words
from tests.builders import at
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

WHOLE = "18 97 a 120 88 a 36.8"


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """A night with one open visit."""
    open_night(program, session, hire(session)[:2])
    made = a_desk(program, session, StraightDoors())
    made.new_visit()
    return made


@pytest.fixture
def taking(desk: Desk) -> ObservationsPresenter:
    """The section of that visit."""
    return ObservationsPresenter(desk, lambda: next(iter(desk.visits.values())))


def _visit(desk: Desk) -> Visit:
    return next(iter(desk.visits.values()))


def _sets(desk: Desk) -> tuple[ObservationSet, ...]:
    return _visit(desk).observations


def test_only_a_finished_word_is_saved(desk: Desk, taking: ObservationsPresenter) -> None:
    """A pulse of 112 is never one of 11 on the way: no alarm is raised for a number that is not typed yet."""
    saved = []
    for end in range(len("p112 s97") + 1):
        taking.type_line("p112 s97"[:end])
        saved += [(one.pulse, one.spo2) for one in _sets(desk)]
    taking.flush()

    assert set(saved) == {(112, None)}
    assert [(one.pulse, one.spo2) for one in _sets(desk)] == [(112, 97)]


def test_a_whole_line_is_one_set(desk: Desk, taking: ObservationsPresenter) -> None:
    """Enter ends it, with its score; the next line is another set."""
    taking.type_line(WHOLE)
    assert taking.done()
    taking.type_line("p131 s97 a")
    assert taking.done()
    first, second = _sets(desk)

    assert (first.news2, first.gas, second.news2, second.pulse) == (0, BreathedGas.AIR, None, 131)
    assert taking.line == ""


def test_what_is_wrong_holds_enter_back_and_keeps_the_words(desk: Desk, taking: ObservationsPresenter) -> None:
    """Out of range or not understood: the sentence says what, and the line stays as it is."""
    for line, sentence in (("s101", "percent"), ("p88 drunk", "drunk"), ("", "")):
        taking.type_line(line)
        assert taking.said[1] is is_beyond(line)
        assert not taking.done()
        assert sentence in taking.said[0]
        assert taking.said[1] is bool(line)
        assert taking.line == line
    assert [one.spo2 for one in _sets(desk)] in ([], [None])


def test_a_value_taken_off_the_line_leaves_the_set(desk: Desk, taking: ObservationsPresenter) -> None:
    """And a set of which nothing is left is none; undo brings it back as any edit."""
    taking.type_line("p88 s97 ")
    taking.type_line("p88 ")
    assert [(one.pulse, one.spo2) for one in _sets(desk)] == [(88, None)]
    taking.type_line("")
    assert _sets(desk) == ()


def test_touch_and_line_go_together(desk: Desk, taking: ObservationsPresenter) -> None:
    """A touched answer is saved at once and stands beside what is typed."""
    taking.choose_awake(Consciousness.VOICE, on=True)
    taking.type_line("p88 ")
    taking.turn_gas()
    (one,) = _sets(desk)

    assert (one.consciousness, one.pulse, one.gas) == (Consciousness.VOICE, 88, BreathedGas.OXYGEN)
    taking.choose_awake(Consciousness.VOICE, on=False)
    assert _sets(desk)[0].consciousness is None
    taking.type_line("p88 a ")
    assert _sets(desk)[0].consciousness is Consciousness.ALERT
    taking.choose_awake(Consciousness.PAIN, on=True)
    taking.type_line("p88 a s9")
    assert _sets(desk)[0].consciousness is Consciousness.PAIN


def test_the_same_answer_as_before_is_a_new_look(desk: Desk, taking: ObservationsPresenter) -> None:
    """Its chip shows as chosen, so that using it says "off": until a set has begun that means "still so"."""
    taking.choose_awake(Consciousness.VOICE, on=True)
    LeftLines(desk, lambda: _visit(desk), taking).leave()
    taking.choose_awake(Consciousness.VOICE, on=False)

    assert [one.consciousness for one in _sets(desk)] == [Consciousness.VOICE] * 2


def test_leaving_ends_the_set_and_keeps_every_word(desk: Desk, taking: ObservationsPresenter) -> None:
    """What was understood is a set; a line that was not is kept as a note as well."""
    taking.type_line("p88")
    LeftLines(desk, lambda: _visit(desk), taking).leave()
    assert (taking.line, [one.pulse for one in _sets(desk)]) == ("", [88])
    taking.type_line("p90 drunk")
    LeftLines(desk, lambda: _visit(desk), taking).leave()
    visit = next(iter(desk.visits.values()))
    assert (taking.line, [one.pulse for one in visit.observations]) == ("", [88, 90])
    assert [note.text for note in visit.notes] == ["Not understood: drunk"]


def test_nobody_corrects_what_another_took(desk: Desk, taking: ObservationsPresenter) -> None:
    """A set says by whom it was taken; one's own is offered."""
    visit = next(iter(desk.visits.values()))
    offered = []
    for who in ("crew-9", desk.session.actor.id):
        desk.edit(visit.id, observe(ObservationSet(who, desk.clock(), who, pulse=88)))
        offered.append(taking.kept.to_correct is not None)

    assert offered == [False, True]
    assert LeftLines(desk, lambda: _visit(desk), taking).correct_last() == "p88"


def test_an_undone_set_is_noticed(desk: Desk, taking: ObservationsPresenter) -> None:
    """Undo takes the whole set back, with all its words."""
    noticed = [taking.kept.was_undone]
    taking.type_line("p88 s97 ")
    noticed.append(taking.kept.was_undone)
    desk.undo()
    noticed.append(taking.kept.was_undone)
    taking.begin_anew()
    noticed.append(taking.kept.was_undone)

    assert noticed == [False, False, True, False]


def test_when_the_next_look_is(desk: Desk, taking: ObservationsPresenter) -> None:
    """None before triage; sooner when the set that is being typed is bad."""
    assert next_look(_visit(desk), taking, CheckIntervals()) is None
    visit = next(iter(desk.visits.values()))
    desk.edit(visit.id, set_triage(TriageCategory.GREEN, desk.reference.flags, desk.clock(), "ruth"))
    assert next_look(_visit(desk), taking, CheckIntervals()) == desk.clock() + timedelta(minutes=30)
    taking.type_line("p131")
    assert next_look(_visit(desk), taking, CheckIntervals()) == desk.clock() + timedelta(minutes=15)
    taking.type_line("s101")
    assert next_look(_visit(desk), taking, CheckIntervals()) == desk.clock() + timedelta(minutes=30)


def test_taken_some_minutes_ago(desk: Desk, taking: ObservationsPresenter) -> None:
    """As far back as the arrival; the time stands on the button."""
    visit = next(iter(desk.visits.values()))
    desk.edit(visit.id, answer(arrived_at=at("21:40")))
    taking.earlier(10)
    assert time_words(taking.taken_at) == "Taken 21:50"
    taking.earlier(60)
    taking.type_line("p88 ")
    assert _sets(desk)[0].at == at("21:40")


@pytest.mark.parametrize(
    ("line", "headline", "under"),
    [
        ("", "No score yet", "touch"),
        ("p88", "at least 0", "breaths, SpO2"),
        (WHOLE, "NEWS2 0, low", "as planned"),
        ("25 97 a 120 88 a 36.8", "NEWS2 3, low to medium", "Last time 2."),
        ("25 97 a 120 88 v 36.8", "NEWS2 6, medium", "Urgent"),
        ("25 90 a 120 88 v 36.8", "NEWS2 9, high", "Call 999."),
    ],
)
def test_the_score_in_words(taking: ObservationsPresenter, line: str, headline: str, under: str) -> None:
    """What is missing is named; never a total from blanks."""
    taking.type_line(line)
    found = result_words(taking.now, 2 if "25 97 a 120 88 a" in line else None)

    assert headline in found[0]
    assert under in found[1]


def test_a_low_score_outweighs_no_red_flag(desk: Desk, taking: ObservationsPresenter) -> None:
    """Somebody with diabetes who is unwell is not checked again as planned."""
    visit = next(iter(desk.visits.values()))
    desk.edit(visit.id, tick_flag("diabetes", True, desk.reference.flags, at("22:00"), "crew-1"))
    taking.type_line(WHOLE)

    assert result_words(taking.now, None)[1] == words("observations.response.red_flag")


def test_where_news2_is_not_valid(desk: Desk, taking: ObservationsPresenter) -> None:
    """It says so instead of a score."""
    visit = next(iter(desk.visits.values()))
    desk.edit(visit.id, answer(age_band=AgeBand.UNDER_16))
    taking.type_line(WHOLE)

    assert result_words(taking.now, None)[0] == "NEWS2 is not valid under 16"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("p88 s97 a", ("3 values understood", False, False)),
        ("p88", ("1 value understood", False, False)),
        ("p88 air", ("2 values understood", False, False)),
        ("b98/60 o2", ("2 values understood", False, False)),
        ("p200", ("1 value understood", False, False)),
        ("p200 ", ("Pulse: is that right? It is kept.", False, True)),
        ("drunk ", ("Not understood: drunk", True, False)),
        ("drunk", ("", False, False)),
        ("p88, drunk,", ("Not understood: drunk", True, False)),
        ("p88, s97,a", ("3 values understood", False, False)),
        ("p88, t36,8, ", ("2 values understood", False, False)),
        ("p88, t36,", ("", False, False)),
        ("p88 gcs 1", ("", False, False)),
        ("p88 gcs 15", ("2 values understood", False, False)),
        ("r16 s97 b138/84 p92 a gcs15", ("6 values understood", False, False)),
        ("p88 e4 v5 m6", ("2 values understood", False, False)),
        ("p88 gcs12", (words("observations.gcs_parts", total="12"), True, False)),
        ("p88 gcs 14 ", (words("observations.gcs_parts", total="14"), True, False)),
        ("p88 e14", ("Eye opening is 1 to 4; 0 means it could not be tested.", True, False)),
        ("", (words("observations.line_empty"), False, False)),
        ("4", (words("observations.line_digit", section=words("visit.section.care")), False, False)),
    ],
)
def test_what_is_said_beside_the_line(taking: ObservationsPresenter, line: str, said: tuple[str, bool, bool]) -> None:
    """A word is judged when it has an end; an odd value is asked about and kept."""
    taking.type_line(line)

    assert taking.said == said


def test_a_sum_of_the_coma_scale_needs_no_space_behind_it(desk: Desk, taking: ObservationsPresenter) -> None:
    """No digit makes another sum of 15, so it is on record at once; a 1 may become 15, and waits."""
    taking.type_line("p88 gcs1")
    assert [readings(one) for one in _sets(desk)] == [["pulse 88"]]

    taking.type_line("p88 gcs15")
    assert [readings(one) for one in _sets(desk)] == [["pulse 88", "GCS 15"]]

    taking.type_line("p88 gcs1")
    assert [readings(one) for one in _sets(desk)] == [["pulse 88"]]


def test_readings_in_words() -> None:
    """For the message bar, Undo and the timeline."""
    bare = ObservationSet("o", at("22:00"), "ruth")
    taken = replace(
        bare,
        systolic=98,
        diastolic=60,
        temperature_tenths=358,
        consciousness=Consciousness.VOICE,
        gcs=13,
        pupils=Pupils.PINPOINT,
    )

    assert readings(taken) == ["BP 98/60", "35.8 °C", "Wakes to voice", "GCS 13", "pupils very small"]
    assert observed_words(replace(bare, pulse=88)) == "Pulse 88 entered"
    assert value_text(bare, "pulse") == ""


def test_only_a_clinician_sets_the_oxygen_target(desk: Desk, taking: ObservationsPresenter) -> None:
    """With it 93 % on oxygen is too much; without it, or for anybody else, scale 1 counts."""
    found = []
    for role in (Role.VOLUNTEER, Role.LEAD, Role.CLINICIAN):
        desk.session.actor = Actor(desk.session.actor.id, role)
        taking.oxygen.set(on=True)
        taking.type_line("s97 o2 ")
        found.append((taking.oxygen.may_set, taking.now.taken.spo2_scale, taking.now.score.points[Parameter.SPO2]))
    taking.oxygen.set(on=False)

    assert found == [(False, 1, 0), (False, 1, 0), (True, 2, 3)]
    assert (taking.oxygen.is_set, taking.now.taken.spo2_scale) == (False, 1)


def test_pupils_and_coma_scale_are_touched(desk: Desk, taking: ObservationsPresenter) -> None:
    """A part that is not testable leaves no total, and its parts are shown; what is touched again is taken back."""
    for name, value in (("gcs_eye", 3), ("gcs_verbal", 0), ("gcs_motor", 6), ("pupils", Pupils.LEFT_LARGER)):
        taking.touch(name, value, on=True)
    (one,) = _sets(desk)
    assert (one.gcs, value_text(one, "gcs"), one.pupils) == (None, "E3 V-NT M6", Pupils.LEFT_LARGER)
    taking.touch("gcs_verbal", 4, on=True)
    assert (_sets(desk)[0].gcs, value_text(_sets(desk)[0], "gcs")) == (13, "13")
    taking.touch("pupils", Pupils.LEFT_LARGER, on=False)
    taking.type_line("e5 v4 m6")

    assert (_sets(desk)[0].pupils, value_text(taking.now.taken, "gcs")) == (None, "")
    assert taking.now.refused


def test_new_confusion_that_may_be_drink_keeps_its_points(desk: Desk, taking: ObservationsPresenter) -> None:
    """It is said so, and the three stay."""
    taking.type_line("18 97 a 120 88 c 36.8")
    assert "? intoxication" not in result_words(taking.now, None)[1]
    desk.edit(next(iter(desk.visits)), answer(intoxication=Intoxication.MILD))

    assert "? intoxication" in result_words(taking.now, None)[1]
    assert taking.now.score.total == 3
