"""A first run on a disk that is full or fails: set up wholly, with the code in hand, or begun again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.bootstrap import open_program
from mavis.domain.errors import MavisError, StorageError
from tests.faults.deeds import set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import READY, moments, running
from tests.faults.strain import FAILING, FAILING_ONCE, FULL, strain
from tests.faults.wholeness import faults_of
from tests.programs import FOUR_WORDS, cheap_vault

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence
    from pathlib import Path

    from tests.faults.conftest import Figures

SHORT = 8


@pytest.mark.parametrize("trouble", [FULL, FAILING, FAILING_ONCE] if SOAK else [FULL])
def test_a_first_run_on_a_bad_disk(tmp_path: Path, trouble: str, figures: Figures) -> None:
    """Tried again when the disk is well, it gives a recovery code, and code and passphrase open the records."""
    calls = _first_run(tmp_path / "whole", "", [])
    runs = 2 * len(calls) if SOAK else SHORT
    for turn, spared in enumerate(moments(calls, runs)):
        _first_run(tmp_path / str(turn), trouble, spared)
    assert runs >= SHORT
    figures("bad disk at each write of a first run", runs=runs, locked_out=0, without_code=0)


def test_records_that_lost_their_keys_are_left_alone(tmp_path: Path) -> None:
    """A first run beside them is refused, and makes no keys that could never open them."""
    folder = set_up(tmp_path)
    kept = (folder / "keys.json").rename(tmp_path / "keys.json")
    program = open_program(folder, vault=cheap_vault)
    with pytest.raises(StorageError, match="database_exists"):
        program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    program.close()
    assert not (folder / "keys.json").exists()
    kept.rename(folder / "keys.json")
    with unlocked(folder) as mavis:
        assert faults_of(mavis) == []


def _first_run(folder: Path, trouble: str, spared: Sequence[str]) -> list[str]:
    """Set up, again if the trouble was in the way, and unlock with what that gave; the calls of the first time."""
    with running(_set_up, folder) as other:
        with strain(other.pid, folder.parent, trouble, spared) as met:
            said = other.do("create")
        refused = said in ("refused disk_full", "refused disk_failed")
        code = other.do("create") if refused else said
    _check(folder, code)
    return met.calls


def _check(folder: Path, code: str) -> None:
    """Both ways in lead to whole records."""
    with unlocked(folder) as mavis:
        assert faults_of(mavis) == []
    program = open_program(folder, vault=cheap_vault)
    try:
        program.unlock_with_recovery(code).close()
    finally:
        program.close()


def _set_up(folder: Path, line: socket.socket) -> None:
    """Set up as often as it is told to, and answer with the recovery code."""
    program = open_program(folder, vault=cheap_vault)
    with line.makefile(encoding="utf-8") as orders:
        line.sendall(f"{READY}\n".encode())
        for _ in orders:
            try:
                said = program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
            except MavisError as refused:
                said = f"refused {refused.key}"
            line.sendall(f"{said}\n".encode())
