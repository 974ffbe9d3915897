"""The usual night: exact rates of the same weekday, and eight of them or nothing."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.counting.summary import PastNight, Usual
from mavis.domain.summing_up.usual import NIGHTS_NEEDED, usual_of, visits_an_hour, year_before
from tests.builders import SATURDAY


def _nights(*visits: int, minutes: int = 360) -> list[PastNight]:
    return [PastNight(SATURDAY - timedelta(weeks=week + 1), count, minutes) for week, count in enumerate(visits)]


def test_a_rate_needs_an_hour() -> None:
    """Under an hour there is no rate; the October night has seven hours."""
    assert visits_an_hour(3, 59) is None
    assert visits_an_hour(3, 60) == 3
    assert visits_an_hour(16, 360) == Fraction(8, 3)
    assert visits_an_hour(7, 420) == 1


@pytest.mark.parametrize(("tonight", "is_peak"), [(8, False), (9, True), (10, True)])
def test_a_peak_is_exact(tonight: int, is_peak: bool) -> None:
    """9 is 1.5 times 6: the edge belongs to the peak."""
    usual = usual_of(tonight, 360, _nights(*[6] * 8))
    assert usual == Usual(8, Fraction(tonight, 6), Fraction(1), Fraction(tonight, 6), is_peak)


def test_a_ratio_that_only_rounds_to_the_edge_is_no_peak() -> None:
    """1.499 is printed 1.5 and is no peak."""
    assert not usual_of(1499, 360, _nights(*[1000] * 8)).is_peak


def test_seven_nights_are_not_enough() -> None:
    """Without eight nights there is no ratio, even on the busiest night of the year."""
    usual = usual_of(90, 360, _nights(*[6] * (NIGHTS_NEEDED - 1)))
    assert usual == Usual(7, Fraction(15), Fraction(1), None, is_peak=False)


def test_nothing_to_compare_with() -> None:
    """The first night of a scheme has a rate and nothing else."""
    usual = usual_of(6, 360, [])
    assert usual == Usual(0, Fraction(1), None, None, is_peak=False)


def test_a_usual_of_nought_is_no_usual() -> None:
    """Nothing is a multiple of nought."""
    usual = usual_of(6, 360, _nights(*[0] * 8))
    assert usual == Usual(8, Fraction(1), Fraction(0), None, is_peak=False)


def test_a_short_night_has_no_ratio_and_is_compared_with_by_none() -> None:
    """A night of under an hour is judged by nobody."""
    assert usual_of(6, 59, _nights(*[6] * 8)).ratio is None
    assert usual_of(6, 360, [*_nights(*[6] * 7), *_nights(6, minutes=59)]).nights == 7


def test_the_median_of_rates_is_taken_by_hours() -> None:
    """Seven visits in the seven hours of October are the usual one an hour."""
    usual = usual_of(7, 420, _nights(*[6] * 8))
    assert usual == Usual(8, Fraction(1), Fraction(1), Fraction(1), is_peak=False)


@given(st.lists(st.integers(0, 30), min_size=8, max_size=60), st.integers(0, 60))
def test_a_peak_is_what_whole_numbers_say(visits: list[int], tonight: int) -> None:
    """With nights of equal length the rule is a comparison of counts."""
    ordered = sorted(visits)
    middle_two = ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
    assert usual_of(tonight, 300, _nights(*visits, minutes=300)).is_peak == (
        middle_two > 0 and 4 * tonight >= 3 * middle_two
    )


def test_the_year_of_a_night_begins_with_the_same_date() -> None:
    """Of a leap day with the day before it."""
    assert year_before(SATURDAY) == date(2025, 3, 14)
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
