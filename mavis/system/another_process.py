"""Work in a process of its own, for what takes so long that a thread beside the window would hold the window up.

What goes there and what comes back goes through a pipe between the two and nowhere else: no file, no argument and no
variable of the environment holds a word of it. The process yields to all others, and it ends with whoever began it, in
whatever way that ended. A frozen program is its own interpreter, so it calls ``freeze_support`` before all else.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from mavis.domain.errors import StorageError
from mavis.system.collecting import not_collecting
from mavis.system.log_lines import nameless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from types import TracebackType

    Pipe = Connection[Any, Any]

Item = TypeVar("Item")
Result = TypeVar("Result")

_NICE = 10
_LOOKS_EVERY_SECONDS = 0.1


def in_another_process(
    work: Callable[[Iterable[Item]], Result], parts: Iterable[Sequence[Item]], stopped: Callable[[], bool]
) -> Result | None:
    """What the work makes of the items of all parts, or None as soon as ``stopped`` says so.

    The work must be a function of a module, or a ``partial`` of one. No part may be empty. The parts are asked for one
    by one, as fast as they are taken: small ones leave this process free for others.

    Raises:
        StorageError: there is no room for another process, or it was ended from outside.
    """
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_work, args=(work, theirs), daemon=True)
    try:
        with ours, theirs:
            process.start()
            theirs.close()
            return ours.recv() if _answered(ours, parts, stopped) else None
    except (OSError, EOFError) as failure:
        raise StorageError("work_cut_short") from failure
    finally:
        if process.pid is not None:
            process.kill()
            process.join()


def _answered(pipe: Pipe, parts: Iterable[Sequence[Any]], stopped: Callable[[], bool]) -> bool:
    """Hand the parts over and wait; False when the answer is not wanted any more."""
    for part in parts:
        if stopped():
            return False
        pipe.send(part)
    pipe.send(())
    while not pipe.poll(_LOOKS_EVERY_SECONDS):
        if stopped():
            return False
    return True


def _work(work: Callable[[Iterable[Any]], object], pipe: Pipe) -> None:
    """What the other process does; whoever presses Ctrl+C means the program that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        os.nice(_NICE)
    with _NamingNobody(), not_collecting():
        pipe.send(work(_items(pipe)))


class _NamingNobody:
    """A fault of the work is written to stderr: by its kind and place alone, because its words may quote a record."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, bug: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(bug, Exception):
            raise RuntimeError(nameless(bug)) from None


def _items(pipe: Pipe) -> Iterator[Any]:
    while part := pipe.recv():
        yield from part


def _end_with_parent() -> None:
    """End at once when the parent does, however it ended: nobody is left to answer."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
