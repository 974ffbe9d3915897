"""A closing that is killed at any of its writes leaves no half paper; pressed again, it leaves everything.

The short form kills 12 times; with MAVIS_SOAK=1 it kills 1,000 times, at each write in turn.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tests.faults.deeds import set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import ENDED, moments, other_mavis
from tests.faults.strain import KILLED, strain
from tests.faults.wholeness import faults_of, half_papers, lost

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.faults.conftest import Figures

KILLS = 1000 if SOAK else 12
KILLS_A_FOLDER = 25


def test_a_closing_that_is_killed_is_repaired_by_closing_again(tmp_path: Path, figures: Figures) -> None:
    """Print, counts and backup are each whole or absent; then all of them are there, and no visit is lost."""
    steps = moments(_closed(set_up(tmp_path / "whole"), 0)[1], KILLS)
    ended = turn = 0
    while some := list(islice(steps, KILLS_A_FOLDER)):
        folder = set_up(tmp_path / str(turn))
        for week, spared in enumerate(some):
            ended += _closed(folder, week, KILLED, spared)[0] == ENDED
            assert half_papers(folder) == []
            _close_again(folder, week)
            turn += 1
    assert turn == KILLS
    assert ended > KILLS / 2
    figures("kill -9 at each write of closing", kills=ended, lost=0, half=0, damaged=0)


def _closed(folder: Path, week: int, trouble: str = "", spared: Sequence[str] = ()) -> tuple[str, list[str]]:
    """What was said when a shift with one visit was closed, and the calls that closing made."""
    with other_mavis(folder) as mavis:
        shift_id = mavis.do("start", str(week))
        mavis.do("visit", f"visit-{week}")
        with strain(mavis.pid, folder.parent, trouble, spared) as met:
            said = mavis.do("close", shift_id)
    return said, met.calls


def _close_again(folder: Path, week: int) -> None:
    """Close in the next Mavis and look at everything that closing leaves behind."""
    with unlocked(folder) as mavis:
        mavis.clock.advance(hours=week * 7 * 24 + 5)
        shift_id = mavis.session.visits.get(mavis.session.actor, f"visit-{week}").shift_id
        assert lost(mavis, [f"visit-{week}"], [], shift_id) == []
        done = mavis.session.closing.close(mavis.session.actor, shift_id)
        assert mavis.session.shifts.current() is None
        assert mavis.session.backups.newest() == done.backup_at
        assert [path.exists() for path in (done.summary_pdf, *done.counts)] == [True] * 3
        assert len(mavis.session.counts.not_sent()) == week + 1
        assert faults_of(mavis) == []
