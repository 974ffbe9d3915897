"""What was measured in short words: the values of a set, and those that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.domain.scores.gcs import Gcs
from mavis.domain.scores.measured import RANGES, without_impossible
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from mavis.domain.record.observation import ObservationSet


def readings(taken: ObservationSet) -> list[str]:
    """The values of a set in short words, in the order of the chart; nothing for what was not taken."""
    found = [
        words(f"observations.short.{name}", value=value_text(taken, name))
        for name in ("respiration", "spo2", "systolic", "pulse", "temperature_tenths", "glucose_tenths", "pain")
        if getattr(taken, name) is not None
    ]
    if taken.consciousness is not None:
        found.append(label(taken.consciousness))
    if coma := coma_text(taken):
        found.append(words("observations.short.gcs", value=coma))
    if taken.pupils is not None:
        found.append(words("observations.short.pupils", value=label(taken.pupils).lower()))
    return found


def coma_text(taken: ObservationSet) -> str:
    """The total of the coma scale, or its parts while one is missing or not testable: ``13``, ``E3 V-NT M6``.

    Nothing for a part that cannot be: the sentence beside the line says so.
    """
    if taken.gcs is not None:
        return str(taken.gcs)
    try:
        parts = Gcs(taken.gcs_eye, taken.gcs_verbal, taken.gcs_motor)
    except UserError:
        return ""
    return str(parts.total or parts) if parts.is_taken else ""


def value_text(taken: ObservationSet, name: str) -> str:
    """A value as it is shown: ``35.8``, ``98/60``, ``13``; nothing when it was not taken."""
    if name == "gcs":
        return coma_text(taken)
    value = getattr(taken, name)
    if value is None:
        return ""
    if name.endswith("_tenths"):
        return f"{value // 10}.{value % 10}"
    if name == "systolic" and taken.diastolic is not None:
        return f"{value}/{taken.diastolic}"
    return str(value)


def impossible_words(taken: ObservationSet) -> tuple[str, ...]:
    """The readings of a set that cannot be, as somebody measured or mistyped them: ``SpO2 101``."""
    possible = without_impossible(taken)
    lost = [name for name in RANGES if getattr(taken, name) != getattr(possible, name)]
    return reading_words(taken, lost)


def reading_words(taken: ObservationSet, fields: Collection[str]) -> tuple[str, ...]:
    """These readings of a set, each with its name, in the order of the chart: ``Pulse 8``."""
    given = [name for name in RANGES if name in fields and getattr(taken, name) is not None]
    shown = [name for name in given if name != "diastolic" or taken.systolic is None]
    awake = (label(taken.consciousness),) if taken.consciousness and "consciousness" in fields else ()
    return (*(f"{words(f'observations.box.{name}')} {value_text(taken, name)}" for name in shown), *awake)
