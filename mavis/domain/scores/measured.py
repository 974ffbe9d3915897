"""What a measurement can be: outside the physical range it is refused, at an odd value it is kept with a warning.

The physical range is where a person can be alive, or the device can show; the odd bounds are where a slip of the finger
is likelier than the value. Both are this project's own, wide on purpose, and warn nobody of a disease.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from mavis.domain.record.observation import ObservationSet


@dataclass(frozen=True, slots=True)
class Range:
    """The least and most that can be, and the bounds of what is usual enough not to ask again; all inclusive."""

    least: int
    most: int
    odd_below: int
    odd_above: int

    def is_odd(self, value: int) -> bool:
        """Whether to ask that the value be looked at again."""
        return not self.odd_below <= value <= self.odd_above


RANGES = {
    "respiration": Range(0, 120, 6, 45),
    "spo2": Range(0, 100, 75, 100),
    "systolic": Range(0, 350, 70, 230),
    "diastolic": Range(0, 300, 35, 140),
    "pulse": Range(0, 350, 35, 190),
    "temperature_tenths": Range(100, 500, 320, 415),
    "glucose_tenths": Range(1, 999, 25, 300),
    "pain": Range(0, 10, 0, 10),
    "gcs_eye": Range(0, 4, 0, 4),
    "gcs_verbal": Range(0, 5, 0, 5),
    "gcs_motor": Range(0, 6, 0, 6),
    "spo2_scale": Range(1, 2, 1, 2),
}
"""By the field of an observation set, in its unit: tenths where the name says so."""


_PRESSURES = {"systolic", "diastolic"}


def refuse_impossible(taken: ObservationSet) -> None:
    """Let every set pass that can be true.

    Raises:
        UserError: ``measured_`` and the field, with its least and most; ``blood_pressure_order`` when the lower
            pressure is not below the upper one.
    """
    for name, allowed in RANGES.items():
        value = getattr(taken, name)
        if value is not None and not allowed.least <= value <= allowed.most:
            raise UserError(f"measured_{name}", least=allowed.least, most=allowed.most)
    if taken.systolic is not None and taken.diastolic is not None and taken.diastolic >= taken.systolic:
        raise UserError("blood_pressure_order")


def without_impossible(taken: ObservationSet) -> ObservationSet:
    """The set with only what can be true; of a blood pressure both numbers go when one of them cannot be."""
    lost = {
        name
        for name, allowed in RANGES.items()
        if (value := getattr(taken, name)) is not None and not allowed.least <= value <= allowed.most
    }
    if taken.systolic is not None and taken.diastolic is not None and taken.diastolic >= taken.systolic:
        lost.add("systolic")
    if lost & _PRESSURES:
        lost |= _PRESSURES
    nothing: dict[str, Any] = dict.fromkeys(lost)
    return replace(taken, **nothing)


def odd_values(taken: ObservationSet) -> tuple[str, ...]:
    """The fields whose values are worth a second look; they are kept all the same."""
    return tuple(
        name
        for name, allowed in RANGES.items()
        if (value := getattr(taken, name)) is not None and allowed.is_odd(value)
    )
