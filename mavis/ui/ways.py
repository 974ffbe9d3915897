"""The ways between the real Mavis and training: one is wholly closed before the other is opened."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.bootstrap import Program


class Way(Enum):
    """Where to go when the window closes: to the real records, on with training, or to a fresh training night."""

    REAL = auto()
    TRAINING = auto()
    AFRESH = auto()


Opens = Callable[[Way], "Program"]
"""Opens the program of a way, locked; raises a ``MavisError`` when it cannot."""
