"""A whole program in a folder of the test, with keys that are cheap to guess so that tests are quick."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING, NamedTuple

from mavis.bootstrap import Program, open_program
from mavis.storage.keys import Cost, Vault
from tests.builders import CountingIds, SettableClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.bootstrap import Session

FOUR_WORDS = "four plain brown horses"
CHEAP = Cost(operations=1, memory_bytes=8192)


def cheap_vault(folder: Path) -> Vault:
    """A keeper of keys that costs next to nothing."""
    return Vault(folder, CHEAP)


def a_program(folder: Path, clock: SettableClock | None = None, ids: CountingIds | None = None) -> Program:
    """A program that nobody has set up, unless its folder holds one already."""
    return open_program(folder, clock=clock or SettableClock(), new_id=ids or CountingIds(), vault=cheap_vault)


class Prepared(NamedTuple):
    """A folder with a program in it that was set up once, for many tests, and how many ids it has given."""

    folder: Path
    made: int

    def copied(self, folder: Path, clock: SettableClock) -> Program:
        """The program in a folder of its own, started anew and locked."""
        copytree(self.folder, folder)
        return a_program(folder, clock, CountingIds(self.made))


def prepared(folder: Path, set_up: Callable[[Program], None]) -> Prepared:
    """Set a program up in a new folder, and leave it for copies to be made of."""
    ids = CountingIds()
    program = a_program(folder, ids=ids)
    set_up(program)
    program.close()
    return Prepared(folder, ids.made)


def a_session(program: Program) -> Session:
    """Set the program up and unlock it as its coordinator, Dilys."""
    program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    return unlocked(program)


def unlocked(program: Program) -> Session:
    """Unlock a program as its coordinator, Dilys."""
    return program.unlock(program.access.people()[0].id, FOUR_WORDS)
