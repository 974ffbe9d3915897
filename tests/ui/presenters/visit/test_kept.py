"""Whatever can be answered is kept and read again: an answer that cannot be read would shut everybody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits import visit as edits
from mavis.domain.record.answers import NoAnswer
from mavis.ui.presenters.visit.question import Moment
from mavis.ui.presenters.visit.questions import questions
from mavis.ui.presenters.visit.safety.assault import assault_part
from mavis.ui.presenters.visit.safety.capacity import capacity_part
from mavis.ui.presenters.visit.safety.refusal import refusal_part
from mavis.ui.presenters.visit.safety.spiking import spiking_part
from tests.programs import a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.visit.question import Question


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program that nobody has set up."""
    return a_program(tmp_path)


@pytest.fixture
def session(program: Program) -> Iterator[Session]:
    """The records of a night that has begun."""
    opened = a_session(program)
    opened.shifts.open_shift(opened.actor, opened.shifts.plan(program.clock()))
    yield opened
    opened.close()


def _asked(program: Program) -> Iterator[tuple[Question, str]]:
    parts = (assault_part(("Old Pier",)), spiking_part(), refusal_part(()), capacity_part())
    table = questions(program.reference.flags, ("pier", "town"))
    for question in (*table, *(question for part in parts for question in part.questions)):
        unknown = tuple(NoAnswer) if question.takes_unknown else ()
        for code in (*question.codes, *unknown):
            yield question, str(code)


def test_every_answer_of_every_question_is_read_as_it_was_kept(program: Program, session: Session) -> None:
    """Those of an unknown answer as well, wherever the page takes one."""
    answered = 0
    for question, code in _asked(program):
        visit = session.visits.open_visit(session.actor)
        moment = Moment(program.clock(), session.actor, program.new_id, program.reference.flags)
        kept = session.visits.change(session.actor, visit.id, question.edit(code, True, moment, visit))

        assert session.visits.get(session.actor, visit.id) == kept, (question.id, code)
        answered += 1

    assert answered > 150
    assert len(session.visits.of_shift(session.actor, visit.shift_id)) == answered


def test_a_night_with_an_unknown_source_of_an_age_can_be_read(session: Session) -> None:
    """Earlier versions took that answer, and nobody could unlock the records afterwards."""
    visit = session.visits.open_visit(session.actor)
    kept = session.visits.change(session.actor, visit.id, edits.answer(age_source=NoAnswer.NOT_KNOWN))

    assert session.visits.get(session.actor, visit.id) == kept
    assert kept.age_source is NoAnswer.NOT_KNOWN


def test_a_code_that_a_field_cannot_hold_is_never_kept(session: Session) -> None:
    """The save fails, and the record stays as it was."""
    visit = session.visits.open_visit(session.actor)

    with pytest.raises(KeyError):
        session.visits.change(session.actor, visit.id, edits.answer(outcome=NoAnswer.NOT_KNOWN))

    assert session.visits.get(session.actor, visit.id) == visit
