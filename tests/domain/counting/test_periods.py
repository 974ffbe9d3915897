"""Periods: how they are written, read, widened and filled."""

from __future__ import annotations

from datetime import date

import pytest

from mavis.domain.counting.periods import (
    Grain,
    Month,
    grain_of,
    grain_of_totals,
    months_between,
    period_of,
    period_of_month,
    whole_periods,
    widened,
)

YEAR = months_between(Month(2019, 1), Month(2019, 12))


@pytest.mark.parametrize(
    ("grain", "written"),
    [
        (Grain.NIGHT, "night 2019-12-20"),
        (Grain.MONTH, "2019-12"),
        (Grain.QUARTER, "2019-Q4"),
        (Grain.YEAR, "2019"),
    ],
)
def test_a_period_is_written_as_its_grain_asks(grain: Grain, written: str) -> None:
    """Each grain has its own form, and the form tells the grain."""
    assert period_of(date(2019, 12, 20), grain) == written
    assert grain_of(written) is grain


def test_a_month_is_written_with_its_year_first() -> None:
    """And begins with its first day."""
    assert str(Month(2019, 2)) == "2019-02"
    assert Month(2019, 2).start == date(2019, 2, 1)


def test_months_run_over_the_turn_of_the_year() -> None:
    """Both ends are included; backwards there is none."""
    assert [str(month) for month in months_between(Month(2018, 11), Month(2019, 1))] == [
        "2018-11",
        "2018-12",
        "2019-01",
    ]
    assert months_between(Month(2019, 1), Month(2018, 12)) == ()


def test_a_month_holds_no_single_night() -> None:
    """A month cannot be written as one night."""
    with pytest.raises(ValueError, match="night"):
        period_of_month(Month(2019, 1), Grain.NIGHT)


def test_only_whole_periods_are_taken() -> None:
    """Five months hold one whole quarter, wherever they start."""
    months = months_between(Month(2019, 3), Month(2019, 7))

    assert [name for name, _ in whole_periods(months, Grain.QUARTER)] == ["2019-Q2"]
    assert whole_periods(months, Grain.YEAR) == ()


def test_a_range_widens_to_the_whole_periods_around_it() -> None:
    """February to April lies in two quarters and one year."""
    first, last = Month(2019, 2), Month(2019, 4)

    assert widened(first, last, Grain.MONTH) == (first, last)
    assert widened(first, last, Grain.QUARTER) == (Month(2019, 1), Month(2019, 6))
    assert widened(first, last, Grain.YEAR) == (Month(2019, 1), Month(2019, 12))


def test_totals_come_in_the_coarsest_grain_that_fills_the_range() -> None:
    """Years when years fill it, else quarters, else none."""
    assert grain_of_totals(YEAR) is Grain.YEAR
    assert grain_of_totals(YEAR[:9]) is Grain.QUARTER
    assert grain_of_totals(YEAR[:4]) is None
    assert grain_of_totals(()) is None
