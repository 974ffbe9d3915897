"""The longest moment in which the window could not have answered, while every sync of the disk takes two seconds.

A timer beats every few milliseconds on the GUI thread; the longest gap between two beats is the longest time for which
anything held that thread: a key, a page that is built, a painting, a result that comes back, or a wait. The script of
the answers is played through without waiting for any save; a new look has a row there and is left out. What holds the
thread does so each time, and what the machine does beside happens once: of several rounds the one with the least
longest gap is told.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks import answering
from benchmarks.evening import OPENS_WITH, WallClock, the_program
from benchmarks.hands import Hands
from benchmarks.table import Row, limited
from mavis.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database as Connection

_MOST_MS = 50.0
_BEAT_MS = 2
_SYNC_SECONDS = 2.0
_ROUNDS = 3


class HeartBeat(QObject):
    """Beats on the thread that made it; ``longest`` is the longest gap so far in seconds, and after which stroke."""

    def __init__(self) -> None:
        """Begin to beat."""
        super().__init__()
        self.longest = (0.0, "")
        self.doing = ""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def stop(self) -> float:
        """Beat no more; the longest gap in seconds."""
        self._timer.stop()
        return self.longest[0]

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last, self.doing))
        self._last = now


@contextmanager
def slow_disk(seconds: float) -> Iterator[None]:
    """Let each commit and each sync of a file take so long; the turn to write is held meanwhile, as it really is."""
    writing, fsync = Database.writing, os.fsync

    @contextmanager
    def slowly(database: Database) -> Iterator[Connection]:
        with writing(database) as connection:
            yield connection
            time.sleep(seconds)

    def sync(handle: int) -> None:
        time.sleep(seconds)
        fsync(handle)

    with patch.object(Database, "writing", slowly), patch("os.fsync", sync):
        yield


def measure(folder: Path) -> list[Row]:
    """The row of the table."""
    answering.prepare(folder / "blocking")
    rounds = [_play(folder / "blocking", folder / f"blocking-{number}") for number in range(_ROUNDS)]
    (longest, doing), waited = min(rounds)
    beside = f"in: {doing}; up to {waited} saves waited for the disk"
    return [limited("longest gap, disk takes 2 s to sync", 1000 * longest, "ms", _MOST_MS, beside)]


def _play(prepared: Path, copy: Path) -> tuple[tuple[float, str], int]:
    shutil.copytree(prepared, copy)
    hands = Hands(the_program(copy, WallClock(answering.LATER)))
    hands.unlock(OPENS_WITH)
    waited = 0
    with slow_disk(_SYNC_SECONDS):
        beat = HeartBeat()
        for kind, stroke in (one for one in answering.strokes() if one[0] != answering.LOOK):
            beat.doing = f"{kind} ({stroke})"
            hands.do(stroke)
            hands.rest(answering.BREATH_SECONDS)
            waited = max(waited, hands.session.desk.saves.waiting)
    hands.leave()
    return beat.longest, waited
