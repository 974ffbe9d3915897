"""One visit on the screen: choices, words that are typed, late entry, flags, and when it is finished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.record.identity import IdentityLevel
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.presenters.visit.page import VisitPresenter, closable_flags
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
    presenter.type_note("Wai")
    presenter.type_note("Waits")
    presenter.end_note()
    presenter.type_note("Second")
    presenter.type_note(" ")

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
    assert closable_flags(presenter.desk, presenter.visit) == []
    presenter.desk.session.actor = Actor(presenter.desk.session.actor.id, Role.CLINICIAN)
    assert closable_flags(presenter.desk, presenter.visit) == ["head_injury"]
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


def test_turning_to_another_visit_ends_the_note(presenter: VisitPresenter) -> None:
    """What is typed next belongs to the other one."""
    first = presenter.visit_id
    presenter.type_note("For the first")
    presenter.turn_to(presenter.desk.new_visit().id)
    presenter.type_note("For the second")
    notes = [[note.text for note in visit.notes] for visit in presenter.desk.visits.values()]

    assert presenter.visit_id != first
    assert notes == [["For the first"], ["For the second"]]
