"""The worst score of a visit: what is certain counts, a blank takes nothing away, and old rules keep their totals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.worst_score import NO_SCORE, WorstBand, worst_of
from mavis.domain.record.identity import AgeBand
from mavis.domain.scores import news2
from mavis.domain.scores.news2 import Parameter
from tests.builders import a_visit
from tests.domain.scores.observed import observed


@pytest.mark.parametrize(
    ("values", "band", "total"),
    [
        ({}, WorstBand.LOW, 0),
        ({"pulse": 111, "respiration": 21}, WorstBand.LOW, 4),
        ({"respiration": 25}, WorstBand.LOW_MEDIUM, 3),
        ({"respiration": 25, "pulse": 111}, WorstBand.MEDIUM, 5),
        ({"respiration": 25, "pulse": 131}, WorstBand.MEDIUM, 6),
        ({"respiration": 25, "pulse": 131, "systolic": 110}, WorstBand.HIGH, 7),
        ({"pulse": None}, WorstBand.INCOMPLETE, None),
        ({"pulse": None, "respiration": 25}, WorstBand.LOW_MEDIUM, None),
        ({"pulse": None, "respiration": 25, "systolic": 100}, WorstBand.MEDIUM, None),
    ],
)
def test_bands(values: dict[str, Any], band: WorstBand, total: int | None) -> None:
    """Each edge; an incomplete set counts for what is certain, and has no total."""
    worst = worst_of(a_visit(observations=(observed(**values),)))

    assert (worst.band, worst.total) == (band, total)


def test_the_worst_of_several_sets() -> None:
    """The set with most points is told, with what it lacks; the band is the highest of any."""
    sets = (observed(respiration=25), observed(pulse=None, systolic=90, spo2=95), observed())
    worst = worst_of(a_visit(observations=sets))

    assert (worst.band, worst.total, worst.at_least) == (WorstBand.LOW_MEDIUM, None, 4)
    assert (worst.missing, worst.rule) == ((Parameter.PULSE,), news2.RULE_VERSION)


def test_no_set_and_no_valid_score() -> None:
    """Neither is a low score."""
    assert worst_of(a_visit()) == NO_SCORE
    assert worst_of(a_visit(age_band=AgeBand.UNDER_16, observations=(observed(),))).band is WorstBand.NOT_VALID


def test_a_total_by_an_older_rule_stays() -> None:
    """A changed rule never rewrites the past."""
    worst = worst_of(a_visit(observations=(observed(news2=6, news2_rule="news2-2012"),)))

    assert (worst.total, worst.rule, worst.band) == (6, "news2-2012", WorstBand.MEDIUM)


@given(st.lists(st.integers(20, 200) | st.none(), min_size=1, max_size=5))
def test_another_set_never_lowers_the_band(pulses: list[int | None]) -> None:
    """However the sets come, and with whatever blanks."""
    sets = [observed(pulse=pulse) for pulse in pulses]
    order = list(WorstBand)
    bands = [worst_of(a_visit(observations=tuple(sets[:number]))).band for number in range(1, len(sets) + 1)]

    assert [order.index(band) for band in bands] == sorted((order.index(band) for band in bands), reverse=True)
    assert worst_of(a_visit(observations=tuple(reversed(sets)))).band is bands[-1]
