"""One Mavis at a time, however many are started at once and however the first one ended."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.system.single_instance import FileLock

if TYPE_CHECKING:
    from pathlib import Path

STARTED = """
import sys
from pathlib import Path
from mavis.domain.errors import StorageError
from mavis.system.single_instance import FileLock
lock = FileLock(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    lock.acquire()
except StorageError as refused:
    print(refused.key, flush=True)
else:
    print("started", flush=True)
sys.stdin.readline()
"""


def start(path: Path) -> subprocess.Popen[str]:
    """A program that takes the lock when told to, and keeps it until told to end."""
    return subprocess.Popen(
        [sys.executable, "-c", STARTED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def tell(program: subprocess.Popen[str]) -> None:
    """Let it go on to its next step."""
    if program.stdin is not None:
        program.stdin.write("\n")
        program.stdin.flush()


def said(program: subprocess.Popen[str]) -> str:
    """The next line it prints."""
    return program.stdout.readline().strip() if program.stdout is not None else ""


def end(program: subprocess.Popen[str]) -> None:
    """Let it end in order, and close its pipes."""
    program.communicate("\n", timeout=20)


def test_the_second_gets_a_sentence(tmp_path: Path) -> None:
    """And may start once the first has ended; letting go twice is fine."""
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    first.acquire()
    with pytest.raises(StorageError, match="already_running"):
        second.acquire()
    first.release()
    first.release()
    with second, pytest.raises(StorageError, match="already_running"):
        first.acquire()


def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path) -> None:
    """The lock cannot be made, and says so."""
    with pytest.raises(StorageError, match="folder_missing"):
        FileLock(tmp_path / "gone" / "lock").acquire()


def test_many_starts_at_once_give_one_winner(tmp_path: Path) -> None:
    """Programs that reach for the lock in the same moment: one has it, the others are told."""
    programs = [start(tmp_path / "lock") for _ in range(4)]
    assert [said(program) for program in programs] == ["ready"] * 4
    for program in programs:
        tell(program)
    answers = sorted(said(program) for program in programs)
    for program in programs:
        end(program)
    assert answers == ["already_running"] * 3 + ["started"]


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    """After a crash the next start is let in at once; the file that was left is no lock."""
    program = start(tmp_path / "lock")
    said(program)
    tell(program)
    assert said(program) == "started"
    program.kill()
    program.communicate(timeout=20)
    assert (tmp_path / "lock").exists()
    with FileLock(tmp_path / "lock"):
        pass
