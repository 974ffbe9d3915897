"""An import that is killed at any of its writes has come in wholly or not at all, and can be done again.

The short form kills 12 times; with MAVIS_SOAK=1 it kills 1,000 times, at each write in turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.deeds import a_log, set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import ENDED, moments, other_mavis
from tests.faults.strain import KILLED, strain
from tests.faults.wholeness import faults_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.conftest import Figures

KILLS = 1000 if SOAK else 12
NOTHING, EVERYTHING = (0, 0), (1, 70)


def test_an_import_that_is_killed_is_all_or_nothing(tmp_path: Path, figures: Figures) -> None:
    """Nothing is in, or everything; pages and trail are whole; what came in can be taken back and brought in again."""
    log, folder = str(a_log(tmp_path)), set_up(tmp_path / "killed")
    ends = {NOTHING: 0, EVERYTHING: 0}
    with other_mavis(set_up(tmp_path / "whole")) as mavis, strain(mavis.pid, tmp_path) as undisturbed:
        mavis.do("bring_in", log)
    for spared in moments(undisturbed.calls, KILLS):
        with other_mavis(folder) as mavis, strain(mavis.pid, tmp_path, KILLED, spared):
            said = mavis.do("bring_in", log)
        end = _came_in(folder)
        assert said == ENDED or end == EVERYTHING
        ends[end] += 1
    assert sum(ends.values()) == KILLS
    assert ends[NOTHING] > KILLS / 2
    figures("kill -9 at each write of an import", kills=KILLS, all=ends[EVERYTHING], nothing=ends[NOTHING], damaged=0)


def _came_in(folder: Path) -> tuple[int, int]:
    """How many imports and visits there are; what is there is taken back."""
    with unlocked(folder) as mavis:
        session = mavis.session
        assert faults_of(mavis) == []
        standing = [batch.id for batch in session.imports.all_imports() if batch.undone_at is None]
        visits = sum(count for _, count in session.shifts.all_shifts())
        for import_id in standing:
            session.imports.undo(session.actor, import_id)
    return len(standing), visits
