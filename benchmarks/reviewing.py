"""Looking for duplicates among 100,000 people behind a window that must go on answering.

The search runs where the window has it run. A timer beats on the GUI thread meanwhile, and twice a second somebody is
looked up by name, as a crew member types. The same timer beats for as long after the search: its longest gap there is
the machine's own. What holds the window does so each time, and what the machine does beside happens once: of several
rounds the least longest gap is told.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks import answering
from benchmarks.blocking import HeartBeat
from benchmarks.evening import OPENS_WITH, WallClock, the_program, the_session
from benchmarks.hands import Hands
from benchmarks.table import Row, limited
from benchmarks.visitors import REPORTING, Visitors
from mavis.services.register import Register
from mavis.system.matching import load_matcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.bootstrap import Program

_PEOPLE, _TWICE = 100_000, 5_000
_MOST_SECONDS, _MOST_MS, _ANSWER_MS = 60.0, 50.0, 100.0
_ROUNDS = 3
_ASKED_EVERY_MS = 500
_TYPED = "smit"


@dataclass(frozen=True, slots=True)
class _Round:
    """One search: seconds, pairs, and in seconds the longest gap with and without it and the slowest answer."""

    took: float
    pairs: int
    gap: float
    idle_gap: float
    answer: float


def measure(folder: Path) -> list[Row]:
    """The rows of the table: how long it takes, the longest gaps of the heart-beat, the slowest answer meanwhile."""
    answering.prepare(folder / "reviewing")
    _fill(the_program(folder / "reviewing", WallClock(answering.LATER)))
    hands = Hands(the_program(folder / "reviewing", WallClock(answering.LATER)))
    hands.unlock(OPENS_WITH)
    hands.session.session.visitors.find(hands.session.session.actor, _TYPED)
    rounds = [_round(hands) for _ in range(_ROUNDS)]
    hands.leave()
    took = min(one.took for one in rounds)
    gap, idle, answer = (1000 * min(getattr(one, name) for one in rounds) for name in ("gap", "idle_gap", "answer"))
    among = f"{_PEOPLE:,} people"
    return [
        limited(f"look for duplicates among {among}", took, "s", _MOST_SECONDS, f"{rounds[0].pairs} pairs to review"),
        limited(f"longest gap while duplicates are looked for, {among}", gap, "ms", _MOST_MS),
        limited("the same timer for as long without a search", idle, "ms", _MOST_MS),
        limited(f"slowest find by name meanwhile, {among}", answer, "ms", _ANSWER_MS),
    ]


def _fill(program: Program) -> None:
    session = the_session(program)
    with session.store.change(session.actor) as work:
        Register(load_matcher).save_imported(work, Visitors(REPORTING).many(_PEOPLE, _TWICE).people)
        work.commit()
    session.close()
    program.close()


def _round(hands: Hands) -> _Round:
    hands.press("Esc")  # somebody is there, so nothing is locked
    session, doors = hands.session.session, hands.session.desk.doors
    ended: list[int] = []
    failures: list[Exception] = []
    answers: list[float] = []

    def ask() -> None:
        asked = time.perf_counter()
        doors.query(
            lambda: session.visitors.find(session.actor, _TYPED),
            lambda _found: answers.append(time.perf_counter() - asked),
            failures.append,
        )

    asking = QTimer()
    asking.timeout.connect(ask)
    beat, began = HeartBeat(), time.perf_counter()
    asking.start(_ASKED_EVERY_MS)
    doors.search(lambda: len(session.duplicates.likely(session.actor)), ended.append, failures.append)
    _work_until(lambda: bool(ended or failures))
    for failure in failures:
        raise failure
    took, gap = time.perf_counter() - began, beat.stop()
    asking.stop()
    beat, ends = HeartBeat(), time.perf_counter() + took
    _work_until(lambda: time.perf_counter() > ends)
    return _Round(took, ended[0], gap, beat.stop(), max(answers))


def _work_until(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
