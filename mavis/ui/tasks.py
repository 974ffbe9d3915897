"""Work away from the GUI thread: one lane for changes, in order, one for questions, one for long searches."""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")
Given = TypeVar("Given")

_TURN_SECONDS = 0.0005
"""How long a worker goes on in Python while the window waits for its turn.

The window needs a turn after nearly each call of Qt. With the five milliseconds that are usual, a page that is built
while a worker is busy, as when the print of a shift is made, takes three times as long.
"""


class Tasks(QObject):
    """Runs jobs on a thread a lane, and hands results and failures back on the thread that owns this object.

    A failure that nobody can put into words is re-raised on the GUI thread, where the excepthook shows it as a bug.
    """

    _finished = Signal(object)
    answered = Signal()
    """A result or a failure was handed back."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with all lanes idle."""
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._asked: deque[Callable[[], None]] = deque()
        self._waiting = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether the result of a change or a question is still to come; nobody waits for a long search."""
        return self._waiting > 0

    def change(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that writes, after all changes before it."""
        self._waiting += 1
        self._start("mavis-change", job, self._awaited(done), self._awaited(failed))

    def query(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that only reads, once what the window shows of this turn is painted."""
        self._waiting += 1
        self._asked.append(partial(self._start, "mavis-query", job, self._awaited(done), self._awaited(failed)))
        QTimer.singleShot(0, self, self._ask_next)

    def search(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that reads for a long time; no question waits for it."""
        self._start("mavis-search", job, done, failed)

    def finish(self) -> None:
        """Wait for all lanes to run dry and end their threads; results still to be delivered are delivered now."""
        while self._asked:
            self._ask_next()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _awaited(self, then: Callable[[Given], None]) -> Callable[[Given], None]:
        """What is done with a result that somebody waits for."""

        def told(given: Given) -> None:
            self._waiting -= 1
            then(given)

        return told

    def _ask_next(self) -> None:
        if self._asked:
            self._asked.popleft()()

    def _start(
        self,
        lane: str,
        job: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._lane(lane).submit(job).add_done_callback(partial(self._report, done, failed))

    def _lane(self, name: str) -> ThreadPoolExecutor:
        """One thread of that name; it starts with the first job, after the window is painted."""
        from concurrent.futures import ThreadPoolExecutor

        if name not in self._lanes:
            sys.setswitchinterval(_TURN_SECONDS)
            self._lanes[name] = ThreadPoolExecutor(1, thread_name_prefix=name)
        return self._lanes[name]

    def _report(
        self, done: Callable[[Result], None], failed: Callable[[Exception], None], future: Future[Result]
    ) -> None:
        self._finished.emit(partial(_hand_over, future, done, failed))

    @Slot(object)
    def _deliver(self, hand_over: Callable[[], None]) -> None:
        try:
            hand_over()
        finally:
            self.answered.emit()


def _hand_over(future: Future[Result], done: Callable[[Result], None], failed: Callable[[Exception], None]) -> None:
    failure = future.exception()
    if failure is None:
        done(future.result())
    elif isinstance(failure, Exception):
        failed(failure)
    else:
        raise failure
