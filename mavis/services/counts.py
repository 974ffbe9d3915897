"""Counts to hand on: which lie in the outbox folder and were not sent yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Counts:
    """The counts of this laptop."""

    def __init__(self, outbox: Path) -> None:
        """``outbox`` is the folder in which counts wait until somebody sends them."""
        self._outbox = outbox

    def not_sent(self) -> tuple[str, ...]:
        """The names of what waits in the outbox folder, in order; a file that is still being written is none."""
        waiting = self._outbox.iterdir() if self._outbox.is_dir() else ()
        return tuple(sorted(path.name for path in waiting if not path.name.startswith(".")))
