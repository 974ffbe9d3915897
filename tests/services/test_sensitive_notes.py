"""Notes on sexual assault, domestic abuse and safeguarding: who reads them, and who can do nothing to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.safeguarding import keep_safe
from mavis.domain.edits.visit import answer, observe, restore, write_note
from mavis.domain.errors import UserError
from mavis.domain.record.care import Note, NoteAbout
from mavis.domain.record.observation import OxygenTarget
from mavis.domain.record.safeguarding import Safeguarding
from tests.builders import at
from tests.domain.scores.observed import observed
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit

_TOLD = "She named a person (invented)"
_PLAIN = Note("n1", "Asks for tea", at("22:01"), VOLUNTEER.id)


def _sensitive(about: NoteAbout = NoteAbout.SAFEGUARDING, by: Actor = LEAD) -> Note:
    return Note("n2", _TOLD, at("22:05"), by.id, about)


@pytest.fixture
def visit(session: Session, shift: Shift) -> Visit:
    """A visit with a plain note and a sensitive one by the lead."""
    opened = session.visits.open_visit(LEAD)
    session.visits.change(LEAD, opened.id, write_note(_PLAIN))
    assert opened.shift_id == shift.id
    return session.visits.change(LEAD, opened.id, write_note(_sensitive()))


def _texts(visit: Visit) -> list[str]:
    return [note.text for note in visit.notes]


@pytest.mark.parametrize("about", NoteAbout)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNER])
def test_who_reads_what(session: Session, visit: Visit, role: Role, about: NoteAbout) -> None:
    """By every way to a visit; the volunteer sees that there is a note, when and by whom, and not a word of it."""
    session.visits.change(LEAD, visit.id, write_note(_sensitive(about)))
    reader = Actor("somebody", role)
    seen = [
        session.visits.get(reader, visit.id),
        session.visits.by_code(reader, visit.shift_id, visit.code),
        *session.visits.of_shift(reader, visit.shift_id),
        session.visits.change(reader, visit.id, answer(label="man, red jacket")),
        session.visits.change(reader, visit.id, answer(label="man, red jacket")),
    ]
    told = "" if role is Role.VOLUNTEER else _TOLD

    assert [_texts(one) for one in seen] == [["Asks for tea", told]] * 5
    assert all(one.notes[1].about is about for one in seen)
    kept = [change.new for change in session.visits.history(reader, visit.id)]
    assert any(_TOLD in text for text in kept) is bool(told)


@pytest.mark.usefixtures("visit")
def test_a_planner_sees_no_visit(session: Session, shift: Shift) -> None:
    """In no way."""
    for look in (
        lambda: session.visits.of_shift(PLANNER, shift.id),
        lambda: session.visits.of_last_shift(PLANNER),
        lambda: session.visits.by_code(PLANNER, shift.id, "K1"),
        lambda: session.visits.get(PLANNER, "any"),
        lambda: session.visits.history(PLANNER, "any"),
    ):
        with pytest.raises(UserError, match="not_allowed"):
            look()


def test_a_volunteer_changes_nothing_that_they_cannot_read(session: Session, visit: Visit) -> None:
    """Neither by another text, nor by taking it away, nor by undoing something else from what they saw."""
    seen = session.visits.get(VOLUNTEER, visit.id)
    later = session.visits.change(VOLUNTEER, visit.id, write_note(Note("n3", "Calm now", at("22:20"), VOLUNTEER.id)))
    for edit in (
        write_note(Note("n2", "other", at("22:05"), VOLUNTEER.id, NoteAbout.SAFEGUARDING)),
        write_note(Note("n2", "", at("22:05"), VOLUNTEER.id)),
        restore(seen, later),
        answer(notes=()),
    ):
        session.visits.change(VOLUNTEER, visit.id, edit)
        assert [note.text for note in session.visits.get(LEAD, visit.id).notes if note.about] == [_TOLD]


def test_a_volunteer_adds_one_and_may_take_back_their_own(session: Session, visit: Visit) -> None:
    """What they were told is kept for the lead; undo takes it away again."""
    own = Note("n4", "Told me something", at("22:30"), VOLUNTEER.id, NoteAbout.SEXUAL_ASSAULT)
    before = session.visits.get(VOLUNTEER, visit.id)
    after = session.visits.change(VOLUNTEER, visit.id, write_note(own))

    assert _texts(after)[-1] == ""
    assert _texts(session.visits.get(CLINICIAN, visit.id)) == ["Asks for tea", _TOLD, "Told me something"]
    session.visits.change(VOLUNTEER, visit.id, restore(before, after))
    assert _texts(session.visits.get(CLINICIAN, visit.id)) == ["Asks for tea", _TOLD]


def test_a_volunteer_goes_on_writing_what_they_cannot_read_back(session: Session, visit: Visit) -> None:
    """Notes are saved while they are typed: the later words of the same author take the place of the earlier."""
    for text in ("Told", "Told me something", "Told me something."):
        own = Note("n5", text, at("22:31"), VOLUNTEER.id, NoteAbout.DOMESTIC_ABUSE)
        assert _texts(session.visits.change(VOLUNTEER, visit.id, write_note(own)))[-1] == ""
    assert _texts(session.visits.get(LEAD, visit.id))[-1] == "Told me something."
    session.visits.change(VOLUNTEER, visit.id, write_note(replace(own, about=None)))
    assert session.visits.get(LEAD, visit.id).notes[-1] == own


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNER])
def test_how_a_person_is_reached_safely_is_read_by_few(session: Session, visit: Visit, role: Role) -> None:
    """A number that is safe to ring is hidden as the notes are, and what cannot be read is never lost."""
    session.visits.change(LEAD, visit.id, keep_safe(safe_contact="01632 960 003", children=True))
    reader = Actor("somebody", role)
    seen = session.visits.get(reader, visit.id)
    told = "" if role is Role.VOLUNTEER else "01632 960 003"
    assert seen.safeguarding == Safeguarding(safe_contact=told, children=True)
    assert any("960 003" in change.new for change in session.visits.history(reader, visit.id)) is bool(told)

    session.visits.change(reader, visit.id, keep_safe(children=False))
    session.visits.change(VOLUNTEER, visit.id, answer(safeguarding=None))
    assert session.visits.get(LEAD, visit.id).safeguarding == Safeguarding(safe_contact="01632 960 003")
    session.visits.change(VOLUNTEER, visit.id, keep_safe(safe_contact="her sister"))
    assert session.visits.get(LEAD, visit.id).safeguarding == Safeguarding(safe_contact="her sister")


def test_only_a_clinician_sets_the_oxygen_target(session: Session, visit: Visit) -> None:
    """Scale 2 is used from then on, and not before."""
    for actor in (VOLUNTEER, LEAD, session.actor):
        with pytest.raises(UserError, match="not_allowed"):
            session.visits.change(actor, visit.id, answer(oxygen_target=OxygenTarget(actor.id, at("22:10"))))
    taken = observed(spo2=89, spo2_scale=2)
    before = session.visits.change(VOLUNTEER, visit.id, observe(taken)).observations[0]
    session.visits.change(CLINICIAN, visit.id, answer(oxygen_target=OxygenTarget(CLINICIAN.id, at("22:10"))))
    after = session.visits.change(VOLUNTEER, visit.id, observe(taken)).observations[0]

    assert (before.spo2_scale, before.news2) == (1, 3)
    assert (after.spo2_scale, after.news2) == (2, 0)


def test_an_impossible_measurement_is_refused(session: Session, visit: Visit) -> None:
    """Whatever screen or program hands it in; the visit stays as it was."""
    with pytest.raises(UserError, match="measured_spo2"):
        session.visits.change(VOLUNTEER, visit.id, observe(observed(spo2=101)))
    assert session.visits.get(LEAD, visit.id) == visit
