"""Identities go in time: no byte of a name stays in any file, and no count changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import answer, give_name, leave, write_note
from mavis.domain.errors import UserError
from mavis.domain.people.editing import edited
from mavis.domain.people.forgetting import GONE
from mavis.domain.people.merging import as_one
from mavis.domain.people.person import Alert
from mavis.domain.record.assault import Assault, Spiking
from mavis.domain.record.care import Note
from mavis.domain.record.outcome import Outcome
from mavis.storage import engine
from mavis.storage.backup import backups
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit
    from mavis.storage.database_key import DatabaseKey
    from tests.builders import SettableClock

CANARY = "Zebedee Quintrell"
NOBODY = "canary in an anonymous note"
LONG = 13 * 31 * 24 * 60


def _visit(session: Session, *edits: VisitEdit) -> Visit:
    visit = session.visits.open_visit(session.actor)
    for edit in edits:
        visit = session.visits.change(session.actor, visit.id, edit)
    return visit


@pytest.fixture
def old_night(session: Session, program: Program, clock: SettableClock) -> Session:
    """A night thirteen months ago: somebody named, somebody anonymous with a note, names changed and looked at."""
    shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    named = _visit(session, give_name("Zebedee"), give_name(CANARY), answer(label=f"{CANARY}, tall"))
    note = Note("n1", f"brother of {CANARY}", named.arrived_at, session.actor.id)
    session.visits.change(session.actor, named.id, write_note(note))
    session.visits.change(session.actor, named.id, leave(Outcome.TAXI, named.arrived_at))
    session.visitors.nights(session.actor, named.id, f"{CANARY} asked")
    _visit(session, write_note(replace(note, text=NOBODY)), answer(found_location="High Street"))
    somewhere = answer(
        found_location=f"{CANARY}'s flat",
        assault=Assault(weapon=f"{CANARY}'s bottle", place_description=f"by {CANARY}'s door"),
        spiking=Spiking(place=f"party of {CANARY}"),
    )
    session.visits.change(session.actor, named.id, somewhere)
    alert = Alert(f"{CANARY} bites", session.actor.id, named.arrived_at)
    session.visitors.change(
        session.actor,
        named.id,
        lambda person: replace(person, alerts=(alert,), district="canary", aliases=("Quintrell",), description=CANARY),
    )
    session.visitors.find_and_note(session.actor, "zeb", f"is it {CANARY}?")
    incident = Note("i1", f"{CANARY} fell", named.arrived_at, session.actor.id)
    notes = f"Look out for {CANARY}"
    session.shifts.change(
        session.actor, shift.id, lambda night: replace(night, handover_notes=notes, incidents=(incident,))
    )
    session.closing.close(session.actor, shift.id)
    session.visits.change(session.actor, named.id, answer(label=CANARY), reason=f"{CANARY} said so")
    session.backups.make("due")
    clock.advance(minutes=LONG)
    return session


def _counts(session: Session) -> object:
    with session.store.look() as view:
        return [replace(one, id="") for one in view.summaries.visits_between(date(2026, 1, 1), date(2027, 12, 31))]


def _prints(program: Program) -> list[Path]:
    return sorted((program.paths.root / "summaries").glob("*"))


def _everything(path: Path, key: DatabaseKey) -> bytes:
    """Every page of a database in the clear."""
    plain = path.with_suffix(".plain")
    reader = engine.connect(path, key, "ro")
    reader.conn.execute("PRAGMA query_only=OFF")
    reader.conn.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    reader.conn.execute("SELECT sqlcipher_export('plain')")
    reader.close()
    found = plain.read_bytes()
    plain.unlink()
    return found


def test_no_name_stays_anywhere_and_no_count_changes(old_night: Session, program: Program) -> None:
    """Visits, history, search, reasons of looks, the journal and every backup."""
    session, folder = old_night, program.paths
    before = _counts(session)
    preview = session.retention.preview(session.actor)
    assert (preview.people, preview.visits, preview.held, preview.nights) == (1, 2, 0, 1)
    assert _prints(program) != []

    assert session.retention.strip(session.actor, preview) == preview
    assert _counts(session) == before
    assert session.visitors.find(session.actor, "zebedee") == ()
    assert session.retention.preview(session.actor).is_empty
    assert session.trail.verify().ok
    (backup,) = backups(folder.backups)
    key = program.access.unlock(program.access.people()[0].id, FOUR_WORDS)
    for path in (folder.database, backup.path):
        pages = _everything(path, key).lower()
        for word in (b"zebedee", b"quintrell", b"canary"):
            assert word not in pages
    assert _prints(program) == []
    night = session.shifts.shift_on(session.shifts.all_shifts()[0][0])
    assert night is not None
    assert (night.handover_notes, [one.text for one in night.incidents]) == (GONE, [GONE])
    places = [visit.found_location for visit in session.visits.of_shift(session.actor, night.id)]
    assert sorted(places) == ["High Street", GONE]
    for path in folder.root.rglob("*"):
        assert not path.is_file() or b"quintrell" not in path.read_bytes().lower()
        assert "quintrell" not in path.name.lower()


def test_the_identity_stays_until_its_time(old_night: Session, clock: SettableClock) -> None:
    """A visit of last month keeps somebody known."""
    preview = old_night.retention.preview(old_night.actor)
    clock.advance(minutes=-int(timedelta(days=60).total_seconds() // 60))
    assert old_night.retention.preview(old_night.actor).is_empty
    taken = old_night.retention.strip(old_night.actor, preview)
    assert (taken.people, taken.visits) == (0, 0)
    assert [found.person.known_as for found in old_night.visitors.find(old_night.actor, "zebedee")] == [CANARY]


def test_prints_of_nights_that_are_remembered_stay(old_night: Session, program: Program, clock: SettableClock) -> None:
    """Only those before the day go; nothing is forgotten of a night on which somebody held was aboard."""
    session, actor = old_night, old_night.actor
    shift = session.shifts.open_shift(actor, session.shifts.plan(program.clock()))
    session.closing.close(actor, shift.id)
    old, new = _prints(program)
    (found,) = session.visitors.find(actor, "zebedee")
    session.visitors.change(actor, found.person.id, lambda one: replace(one, held=True))
    assert session.retention.preview(actor).nights == 0
    session.visitors.change(actor, found.person.id, lambda one: replace(one, held=False))
    session.retention.strip(actor, session.retention.preview(actor))
    assert (_prints(program), old.exists()) == ([new], False)


def test_a_hold_keeps_everything(old_night: Session) -> None:
    """Until it is taken back."""
    (found,) = old_night.visitors.find(old_night.actor, "zebedee")
    person = found.person.id
    old_night.visitors.change(old_night.actor, person, lambda one: replace(one, held=True))
    preview = old_night.retention.preview(old_night.actor)
    assert (preview.people, preview.visits, preview.held) == (0, 1, 1)
    old_night.retention.strip(old_night.actor, preview)
    assert old_night.visitors.person(old_night.actor, person).names == (CANARY,)


def test_a_hold_of_two_in_one_keeps_both_also_when_they_are_two_again(
    old_night: Session, program: Program, clock: SettableClock
) -> None:
    """Held as one person, parted: each is kept; the hold of one ends, and that one alone goes."""
    session, actor = old_night, old_night.actor
    clock.advance(minutes=-LONG)
    shift = session.shifts.open_shift(actor, session.shifts.plan(program.clock()))
    other = _visit(session, give_name("Zeb Quintrell")).id
    session.shifts.close_shift(actor, shift.id)
    clock.advance(minutes=LONG)
    one = session.visitors.find(actor, "zebedee")[0].person.id
    merge = session.duplicates.merge(actor, one, other)
    records = session.visitors.records(actor, one)
    held = edited(records, as_one(records), replace(as_one(records), held=True))
    session.visitors.change_records(actor, records, held)
    session.duplicates.undo(actor, merge.id)
    assert session.retention.preview(actor).held == 2

    session.visitors.change(actor, other, lambda person: replace(person, held=False))
    taken = session.retention.strip(actor, session.retention.preview(actor))
    assert (taken.people, taken.held) == (1, 1)
    assert session.visitors.person(actor, one).names == (CANARY,)
    assert session.visitors.person(actor, other).names == ()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_nobody_but_the_coordinator_forgets(old_night: Session, role: Role) -> None:
    """Neither looks at what is due nor takes it."""
    actor = Actor("somebody", role)
    preview = old_night.retention.preview(old_night.actor)
    with pytest.raises(UserError, match="not_allowed"):
        old_night.retention.preview(actor)
    with pytest.raises(UserError, match="not_allowed"):
        old_night.retention.strip(actor, preview)
