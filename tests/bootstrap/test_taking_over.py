"""Another person takes over the open records: by PIN without any key being derived, and never through the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Role
from mavis.domain.edits.visit import give_name
from mavis.domain.errors import StorageError, UserError
from mavis.storage.keys import Vault
from tests.programs import FOUR_WORDS, a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import CrewPerson
    from tests.builders import SettableClock

PIN = "2580"


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock) -> Iterator[Program]:
    """A program in a new folder."""
    made = a_program(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def dilys(program: Program) -> Iterator[Session]:
    """Dilys's session with an open shift."""
    opened = a_session(program)
    opened.shifts.open_shift(opened.actor, opened.shifts.plan(program.clock()))
    yield opened
    opened.close()


@pytest.fixture
def asha(program: Program, dilys: Session) -> CrewPerson:
    """Asha, a volunteer, who has a PIN tonight."""
    person = dilys.people.add(dilys.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    program.access.unlock(person.id, FOUR_WORDS, PIN).drop()
    return person


def test_every_later_change_is_by_whoever_took_over(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """Entered by Dilys, named by Asha; the trail says who took over from whom, and holds."""
    visit = dilys.visits.open_visit(dilys.actor)
    theirs = program.take_over(dilys, asha.id, PIN)
    theirs.visits.change(theirs.actor, visit.id, give_name("Wren"))

    assert (theirs.actor.id, theirs.actor.role) == (asha.id, Role.VOLUNTEER)
    assert theirs.visits.get(theirs.actor, visit.id).entered_by == dilys.actor.id
    assert {change.by for change in theirs.visits.history(theirs.actor, visit.id)} == {asha.id}
    with theirs.store.look() as view:
        assert view.trail.check().ok


def test_the_rights_are_those_of_whoever_took_over(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """A volunteer lets nobody in."""
    theirs = program.take_over(dilys, asha.id, PIN)
    with pytest.raises(UserError, match="not_allowed"):
        theirs.people.add(theirs.actor, "Bryn", Role.LEAD, FOUR_WORDS)


def test_a_pin_derives_no_key(
    program: Program, dilys: Session, asha: CrewPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vault is not asked at all."""
    asked: list[str] = []
    monkeypatch.setattr(Vault, "unlock", lambda _vault, person, _passphrase: asked.append(person))
    program.take_over(dilys, asha.id, PIN)

    assert asked == []


def test_a_passphrase_takes_over_too_and_may_bring_a_pin(program: Program, dilys: Session) -> None:
    """Bryn has none, types the passphrase with a new PIN, and comes back by it."""
    bryn = dilys.people.add(dilys.actor, "Bryn", Role.LEAD, FOUR_WORDS)
    with pytest.raises(UserError, match="pin_none"):
        program.take_over(dilys, bryn.id, PIN)
    with pytest.raises(UserError, match="passphrase_wrong"):
        program.take_over_with_passphrase(dilys, bryn.id, "four plain brown cows", PIN)
    assert program.access.pins.digits(bryn.id) == 0


def test_a_pin_comes_with_the_right_passphrase_alone(program: Program, dilys: Session) -> None:
    """A poor PIN is refused before the passphrase is tried."""
    bryn = dilys.people.add(dilys.actor, "Bryn", Role.LEAD, FOUR_WORDS)
    with pytest.raises(UserError, match="pin_simple"):
        program.take_over_with_passphrase(dilys, bryn.id, FOUR_WORDS, "1234")
    theirs = program.take_over_with_passphrase(dilys, bryn.id, FOUR_WORDS, PIN)
    again = program.take_over(theirs, bryn.id, PIN)

    assert again.actor.id == bryn.id


def test_no_pin_opens_the_lock(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """The database is closed and the key is gone: a right PIN finds nothing to take over."""
    dilys.close()
    with pytest.raises(StorageError, match="database_closed"):
        program.take_over(dilys, asha.id, PIN)
    with pytest.raises(UserError, match="passphrase_wrong"):
        program.unlock(asha.id, PIN)


def test_whoever_was_let_out_does_not_take_over(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """Their tile is gone, and so is their PIN."""
    dilys.people.remove(dilys.actor, asha.id)
    with pytest.raises(UserError, match="person_has_no_key"):
        program.take_over(dilys, asha.id, PIN)

    assert program.access.pins.digits(asha.id) == 0


def test_closing_the_shift_forgets_every_pin(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """Tomorrow the passphrase is asked for again."""
    shift = dilys.shifts.current()
    assert shift is not None
    dilys.closing.close(dilys.actor, shift.id)

    assert program.access.pins.digits(asha.id) == 0


def test_no_pin_is_written_anywhere(program: Program, dilys: Session, asha: CrewPerson) -> None:
    """Not in any file of the data folder, in clear or as its seal; a new start knows no PIN."""
    files = [path for path in program.paths.root.rglob("*") if path.is_file()]
    held = vars(program.access.pins)["_held"][asha.id]

    assert files
    assert not [path for path in files if held.seal in path.read_bytes() or held.salt in path.read_bytes()]
