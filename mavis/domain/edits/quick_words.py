"""The words of the quick line: what a phrase means, and how ages and times are written in a hurry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from mavis.domain.record.identity import AgeBand, age_band
from mavis.domain.shift.night import instant_on


class QuickField(StrEnum):
    """What a phrase can fill."""

    ARRIVED = "arrived"
    AGE = "age"
    GENDER = "gender"
    NEED = "need"
    TRIAGE = "triage"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: the field, its code, and whether the phrase says more than the code can hold."""

    field: QuickField
    code: str
    says_more: bool = False


@dataclass(frozen=True, slots=True)
class QuickWords:
    """The phrases of a scheme (small letters, one space between words) and the words that steer the reading.

    ``denial`` ("not", "denies") turns the next words into a note, ``others`` ("by", "with") all up to the next comma,
    because they tell of somebody else. ``joining`` words mean nothing by themselves. ``before`` and ``after`` may stand
    beside a time or an age; those in ``guess`` make the age a guess. ``no_time`` are numbers that are no time;
    beside a ``counted`` word ("pints", "pulse") a number is neither an age nor a time. ``nothing`` are phrases that
    only look like a need ("lost shoes", "cold drink"); one of ``between`` may stand after their first word.
    """

    phrases: Mapping[str, Meaning]
    denial: frozenset[str]
    others: frozenset[str]
    joining: frozenset[str]
    before: Mapping[QuickField, frozenset[str]]
    after: Mapping[QuickField, frozenset[str]]
    guess: frozenset[str]
    no_time: frozenset[str]
    counted: frozenset[str]
    nothing: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()

    @property
    def longest(self) -> int:
        """The number of words of the longest phrase."""
        return max((phrase.count(" ") + 1 for phrase in self.phrases), default=1)


@dataclass(frozen=True, slots=True)
class Tonight:
    """The night that typed times belong to, and the present moment (UTC): nobody arrives later than now."""

    date: date
    now: datetime


_AGE = re.compile(r"(?P<near>[~<u])?(?P<years>[0-9]{1,3})(?P<unit>yo|y/o|yrs?|y)?(?P<ish>ish|\+|\?)?")
_RANGE = re.compile(r"([0-9]{2})[-\u2013]([0-9]{2})")
_OLDEST = 110


def spoken_age(word: str) -> Meaning | None:
    """An age in figures: ``19``, ``8yo``, ``30ish``, ``~40``, ``u18``, ``65+``, ``20-24``; None when it is none.

    A bare figure has two digits. Whatever is no exact age says more than its band. ``u18`` is the band just below, and
    a range that reaches over two bands is no age.
    """
    reach = _RANGE.fullmatch(word)
    if reach is not None:
        bands = {age_band(int(end)) for end in reach.groups()}
        return _age(bands.pop(), loose=True) if len(bands) == 1 else None
    found = _AGE.fullmatch(word)
    if found is None or (len(found["years"]) != 2 and not found["unit"]):
        return None
    below = found["near"] in ("u", "<")
    years = int(found["years"]) - below
    if not 0 <= years <= _OLDEST:
        return None
    return _age(age_band(years), loose=bool(found["near"] or found["ish"]))


def _age(band: AgeBand, *, loose: bool) -> Meaning:
    return Meaning(QuickField.AGE, band.value, says_more=loose)


_TIME = re.compile(r"(?P<hour>[0-9]{1,2}?)(?:[:.h]?(?P<minute>[0-9]{2}))?(?P<half>am|pm)?(?:h|hrs)?")


def spoken_time(word: str, tonight: Tonight) -> datetime | None:
    """A time of the night as an instant (UTC): ``2310``, ``23:10``, ``1.30``, ``11pm``; None when it is none.

    A time that is still to come is none, but ``10.50`` at one in the morning is ten to eleven in the evening.
    """
    found = _TIME.fullmatch(word)
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    for candidate in _hours(hour, found["half"]):
        if candidate > 23 or minute > 59:
            continue
        instant = _latest(time(candidate, minute), tonight)
        if instant is not None:
            return instant
    return None


def _hours(hour: int, half: str | None) -> tuple[int, ...]:
    """The hours of a day that a written hour may mean, the likelier first."""
    if half is not None:
        return ((hour % 12) + (12 if half == "pm" else 0),) if 1 <= hour <= 12 else ()
    return (hour, hour + 12) if 6 <= hour <= 11 else (hour,)


def _latest(wall: time, tonight: Tonight) -> datetime | None:
    """The latest instant at which the clock of this night showed the time and that is over."""
    for turn in (2, 1):
        instant = instant_on(tonight.date, wall, turn)
        if instant is not None and instant <= tonight.now:
            return instant.astimezone(UTC)
    return None
