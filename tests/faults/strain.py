"""Trouble from a chosen write on: the disk of a running process refuses, or the process is killed there."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WRITES = ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "mkdir")
"""Every call by which Mavis changes the disk or waits for it."""
FULL = "error=ENOSPC:when={}+"
FAILING = "error=EIO:when={}+"
FAILING_ONCE = "error=EIO:when={}"
KILLED = "signal=SIGKILL:when={}"
_STRACE = shutil.which("strace") or "/usr/bin/strace"


@dataclass
class Strain:
    """What the process did meanwhile: its calls to the disk, in order, and how many of them were refused."""

    calls: list[str] = field(default_factory=list)
    hits: int = 0


@contextmanager
def strain(pid: int, folder: Path, trouble: str = "", spared: Sequence[str] = ()) -> Iterator[Strain]:
    """Watch the writes of a process until the block ends, and let trouble begin with the first that is not spared.

    The trouble is told in the words of strace, which counts the calls of each kind apart.
    """
    seen = folder / f"strace-{pid}"
    inject = [f"inject={kind}:{trouble.format(spared.count(kind) + 1)}" for kind in WRITES if trouble]
    watch = [part for told in (f"trace={','.join(WRITES)}", *inject) for part in ("-e", told)]
    found = Strain()
    with subprocess.Popen([_STRACE, "-f", "-p", str(pid), "-o", seen, *watch], stderr=subprocess.PIPE) as strace:
        attached = strace.stderr.readline() if strace.stderr is not None else b""
        try:
            if not attached.endswith(b"attached\n"):
                raise RuntimeError(attached.decode())
            yield found
        finally:
            strace.terminate()
            strace.communicate(timeout=20)
            lines = [line.split(maxsplit=1)[1] for line in seen.read_text().splitlines()]
            found.calls = [line.partition("(")[0] for line in lines if line.startswith(WRITES)]
            found.hits = sum("(INJECTED)" in line for line in lines)
