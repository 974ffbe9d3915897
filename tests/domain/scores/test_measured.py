"""What a measurement can be: refused, odd, or fine."""

from __future__ import annotations

import pytest

from mavis.domain.errors import UserError
from mavis.domain.scores.measured import RANGES, odd_values, refuse_impossible, without_impossible
from tests.domain.scores.observed import observed


@pytest.mark.parametrize("name", RANGES)
def test_each_edge(name: str) -> None:
    """The bounds themselves pass; one beyond is refused with the bounds in the sentence."""
    allowed = RANGES[name]
    other = {"systolic": 350} if name == "diastolic" else {"systolic": None}
    for value in (allowed.least, allowed.most):
        refuse_impossible(observed(**other | {name: value}))
    for value in (allowed.least - 1, allowed.most + 1):
        with pytest.raises(UserError, match=f"measured_{name} least={allowed.least} most={allowed.most}"):
            refuse_impossible(observed(**other | {name: value}))


@pytest.mark.parametrize("name", RANGES)
def test_odd_values_are_told_and_kept(name: str) -> None:
    """What is usual passes without a word."""
    allowed = RANGES[name]
    for value in (allowed.odd_below - 1, allowed.odd_above + 1):
        if allowed.least <= value <= allowed.most:
            assert odd_values(observed(**{name: value})) == (name,)
    assert odd_values(observed(**{name: allowed.odd_below})) == ()
    assert odd_values(observed(**{name: allowed.odd_above})) == ()


@pytest.mark.parametrize(("systolic", "diastolic", "fine"), [(120, 80, True), (80, 80, False), (80, 120, False)])
def test_the_lower_pressure_is_lower(systolic: int, diastolic: int, fine: bool) -> None:
    """Two numbers that are swapped are found."""
    taken = observed(systolic=systolic, diastolic=diastolic)
    if fine:
        refuse_impossible(taken)
        return
    with pytest.raises(UserError, match="blood_pressure_order"):
        refuse_impossible(taken)


def test_only_what_cannot_be_is_left_out() -> None:
    """Each value by itself; of a blood pressure both numbers."""
    assert without_impossible(observed(spo2=101, pulse=88)) == observed(spo2=None, pulse=88)
    swapped = without_impossible(observed(systolic=80, diastolic=120, pulse=88))
    assert (swapped.systolic, swapped.diastolic, swapped.pulse) == (None, None, 88)
    assert without_impossible(observed(systolic=400, diastolic=80)) == observed(systolic=None, diastolic=None)
