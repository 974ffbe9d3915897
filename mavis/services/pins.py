"""The PINs of one night: kept in memory alone, to say who takes over a screen that is open already.

A PIN opens nothing. Behind the lock the database is closed and its key forgotten, and no PIN brings them back. That is
why a PIN may be short: whoever tries one sits at an open screen, and has five tries in all.
"""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.pin import check_pin
from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.system.clock import Clock

TRIES = 5
"""Wrong tries at one PIN, counted since its owner last gave their passphrase; then it is forgotten."""
LASTS = timedelta(hours=12)
_PASSES, _BLOCK = 2**14, 8  # scrypt over 16 MB: about 50 ms a try on the laptop of the bus


class _Held(NamedTuple):
    """A PIN as it is held: never the digits, only what they become together with the salt."""

    digits: int
    salt: bytes
    seal: bytes
    until: datetime
    wrong: int = 0
    not_before: float = 0.0


class Pins:
    """Who has a PIN tonight. Nothing of it is ever written; closing the window or the shift forgets all."""

    def __init__(self, clock: Clock, stopwatch: Callable[[], float] = time.monotonic) -> None:
        """The clock tells when a PIN is too old, the stopwatch (seconds) how long a wrong try must wait."""
        self._clock = clock
        self._stopwatch = stopwatch
        self._held: dict[str, _Held] = {}

    def digits(self, person_id: str) -> int:
        """How many digits the person's PIN has; 0 when they have none tonight."""
        held = self._held.get(person_id)
        if held is not None and self._clock() >= held.until:
            self.forget(person_id)
            return 0
        return held.digits if held else 0

    def keep(self, person_id: str, pin: str) -> None:
        """Keep a PIN for somebody who has just given their passphrase.

        Raises:
            UserError: not 4 to 6 digits, or too simple.
        """
        check_pin(pin)
        salt = os.urandom(16)
        self._held[person_id] = _Held(len(pin), salt, _seal(pin, salt), self._clock() + LASTS)

    def vouch(self, person_id: str) -> None:
        """Forgive wrong tries: the owner has given their passphrase."""
        held = self._held.get(person_id)
        if held is not None:
            self._held[person_id] = held._replace(wrong=0, not_before=0.0)

    def check(self, person_id: str, pin: str) -> None:
        """Take a right PIN; a wrong one costs a try and a wait of 1, 2, 4, 8 seconds.

        A right PIN does not win the tries back, so that nobody can guess five times after each right one.

        Raises:
            UserError: none tonight (``pin_none``), too soon (``pin_wait``), wrong (``pin_wrong``), or wrong for the
                last time, after which only the passphrase helps (``pin_gone``).
        """
        if not self.digits(person_id):
            raise UserError("pin_none")
        held = self._held[person_id]
        wait = ceil(held.not_before - self._stopwatch())
        if wait > 0:
            raise UserError("pin_wait", n=wait)
        if _is_same(_seal(pin, held.salt), held.seal):
            return
        wrong = held.wrong + 1
        if wrong == TRIES:
            self.forget(person_id)
            raise UserError("pin_gone")
        self._held[person_id] = held._replace(wrong=wrong, not_before=self._stopwatch() + 2.0 ** (wrong - 1))
        raise UserError("pin_wrong", left=TRIES - wrong)

    def forget(self, person_id: str) -> None:
        """Forget one person's PIN."""
        self._held.pop(person_id, None)

    def forget_all(self) -> None:
        """Forget every PIN, as at the end of the shift."""
        self._held.clear()


def _seal(pin: str, salt: bytes) -> bytes:
    from mavis.storage.sealing import slow_digest

    return slow_digest(pin.encode("utf-8"), salt, _PASSES, _BLOCK)


def _is_same(seal: bytes, held: bytes) -> bool:
    """Whether they are equal, found out in a time that tells nothing."""
    from hmac import compare_digest

    return compare_digest(seal, held)
