"""Training opened: the same program over a folder of its own, with made-up people and a passphrase that is shown."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from mavis.bootstrap.program import open_program
from mavis.system.clock import utc_now
from mavis.system.paths import data_folder, make_data_folder
from mavis.system.single_instance import FileLock

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap.program import Program
    from mavis.services.training import Training
    from mavis.storage.keys import Vault
    from mavis.system.clock import Clock
    from mavis.system.paths import DataFolder

_FILLED_FROM = timedelta(days=15)
_OPERATIONS, _MEMORY_BYTES = 1, 8192
"""The least that a key can cost; only for a passphrase that stands on the screen."""


def open_training(data_dir: Path | None = None, *, clock: Clock = utc_now, again: bool = False) -> Program:
    """Open the training folder beside a data folder, locked; nothing of the data folder itself is read.

    A folder that is new, or that a crash left half made, is filled with made-up people first. The keys in it are cheap
    to guess, since everybody may know its passphrase.

    Args:
        data_dir: where the real data lie, or would lie; the system's own place for data when left out.
        clock: tells the present instant; that of the training night may run ahead of it.
        again: throw the last training night away and begin a fresh one.

    Raises:
        UserError: the place of the training folder is refused, or holds something that training did not make.
        StorageError: training is open already, or the disk refuses.
    """
    from mavis.services.training import Training, check_training_folder

    folder = data_folder(data_dir).training
    make_data_folder(folder)
    training = Training(folder, clock)
    if again or not training.lesson.ready:
        _clear(training)
        _fill(folder, clock)
        training.keep(ready=True)
    check_training_folder(folder)
    program = open_program(folder.root, clock=training.now, vault=_cheap_vault)
    program.training = training
    return program


def _clear(training: Training) -> None:
    lock = FileLock(training.folder.lock)
    lock.acquire()
    try:
        training.clear()
    finally:
        lock.release()


def _fill(folder: DataFolder, clock: Clock) -> None:
    """Have made-up people live through two past weekends; each act happens at its own time."""
    made_up = import_module("mavis.bootstrap.made_up")
    past = made_up.PastClock(clock() - _FILLED_FROM)
    program = open_program(folder.root, clock=past, vault=_cheap_vault)
    try:
        made_up.fill(program, past, clock())
    finally:
        program.close()


def _cheap_vault(folder: Path) -> Vault:
    keys = import_module("mavis.storage.keys")
    vault: Vault = keys.Vault(folder, keys.Cost(_OPERATIONS, _MEMORY_BYTES))
    return vault
