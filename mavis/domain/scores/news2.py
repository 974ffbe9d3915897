"""NEWS2, the National Early Warning Score *(Royal College of Physicians 2017; domain.md 4.1)*.

It is advice: a person decides. It is not valid under 16 or in pregnancy, and then it is not shown as a score.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import BreathedGas, Consciousness

if TYPE_CHECKING:
    from mavis.domain.record.observation import ObservationSet

RULE_VERSION = "news2-2017.1"
SCALE_2 = 2
"""The oxygen scale for people whose clinician recorded a target of 88-92 %."""
WORST = 3
_URGENT = 5
_EMERGENCY = 7

Bands = tuple[tuple[int, int], ...]
"""Pairs of the highest value of a band, inclusive, and its points; rising."""
_ANY = 1 << 63


class Parameter(StrEnum):
    """The seven inputs, in the order of the chart."""

    RESPIRATION = "respiration"
    SPO2 = "spo2"
    OXYGEN = "oxygen"
    SYSTOLIC = "systolic"
    PULSE = "pulse"
    CONSCIOUSNESS = "acvpu"
    TEMPERATURE = "temperature"


class Risk(StrEnum):
    """Clinical risk; a 3 in one parameter is low-medium unless the total says more."""

    LOW = "low"
    LOW_MEDIUM = "low-medium"
    MEDIUM = "medium"
    HIGH = "high"


class Monitoring(StrEnum):
    """How often to look again, at the least."""

    TWELVE_HOURLY = "12-hourly"
    FOUR_TO_SIX_HOURLY = "4-6-hourly"
    HOURLY = "hourly"
    CONTINUOUS = "continuous"


class NotValid(StrEnum):
    """Why the score must not be used for a person."""

    UNDER_16 = "under_16"
    PREGNANT = "pregnant"


_RESPIRATION: Bands = ((8, 3), (11, 1), (20, 0), (24, 2), (_ANY, 3))
_SCALE_1: Bands = ((91, 3), (93, 2), (95, 1), (_ANY, 0))
_SCALE_2_AIR: Bands = ((83, 3), (85, 2), (87, 1), (_ANY, 0))
_SCALE_2_OXYGEN: Bands = ((83, 3), (85, 2), (87, 1), (92, 0), (94, 1), (96, 2), (_ANY, 3))
_SYSTOLIC: Bands = ((90, 3), (100, 2), (110, 1), (219, 0), (_ANY, 3))
_PULSE: Bands = ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (_ANY, 3))
_TEMPERATURE_TENTHS: Bands = ((350, 3), (360, 1), (380, 0), (390, 1), (_ANY, 2))
_TARGET_MOST = 92


@dataclass(frozen=True, slots=True)
class News2:
    """The points of each parameter that is known, and what is missing for a total."""

    points: dict[Parameter, int]
    missing: tuple[Parameter, ...]
    rule_version: str = RULE_VERSION

    @property
    def at_least(self) -> int:
        """The points known so far: the total cannot be lower, 0 to 20."""
        return sum(self.points.values())

    @property
    def total(self) -> int | None:
        """The score, 0 to 20; None while anything is missing, for a blank is never 0."""
        return None if self.missing else self.at_least

    @property
    def has_three(self) -> bool:
        """Whether one parameter alone asks for an urgent look."""
        return WORST in self.points.values()

    @property
    def risk(self) -> Risk | None:
        """The risk; None without a total."""
        if self.total is None:
            return None
        if self.total >= _EMERGENCY:
            return Risk.HIGH
        if self.total >= _URGENT:
            return Risk.MEDIUM
        return Risk.LOW_MEDIUM if self.has_three else Risk.LOW

    @property
    def monitoring(self) -> Monitoring | None:
        """How often the chart asks to look again; None without a total."""
        if self.total == 0:
            return Monitoring.TWELVE_HOURLY
        return _MONITORING.get(self.risk) if self.risk else None


_MONITORING = {
    Risk.LOW: Monitoring.FOUR_TO_SIX_HOURLY,
    Risk.LOW_MEDIUM: Monitoring.HOURLY,
    Risk.MEDIUM: Monitoring.HOURLY,
    Risk.HIGH: Monitoring.CONTINUOUS,
}


def score(taken: ObservationSet) -> News2:
    """Score one set of observations; SpO2 is read on scale 1 unless the set says scale 2."""
    found = {
        Parameter.RESPIRATION: _banded(taken.respiration, _RESPIRATION),
        Parameter.SPO2: _banded(taken.spo2, _oxygen_bands(taken)),
        Parameter.OXYGEN: None if taken.gas is None else 2 * (taken.gas is BreathedGas.OXYGEN),
        Parameter.SYSTOLIC: _banded(taken.systolic, _SYSTOLIC),
        Parameter.PULSE: _banded(taken.pulse, _PULSE),
        Parameter.CONSCIOUSNESS: _awake(taken.consciousness),
        Parameter.TEMPERATURE: _banded(taken.temperature_tenths, _TEMPERATURE_TENTHS),
    }
    points = {parameter: value for parameter, value in found.items() if value is not None}
    unread = () if taken.spo2 is None else (Parameter.SPO2,)
    missing = tuple(each for each in found if each not in points and each not in unread)
    return News2(points, missing)


def why_not_valid(age_band: AgeBand | None, *, pregnant: bool) -> NotValid | None:
    """Why the score must not be used for this person; None when it may be."""
    if age_band is AgeBand.UNDER_16:
        return NotValid.UNDER_16
    return NotValid.PREGNANT if pregnant else None


def _oxygen_bands(taken: ObservationSet) -> Bands | None:
    """The bands that fit; None where 93 % or more on scale 2 cannot be read without knowing the gas."""
    if taken.spo2_scale != SCALE_2:
        return _SCALE_1
    if taken.gas is BreathedGas.OXYGEN:
        return _SCALE_2_OXYGEN
    readable = taken.gas is BreathedGas.AIR or (taken.spo2 is not None and taken.spo2 <= _TARGET_MOST)
    return _SCALE_2_AIR if readable else None


def _banded(value: int | None, bands: Bands | None) -> int | None:
    if value is None or bands is None:
        return None
    return next(points for most, points in bands if value <= most)


def _awake(level: Consciousness | None) -> int | None:
    if level is None:
        return None
    return 0 if level is Consciousness.ALERT else WORST
