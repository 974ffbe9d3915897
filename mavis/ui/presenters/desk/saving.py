"""Saves in line: each is done in the order it was made, and none is dropped while the disk is full or busy."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mavis.domain.errors import StorageError

if TYPE_CHECKING:
    from mavis.ui.presenters.desk.doors import Doors


@dataclass(frozen=True, slots=True)
class _Save:
    job: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class SaveQueue:
    """The saves still to be made; the screen says "saved" only when this is empty.

    When the disk fails, the line waits until ``retry``; what comes meanwhile joins at the end. A save that fails for
    another reason, a refusal or a bug, goes to whoever asked to hear of it, else to ``on_refusal``, so that nothing is
    shown as kept that is not; then the line goes on.
    """

    def __init__(self, doors: Doors) -> None:
        """Begin with nothing to save."""
        self._doors = doors
        self._line: deque[_Save] = deque()
        self._running = False
        self.failure: StorageError | None = None
        self.on_state: Callable[[], None] = _nothing
        self.on_refusal: Callable[[Exception], None] = _raised

    @property
    def waiting(self) -> int:
        """How many saves are not on the disk yet."""
        return len(self._line)

    def put(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Have a job saved after all before it; ``done`` or ``failed`` gets what came of it, on the GUI thread."""
        self._line.append(_Save(job, done, failed))
        self._next()
        self.on_state()

    def retry(self) -> None:
        """Try the save that failed again, then go on down the line."""
        self.failure = None
        self._next()
        self.on_state()

    def _next(self) -> None:
        if self._running or self.failure is not None or not self._line:
            return
        self._running = True
        self._doors.change(self._line[0].job, self._saved, self._failed)

    def _saved(self, result: object) -> None:
        save = self._line.popleft()
        self._running = False
        if save.done is not None:
            save.done(result)
        self._next()
        self.on_state()

    def _failed(self, failure: Exception) -> None:
        self._running = False
        if isinstance(failure, StorageError):
            self.failure = failure
            self.on_state()
            return
        save = self._line.popleft()
        try:
            (save.failed or self.on_refusal)(failure)
        finally:
            self._next()
            self.on_state()


def _raised(failure: Exception) -> None:
    """Let the window's own net say what nobody else listens for."""
    raise failure


def _nothing() -> None:
    """Stand in until somebody listens."""
