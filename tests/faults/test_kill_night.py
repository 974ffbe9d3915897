"""A night that is killed at any moment, while visits are saved or the shift is closed, loses nothing it said it saved.

The short form kills 20 times; with MAVIS_SOAK=1 it kills 1,000 times.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mavis.storage.verify import verify_file
from tests.builders import SATURDAY_NIGHT, SettableClock
from tests.faults.deeds import set_up
from tests.faults.long_form import SOAK
from tests.programs import FOUR_WORDS, a_program, cheap_vault

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from tests.faults.conftest import Figures

KILLS = 1000 if SOAK else 20
LINES_OF_A_NIGHT = 32
NIGHT = """
import sys
from datetime import timedelta
from pathlib import Path
from mavis.bootstrap import open_program
from mavis.domain.care import CareGiven, CareKind
from mavis.domain.visit_edits import answer, give_care
from tests.builders import SATURDAY_NIGHT, SettableClock
from tests.programs import FOUR_WORDS, cheap_vault

def say(*words):
    sys.stdout.write(" ".join(words) + "\\n")
    sys.stdout.flush()

clock = SettableClock(SATURDAY_NIGHT + timedelta(weeks=int(sys.argv[2])))
program = open_program(Path(sys.argv[1]), clock=clock, vault=cheap_vault)
session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
actor = session.actor
say("ready")
while True:
    shift = session.shifts.current() or session.shifts.open_shift(actor, session.shifts.plan(clock()))
    for tap in range(8):
        visit = session.visits.open_visit(actor, arrived_at=clock.advance(minutes=1))
        session.visits.change(actor, visit.id, answer(label="one"))
        say("visit", visit.id, "1")
        given = (CareGiven(program.new_id(), kind, clock(), actor.id) for kind in (CareKind.WATER, CareKind.LISTENING))
        for number, care in enumerate(given, 2):
            session.visits.change(actor, visit.id, give_care(care))
            say("visit", visit.id, str(number))
        say("tally", shift.id, str(session.shifts.count(actor, shift.id, "water", 1, visit.id).count))
    session.closing.close(actor, shift.id)
    say("closed", shift.id, str(tap))
    clock.advance(hours=1)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that was set up."""
    return set_up(tmp_path)


def killed(folder: Path, turn: int) -> dict[tuple[str, str], int]:
    """Let a night run until it is killed; what it said it had saved: by kind and id, how much of it.

    Two kills of three come a little after some save, the third while the shift closes.
    """
    lines, wait_s = (LINES_OF_A_NIGHT, 0.02 * (turn % 20)) if turn % 3 == 0 else (turn * 7 % 41, 0.003 * (turn % 11))
    with subprocess.Popen([sys.executable, "-c", NIGHT, str(folder), str(turn)], stdout=subprocess.PIPE) as night:
        if night.stdout is None:
            raise AssertionError
        said = b"".join(night.stdout.readline() for _ in range(1 + lines))
        time.sleep(wait_s)
        night.kill()
        said += night.stdout.read()
    whole = [line.decode().split() for line in said.rpartition(b"\n")[0].splitlines()]
    return {(kind, name): int(number) for kind, name, number in whole[1:]}


def found(session: Session, kind: str, name: str) -> int:
    """How much of it is there now."""
    if kind == "visit":
        visit = session.visits.get(name)
        return len(visit.care) + (visit.label == "one")
    if kind == "tally":
        return next(tally.count or 0 for tally in session.shifts.tallies(name) if tally.kind == "water")
    return 0


@pytest.mark.timeout(7200)
def test_nothing_that_was_saved_is_lost_by_a_kill(folder: Path, figures: Figures) -> None:
    """After every kill: whole pages, a whole trail, every acknowledged visit, tap and closing, and a shift to go on."""
    acknowledged = 0
    closings = 0
    for turn in range(1, KILLS + 1):
        said = killed(folder, turn)
        program = a_program(folder, SettableClock(SATURDAY_NIGHT))
        session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
        lost = {key: number for key, number in said.items() if key[0] != "closed" and found(session, *key) < number}
        assert lost == {}
        assert session.trail.verify().ok
        _check_prints(program, session, [name for kind, name in said if kind == "closed"])
        acknowledged += len(said)
        closings += sum(kind == "closed" for kind, _ in said)
        key = cheap_vault(folder).unlock(session.actor.id, FOUR_WORDS)
        session.close()
        assert [check.detail for check in verify_file(program.paths.database, key) if not check.ok] == []
        program.close()
    assert acknowledged > 5 * KILLS
    assert closings > KILLS / 10
    figures("kill -9 of a whole night", kills=KILLS, saved=acknowledged, closings=closings, lost=0, damaged=0)


def _check_prints(program: Program, session: Session, closed: list[str]) -> None:
    """Every print there is is whole; a shift that was closed is signed; one cut short while closing closes again."""
    prints = sorted((program.paths.root / "summaries").glob("*.pdf"))
    assert [path.name for path in prints if not path.read_bytes().rstrip().endswith(b"%%EOF")] == []
    assert len(prints) >= len(closed)
    shift = session.shifts.current()
    for shift_id in closed:
        assert shift is None or shift.id != shift_id
    if shift is not None:
        assert session.closing.close(session.actor, shift.id).summary_pdf.exists()
