"""A set as a line: reading the line gives the set again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.observation_line import understand
from mavis.domain.clinical.written_observations import written
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet, Pupils
from tests.builders import at

_MEASURED = {
    "respiration": st.integers(0, 99),
    "spo2": st.integers(0, 100),
    "systolic": st.integers(0, 300),
    "pulse": st.integers(0, 300),
    "consciousness": st.sampled_from(Consciousness),
    "temperature_tenths": st.integers(0, 999),
    "gcs_eye": st.integers(0, 4),
    "gcs_verbal": st.integers(0, 5),
    "gcs_motor": st.integers(0, 6),
    "glucose_tenths": st.integers(0, 999),
    "pain": st.integers(0, 10),
    "pupils": st.sampled_from(Pupils),
}


@given(st.fixed_dictionaries({}, optional=_MEASURED), st.booleans(), st.integers(0, 200))
def test_the_line_of_a_set_gives_the_set(values: dict[str, Any], oxygen: bool, diastolic: int) -> None:
    """Each value and no other; air alone goes without a word."""
    if "systolic" in values:
        values["diastolic"] = diastolic
    if oxygen:
        values["gas"] = BreathedGas.OXYGEN
    found = understand(written(replace(ObservationSet("o1", at("22:00"), "p1"), **values)))

    assert (found.values, found.not_understood, found.dropped) == (values, (), "")


def test_how_a_set_is_written() -> None:
    """As somebody would type it by letters."""
    taken = ObservationSet("o1", at("22:00"), "p1", respiration=18, systolic=95, diastolic=60, temperature_tenths=352)

    assert written(taken) == "r18 t35.2 b95/60"
