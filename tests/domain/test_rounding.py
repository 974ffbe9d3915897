"""Rounding: half up on exact fractions, whatever binary floats would make of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain import rounding


@pytest.mark.parametrize(
    ("value", "whole"),
    [("0", 0), ("1/2", 1), ("5/2", 3), ("-1/2", 0), ("-5/2", -2), ("-26/10", -3), ("249/100", 2)],
)
def test_half_up(value: str, whole: int) -> None:
    """Halves go up, below nought too."""
    assert rounding.half_up(Fraction(value)) == whole


@given(st.fractions())
def test_half_up_is_nearest(value: Fraction) -> None:
    """The result lies within a half, and a half below it rather than above."""
    assert Fraction(-1, 2) < rounding.half_up(value) - value <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("225/100", 1, "2.3"),
        ("9/4", 2, "2.25"),
        ("5/100", 1, "0.1"),
        ("1005/1000", 2, "1.01"),
        ("6", 1, "6.0"),
        ("-3/10", 1, "\N{MINUS SIGN}0.3"),
        ("-4/100", 1, "0.0"),
    ],
)
def test_decimals(value: str, places: int, text: str) -> None:
    """2.25 is 2.3, where a float would say 2.2."""
    assert rounding.decimal_text(Fraction(value), places) == text


@given(st.integers(0, 10**9), st.integers(1, 3))
def test_decimals_read_back(scaled: int, places: int) -> None:
    """A number that has no more decimals than are printed is printed exactly."""
    value = Fraction(scaled, 10**places)
    assert Fraction(rounding.decimal_text(value, places)) == value


def test_hours() -> None:
    """Minutes become hours with one decimal."""
    assert [rounding.hours_text(minutes) for minutes in (420, 300, 45, 0)] == ["7.0", "5.0", "0.8", "0.0"]
    assert rounding.one_decimal(Fraction(8, 3)) == "2.7"


@pytest.mark.parametrize(
    ("values", "median"), [([], None), ([7], 7), ([9, 1], 5), ([1, 2], Fraction(3, 2)), ([5, 1, 3], 3)]
)
def test_the_middle(values: list[int], median: Fraction | None) -> None:
    """The middle value, or the exact mean of the middle two."""
    assert rounding.middle(values) == median


@given(st.lists(st.integers(), min_size=1))
def test_the_middle_has_as_many_below_as_above(values: list[int]) -> None:
    """No more than half of the values lie on either side."""
    median = rounding.middle(values)
    assert median is not None
    assert sum(value < median for value in values) * 2 <= len(values)
    assert sum(value > median for value in values) * 2 <= len(values)
