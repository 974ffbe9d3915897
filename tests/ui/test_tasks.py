"""Work away from the window: changes in order, answers on the window's own thread."""

from __future__ import annotations

import sys
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.ui.tasks import Tasks
from tests.ui.scheme import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Both lanes."""
    assert qtbot
    made = Tasks()
    yield made
    made.finish()
    made.deleteLater()


def test_changes_keep_their_order_and_answer_on_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    """The slow one first; nothing is handed back on a worker thread."""
    done: list[tuple[int, str]] = []
    for number in range(3):

        def job(number: int = number) -> int:
            time.sleep(0.02 if number == 0 else 0)
            return number

        tasks.change(job, lambda result: done.append((result, threading.current_thread().name)), fail)
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy)

    assert done == [(number, threading.main_thread().name) for number in range(3)]


def test_a_question_may_overtake_a_change(qtbot: QtBot, tasks: Tasks) -> None:
    """Looking something up does not wait for a slow disk."""
    gate = threading.Event()
    done: list[str] = []
    tasks.change(lambda: gate.wait(10), lambda _: done.append("change"), fail)
    tasks.query(lambda: None, lambda _: done.append("query"), fail)
    qtbot.waitUntil(lambda: done == ["query"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["query", "change"])


def test_a_search_that_is_over_is_nobodys_wait(qtbot: QtBot, tasks: Tasks) -> None:
    """Whoever waits until nothing is under way still waits for a change that comes after it."""
    found: list[str] = []
    tasks.search(lambda: "found", found.append, fail)
    busy = [tasks.busy]
    qtbot.waitUntil(lambda: found == ["found"])

    gate = threading.Event()
    tasks.change(lambda: gate.wait(10), lambda _: found.append("changed"), fail)
    busy.append(tasks.busy)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (busy, found) == ([False, True], ["found", "changed"])


def test_no_question_waits_for_a_long_search(qtbot: QtBot, tasks: Tasks) -> None:
    """Somebody comes aboard while duplicates are looked for."""
    gate = threading.Event()
    done: list[str] = []
    tasks.search(lambda: gate.wait(10), lambda _: done.append("search"), fail)
    tasks.query(lambda: None, lambda _: done.append("query"), fail)
    qtbot.waitUntil(lambda: done == ["query"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["query", "search"])


def test_a_failure_comes_back_as_it_was_raised(qtbot: QtBot, tasks: Tasks) -> None:
    """To the one who asked, and the lane goes on."""
    failures: list[Exception] = []

    def full() -> None:
        raise StorageError("disk_full", free="0 MB")

    tasks.change(full, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)

    assert isinstance(failures[0], StorageError)
    assert not tasks.busy


def test_no_thread_is_started_before_the_first_job(tasks: Tasks) -> None:
    """The first window is painted without them."""
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("mavis-")]
    assert not tasks.busy


def test_a_question_is_asked_once_this_turn_is_over(qtbot: QtBot, tasks: Tasks) -> None:
    """What the key changed is painted before a worker takes time from the window; questions keep their order."""
    asked: list[int] = []
    for number in range(3):
        tasks.query(partial(asked.append, number), lambda _: None, fail)
    time.sleep(0.02)
    in_this_turn = list(asked)
    assert tasks.busy
    qtbot.waitUntil(lambda: not tasks.busy)

    assert (in_this_turn, asked) == ([], [0, 1, 2])


def test_what_was_asked_last_is_answered_before_the_end(tasks: Tasks) -> None:
    """Closing the window in the same turn loses no question."""
    asked: list[str] = []
    tasks.query(lambda: asked.append("last"), lambda _: None, fail)

    tasks.finish()

    assert asked == ["last"]


def test_a_busy_worker_hands_the_turn_back_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    """Nearly each call of Qt needs the turn: five milliseconds for each, as Python has it, would be felt."""
    tasks.query(lambda: None, lambda _: None, fail)
    qtbot.waitUntil(lambda: not tasks.busy)

    assert sys.getswitchinterval() < 0.001
