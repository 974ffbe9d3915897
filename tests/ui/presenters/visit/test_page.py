"""One visit on the screen: choices, words that are typed, late entry, flags, and when it is finished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits import visit as edits
from mavis.domain.record.care import Note, NoteAbout
from mavis.domain.record.identity import IdentityLevel
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.presenters.visit.page import VisitPresenter
from tests.builders import at
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from tests.builders import SettableClock


@pytest.fixture
def presenter(program: Program, session: Session) -> VisitPresenter:
    """A visit that has just been opened at ten."""
    open_night(program, session, hire(session)[:2])
    desk = a_desk(program, session, StraightDoors())
    made = VisitPresenter(desk)
    made.turn_to(desk.new_visit().id)
    return made


def test_every_choice_has_words_and_says_what_it_did(presenter: VisitPresenter) -> None:
    """For the message bar and for Undo; how they read is looked at with the words of the edits."""
    for question in presenter.questions:
        for code in question.codes:
            presenter.choose(question.id, code, on=True)
            step = presenter.desk.undo_stack.last
            assert presenter.chip_words(question.id, code)
            assert step is not None
            assert step.words


def test_a_name_makes_an_alias_and_its_loss_an_unknown(presenter: VisitPresenter) -> None:
    """As typed."""
    levels = []
    for name in ("Wren", ""):
        presenter.type_name(name)
        levels.append(presenter.visit.identity_level)

    assert levels == [IdentityLevel.ALIAS, IdentityLevel.ANONYMOUS]


def test_a_note_grows_while_it_is_written(presenter: VisitPresenter) -> None:
    """One note until it is ended; an empty one is none."""
    presenter.note.write("Wai")
    presenter.note.write(" Waits")
    presenter.note.end()
    presenter.note.write("Second")
    presenter.note.write(" ")

    assert [note.text for note in presenter.visit.notes] == ["Waits"]


def test_late_entry_keeps_the_true_time(presenter: VisitPresenter) -> None:
    """A quarter of an hour is not late; sixteen minutes are."""
    assert presenter.times.arrived("2145") == ""
    assert (presenter.visit.arrived_at, presenter.visit.entered_late) == (at("21:45"), False)
    assert presenter.times.arrived("2144") == ""
    assert (presenter.visit.arrived_at, presenter.visit.entered_late) == (at("21:44"), True)
    presenter.desk.undo()
    presenter.times.arrived_earlier(5)

    assert (presenter.visit.arrived_at, presenter.visit.entered_late) == (at("21:40"), True)


@pytest.mark.parametrize("typed", ["2201", "0100", "", "later"])
def test_nobody_arrives_in_the_future(presenter: VisitPresenter, typed: str) -> None:
    """Refused, and the record stays."""
    assert presenter.times.arrived(typed) == words("visit.time_wrong")
    assert presenter.visit.arrived_at == at("22:00")


def test_the_second_0130_of_october(program: Program, session: Session, clock: SettableClock) -> None:
    """Typed at ten to two for the second time: it is the one twenty minutes ago, unless the first is asked for."""
    clock.now = datetime(2026, 10, 24, 20, tzinfo=UTC)
    open_night(program, session, hire(session)[:1])
    clock.now = datetime(2026, 10, 25, 1, 50, tzinfo=UTC)
    desk = a_desk(program, session, StraightDoors())
    presenter = VisitPresenter(desk, desk.new_visit().id)
    assert presenter.times.arrived("0130") == ""
    assert clock() - presenter.visit.arrived_at == timedelta(minutes=20)
    assert presenter.times.arrived("0130 1st") == ""

    assert clock() - presenter.visit.arrived_at == timedelta(minutes=80)


def test_999_is_noted_with_its_time_and_taken_back(presenter: VisitPresenter, clock: SettableClock) -> None:
    """Said in words each time."""
    called = []
    for _ in range(2):
        presenter.call_999()
        called.append(presenter.visit.ambulance_requested_at)
    step = presenter.desk.undo_stack.last

    assert called == [clock(), None]
    assert step is not None
    assert step.words == words("visit.said.not_called_999")


def test_only_a_clinician_closes_a_flag_that_the_record_raises(presenter: VisitPresenter) -> None:
    """The coordinator is offered none; a clinician who takes the tick away is asked for the grade before it closes."""
    presenter.choose("arrival.need", "head_injury", on=True)
    presenter.choose("triage.flag", "head_injury", on=False)
    assert presenter.flags.closing == ""
    presenter.desk.session.actor = Actor(presenter.desk.session.actor.id, Role.CLINICIAN)
    presenter.choose("triage.flag", "head_injury", on=False)

    (flag,) = presenter.visit.flags
    assert (flag.closed_at, presenter.flags.closing) == (None, "head_injury")


def test_to_take_back_a_flag_of_the_record_is_to_close_it(presenter: VisitPresenter) -> None:
    """A head injury raises its flag again and again; a clinician who takes it back begins to close it."""
    presenter.choose("arrival.need", "head_injury", on=True)
    presenter.choose("triage.flag", "head_injury", on=False)
    assert presenter.flags.closing == ""
    presenter.desk.session.actor = Actor(presenter.desk.session.actor.id, Role.CLINICIAN)
    presenter.choose("triage.flag", "head_injury", on=False)

    assert (presenter.flags.closing, presenter.flags.asked) == ("head_injury", True)
    assert [flag.closed_at for flag in presenter.visit.flags] == [None]


def test_a_visit_is_finished_when_it_has_an_outcome(presenter: VisitPresenter, clock: SettableClock) -> None:
    """Not before; and it never ends without the time at which it ended."""
    assert not presenter.finish()
    presenter.choose("leaving.outcome", Outcome.TAXI.value, on=True)
    assert presenter.finish()

    assert presenter.visit.departed_at == clock()


def test_a_note_that_was_not_ended_waits_for_the_visit_to_be_turned_to_again(presenter: VisitPresenter) -> None:
    """What is typed meanwhile belongs to the other visit; the time is that at which it was begun."""
    first, began = presenter.visit_id, presenter.desk.clock()
    presenter.note.write("For the fir")
    presenter.turn_to(presenter.desk.new_visit().id)
    presenter.note.write("For the second")
    presenter.turn_to(first)
    assert presenter.note.unfinished == "For the fir"
    presenter.note.write("For the first")
    notes = [[(note.text, note.at) for note in visit.notes] for visit in presenter.desk.visits.values()]

    assert notes == [[("For the first", began)], [("For the second", began)]]


def test_nobody_goes_on_with_the_note_of_another_or_with_a_private_one(presenter: VisitPresenter) -> None:
    """Nor with one that was taken back."""
    own, at = presenter.desk.session.actor.id, presenter.desk.clock()
    theirs, private = Note("n1", "Hers", at, "crew-1"), Note("n2", "Told in private", at, own, NoteAbout.SAFEGUARDING)
    for note in (theirs, private):
        presenter.desk.edit(presenter.visit_id, edits.write_note(note), "")
    presenter.note.write("Mine")
    mine = presenter.note.draft

    assert [presenter.note.is_own(each) for each in ("n1", "n2", "n3", mine)] == [False, False, False, True]
    presenter.desk.undo()
    assert presenter.note.unfinished == ""
