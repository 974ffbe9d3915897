"""Sets of observations for the tests of the scores; invented people."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet

_WELL: dict[str, Any] = {
    "respiration": 16,
    "spo2": 98,
    "gas": BreathedGas.AIR,
    "systolic": 125,
    "pulse": 75,
    "consciousness": Consciousness.ALERT,
    "temperature_tenths": 368,
}


def observed(**values: Any) -> ObservationSet:
    """A complete set of somebody who is well, with other values where they are given."""
    return ObservationSet("one", datetime(2017, 12, 23, 23, 0, tzinfo=UTC), "Ruth E.", **(_WELL | values))
