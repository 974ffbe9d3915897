"""NEWS2: each edge of each band, the rules of the total, and what holds for all inputs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import BreathedGas, Consciousness
from mavis.domain.scores import news2
from mavis.domain.scores.news2 import Monitoring, NotValid, Parameter, Risk, score
from tests.domain.scores.observed import observed

AIR, OXYGEN = BreathedGas.AIR, BreathedGas.OXYGEN

EDGES = [
    *(("respiration", v, p) for v, p in [(0, 3), (8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3)]),
    *(("spo2", v, p) for v, p in [(50, 3), (91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)]),
    *(("systolic", v, p) for v, p in [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)]),
    *(
        ("pulse", v, p)
        for v, p in [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3)]
    ),
    *(
        ("temperature_tenths", v, p)
        for v, p in [(350, 3), (351, 1), (360, 1), (361, 0), (380, 0), (381, 1), (390, 1), (391, 2), (420, 2)]
    ),
    *(("consciousness", level, 0 if level is Consciousness.ALERT else 3) for level in Consciousness),
]
SCALE_2 = [
    *((v, gas, p) for v, p in [(83, 3), (84, 2), (85, 2), (86, 1), (87, 1), (88, 0), (92, 0)] for gas in (AIR, OXYGEN)),
    *((v, AIR, 0) for v in (93, 97, 100)),
    *((v, OXYGEN, p) for v, p in [(93, 1), (94, 1), (95, 2), (96, 2), (97, 3), (100, 3)]),
]


@pytest.mark.parametrize(("name", "value", "points"), EDGES)
def test_each_band_edge(name: str, value: int | Consciousness, points: int) -> None:
    """Everything else is well, so the total is the points of the one parameter."""
    assert score(observed(**{name: value})).total == points


@pytest.mark.parametrize(("spo2", "gas", "points"), SCALE_2)
def test_each_band_edge_of_scale_2(spo2: int, gas: BreathedGas, points: int) -> None:
    """For people with a target of 88-92 %; oxygen itself adds 2."""
    found = score(observed(spo2=spo2, gas=gas, spo2_scale=2))

    assert found.points[Parameter.SPO2] == points
    assert found.points[Parameter.OXYGEN] == (2 if gas is OXYGEN else 0)


def test_scale_2_needs_to_know_the_gas_above_92() -> None:
    """93 % is fine on air and too much on oxygen: without the gas it has no points yet, and is not called missing."""
    found = score(observed(spo2=93, gas=None, spo2_scale=2))

    assert Parameter.SPO2 not in found.points
    assert found.missing == (Parameter.OXYGEN,)
    assert score(observed(spo2=85, gas=None, spo2_scale=2)).points[Parameter.SPO2] == 2


@pytest.mark.parametrize(
    ("values", "total", "risk", "monitoring"),
    [
        ({}, 0, Risk.LOW, Monitoring.TWELVE_HOURLY),
        ({"pulse": 91}, 1, Risk.LOW, Monitoring.FOUR_TO_SIX_HOURLY),
        ({"pulse": 111, "respiration": 21}, 4, Risk.LOW, Monitoring.FOUR_TO_SIX_HOURLY),
        ({"respiration": 25}, 3, Risk.LOW_MEDIUM, Monitoring.HOURLY),
        ({"respiration": 25, "pulse": 91}, 4, Risk.LOW_MEDIUM, Monitoring.HOURLY),
        ({"respiration": 25, "pulse": 111}, 5, Risk.MEDIUM, Monitoring.HOURLY),
        ({"respiration": 25, "systolic": 90}, 6, Risk.MEDIUM, Monitoring.HOURLY),
        ({"respiration": 25, "systolic": 90, "pulse": 41}, 7, Risk.HIGH, Monitoring.CONTINUOUS),
    ],
)
def test_risk(values: dict[str, int], total: int, risk: Risk, monitoring: Monitoring) -> None:
    """Five and more outrank the rule of the single 3."""
    found = score(observed(**values))

    assert (found.total, found.risk, found.monitoring) == (total, risk, monitoring)
    assert found.rule_version == news2.RULE_VERSION


FIELDS = ["respiration", "spo2", "gas", "systolic", "pulse", "consciousness", "temperature_tenths"]
readings = st.fixed_dictionaries(
    {
        "respiration": st.integers(0, 60),
        "spo2": st.integers(60, 100),
        "gas": st.sampled_from(BreathedGas),
        "systolic": st.integers(50, 260),
        "pulse": st.integers(20, 200),
        "consciousness": st.sampled_from(Consciousness),
        "temperature_tenths": st.integers(300, 420),
        "spo2_scale": st.sampled_from([None, 1, 2]),
    }
)


@given(readings, st.sets(st.sampled_from(FIELDS), min_size=1))
def test_a_blank_is_never_nought(values: dict[str, Any], blanks: set[str]) -> None:
    """Without every input there is no total, no risk and no interval, and what is known cannot exceed the whole."""
    whole = score(observed(**values))
    part = score(observed(**values | dict.fromkeys(blanks)))

    assert (part.total, part.risk, part.monitoring) == (None, None, None)
    assert len(part.missing) == len(blanks)
    assert part.at_least <= whole.at_least
    assert all(whole.points[parameter] == points for parameter, points in part.points.items())


@given(readings)
def test_a_whole_set_has_a_total(values: dict[str, Any]) -> None:
    """0 to 20, the sum of the seven; a 3 in one is never just low."""
    found = score(observed(**values))

    assert found.total == sum(found.points.values())
    assert 0 <= found.total <= 20
    assert len(found.points) == 7
    assert not (found.has_three and found.risk is Risk.LOW)


@given(readings, st.integers(1, 30))
def test_worse_is_never_less(values: dict[str, Any], by: int) -> None:
    """Faster breathing above 12, a faster pulse above 51 and less oxygen on scale 1 never take points away."""
    values |= {"respiration": max(values["respiration"], 12), "pulse": max(values["pulse"], 51), "spo2_scale": 1}
    worse = values | {
        "respiration": values["respiration"] + by,
        "pulse": values["pulse"] + by,
        "spo2": values["spo2"] - by,
    }

    assert score(observed(**worse)).at_least >= score(observed(**values)).at_least


@pytest.mark.parametrize(
    ("age_band", "pregnant", "why_not"),
    [
        (AgeBand.UNDER_16, False, NotValid.UNDER_16),
        (AgeBand.UNDER_16, True, NotValid.UNDER_16),
        (AgeBand.FROM_16, True, NotValid.PREGNANT),
        (AgeBand.FROM_16, False, None),
        (None, False, None),
    ],
)
def test_whom_it_is_not_valid_for(age_band: AgeBand | None, pregnant: bool, why_not: NotValid | None) -> None:
    """Children under 16 and pregnancy need other charts."""
    assert news2.why_not_valid(age_band, pregnant=pregnant) is why_not
