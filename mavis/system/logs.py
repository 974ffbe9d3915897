"""The log: what happened, by the names of events and errors; never a word that a person typed.

How a line is written, and what is left out of it, stands in ``log_lines``. That is loaded with the first line: Python's
logging would take more than 1 ms of the start, and before somebody unlocks there is nothing to tell.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Handler
    from pathlib import Path
    from types import ModuleType

_started: dict[Path, Handler | None] = {}
"""The logs of this process, each with what writes it once there was a line for it."""
_opening = Lock()


def start_log(path: Path) -> None:
    """Write the log of this program to the path, in at most 4 files of half a megabyte, until ``stop_log``."""
    _started[path] = None


def stop_log(path: Path) -> None:
    """Write no more to the log that ``start_log`` opened."""
    handler = _started.pop(path, None)
    if handler is not None:
        from mavis.system import log_lines

        log_lines.end(handler)


def log_event(event: str) -> None:
    """Note that something happened, by its key, for example ``unlocked`` or ``backup_made``."""
    _lines().note_event(event)


def log_failure(error: BaseException) -> None:
    """Note a failure: its kind, its key, and where in the code it arose."""
    _lines().note_failure(error)


def _lines() -> ModuleType:
    from mavis.system import log_lines

    with _opening:
        for path, handler in [*_started.items()]:
            if handler is None:
                _started[path] = log_lines.begin(path)
    return log_lines
