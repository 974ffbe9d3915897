"""Saves in line: each is done in the order it was made, and none is dropped while the disk is full or busy."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mavis.domain.errors import StorageError, UserError

if TYPE_CHECKING:
    from mavis.ui.presenters.desk.doors import Doors


@dataclass(frozen=True, slots=True)
class _Save:
    job: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class SaveQueue:
    """The saves still to be made; the screen says "saved" only when this is empty.

    When the disk fails, the line waits until ``retry``; what comes meanwhile joins at the end. A save that is refused
    for another reason goes to whoever asked to hear of it; else to ``on_refusal``, when it was refused in words, so
    that nothing is shown as kept that is not. Anything else is raised on the GUI thread, and the window says so.
    """

    def __init__(self, doors: Doors) -> None:
        """Begin with nothing to save."""
        self._doors = doors
        self._line: deque[_Save] = deque()
        self._running = False
        self.failure: StorageError | None = None
        self.on_state: Callable[[], None] = _nothing
        self.on_refusal: Callable[[UserError], None] | None = None

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
        self._next()
        self.on_state()
        if save.failed is not None:
            save.failed(failure)
        elif self.on_refusal is not None and isinstance(failure, UserError):
            self.on_refusal(failure)
        else:
            raise failure


def _nothing() -> None:
    """Stand in until somebody listens."""
