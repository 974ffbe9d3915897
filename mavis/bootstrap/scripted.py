"""A Mavis for nights that are played by a script: the same ids and recovery code each time, and keys that cost nothing.

Whoever finds the folder of such a night could guess its passphrase quickly, so no real record belongs there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.bootstrap.program import Program, open_program
from mavis.storage.keys import Cost, Vault
from mavis.storage.throttle import Throttle
from mavis.system.ids import counted_id_maker

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.system.clock import Clock

RECOVERY_CODE = "B1CH-JJTX-BG41-R6AV-VGDH-JJ0C-9PY2"
_CHEAP = Cost(operations=1, memory_bytes=8192)


def open_scripted(folder: Path, clock: Clock) -> Program:
    """Open Mavis in a folder of its own; wrong guesses wait by the clock of the script.

    Raises:
        UserError: the folder lies where names may leave the laptop.
        StorageError: Mavis runs there already, or the disk refuses.
    """
    return open_program(folder, clock=clock, new_id=counted_id_maker(clock), vault=partial(_vault, clock))


def _vault(clock: Clock, folder: Path) -> Vault:
    throttle = Throttle(folder / "guesses.json", lambda: clock().timestamp())
    return Vault(folder, _CHEAP, throttle, lambda: RECOVERY_CODE)
