"""How much memory a process holds (Linux)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes: everything that lies in memory for a process, and the part that no other process shares."""

    resident: float
    alone: float

    @property
    def said(self) -> str:
        """The part that no other process shares, in words."""
        return f"resident; {self.alone:.0f} MB of it shared with no other process"


def memory() -> Memory:
    """The memory of this process now.

    Raises:
        KeyError: the kernel counts otherwise.
    """
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    counted = {name.rstrip(":"): int(kilobytes) / 1024 for name, kilobytes, _ in map(str.split, lines)}
    return Memory(counted["Rss"], counted["Private_Clean"] + counted["Private_Dirty"])
