"""The lines of the log: what happened, by the names of events and errors; never a word that a person typed.

A message, its arguments, the text and the facts of an exception are all left out, whoever wrote them. What stays is
the event's key, the kind of the error with its key, and the lines of code it came through.
"""

from __future__ import annotations

import logging
import re
import time
import traceback
from itertools import pairwise
from pathlib import Path

from mavis.domain.errors import MavisError

_LOGGER = logging.getLogger("mavis")
_KEY = re.compile(r"[a-z][a-z0-9_.]{0,79}")
_LARGEST_BYTES = 500_000
_OLD_FILES = 3


def begin(path: Path) -> logging.Handler:
    """Write the lines to the path, in at most 4 files of half a megabyte; returns what to end with."""
    logging.raiseExceptions = False  # a log that cannot be written neither stops a save nor prints what it holds
    handler = _LogFile(path)
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    return handler


def end(handler: logging.Handler) -> None:
    """Write no more of what ``begin`` returned, and leave the logger as it was."""
    _LOGGER.removeHandler(handler)
    _LOGGER.propagate = True
    handler.close()


def note_event(event: str) -> None:
    """A line for something that happened."""
    _LOGGER.info(event)


def note_failure(error: BaseException) -> None:
    """A line for a failure: its kind, its key, and where in the code it arose."""
    _LOGGER.error("failure", exc_info=error)


class _LogFile(logging.Handler):
    """Appends a line at a time and turns a full file over.

    Python's own handler for that comes with pickles and sockets: a megabyte, and 3 ms of the first line.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setFormatter(_NamesOnly())

    def emit(self, record: logging.LogRecord) -> None:
        line = (self.format(record) + "\n").encode()
        try:
            if self._path.exists() and self._path.stat().st_size + len(line) > _LARGEST_BYTES:
                self._turn_over()
            with self._path.open("ab") as file:
                file.write(line)
        except OSError:
            self.handleError(record)

    def _turn_over(self) -> None:
        """Name the newest file ``.1``, the one before it ``.2``, and so on; the oldest is written over."""
        names = [self._path, *(Path(f"{self._path}.{number}") for number in range(1, _OLD_FILES + 1))]
        for newer, older in reversed([*pairwise(names)]):
            if newer.exists():
                newer.replace(older)


class _NamesOnly(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        text = str(record.msg)
        event = text if _KEY.fullmatch(text) and not record.args else "unnamed_event"
        error = record.exc_info[1] if record.exc_info else None
        return " ".join([moment, record.levelname, event, *([nameless(error)] if error else [])])


def nameless(failure: BaseException) -> str:
    """The kinds of a failure and of its causes, their keys, and the lines of code they came through; no word more."""
    told: list[str] = []
    seen: set[int] = set()
    error: BaseException | None = failure
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        key = f":{error.key}" if isinstance(error, MavisError) and _KEY.fullmatch(error.key) else ""
        lines = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-6:]]
        told.append(f"{type(error).__name__}{key} at {'>'.join(lines) or 'nowhere'}")
        error = error.__cause__ or error.__context__
    return " ".join(told)
