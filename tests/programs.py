"""A whole program in a folder of the test, with keys that are cheap to guess so that tests are quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.bootstrap import Program, open_program
from mavis.storage.keys import Cost, Vault
from tests.builders import CountingIds, SettableClock

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Session

FOUR_WORDS = "four plain brown horses"
CHEAP = Cost(operations=1, memory_bytes=8192)


def cheap_vault(folder: Path) -> Vault:
    """A keeper of keys that costs next to nothing."""
    return Vault(folder, CHEAP)


def a_program(folder: Path, clock: SettableClock | None = None) -> Program:
    """A program that nobody has set up."""
    return open_program(folder, clock=clock or SettableClock(), new_id=CountingIds(), vault=cheap_vault)


def a_session(program: Program) -> Session:
    """Set the program up and unlock it as its coordinator, Dilys."""
    program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    return program.unlock(program.access.people()[0].id, FOUR_WORDS)
