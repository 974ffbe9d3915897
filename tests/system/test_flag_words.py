"""A bad vital sign is told with the sign that raised it, the same on the screen, on paper and read aloud."""

from __future__ import annotations

from typing import Any

import pytest

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.system.flag_words import flag_words
from mavis.system.reference import load_reference
from tests.builders import a_visit, at
from tests.domain.clinical.test_passed_flags import WELL

_NAME = "A bad vital sign"
_RULES = {rule.code: rule for rule in load_reference().flags.rules}


def _told(*sets: dict[str, Any], code: str = "early_warning", **fields: Any) -> str:
    times = ("22:00", "22:10", "22:20")
    taken = (ObservationSet(time, at(time), "crew-1", **values) for time, values in zip(times, sets, strict=False))
    return flag_words(_RULES[code], a_visit(observations=tuple(taken), **fields))


@pytest.mark.parametrize(
    ("readings", "signs"),
    [
        ({"spo2": 88}, "SpO2"),
        ({"consciousness": Consciousness.VOICE, "pulse": 120}, "how awake"),
        ({"pulse": 140, "systolic": 85}, "blood pressure, pulse"),
        ({"respiration": 22, "pulse": 112, "temperature_tenths": 360}, "NEWS2 5"),
    ],
)
def test_the_worst_signs_are_named_or_the_sum(readings: dict[str, Any], signs: str) -> None:
    """In the order of the chart; where no sign alone is so bad, the score is."""
    assert _told(WELL | readings) == f"{_NAME} ({signs})"


def test_a_sum_that_is_not_complete_says_so() -> None:
    """A blank is never 0."""
    assert _told({"respiration": 22, "pulse": 112, "systolic": 105}) == f"{_NAME} (NEWS2 at least 5)"


def test_the_newest_set_that_raises_it_counts() -> None:
    """A better one takes the flag back no more than it changes what raised it."""
    assert _told(WELL | {"spo2": 88}, WELL | {"pulse": 140}, WELL) == f"{_NAME} (pulse)"


def test_any_other_flag_and_one_without_a_score_are_told_by_name() -> None:
    """Ticked by hand, not valid for a child, or raised by something else."""
    assert _told() == _NAME
    assert _told(WELL | {"spo2": 88}, age_band=AgeBand.UNDER_16) == _NAME
    assert _told(WELL | {"spo2": 88}, code="head_injury") == "Head injury"
