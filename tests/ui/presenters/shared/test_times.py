"""Times as people read and type them, on both nights of the clock change too."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.ui.presenters.shared.times import clock_text, day_text, length_text, night_text, typed_instant, when_text
from tests.builders import SATURDAY, at

OCTOBER = date(2026, 10, 24)
"""The night on which 01:30 happens twice."""
MARCH = date(2026, 3, 28)
"""The night on which 01:30 does not happen."""
FIRST, SECOND = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
MORNING = datetime(2026, 10, 25, 5, 0, tzinfo=UTC)


def test_the_hour_that_happens_twice_says_which() -> None:
    """Both, and only then."""
    assert [clock_text(one) for one in (FIRST, SECOND)] == ["01:30 (1st)", "01:30 (2nd)"]
    assert clock_text(at("01:30")) == "01:30"


@pytest.mark.parametrize(("minutes", "said"), [(0, "0 min"), (59, "59 min"), (60, "1 h 0 min"), (68, "1 h 8 min")])
def test_lengths(minutes: int, said: str) -> None:
    """Hours from sixty minutes on."""
    assert length_text(minutes) == said


def test_a_time_of_another_night_is_its_date() -> None:
    """Of tonight, before or after midnight, the clock; of weeks ago the day."""
    now = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    moments = (datetime(2026, 11, 21, 22, 1, tzinfo=UTC), datetime(2026, 10, 24, 21, 1, tzinfo=UTC))

    assert [when_text(moment, now) for moment in moments] == ["22:01", "24 October"]


def test_nights_and_days() -> None:
    """The night keeps the date on which it began, the day is London's."""
    assert night_text(SATURDAY) == "Saturday night, 14 March"
    assert day_text(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "Wednesday 1 July"


@pytest.mark.parametrize("typed", ["2310", "23:10", "23.10", "23 10", " 2310 "])
def test_a_time_can_be_typed_in_many_ways(typed: str) -> None:
    """All mean ten past eleven of that night."""
    assert typed_instant(typed, SATURDAY, at("03:00")) == at("23:10")


def test_after_midnight_is_the_same_night() -> None:
    """0145 is on the Sunday."""
    assert typed_instant("0145", SATURDAY, at("03:00")) == at("01:45")


@pytest.mark.parametrize("typed", ["", "soon", "2560", "1", "23107", "23:1o", "2nd", "(2nd)"])
def test_what_is_no_time_is_no_instant(typed: str) -> None:
    """None, and no crash."""
    assert typed_instant(typed, SATURDAY, at("03:00")) is None


def test_a_time_that_the_clock_jumped_over_never_was() -> None:
    """In March there is no 01:30."""
    assert typed_instant("0130", MARCH, datetime(2026, 3, 29, 5, tzinfo=UTC)) is None
    assert typed_instant("0230", MARCH, datetime(2026, 3, 29, 5, tzinfo=UTC)) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("0130 1st", FIRST), ("01:30 (1st)", FIRST), ("0130 2nd", SECOND), ("01:30 (2ND)", SECOND), ("0130", SECOND)],
)
def test_either_0130_can_be_typed(typed: str, meant: datetime) -> None:
    """With its turn, or without it for the later one."""
    assert typed_instant(typed, OCTOBER, MORNING) == meant


def test_without_its_turn_a_time_is_never_in_the_future() -> None:
    """At ten past the second one o'clock, 0130 was an hour ago."""
    assert typed_instant("0130", OCTOBER, SECOND - timedelta(minutes=20)) == FIRST


@given(st.integers(0, 16 * 60), st.sampled_from([SATURDAY, OCTOBER, MARCH]))
def test_what_is_shown_can_be_typed_back(minutes: int, night: date) -> None:
    """Every minute of every night from six in the evening on, as the screen says it."""
    instant = datetime(night.year, night.month, night.day, 18, tzinfo=UTC) + timedelta(minutes=minutes)

    assert typed_instant(clock_text(instant), night, instant + timedelta(days=1)) == instant
