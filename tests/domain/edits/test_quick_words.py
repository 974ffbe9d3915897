"""Ages and times as a volunteer types them in a hurry."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mavis.domain.edits.quick_words import Tonight, spoken_age, spoken_time

TONIGHT = Tonight(date(2026, 11, 14), datetime(2026, 11, 15, 1, 45, tzinfo=UTC))
"""A Saturday night at a quarter to two."""


@pytest.mark.parametrize(
    ("word", "code", "says_more"),
    [
        ("19", "18_24", False),
        ("8yo", "under_16", False),
        ("17yrs", "16_17", False),
        ("65", "65_over", False),
        ("30ish", "25_34", True),
        ("45?", "45_54", True),
        ("~40", "35_44", True),
        ("u18", "16_17", True),
        ("u16", "under_16", True),
        ("<18", "16_17", True),
        ("65+", "65_over", True),
        ("20-24", "18_24", True),
        ("110yo", "65_over", False),
    ],
)
def test_an_age_is_read_as_its_band(word: str, code: str, says_more: bool) -> None:
    """An exact age says no more than its band; a guess does."""
    meaning = spoken_age(word)

    assert meaning is not None
    assert (meaning.code, meaning.says_more) == (code, says_more)


@pytest.mark.parametrize("word", ["7", "123", "111yo", "20-30", "b", "²²", "", "1o", "-5", "98/60", "9" * 5000])
def test_what_is_no_age(word: str) -> None:
    """A single figure, somebody older than anybody, a range over two bands, or no figure at all."""
    assert spoken_age(word) is None


@pytest.mark.parametrize(
    ("word", "at"),
    [
        ("2310", (14, 23, 10)),
        ("23:10", (14, 23, 10)),
        ("23.10", (14, 23, 10)),
        ("2310hrs", (14, 23, 10)),
        ("11pm", (14, 23, 0)),
        ("11.30pm", (14, 23, 30)),
        ("12am", (15, 0, 0)),
        ("0015", (15, 0, 15)),
        ("1.30", (15, 1, 30)),
        ("130", (15, 1, 30)),
        ("145", (15, 1, 45)),
        ("10.50", (14, 22, 50)),
        ("1815", (14, 18, 15)),
    ],
)
def test_a_time_belongs_to_tonight(word: str, at: tuple[int, int, int]) -> None:
    """After midnight it is the next day; ten to eleven is in the evening because the morning is still to come."""
    day, hour, minute = at

    assert spoken_time(word, TONIGHT) == datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize("word", ["19", "0146", "2.30", "2460", "1099", "13pm", "0pm", "7", "am", "", "k7", "²³¹⁰"])
def test_what_is_no_time(word: str) -> None:
    """It is an age, still to come, shown by no clock, or no figure."""
    assert spoken_time(word, TONIGHT) is None


def test_in_the_hour_that_happens_twice_the_later_time_that_is_over_counts() -> None:
    """01:30 typed at a quarter to two of the second turn is the second 01:30, and of the first turn the first."""
    october = date(2026, 10, 24)
    second = Tonight(october, datetime(2026, 10, 25, 1, 45, tzinfo=UTC))
    first = Tonight(october, datetime(2026, 10, 25, 0, 45, tzinfo=UTC))

    assert spoken_time("0130", second) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert spoken_time("0130", first) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_the_clock_jumps_over_is_no_time() -> None:
    """On the March night there is no 01:30."""
    march = Tonight(date(2026, 3, 28), datetime(2026, 3, 29, 3, 0, tzinfo=UTC))

    assert spoken_time("0130", march) is None
