"""Times as people write them, and the instants of a stay on a night that may be a clock-change night."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from mavis.domain.shift.night import instant_on, read_time, wall_time

_SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]\d{2}(?:\.\d+)?")
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap])\.?m\.?")
_WITH_H = re.compile(r"(\d{1,2})\s*h\s*(\d{2})")
_LONGEST = 20
_MORNING = (time(9), time(12))
"""A bus is not out then: 11:30 is more likely 23:30 than the morning after."""
_LONGEST_STAY = timedelta(hours=12)


class TimeFault(StrEnum):
    """Why a stay cannot be placed on its night."""

    NEVER_WAS = "time_never_was"
    IN_THE_MORNING = "time_in_the_morning"
    LEFT_NEVER_WAS = "left_never_was"
    LEFT_TOO_LATE = "left_too_late"

    @property
    def is_of_leaving(self) -> bool:
        """Whether the time of leaving is to blame."""
        return self in (TimeFault.LEFT_NEVER_WAS, TimeFault.LEFT_TOO_LATE)


@dataclass(frozen=True, slots=True)
class Stay:
    """When somebody came and left (UTC), and on which night (its shift date).

    ``first_of_two`` says that the clock showed the time of coming twice.
    """

    night: date
    arrived_at: datetime
    departed_at: datetime | None
    first_of_two: bool


def written_time(text: str) -> time | None:
    """The time in a cell, or None: 23:32, 2332, 23.32, 23h32, 23:32:00, 11.32 pm."""
    bare = text.strip().casefold()
    if len(bare) > _LONGEST:
        return None
    if half := _HALF_DAY.fullmatch(bare):
        return _of_half_day(int(half[1]), half[2] or "00", half[3])
    if seconds := _SECONDS.fullmatch(bare) or _WITH_H.fullmatch(bare):
        bare = "".join(seconds.groups())
    return read_time(bare)


def _of_half_day(hour: int, minute: str, half: str) -> time | None:
    if not 1 <= hour <= 12:
        return None
    return read_time(f"{hour % 12 + (12 if half == 'p' else 0)}:{minute}")


def stay_on(night: date, arrived: time, departed: time | None) -> Stay | TimeFault:
    """Place a stay on a night.

    A time that the clock showed twice is taken as its first; the leaving time is taken as its second, or as one of the
    next day, where it would otherwise lie before the arrival.
    """
    if _MORNING[0] <= arrived < _MORNING[1]:
        return TimeFault.IN_THE_MORNING
    arrived_at = _instant(night, arrived)
    if arrived_at is None:
        return TimeFault.NEVER_WAS
    twice = _noon(night) is None and wall_time(arrived_at).turn != 0
    if departed is None:
        return Stay(night, arrived_at, None, twice)
    departed_at = _departure(night, departed, arrived_at)
    return departed_at if isinstance(departed_at, TimeFault) else Stay(night, arrived_at, departed_at, twice)


def _departure(night: date, departed: time, arrived_at: datetime) -> datetime | TimeFault:
    for day, turn in ((night, 1), (night, 2), (night + timedelta(days=1), 1)):
        departed_at = _instant(day, departed, turn)
        if departed_at is None:
            return TimeFault.LEFT_NEVER_WAS
        if departed_at >= arrived_at:
            return departed_at if departed_at - arrived_at <= _LONGEST_STAY else TimeFault.LEFT_TOO_LATE
    return TimeFault.LEFT_TOO_LATE


def _instant(night: date, wall: time, turn: int = 0) -> datetime | None:
    """The same as ``instant_on``, by mere addition on the nights on which no clock changes."""
    noon = _noon(night)
    if noon is None:
        return instant_on(night, wall, turn)
    return noon + timedelta(minutes=(wall.hour * 60 + wall.minute - 720) % 1440)


@lru_cache(maxsize=1024)
def _noon(night: date) -> datetime | None:
    """The noon before a night; None when the clocks change before the next noon."""
    noon, next_noon = instant_on(night, _MORNING[1]), instant_on(night + timedelta(days=1), _MORNING[1])
    steady = noon is not None and next_noon is not None and next_noon - noon == timedelta(days=1)
    return noon if steady else None
