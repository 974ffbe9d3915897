"""Set up, unlock, lock, start again: the program from the outside."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits.visit import leave, set_triage
from mavis.domain.errors import StorageError, UserError
from mavis.domain.record.outcome import Outcome
from mavis.domain.visit.triage import TriageCategory
from mavis.storage.slots import FILE_NAME
from tests.builders import SettableClock
from tests.programs import FOUR_WORDS, a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A program in a new folder."""
    made = a_program(tmp_path / "data")
    yield made
    made.close()


def test_a_new_folder_waits_to_be_set_up(program: Program) -> None:
    """Nobody is on the unlock screen, and the reference data are there."""
    assert not program.access.is_set_up()
    assert program.access.scheme == ""
    assert program.reference.tallies


def test_after_setting_up_the_coordinator_unlocks(program: Program) -> None:
    """The scheme has its name, the person their rights, and the shift list is empty."""
    session = a_session(program)
    assert program.access.is_set_up()
    assert program.access.scheme == program.settings.scheme == "Weston MAVISbus"
    (tile,) = program.access.people()
    assert (tile.name, tile.role) == ("Dilys", Role.COORDINATOR)
    assert session.actor == Actor(tile.id, Role.COORDINATOR)
    assert [person.name for person in session.crew.roster()] == ["Dilys"]
    assert session.shifts.current() is None
    assert session.trail.verify().ok
    session.close()


def test_a_locked_session_is_closed(program: Program) -> None:
    """After locking, nothing can be read through what was handed out before; locking twice is fine."""
    session = a_session(program)
    session.close()
    session.close()
    with pytest.raises(StorageError, match="database_closed"):
        session.shifts.current()


def test_a_wrong_passphrase_opens_nothing(program: Program) -> None:
    """And the next guess has to wait."""
    a_session(program).close()
    (tile,) = program.access.people()
    with pytest.raises(UserError, match="passphrase_wrong"):
        program.unlock(tile.id, "four plain brown cows")
    assert program.access.wait_seconds() >= 1


def test_the_printed_code_opens_as_the_coordinator(program: Program) -> None:
    """Who lost the passphrase sets a new one with the paper."""
    code = program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    session = program.unlock_with_recovery(code)
    (tile,) = program.access.people()
    session.people.set_passphrase(session.actor, tile.id, "seven tiny green boats")
    session.close()
    program.unlock(tile.id, "seven tiny green boats").close()


def test_more_people_can_be_let_in_and_out(program: Program) -> None:
    """Each with their own rights; the records decide, not the tile."""
    session = a_session(program)
    session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    tile = program.access.people()[1]
    other = program.unlock(tile.id, FOUR_WORDS)
    assert other.actor == Actor(tile.id, Role.VOLUNTEER)
    with pytest.raises(UserError, match="not_allowed"):
        other.people.add(other.actor, "Bryn", Role.LEAD, FOUR_WORDS)
    other.close()
    session.people.remove(session.actor, tile.id)
    assert [person.name for person in program.access.people()] == ["Dilys"]
    session.close()


