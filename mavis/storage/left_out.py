"""Records that cannot be read and are left out of an answer, so that all others are shown; each by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.system.logs import log_failure

if TYPE_CHECKING:
    from collections.abc import Iterator


class LeftOutRecord(NamedTuple):
    """What kind of record it is, and its number as ``mavis verify`` tells it; never a name."""

    kind: str
    number: str


class LeftOut:
    """What was left out of answers since the records were opened; the window says it for as long."""

    def __init__(self) -> None:
        """Everything could be read so far."""
        self._records: dict[LeftOutRecord, None] = {}

    def __len__(self) -> int:
        """How many records are left out."""
        return len(self._records)

    def __iter__(self) -> Iterator[LeftOutRecord]:
        """Each record that is left out, the first one first."""
        return iter(tuple(self._records))

    def note(self, kind: str, number: str, cause: Exception) -> None:
        """A record is left out; the log says once where its reading ended."""
        record = LeftOutRecord(kind, number)
        if record not in self._records:
            self._records[record] = None
            log_failure(cause)
