"""The composition root: the one place that builds real objects and wires them. Nothing is built at import.

program = open_program()                              # locked: paths, settings, who may unlock
session = program.unlock(person_id, passphrase)       # unlocked: the records and every service
session.close()                                       # locked again, the key forgotten
program.close()

``open_training`` opens the made-up world beside it in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.bootstrap.program import Program as Program
from mavis.bootstrap.program import open_program as open_program
from mavis.bootstrap.training import open_training as open_training

if TYPE_CHECKING:
    from mavis.bootstrap.session import Session as Session
