"""Looking for duplicates among 100,000 people behind a window that must go on answering.

The search runs where the window has it run, on the thread for questions; a timer beats on the GUI thread meanwhile.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks import answering
from benchmarks.blocking import HeartBeat
from benchmarks.evening import OPENS_WITH, WallClock, the_program
from benchmarks.hands import Hands
from benchmarks.table import Row, limited
from benchmarks.visitors import REPORTING, Visitors
from mavis.services.register import Register
from mavis.system.matching import load_matcher

if TYPE_CHECKING:
    from pathlib import Path

_PEOPLE, _TWICE = 100_000, 5_000
_MOST_SECONDS, _MOST_MS = 60.0, 50.0


def measure(folder: Path) -> list[Row]:
    """The rows of the table: how long it takes, and the longest gap of the heart-beat."""
    answering.prepare(folder / "reviewing")
    hands = Hands(the_program(folder / "reviewing", WallClock(answering.LATER)))
    hands.unlock(OPENS_WITH)
    session, desk = hands.session.session, hands.session.desk
    with session.store.change(session.actor) as work:
        Register(load_matcher).save_imported(work, Visitors(REPORTING).many(_PEOPLE, _TWICE).people)
        work.commit()
    ended: list[int] = []
    beat, began = HeartBeat(), time.perf_counter()
    desk.doors.query(
        lambda: len(session.duplicates.likely(session.actor)), ended.append, lambda failure: ended.append(-1)
    )
    while not ended:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    took, (longest, _doing) = time.perf_counter() - began, beat.longest
    hands.leave()
    among = f"{_PEOPLE:,} people"
    return [
        limited(f"look for duplicates among {among}", took, "s", _MOST_SECONDS, f"{ended[0]} pairs to review"),
        limited(f"longest gap while duplicates are looked for, {among}", 1000 * longest, "ms", _MOST_MS),
    ]
