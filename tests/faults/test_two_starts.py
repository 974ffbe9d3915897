"""Mavis started twice in one moment, over what a crash left behind: one opens, the other is told.

The short form runs 20 races; with MAVIS_SOAK=1 there are 100.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from tests.faults.deeds import set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import READY, running
from tests.faults.wholeness import faults_of

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.faults.conftest import Figures

RACES = 100 if SOAK else 20


def test_a_race_has_one_winner_each_time(tmp_path: Path, figures: Figures) -> None:
    """Every winner is killed, so that each race runs over a stale lock and a database that was not closed."""
    folder = set_up(tmp_path)
    started = 0
    for _ in range(RACES):
        with running(_race, folder) as one, running(_race, folder) as other:
            one.say("go")
            other.say("go")
            answers = sorted([one.heard(), other.heard()])
        assert answers == ["already_running", "open"]
        started += answers.count("open")
    with unlocked(folder) as mavis:
        assert faults_of(mavis) == []
        nights = len(mavis.session.shifts.all_shifts())
    assert nights == 1
    figures("starts in one moment over a stale lock", races=RACES, started=started, twice=0)


def _race(folder: Path, line: socket.socket) -> None:
    """Open the records when told to, save something, and hold them until killed."""
    with line.makefile(encoding="utf-8") as orders:
        line.sendall(f"{READY}\n".encode())
        orders.readline()
        try:
            with unlocked(folder) as mavis:
                if mavis.session.shifts.current() is None:
                    mavis.session.shifts.open_shift(mavis.session.actor, mavis.session.shifts.plan(mavis.clock()))
                mavis.session.visits.open_visit(mavis.session.actor)
                line.sendall(b"open\n")
                orders.readline()
        except StorageError as refused:
            line.sendall(f"{refused.key}\n".encode())
            orders.readline()
