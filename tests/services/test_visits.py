"""Visits as the crew logs them: at once, afterwards, and amended after sign-off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Role
from mavis.domain.clinical.triage_advice import flags_by_record
from mavis.domain.edits.visit import answer, close_flag, judge, tick_need, write_note
from mavis.domain.errors import UserError
from mavis.domain.record.care import Note, NoteAbout
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import Gender
from mavis.domain.record.presentation import Intoxication, Presentation
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from tests.builders import SettableClock

_PRIVATE = NoteAbout.SAFEGUARDING


def test_a_visit_needs_nothing_but_an_open_shift(session: Session, shift: Shift, clock: SettableClock) -> None:
    """It has a code to say aloud, and is there when asked for in any way."""
    visit = session.visits.open_visit(VOLUNTEER)
    assert (visit.code, visit.shift_id, visit.arrived_at) == ("K1", shift.id, clock())
    assert (visit.entered_by, visit.entered_late) == (VOLUNTEER.id, False)
    assert session.visits.get(session.actor, visit.id) == visit
    assert session.visits.by_code(session.actor, shift.id, "K1") == visit
    assert session.visits.open_visit(VOLUNTEER).code == "K2"
    assert [each.code for each in session.visits.of_shift(session.actor, shift.id)] == ["K1", "K2"]


def test_the_last_shift_is_the_one_that_was_over_last(session: Session, shift: Shift) -> None:
    """None before the first; its visits as the one who looks may read them, also while the next one is out."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(LEAD, visit.id, write_note(Note("n", "Told in private", visit.arrived_at, LEAD.id, _PRIVATE)))
    assert session.visits.of_last_shift(VOLUNTEER) is None

    closed = session.shifts.close_shift(session.actor, shift.id)
    assert session.visits.of_last_shift(LEAD) == (closed, (session.visits.get(LEAD, visit.id),))
    found = session.visits.of_last_shift(VOLUNTEER)
    assert found is not None
    assert [note.text for note in found[1][0].notes] == [""]


def test_shifts_before_the_last_are_for_those_who_may_put_them_right(
    session: Session, shift: Shift, clock: SettableClock
) -> None:
    """Counted back from the last one; none lies before the first."""
    visit = session.visits.open_visit(VOLUNTEER)
    first = session.shifts.close_shift(session.actor, shift.id)
    later = session.shifts.open_shift(session.actor, session.shifts.plan(clock.advance(hours=168)))
    session.shifts.close_shift(session.actor, later.id)

    assert session.visits.of_last_shift(session.actor, 1) == (first, (session.visits.get(session.actor, visit.id),))
    assert session.visits.of_last_shift(session.actor, 2) is None
    with pytest.raises(UserError, match="not_allowed"):
        session.visits.of_last_shift(VOLUNTEER, 1)


@pytest.mark.usefixtures("shift")
def test_the_same_id_twice_is_one_visit(session: Session) -> None:
    """A save that is tried again after a failure makes no second visit."""
    first = session.visits.open_visit(VOLUNTEER, visit_id="made-on-screen")
    assert session.visits.open_visit(VOLUNTEER, visit_id="made-on-screen") == first


def test_no_shift_no_visit(session: Session) -> None:
    """The sentence says to start the shift."""
    with pytest.raises(UserError, match="no_open_shift"):
        session.visits.open_visit(VOLUNTEER)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (15, False), (16, True), (300, True)])
@pytest.mark.usefixtures("shift")
def test_a_visit_written_up_later_says_so(session: Session, clock: SettableClock, minutes: int, late: bool) -> None:
    """It keeps its true time."""
    arrived = clock()
    clock.advance(minutes=minutes)
    visit = session.visits.open_visit(VOLUNTEER, arrived_at=arrived)
    assert (visit.arrived_at, visit.entered_at, visit.entered_late) == (arrived, clock(), late)


def test_after_sign_off_a_new_visit_is_an_amendment(session: Session, shift: Shift, clock: SettableClock) -> None:
    """For those who may, with a reason, in the shift of its night."""
    arrived = clock()
    session.shifts.close_shift(session.actor, shift.id)
    with pytest.raises(UserError, match="not_allowed"):
        session.visits.open_visit(VOLUNTEER, arrived_at=arrived)
    with pytest.raises(UserError, match="needs_reason"):
        session.visits.open_visit(session.actor, arrived_at=arrived, reason=" ")
    visit = session.visits.open_visit(session.actor, arrived_at=arrived, reason="On paper")
    assert (visit.shift_id, visit.entered_late) == (shift.id, True)
    assert [change.reason for change in session.visits.history(session.actor, visit.id)] == ["On paper"]
    with pytest.raises(UserError, match="no_open_shift"):
        session.visits.open_visit(session.actor, arrived_at=arrived - timedelta(days=3), reason="On paper")


