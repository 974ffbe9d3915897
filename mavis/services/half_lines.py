"""The line that somebody has half typed for a visit: kept sealed beside the records until it is used or thrown away.

It is on no record yet, so it lies in no table, no history and no backup, and is read with the key of the records only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.errors import StorageError
from mavis.system.files import file_failure, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class HalfLine(NamedTuple):
    """Who typed it, in which shift, for which visit (empty for a new one), and the words so far."""

    person: str
    shift: str
    visit: str
    text: str


class HalfLines:
    """At most one line for each person, and those of one shift only; they outlive the lock and a crash."""

    def __init__(self, path: Path, seal: Callable[[str], bytes], unseal: Callable[[bytes], str]) -> None:
        """Keep them in the file, sealed."""
        self._path = path
        self._seal = seal
        self._unseal = unseal

    def all(self) -> tuple[HalfLine, ...]:
        """Every line that waits; none where the file is not there, or belongs to other records.

        Raises:
            StorageError: the disk refuses.
        """
        try:
            sealed = self._path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as failure:
            raise file_failure(failure) from failure
        try:
            return tuple(HalfLine(*line) for line in json.loads(self._unseal(sealed)))
        except StorageError:  # other records were put in the place of these
            return ()

    def keep(self, line: HalfLine) -> None:
        """Keep a line in the place of the one its person had; it is on the disk when this returns.

        Raises:
            StorageError: the disk refuses.
        """
        others = (one for one in self.all() if one.shift == line.shift and one.person != line.person)
        self._write((*others, line))

    def forget(self, person: str) -> None:
        """The line of a person is used, or thrown away.

        Raises:
            StorageError: the disk refuses.
        """
        self._write(tuple(one for one in self.all() if one.person != person))

    def _write(self, lines: tuple[HalfLine, ...]) -> None:
        try:
            if lines:
                write_whole(self._path, self._seal(json.dumps(lines)))
            else:
                self._path.unlink(missing_ok=True)
        except OSError as failure:
            raise file_failure(failure) from failure
