"""Wrong guesses are slowed down: 1 s after the first, twice as long after each next one, up to 15 minutes.

The time comes from the machine's own stopwatch (seconds since it was started), never from the clock on the wall, so
that setting the clock changes nothing. After a restart of the machine at least its present running time has passed
since the last guess; less than the truth is counted, never more. The state is on the disk before a guess is checked.
"""

from __future__ import annotations

import json
import math
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.system.files import write_whole
from mavis.system.single_instance import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONGEST_SECONDS = 900.0
QUIET_SECONDS = 3600.0
"""After this long without a wrong guess the count begins again."""

_UNREADABLE = {"unknown": 11}  # a state that cannot be read counts as enough wrong guesses for the longest wait


@dataclass(frozen=True)
class _State:
    counts: dict[str, int] = field(default_factory=dict)
    at: float = 0.0

    def wait(self, now: float) -> float:
        total = sum(self.counts.values())
        passed = now - self.at
        if not total or passed >= QUIET_SECONDS:
            return 0.0
        return max(0.0, min(2.0 ** min(total - 1, 10), LONGEST_SECONDS) - passed)


class Throttle:
    """Counts the wrong guesses of one vault, for all its slots together, through crashes and restarts.

    A right guess forgives only the guesses at its own slot, so that someone who knows one passphrase cannot buy
    quick guesses at another.
    """

    def __init__(self, path: Path, stopwatch: Callable[[], float] = time.monotonic) -> None:
        """Keep the state in the file; the stopwatch tells seconds since the machine was started."""
        self._path = path
        self._stopwatch = stopwatch

    def wait_seconds(self) -> int:
        """How many whole seconds until the next guess is allowed; 0 when it is allowed now."""
        return math.ceil(self._load().wait(self._stopwatch()))

    @contextmanager
    def guess(self, slot: str) -> Iterator[None]:
        """Count a guess at the slot as wrong, let the block check it, and forgive it when the block ends normally.

        Raises:
            UserError: too soon; the fact ``seconds`` says how long to wait.
            StorageError: the count cannot be written, so the guess is not checked.
        """
        with FileLock(self._path.with_suffix(".lock"), busy="database_locked"):
            before = self._load()
            now = self._stopwatch()
            wait = math.ceil(before.wait(now))
            if wait:
                raise UserError("too_many_guesses", n=wait)
            counts = before.counts if now - before.at < QUIET_SECONDS else {}
            self._save(_State({**counts, slot: counts.get(slot, 0) + 1}, now))
        yield
        self._save(_State({other: count for other, count in counts.items() if other != slot}, before.at))

    def _load(self) -> _State:
        now = self._stopwatch()
        try:
            content = json.loads(self._path.read_bytes())
            state = _State({str(slot): int(count) for slot, count in content["counts"].items()}, float(content["at"]))
        except FileNotFoundError:
            return _State()
        except (ValueError, TypeError, KeyError, AttributeError):
            state = _State(_UNREADABLE, now)
            self._save(state)
        if state.at > now:  # the machine was restarted since
            state = _State(state.counts, 0.0)
            self._save(state)
        return state

    def _save(self, state: _State) -> None:
        content = json.dumps({"counts": state.counts, "at": state.at}, sort_keys=True)
        write_whole(self._path, content.encode("utf-8"))