@pytest.mark.usefixtures("shift")
def test_a_change_settles_the_flags_and_is_kept(session: Session, program: Program) -> None:
    """The store applies the same rules as the screen."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, visit.id, tick_need(Presentation.HEAD_INJURY, ticked=True))
    changed = session.visits.change(VOLUNTEER, visit.id, answer(intoxication=Intoxication.SEVERE))
    due = {rule.code for rule in flags_by_record(changed, program.reference.flags)}
    assert due
    assert {flag.code for flag in changed.flags} == due
    assert session.visits.get(session.actor, visit.id) == changed
    assert {change.field for change in session.visits.history(session.actor, visit.id)} >= {"needs", "intoxication"}


@pytest.mark.usefixtures("shift")
def test_a_change_that_changes_nothing_leaves_no_trace(session: Session) -> None:
    """Neither history nor trail."""
    visit = session.visits.open_visit(VOLUNTEER)
    head = session.trail.head()
    assert session.visits.change(VOLUNTEER, visit.id, answer(gender=None)) == visit
    assert session.trail.head() == head


def test_after_sign_off_a_change_needs_a_reason(session: Session, shift: Shift) -> None:
    """Both values stay, with who, when and why; the volunteer is sent to the coordinator."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, visit.id, answer(gender=Gender.MALE), reason="not kept before sign-off")
    session.shifts.close_shift(session.actor, shift.id)
    edit = answer(gender=Gender.FEMALE)
    with pytest.raises(UserError, match="not_allowed"):
        session.visits.change(VOLUNTEER, visit.id, edit, reason="Misheard")
    with pytest.raises(UserError, match="needs_reason"):
        session.visits.change(session.actor, visit.id, edit)
    assert session.visits.change(session.actor, visit.id, edit, reason=" Misheard ").gender is Gender.FEMALE
    before, after = session.visits.history(session.actor, visit.id)
    assert before.reason == ""
    assert (after.old, after.new, after.reason, after.by_name) == ('"male"', '"female"', "Misheard", "Dilys")


@pytest.mark.usefixtures("shift")
def test_a_red_flag_is_closed_only_by_those_who_may(session: Session, clock: SettableClock) -> None:
    """Whatever edit is handed in."""
    visit = session.visits.open_visit(VOLUNTEER)
    raised = session.visits.change(VOLUNTEER, visit.id, tick_need(Presentation.SEXUAL_ASSAULT, ticked=True))
    code = raised.flags[0].code
    for actor in (VOLUNTEER, session.actor):
        with pytest.raises(UserError, match="not_allowed"):
            session.visits.change(actor, visit.id, close_flag(code, clock(), actor.id, "nurse"))
    for actor in (LEAD, CLINICIAN):
        closed = session.visits.change(actor, visit.id, close_flag(code, clock(), actor.id, "nurse"))
        assert closed.flags[0].closed_by == actor.id
        session.visits.change(actor, visit.id, answer(flags=raised.flags))


@pytest.mark.usefixtures("shift")
@pytest.mark.parametrize(("by", "grade"), [(CLINICIAN.id, ""), (CLINICIAN.id, " "), ("somebody-else", "nurse")])
def test_a_red_flag_is_closed_in_one_s_own_name_and_grade(
    session: Session, clock: SettableClock, by: str, grade: str
) -> None:
    """A closing without a grade, or in the name of another, is refused, and the flag stays open."""
    visit = session.visits.open_visit(VOLUNTEER)
    raised = session.visits.change(VOLUNTEER, visit.id, tick_need(Presentation.HEAD_INJURY, ticked=True))
    with pytest.raises(UserError, match="closing_needs_grade"):
        session.visits.change(CLINICIAN, visit.id, close_flag(raised.flags[0].code, clock(), by, grade))
    assert session.visits.get(CLINICIAN, visit.id).open_clinical_flags == raised.flags


@pytest.mark.usefixtures("shift")
def test_nobody_judges_with_the_rights_of_another(session: Session) -> None:
    """A volunteer who claims to be a clinician is written down as a volunteer."""
    visit = session.visits.open_visit(VOLUNTEER)
    claim = judge(WouldHave.AMBULANCE_999, Basis.CLINICIAN_JUDGED, Role.CLINICIAN)
    assert session.visits.change(VOLUNTEER, visit.id, claim).diversion.judged_by is Role.VOLUNTEER
    taken_back = session.visits.change(VOLUNTEER, visit.id, judge(None, None, Role.VOLUNTEER))
    assert taken_back.diversion.judged_by is None
    assert session.visits.change(CLINICIAN, visit.id, claim).diversion.judged_by is Role.CLINICIAN


def test_what_is_not_there_is_said_so(session: Session, shift: Shift) -> None:
    """By id and by code."""
    with pytest.raises(UserError, match="visit_unknown"):
        session.visits.get(session.actor, "none")
    with pytest.raises(UserError, match="visit_unknown"):
        session.visits.by_code(session.actor, shift.id, "K9")
    with pytest.raises(UserError, match="visit_unknown"):
        session.visits.change(VOLUNTEER, "none", lambda visit: visit)


@pytest.mark.usefixtures("shift")
def test_a_planner_records_nothing(session: Session) -> None:
    """Planners see counts only."""
    visit = session.visits.open_visit(VOLUNTEER)
    with pytest.raises(UserError, match="not_allowed"):
        session.visits.open_visit(PLANNER)
    with pytest.raises(UserError, match="not_allowed"):
        session.visits.change(PLANNER, visit.id, lambda before: replace(before, name="X"))


def test_the_note_that_was_written_last_of_all_was_broken_off(
    session: Session, shift: Shift, clock: SettableClock
) -> None:
    """For its writer alone, by its visit, whatever the role; nothing is where anything was saved after it."""
    here, there = (session.visits.open_visit(VOLUNTEER).id for _ in range(2))

    def write(note_id: str, about: NoteAbout | None = None) -> dict[str, str]:
        clock.advance(seconds=1)
        session.visits.change(VOLUNTEER, here, write_note(Note(note_id, note_id, clock(), VOLUNTEER.id, about)))
        return session.visits.broken_off(VOLUNTEER, (here, there))

    assert session.visits.broken_off(VOLUNTEER, ()) == {}
    assert [write("first"), write("second")] == [{here: "first"}, {here: "second"}]
    assert session.visits.broken_off(LEAD, (here, there)) == {}
    assert write("private", _PRIVATE) == {}
    assert write("third") == {here: "third"}
    clock.advance(seconds=1)
    session.visits.change(VOLUNTEER, there, answer(gender=Gender.MALE))
    assert session.visits.broken_off(VOLUNTEER, (here, there)) == {}
