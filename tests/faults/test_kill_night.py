"""A night that is killed at any moment, while visits are saved or the shift is closed, loses nothing it said it saved.

The short form kills 20 times; with MAVIS_SOAK=1 it kills 1,000 times.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from mavis.domain.edits.visit import answer, give_care
from mavis.domain.record.care import CareGiven, CareKind
from tests.faults.deeds import set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import ENDED, READY, OtherMavis
from tests.faults.wholeness import faults_of

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.faults.conftest import Figures
    from tests.faults.deeds import Unlocked

KILLS = 1000 if SOAK else 20
KILLS_A_FOLDER = 40
LINES_OF_A_NIGHT = 32


def killed(folder: Path, turn: int) -> dict[tuple[str, str], int]:
    """Let a night run until it is killed; what it said it had saved: by kind and id, how much of it.

    Of six kills four come a little after some save, one while the shift closes, and one as soon as it has closed.
    """
    lines, wait_s = turn * 7 % 41, 0.001 * (turn % 11)
    if turn % 3 == 0:
        lines, wait_s = (LINES_OF_A_NIGHT, 0.01 * (turn % 20)) if turn % 2 else (LINES_OF_A_NIGHT + 1, 0.0)
    night = OtherMavis(_nights, folder)
    night.say(str(turn))
    said = [night.heard() for _ in range(1 + lines)]
    time.sleep(wait_s)
    said += night.kill()
    assert said[0] == READY
    whole = [line.split() for line in said[1:] if line != ENDED]
    return {(kind, name): int(number) for kind, name, number in whole}


def _nights(folder: Path, line: socket.socket) -> None:
    """Save visits and taps and close shifts, week after week, and say each time what is saved now."""
    with unlocked(folder) as mavis, line.makefile(encoding="utf-8") as orders:
        mavis.clock.advance(hours=int(orders.readline()) * 7 * 24)
        line.sendall(f"{READY}\n".encode())
        while True:
            _night(mavis, line)
            mavis.clock.advance(hours=1)


def _night(mavis: Unlocked, line: socket.socket) -> None:
    """Eight visits with an answer, two kinds of care and a tap each, then the closing."""
    session, actor, clock = mavis.session, mavis.session.actor, mavis.clock
    shift = session.shifts.current() or session.shifts.open_shift(actor, session.shifts.plan(clock()))
    for _ in range(8):
        visit = session.visits.open_visit(actor, arrived_at=clock.advance(minutes=1))
        session.visits.change(actor, visit.id, answer(label="one"))
        line.sendall(f"visit {visit.id} 1\n".encode())
        for number, kind in enumerate((CareKind.WATER, CareKind.LISTENING), 2):
            given = CareGiven(mavis.program.new_id(), kind, clock(), actor.id)
            session.visits.change(actor, visit.id, give_care(given))
            line.sendall(f"visit {visit.id} {number}\n".encode())
        tally = session.shifts.count(actor, shift.id, "water", 1, visit.id)
        line.sendall(f"tally {shift.id} {tally.count}\n".encode())
    session.closing.close(actor, shift.id)
    line.sendall(f"closed {shift.id} 1\n".encode())


def found(mavis: Unlocked, kind: str, name: str) -> int:
    """How much of it is there now."""
    if kind == "visit":
        visit = mavis.session.visits.get(mavis.session.actor, name)
        return len(visit.care) + (visit.label == "one")
    if kind == "tally":
        tallies = mavis.session.shifts.tallies(name)
        return next(tally.count or 0 for tally in tallies if tally.kind == "water")
    current = mavis.session.shifts.current()
    return int(current is None or current.id != name)


def test_nothing_that_was_saved_is_lost_by_a_kill(tmp_path: Path, figures: Figures) -> None:
    """After every kill: whole pages, trail and papers, every acknowledged visit, tap and closing; then it closes."""
    acknowledged = closings = 0
    for turn in range(1, KILLS + 1):
        if turn % KILLS_A_FOLDER == 1:
            folder = set_up(tmp_path / str(turn))
        said = killed(folder, turn)
        with unlocked(folder) as mavis:
            lost = {key: number for key, number in said.items() if found(mavis, *key) < number}
            assert (lost, faults_of(mavis)) == ({}, [])
            shift = mavis.session.shifts.current()
            if shift is not None:
                assert mavis.session.closing.close(mavis.session.actor, shift.id).summary_pdf.exists()
        acknowledged += len(said)
        closings += sum(kind == "closed" for kind, _ in said)
    assert acknowledged > 5 * KILLS
    assert closings >= KILLS // 6
    figures("kill -9 of a whole night", kills=KILLS, saved=acknowledged, closings=closings, lost=0, damaged=0)
