"""Work in a process of its own: what it brings back, when it stops, and that it outlives nobody."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from functools import partial
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.system.another_process import in_another_process

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARTS = [["Kate", "Bob"], ["Ash"]]
_PATIENCE_SECONDS = 60

_PARENT = """
from tests.system.test_another_process import told_then_waiting
from mavis.system.another_process import in_another_process

if __name__ == "__main__":
    in_another_process(told_then_waiting, [["Kate"]], lambda: False)
"""


def where_it_ran(names: Iterable[str]) -> tuple[int, list[str]]:
    """The work of the first test: which process did it, and with what."""
    return os.getpid(), list(names)


def what_others_see(names: Iterable[str]) -> str:
    """Work that tells how its process was started."""
    return f"{sys.orig_argv} {dict(os.environ)}" if list(names) else ""


def failing(names: Iterable[str]) -> None:
    """Work that ends before its time, as when the machine runs out of room."""
    os._exit(len(list(names)))


def waiting(seconds: float, names: Iterable[str]) -> int:
    """Work that takes long."""
    found = len(list(names))
    time.sleep(seconds)
    return found


def naming(names: Iterable[str]) -> None:
    """Work with a fault that quotes what it was given."""
    raise ValueError(*names)


def told_then_waiting(names: Iterable[str]) -> int:
    """Work that says which process does it, and takes long."""
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    return waiting(_PATIENCE_SECONDS, names)


def test_another_process_does_the_work() -> None:
    """With every item in its order; afterwards it is gone."""
    process, names = in_another_process(where_it_ran, _PARTS, lambda: False) or (0, [])

    assert process not in (0, os.getpid())
    assert names == ["Kate", "Bob", "Ash"]
    assert multiprocessing.active_children() == []


def test_no_word_of_it_stands_where_others_can_read() -> None:
    """Neither in the command of the process, which every user of the laptop may list, nor in its environment."""
    seen = in_another_process(what_others_see, _PARTS, lambda: False) or ""

    assert "multiprocessing" in seen
    assert "Kate" not in seen


def test_it_ends_as_soon_as_it_is_stopped() -> None:
    """While it works: nobody waits a minute for what nobody wants any more."""
    stopped = Event()
    Timer(0.5, stopped.set).start()

    assert in_another_process(partial(waiting, _PATIENCE_SECONDS), _PARTS, stopped.is_set) is None
    assert multiprocessing.active_children() == []


def test_nothing_more_is_handed_over_once_it_is_stopped() -> None:
    """While it is told: the second part is never asked for."""
    asked: list[str] = []

    def parts() -> Iterator[list[str]]:
        asked.append("first")
        yield ["Kate"]
        asked.append("second")
        yield ["Bob"]

    assert in_another_process(where_it_ran, parts(), lambda: True) is None
    assert asked == ["first"]


def test_an_end_before_its_time_has_a_sentence() -> None:
    """The system took its memory, say."""
    with pytest.raises(StorageError, match="work_cut_short"):
        in_another_process(failing, _PARTS, lambda: False)
    assert multiprocessing.active_children() == []


def test_it_ends_with_whoever_began_it() -> None:
    """Also when that was killed, so that no name stays in memory behind a locked laptop."""
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, text=True) as parent:
        if parent.stdout is None:
            raise TypeError(parent)
        working = int(parent.stdout.readline())
        assert _is_there(working)
        parent.kill()
    end = time.monotonic() + _PATIENCE_SECONDS / 2
    while _is_there(working) and time.monotonic() < end:
        time.sleep(0.02)

    assert not _is_there(working)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_fault_of_the_work_names_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    """What the other process writes of it goes to the terminal, or to a file of the system that none of us reads."""
    with pytest.raises(StorageError, match="work_cut_short"):
        in_another_process(naming, _PARTS, lambda: False)

    written = capfd.readouterr().err
    assert "RuntimeError: ValueError at " in written
    assert [name for name in ("Kate", "Bob", "Ash") if name in written] == []
