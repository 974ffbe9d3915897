"""Half a number is no reading, a whole one is, however the line is typed."""

from __future__ import annotations

import pytest

from mavis.domain.clinical.half_typed import half_typed

PRESSURE = {"systolic", "diastolic"}


@pytest.mark.parametrize(
    ("line", "half"),
    [
        ("r14 s95 p8", {"pulse"}),
        ("r14 s95 p82", set()),
        ("r14 s95 p8 ", set()),
        ("r14s95p8", {"pulse"}),
        ("14 9", {"spo2"}),
        ("r14 pulse 8", {"pulse"}),
        ("r14 p", {"consciousness"}),
        ("r14 p ", {"consciousness"}),
        ("r14 p88 p", set()),
        ("e3 v", {"consciousness"}),
        ("e3 v5", set()),
        ("r14 v", set()),
        ("b120/8", PRESSURE),
        ("b12", PRESSURE),
        ("95 over 6", PRESSURE),
        ("b120/80", set()),
        ("s95 t3", {"temperature_tenths"}),
        ("s95 t36.8", set()),
        ("s10 r14", set()),
        ("drunk", set()),
        ("", set()),
    ],
)
def test_the_last_word_is_half_of_a_reading(line: str, half: set[str]) -> None:
    """Only the last word, and only before a space ends it."""
    assert half_typed(line) == half
