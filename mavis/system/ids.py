"""New ids: version 7 UUIDs, which begin with the time and so sort in the order made."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.system.clock import Clock

NewId = Callable[[], str]
"""Anything that gives a new id each time it is called."""

_CHANCE_BYTES, _CHANCE_BITS = 10, 74


def id_maker(clock: Clock) -> NewId:
    """A maker of ids that begin with the clock's time in milliseconds and end in chance (RFC 9562)."""
    return lambda: _uuid7(clock(), int.from_bytes(os.urandom(_CHANCE_BYTES)) >> 8 * _CHANCE_BYTES - _CHANCE_BITS)


def counted_id_maker(clock: Clock) -> NewId:
    """A maker of ids that end in a count instead of chance: a made-up night has the same ids each time it is played."""
    made = count(1)
    return lambda: _uuid7(clock(), next(made))


def _uuid7(at: datetime, chance: int) -> str:
    milliseconds = int(at.timestamp() * 1000)
    high, low = chance >> 62, chance & ((1 << 62) - 1)
    digits = f"{milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
