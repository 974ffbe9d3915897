"""Half a number is no reading, a whole one is, however the line is typed."""

from __future__ import annotations

import pytest

from mavis.domain.clinical.half_typed import half_typed, is_beyond, is_open_number, may_grow
from mavis.domain.clinical.observation_line import understand

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


@pytest.mark.parametrize(
    ("line", "growing"),
    [
        ("b1", {"systolic", "diastolic"}),
        ("b10", {"systolic", "diastolic"}),
        ("b105", set()),
        ("b95", set()),
        ("r1", {"respiration"}),
        ("r18", set()),
        ("s97", set()),
        ("p11", {"pulse"}),
        ("p88", set()),
        ("p11 ", set()),
        ("t36", {"temperature_tenths"}),
        ("t36.8", set()),
        ("18 97 a 12", {"systolic", "diastolic"}),
    ],
)
def test_a_value_that_may_grow_is_not_whole(line: str, growing: set[str]) -> None:
    """It is scored when its length is full, or a space has ended it."""
    assert may_grow(line) == growing


@pytest.mark.parametrize(("line", "beyond"), [("e14", True), ("e4", False), ("r14 p400", True), ("b12", False)])
def test_what_nobody_can_have_needs_no_end(line: str, beyond: bool) -> None:
    """Another digit never makes it possible."""
    assert is_beyond(line) is beyond


@pytest.mark.parametrize("line", ["t36.", "T36,", "b118/", "118 OVER ", "b118/74.", "t36. "])
def test_a_number_that_waits_for_its_rest_gives_no_value(line: str) -> None:
    """Also behind a word that is whole, which keeps its own."""
    assert is_open_number(line)
    assert understand(f"r14 {line}").values == {"respiration": 14}


@pytest.mark.parametrize("line", ["t36.8", "b118/74", "qp.", "a.", "over", "t36. p84", ""])
def test_no_number_waits_at_the_end(line: str) -> None:
    """A point behind a letter is none of a number."""
    assert not is_open_number(line)
