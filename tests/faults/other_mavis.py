"""A Mavis in a process of its own that does what it is told, so that it can be killed and its disk can fail."""

from __future__ import annotations

import ctypes
import multiprocessing
import socket
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import cycle, islice
from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError
from tests.faults.deeds import DEEDS, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.deeds"])
_LET_TRACE = 0x59616D61  # PR_SET_PTRACER, for systems where strace may not look at a process unasked
_ANYONE = ctypes.c_ulong(-1)
READY = "ready"
ENDED = "ended"


class OtherMavis:
    """The process at the other end of a line: a deed goes there, its answer or the key of its sentence comes back."""

    def __init__(self, work: Callable[[Path, socket.socket], None], folder: Path) -> None:
        """Start it; it works until the line is closed."""
        self._line, theirs = socket.socketpair()
        self._answers = self._line.makefile(encoding="utf-8")
        with closing(theirs):
            self._process = _FORKS.Process(target=_begin, args=(work, folder, theirs), daemon=True)
            self._process.start()

    @property
    def pid(self) -> int:
        """The number by which the system knows the process."""
        return self._process.pid or 0

    def do(self, deed: str, word: str = "") -> str:
        """Have a deed done and wait for the answer; ``ENDED`` when it was killed meanwhile."""
        self.say(f"{deed} {word}")
        return self.heard()

    def say(self, order: str) -> None:
        """Send an order down the line."""
        self._line.sendall(f"{order}\n".encode())

    def heard(self) -> str:
        """The next line that it says; ``ENDED`` when there will be none."""
        try:
            line = self._answers.readline()
        except ConnectionResetError:
            line = ""
        return line.rstrip("\n") if line.endswith("\n") else ENDED

    def kill(self) -> list[str]:
        """End it at once, as kill -9 does; what it had said that nobody heard yet."""
        self._process.kill()
        self._process.join()
        said = [*iter(self.heard, ENDED)]
        self._process.close()
        self._answers.close()
        self._line.close()
        return said


@contextmanager
def running(work: Callable[[Path, socket.socket], None], folder: Path) -> Iterator[OtherMavis]:
    """A process that is ready to work until the block ends, and is killed then."""
    other = OtherMavis(work, folder)
    try:
        if other.heard() != READY:
            raise RuntimeError("the other Mavis did not start")
        yield other
    finally:
        other.kill()


def other_mavis(folder: Path) -> AbstractContextManager[OtherMavis]:
    """An unlocked Mavis that waits for deeds until the block ends, and is killed then."""
    return running(_do_deeds, folder)


def moments(calls: Sequence[str], turns: int) -> Iterator[Sequence[str]]:
    """The calls before each of so many moments of trouble: first at every file that is written, then all through."""
    files = [at for at, call in enumerate(calls) if call == "write"]
    step = max(1, len(calls) // max(1, turns - len(files)))
    for at in islice(cycle([*files, *range(0, len(calls) + 1, step)]), turns):
        yield calls[:at]


def _begin(work: Callable[[Path, socket.socket], None], folder: Path, line: socket.socket) -> None:
    """Let strace look on, then work."""
    ctypes.CDLL(None).prctl(_LET_TRACE, _ANYONE, 0, 0, 0)
    work(folder, line)


def _do_deeds(folder: Path, line: socket.socket) -> None:
    """Answer by ``send``, because ``write`` is what fails here when the disk is full."""
    with unlocked(folder) as mavis, line.makefile(encoding="utf-8") as orders:
        line.sendall(f"{READY}\n".encode())
        for order in orders:
            deed, _, word = order.rstrip("\n").partition(" ")
            try:
                said = DEEDS[deed](mavis, word)
            except MavisError as refused:
                said = f"refused {refused.key}"
            line.sendall(f"{said}\n".encode())
