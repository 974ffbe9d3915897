"""The window answers at once and never waits for the disk: told by order, by count and by thread, never by the clock.

How many milliseconds it takes is measured by ``make bench``, which plays the same strokes.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.answering import strokes
from benchmarks.blocking import HeartBeat, slow_disk
from benchmarks.evening import OPENS_WITH, WallClock, begin_night, set_up, the_program
from benchmarks.hands import Hands
from mavis.domain.record.outcome import Outcome
from mavis.services.backups import Backups
from mavis.services.counts import Counts
from mavis.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlite_utils import Database as Connection

    from mavis.domain.visit.visit import Visit

_TURNS = 50
_HELD_SECONDS = 0.05
_PATIENCE_SECONDS = 30


@pytest.fixture
def hands(tmp_path: Path, qapp: QApplication) -> Iterator[Hands]:
    """The window at the board of a night with twenty people on the bus."""
    clock = WallClock()
    program = the_program(tmp_path / "data", clock)
    set_up(program, clock)
    begin_night(program, clock, aboard=20)
    made = Hands(program)
    made.unlock(OPENS_WITH)
    yield made
    made.leave()
    qapp.setStyleSheet("")


def test_every_stroke_is_painted_and_no_disk_is_touched_by_the_window(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that the table measures: each key and click changes the picture, and only other threads read or write."""
    touched: set[str] = set()
    note_thread(monkeypatch, touched)
    for _kind, stroke in strokes():
        paintings = hands.paintings
        hands.do(stroke)
        hands.until(partial(painted_since, hands, paintings))
        hands.settle()

    assert touched == set()


def test_the_window_goes_on_while_a_save_hangs(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk does not answer: a whole visit is typed and seen, the window turns on, and all is saved in the end."""
    answers = threading.Event()
    with monkeypatch.context() as patch:
        hold_back(patch, answers)
        hands.use("N D H R M 'moth' Down A 4 W 7 X")
        for _ in range(_TURNS):
            QApplication.processEvents()
        seen = hands.session.room.page.presenter.visit
        waiting = hands.session.desk.saves.waiting
        stored = on_disk(hands)
        answers.set()
        hands.settle()

    assert (len(seen.needs), seen.name, seen.outcome) == (2, "moth", Outcome.TAXI)
    assert waiting > len(seen.needs)
    assert seen.id not in stored
    saved = on_disk(hands)[seen.id]
    assert saved.person_id is not None  # who they are is looked up with the save
    assert replace(saved, person_id=seen.person_id) == seen


def test_the_heart_beat_notices_what_holds_the_window(qapp: QApplication) -> None:
    """A wait on the thread of the window is the longest gap, and it is known what was done meanwhile."""
    beat = HeartBeat()
    beat.doing = "waiting"
    time.sleep(_HELD_SECONDS)
    QApplication.processEvents()

    assert beat.longest >= (_HELD_SECONDS, "waiting")
    beat.deleteLater()


def test_a_slow_disk_holds_up_each_save(hands: Hands) -> None:
    """What the table calls a slow disk is one: the save takes as long as it says, away from the window."""
    with slow_disk(_HELD_SECONDS):
        began = time.monotonic()
        hands.use("N")
        hands.settle()

    assert time.monotonic() - began >= _HELD_SECONDS


def on_disk(hands: Hands) -> dict[str, Visit]:
    """Tonight's visits as the store has them."""
    session = hands.session.session
    shift = session.shifts.current()
    return {visit.id: visit for visit in session.visits.of_shift(session.actor, shift.id)} if shift else {}


def hold_back(patch: pytest.MonkeyPatch, answers: threading.Event) -> None:
    """Let every commit wait until the disk answers."""
    writing = Database.writing

    @contextmanager
    def hanging(database: Database) -> Iterator[Connection]:
        with writing(database) as connection:
            yield connection
            answers.wait(_PATIENCE_SECONDS)

    patch.setattr(Database, "writing", hanging)


def painted_since(hands: Hands, paintings: int) -> bool:
    """Whether the window was painted again."""
    return hands.paintings > paintings


def note_thread(patch: pytest.MonkeyPatch, touched: set[str]) -> None:
    """From now on note each reading or writing of the disk that this thread does itself."""
    window = threading.get_ident()
    for owner, name in (
        (Database, "read"),
        (Database, "_writing_turn"),
        (Backups, "newest"),
        (Counts, "not_sent"),
        (os, "fsync"),
    ):
        real = getattr(owner, name)

        def noting(*args: object, real: Callable[..., object] = real, name: str = name) -> object:
            if threading.get_ident() == window:
                touched.add(name)
            return real(*args)

        patch.setattr(owner, name, noting)
