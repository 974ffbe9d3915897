"""Counts, times and comparisons are worded as the design says."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from mavis.domain.counting.diversion import BasisSplit
from mavis.domain.counting.summary import Usual
from mavis.reports.phrases import clock, codes, compared, counted, in_a_row, listed, moment, range_of
from tests.reports.builders import NIGHT


def _usual(ratio: Fraction | None, nights: int = 49, median: Fraction | None = Fraction(3, 2)) -> Usual:
    return Usual(nights, Fraction(1), median, ratio, is_peak=ratio is not None and ratio >= Fraction(3, 2))


@pytest.mark.parametrize(
    ("usual", "said"),
    [
        (_usual(Fraction(178, 100)), "1.8 times the usual Saturday"),
        (_usual(Fraction(3, 2)), "1.5 times the usual Saturday"),
        (_usual(Fraction(149, 100)), "not a peak (1.5 times the usual Saturday)"),
        (_usual(Fraction(1), 12), "the usual Saturday"),
        (_usual(Fraction(42, 100)), "0.4 times the usual Saturday"),
        (_usual(None, 7), "too early to compare: 7 Saturdays so far, 8 are needed"),
        (_usual(None, 1), "too early to compare: 1 Saturday so far, 8 are needed"),
        (_usual(None, 0, None), "too early to compare: 0 Saturdays so far, 8 are needed"),
        (_usual(None, 10, Fraction(0)), "no usual Saturday: the middle value is 0"),
        (Usual(49, None, Fraction(1), None, is_peak=False), "open under an hour, so no rate"),
    ],
)
def test_a_night_is_compared_on_the_exact_ratio(usual: Usual, said: str) -> None:
    """Each row of the design's table of peak wording."""
    assert compared(usual, NIGHT) == said


@pytest.mark.parametrize(
    ("split", "said"),
    [
        (BasisSplit(volunteer_judged=3), "0 to 3"),
        (BasisSplit(2, 1, 1, 3), "4 to 7"),
        (BasisSplit(clinician_judged=4), "4"),
        (BasisSplit(), "0"),
    ],
)
def test_a_range_is_one_number_when_its_ends_are_equal(split: BasisSplit, said: str) -> None:
    """Never "0 to 0" or "4 to 4", and never the highest alone."""
    assert range_of(split) == said


def test_the_two_half_past_ones_of_october_are_told_apart() -> None:
    """On the night the clock goes back each time says its turn."""
    assert clock(datetime(2017, 10, 29, 0, 30, tzinfo=UTC)) == "01:30 (1st)"
    assert clock(datetime(2017, 10, 29, 1, 30, tzinfo=UTC)) == "01:30 (2nd)"
    assert clock(datetime(2017, 10, 29, 2, 30, tzinfo=UTC)) == "02:30"


def test_a_moment_is_in_uk_time() -> None:
    """A summer midnight in UTC is one in the morning."""
    assert moment(datetime(2018, 7, 1, 0, 5, tzinfo=UTC)) == "Sun 1 Jul 2018 01:05"


def test_counts_have_their_singular() -> None:
    """One visit is not "1 visits"."""
    assert [counted("visits", n) for n in (0, 1, 2)] == ["0 visits", "1 visit", "2 visits"]


def test_lists_read_as_sentences() -> None:
    """One, two and three parts; codes past the limit are counted."""
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert codes(["K1", "K2", "K3"], 3) == "K1, K2, K3"
    assert codes(["K1", "K2", "K3", "K4"], 2) == "K1, K2 and 2 more"
    assert in_a_row(["Alcohol", "Found asleep", "CPR"]) == ["Alcohol", "found asleep", "CPR"]
