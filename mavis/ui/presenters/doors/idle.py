"""When to hide the screen and when to lock it: after a while without a key or a touch, and after the laptop slept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.system.clock import Clock
    from mavis.system.settings import Settings

_SLEPT = timedelta(seconds=30)


class Cover(Enum):
    """What should lie over the screen now."""

    NONE = auto()
    VEIL = auto()
    LOCK = auto()


@dataclass(frozen=True, slots=True)
class IdleRule:
    """Time without use until the veil (60 s) and the lock (5 min); a coordinator can change both."""

    veil: timedelta = timedelta(seconds=60)
    lock: timedelta = timedelta(minutes=5)

    @classmethod
    def of(cls, settings: Settings) -> IdleRule:
        """The rule that the settings ask for."""
        return cls(timedelta(seconds=settings.veil_seconds), timedelta(minutes=settings.lock_minutes))


class IdleWatch:
    """Told of each use and asked once a second; a gap between two questions means that the laptop slept."""

    def __init__(self, clock: Clock, rule: IdleRule) -> None:
        """Begin as just used."""
        self._clock = clock
        self.rule = rule
        self._used = self._asked = clock()

    def used(self) -> None:
        """Somebody pressed a key or touched the screen."""
        self._used = self._clock()

    def look(self) -> Cover:
        """What should cover the screen now; a clock set back or far ahead locks as well."""
        now = self._clock()
        gap, self._asked = now - self._asked, now
        idle = now - self._used
        if gap > _SLEPT or gap < -_SLEPT or idle >= self.rule.lock:
            return Cover.LOCK
        return Cover.VEIL if idle >= self.rule.veil else Cover.NONE
