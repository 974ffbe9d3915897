"""Getting worse: what the newest set warns of, beside those before it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.scores.deterioration import News2Warning, standing, warnings_of
from tests.domain.scores.observed import observed

EMERGENCY, URGENT, THREE, RISE = News2Warning


@pytest.mark.parametrize(
    ("sets", "warnings"),
    [
        ([], ()),
        ([{}], ()),
        ([{"pulse": 111}], ()),
        ([{"respiration": 25}], (THREE,)),
        ([{"respiration": 21, "pulse": 111, "systolic": 110}], (URGENT,)),
        ([{"respiration": 25, "systolic": 90, "pulse": 41}], (EMERGENCY, THREE)),
        ([{}, {"pulse": 91}], ()),
        ([{}, {"pulse": 111}], (RISE,)),
        ([{"pulse": 111}, {"pulse": 111}], ()),
        ([{"pulse": 111}, {}], ()),
        ([{}, {"spo2": None}, {"pulse": 111}], (RISE,)),
        ([{}, {"pulse": 111, "spo2": None}], (RISE,)),
        ([{"spo2": None}, {"pulse": 111}], ()),
        ([{"respiration": 25, "systolic": 90, "pulse": 41}, {"respiration": None}], (EMERGENCY, THREE)),
        ([{"respiration": 25}, {"spo2": None}, {}], ()),
    ],
)
def test_warnings(sets: list[dict[str, Any]], warnings: tuple[News2Warning, ...]) -> None:
    """A blank takes no warning away that is certain, and makes none: the last complete total is what a rise is from."""
    assert warnings_of([observed(**values) for values in sets]) == warnings


_PULSES = st.lists(st.one_of(st.none(), st.integers(30, 200)), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("sets", "place"),
    [
        ([], None),
        ([{"spo2": None}], 0),
        ([{"pulse": 111}, {}], 1),
        ([{"pulse": 111}, {"spo2": None}], 0),
        ([{"pulse": 111}, {"spo2": None, "pulse": 131}], 1),
        ([{"pulse": 111}, {"spo2": None, "pulse": 131}, {"spo2": None, "pulse": None}], 1),
        ([{"pulse": 111, "spo2": None}, {"pulse": None}], 0),
        ([{"pulse": 111, "spo2": None}, {"spo2": None}], 1),
    ],
)
def test_which_score_stands(sets: list[dict[str, Any]], place: int | None) -> None:
    """A complete one until the next, or until more points are certain; of parts, what was not measured again."""
    assert standing([observed(**values) for values in sets]) == place


@given(_PULSES)
def test_a_blank_lowers_no_score(pulses: list[int | None]) -> None:
    """The newest set is always warned of, and a set without the pulse takes no warning of the one before away."""
    sets = [observed(pulse=pulse) for pulse in pulses]

    assert set(warnings_of(sets)) >= set(warnings_of(sets[-1:]))
    assert warnings_of([*sets, observed(pulse=None)]) == warnings_of(sets)


@given(st.integers(51, 130), st.integers(0, 60), st.integers(0, 60))
def test_worse_is_never_warned_of_less(first: int, by: int, more: int) -> None:
    """A faster pulse after the same first set keeps the rise."""
    before = observed(pulse=first)
    some, worse = observed(pulse=first + by), observed(pulse=first + by + more)

    assert (RISE in warnings_of([before, some])) <= (RISE in warnings_of([before, worse]))


@pytest.mark.parametrize(
    ("points", "warnings"),
    [(4, ()), (5, (URGENT,)), (6, (URGENT,)), (7, (EMERGENCY,))],
)
def test_the_edges_of_the_total(points: int, warnings: tuple[News2Warning, ...]) -> None:
    """Of parts that give no three by themselves: 2 for pulse, 2 for breaths, and so on."""
    parts = [("pulse", 111), ("respiration", 21), ("systolic", 101), ("temperature_tenths", 360), ("spo2", 95)]
    worth = [2, 2, 1, 1, 1]
    values: dict[str, Any] = {}
    left = points
    for (name, value), points_of in zip(parts, worth, strict=True):
        if left >= points_of:
            values[name] = value
            left -= points_of

    assert left == 0
    assert warnings_of([observed(**values)]) == warnings
