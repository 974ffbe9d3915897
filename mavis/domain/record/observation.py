"""Timed sets of observations; any subset is fine (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Consciousness(StrEnum):
    """ACVPU: how awake a person is."""

    ALERT = "A"
    CONFUSED = "C"
    VOICE = "V"
    PAIN = "P"
    UNRESPONSIVE = "U"


class BreathedGas(StrEnum):
    """What a person breathes."""

    AIR = "air"
    OXYGEN = "oxygen"


class Pupils(StrEnum):
    """How the pupils look: their size, and whether both react to light; where one side differs, which."""

    EQUAL = "equal"
    UNEQUAL = "unequal"
    LEFT_LARGER = "left_larger"
    RIGHT_LARGER = "right_larger"
    PINPOINT = "pinpoint"
    WIDE = "wide"
    NOT_REACTING = "not_reacting"
    LEFT_NOT_REACTING = "left_not_reacting"
    RIGHT_NOT_REACTING = "right_not_reacting"


@dataclass(frozen=True, slots=True)
class ObservationSet:
    """What was measured at one moment; None means not taken, never zero.

    Units: breaths and beats a minute, SpO2 in percent, blood pressure in mmHg, temperature in tenths of a degree
    Celsius, glucose in tenths of mmol/l, GCS eye 1-4, verbal 1-5, motor 1-6 (0 where a part was not testable), pain
    0-10. ``news2`` and ``gcs`` are the totals as they were worked out then, beside the version of their rule: a rule
    that changes later never rewrites them.
    """

    id: str
    at: datetime
    by: str
    respiration: int | None = None
    spo2: int | None = None
    spo2_scale: int | None = None
    gas: BreathedGas | None = None
    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    consciousness: Consciousness | None = None
    temperature_tenths: int | None = None
    gcs_eye: int | None = None
    gcs_verbal: int | None = None
    gcs_motor: int | None = None
    glucose_tenths: int | None = None
    pain: int | None = None
    pupils: Pupils | None = None
    news2: int | None = None
    news2_rule: str = ""
    gcs: int | None = None
    gcs_rule: str = ""


@dataclass(frozen=True, slots=True)
class OxygenTarget:
    """A clinician's word that a person's SpO2 belongs at 88-92 %, so that NEWS2 scale 2 may be used."""

    set_by: str
    set_at: datetime
