"""The log: what happened, by the names of events and errors; never a word that a person typed.

A message, its arguments, the text and the facts of an exception are all left out, whoever wrote them. What stays is
the event's key, the kind of the error with its key, and the lines of code it came through.
"""

from __future__ import annotations

import logging
import re
import time
import traceback
from functools import cached_property
from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError

if TYPE_CHECKING:
    from pathlib import Path

_LOGGER = logging.getLogger("mavis")
_KEY = re.compile(r"[a-z][a-z0-9_.]{0,79}")
_LARGEST_BYTES = 500_000
_OLD_FILES = 3


def start_log(path: Path) -> logging.Handler:
    """Write the log of this program to the path, in at most 4 files of half a megabyte; returns what to stop with."""
    logging.raiseExceptions = False  # a log that cannot be written neither stops a save nor prints what it holds
    handler = _LogFile(path)
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log that ``start_log`` opened, and leave the logger as it was."""
    _LOGGER.removeHandler(handler)
    _LOGGER.propagate = True
    handler.close()


def log_event(event: str) -> None:
    """Note that something happened, by its key, for example ``unlocked`` or ``backup_made``."""
    _LOGGER.info(event)


def log_failure(error: BaseException) -> None:
    """Note a failure: its kind, its key, and where in the code it arose."""
    _LOGGER.error("failure", exc_info=error)


class _LogFile(logging.Handler):
    """Opens the log with its first line; until then neither the file nor what turns it over is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        made = RotatingFileHandler(
            self._path, maxBytes=_LARGEST_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
        )
        made.setFormatter(_NamesOnly())
        return made

    def emit(self, record: logging.LogRecord) -> None:
        self._file.emit(record)

    def close(self) -> None:
        if "_file" in self.__dict__:
            self._file.close()
        super().close()


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