def test_a_set_up_that_was_cut_short_is_begun_again(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys without records are made anew; records without rights belong to who made them."""
    a_session(program).close()
    program.paths.database.unlink()
    assert not program.access.is_set_up()
    with monkeypatch.context() as patch:
        patch.setattr("mavis.bootstrap.session.sign_in", _crash)
        with pytest.raises(ZeroDivisionError):
            a_session(program)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    assert session.actor.role is Role.COORDINATOR
    assert [person.name for person in session.crew.roster()] == ["Dilys"]
    session.close()


def _crash(*_: object) -> None:
    raise ZeroDivisionError


def test_keys_with_a_backup_are_never_made_anew(program: Program) -> None:
    """When the records are gone but a backup is there, it must stay possible to restore it."""
    session = a_session(program)
    session.backups.make("close")
    session.close()
    program.paths.database.unlink()
    assert program.access.is_set_up()
    with pytest.raises(StorageError, match="database_missing"):
        program.unlock(program.access.people()[0].id, FOUR_WORDS)
    assert (program.paths.root / FILE_NAME).exists()


def test_setting_up_needs_names(program: Program) -> None:
    """A scheme and a person."""
    with pytest.raises(UserError, match="name_missing"):
        program.access.create(" ", "Dilys", FOUR_WORDS)
    with pytest.raises(UserError, match="name_missing"):
        program.access.create("Weston", "", FOUR_WORDS)
    assert not program.access.is_set_up()


def test_only_one_mavis_runs_on_a_folder(program: Program) -> None:
    """The second is told so, and may start when the first has ended."""
    with pytest.raises(StorageError, match="already_running"):
        a_program(program.paths.root)
    program.close()
    a_program(program.paths.root).close()


def test_settings_are_kept(program: Program) -> None:
    """A change is on the disk at once."""
    program.preferences.change(text_percent=150)
    assert program.settings.text_percent == 150
    program.close()
    again = a_program(program.paths.root)
    assert again.settings.text_percent == 150
    again.close()


@pytest.mark.parametrize(("calm", "late"), [(30, 0), (10, 1)])
def test_how_soon_people_are_looked_at_again_is_the_scheme_s(tmp_path: Path, calm: int, late: int) -> None:
    """The setting holds from the next unlocking on: for the board, and for what the summary counts as late."""
    clock = SettableClock()
    program = a_program(tmp_path / "data", clock)
    a_session(program).close()
    program.preferences.change(check_minutes_calm=calm)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    shift = session.shifts.open_shift(session.actor, session.shifts.plan(clock()))
    visit = session.visits.open_visit(session.actor)
    green = set_triage(TriageCategory.GREEN, program.reference.flags, clock(), session.actor.id)
    session.visits.change(session.actor, visit.id, green)
    clock.advance(minutes=15)
    session.visits.change(session.actor, visit.id, leave(Outcome.TAXI, clock()))
    (told,) = session.summaries.of_shift(shift.id, "").visits
    session.close()
    program.close()

    assert session.intervals == CheckIntervals(timedelta(minutes=15), timedelta(minutes=calm))
    assert told.clinical.late_checks == late


def test_an_old_log_comes_in_through_the_session(program: Program, tmp_path: Path) -> None:
    """The services that load late are there when they are asked for."""
    session = a_session(program)
    log = tmp_path / "log.csv"
    log.write_text("Date,Time in,Problem,How they left\n02/12/2023,22:10,drunk,taxi\n", encoding="utf-8")
    preview = session.imports.preview(log)
    assert session.imports.run(session.actor, preview).visits == 1
    assert [visits for _, visits in session.shifts.all_shifts()] == [1]
    assert session.counts.not_sent() == ()
    session.close()


def test_the_unlock_screen_loads_nothing_slow(tmp_path: Path) -> None:
    """Opening a program loads neither keys nor database nor paper."""
    code = (
        "import sys; from pathlib import Path; from mavis.bootstrap import open_program;"
        "p = open_program(Path(sys.argv[1])); p.access.is_set_up(); p.close();"
        "sys.stdout.write(' '.join({'nacl', 'sqlcipher3', 'sqlite_utils', 'reportlab', 'openpyxl'} & set(sys.modules)))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data")], check=True, capture_output=True, text=True
    )
    assert outcome.stdout == ""


def test_the_only_backup_leaves_nothing_that_was_put_aside(program: Program) -> None:
    """Neither an earlier backup nor what was kept when one was brought back knows a name that is forgotten."""
    session = a_session(program)
    session.backups.make("asked")
    aside = program.paths.root / "before-restore-20261122T030000Z"
    aside.mkdir()
    assert session.backups.make_the_only_one() >= 1
    assert (aside.exists(), len(list(program.paths.backups.glob("*.db")))) == (False, 1)
    session.close()
