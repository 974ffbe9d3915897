"""The night: shift dates, typed times and both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.shift.night import (
    WallTime,
    day_of,
    hours_between,
    instant_on,
    night_of,
    read_time,
    skipped_hour,
    wall_time,
)

_MARCH = date(2026, 3, 28)
_OCTOBER = date(2026, 10, 24)
_MINUTES = st.integers(0, 60 * 24 * 365 * 6).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
_AT_CLOCK_CHANGES = st.builds(
    lambda start, minutes: start + timedelta(minutes=minutes),
    st.sampled_from([datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)]),
    st.integers(0, 12 * 60),
)


@pytest.mark.parametrize(
    ("instant", "hour", "minute", "turn"),
    [
        (datetime(2026, 1, 10, 23, 5, tzinfo=UTC), 23, 5, 0),
        (datetime(2026, 7, 10, 23, 5, tzinfo=UTC), 0, 5, 0),
        (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), 0, 59, 0),
        (datetime(2026, 10, 25, 0, 0, tzinfo=UTC), 1, 0, 1),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 1, 30, 1),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 1, 30, 2),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), 2, 0, 0),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 0, 59, 0),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 2, 0, 0),
    ],
)
def test_the_clock_on_the_wall(instant: datetime, hour: int, minute: int, turn: int) -> None:
    """Winter is UTC, summer an hour on; the October 01:30 has a first and a second turn."""
    assert wall_time(instant) == WallTime(hour, minute, turn)


def test_a_wall_time_is_read_as_on_a_clock() -> None:
    """Two digits each."""
    assert str(WallTime(1, 5, 2)) == "01:05"


@pytest.mark.parametrize(
    ("instant", "night"),
    [
        (datetime(2026, 3, 14, 21, 0, tzinfo=UTC), date(2026, 3, 14)),
        (datetime(2026, 3, 15, 3, 0, tzinfo=UTC), date(2026, 3, 14)),
        (datetime(2026, 3, 15, 11, 59, tzinfo=UTC), date(2026, 3, 14)),
        (datetime(2026, 3, 15, 12, 0, tzinfo=UTC), date(2026, 3, 15)),
        (datetime(2026, 7, 11, 10, 59, tzinfo=UTC), date(2026, 7, 10)),
        (datetime(2026, 7, 11, 11, 0, tzinfo=UTC), date(2026, 7, 11)),
        (datetime(2027, 1, 1, 1, 0, tzinfo=UTC), date(2026, 12, 31)),
    ],
)
def test_the_shift_date_lasts_until_noon(instant: datetime, night: date) -> None:
    """The hours after midnight belong to the night in which they fall, by the clock on the wall."""
    assert night_of(instant) == night


@pytest.mark.parametrize(
    ("night", "wall", "turn", "instant"),
    [
        (_OCTOBER, time(21), 0, datetime(2026, 10, 24, 20, tzinfo=UTC)),
        (_OCTOBER, time(1, 30), 0, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (_OCTOBER, time(1, 30), 1, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (_OCTOBER, time(1, 30), 2, datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (_OCTOBER, time(3), 0, datetime(2026, 10, 25, 3, tzinfo=UTC)),
        (_MARCH, time(21), 0, datetime(2026, 3, 28, 21, tzinfo=UTC)),
        (_MARCH, time(0, 59), 0, datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (_MARCH, time(1, 0), 0, None),
        (_MARCH, time(1, 30), 2, None),
        (_MARCH, time(2), 0, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (_MARCH, time(3), 2, datetime(2026, 3, 29, 2, tzinfo=UTC)),
    ],
)
def test_a_wall_time_on_a_night(night: date, wall: time, turn: int, instant: datetime | None) -> None:
    """Which of the two 01:30s is said by the turn; a time that the clock never showed is no instant."""
    assert instant_on(night, wall, turn) == instant


@given(_MINUTES | _AT_CLOCK_CHANGES)
def test_night_and_wall_time_give_the_instant_back(instant: datetime) -> None:
    """Each minute has a night and a time on the wall, and those two find it again."""
    wall = wall_time(instant)
    assert instant_on(night_of(instant), time(wall.hour, wall.minute), wall.turn) == instant


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2310", time(23, 10)),
        ("23:10", time(23, 10)),
        (" 23.10 ", time(23, 10)),
        ("23 10", time(23, 10)),
        ("110", time(1, 10)),
        ("1:05", time(1, 5)),
        ("0000", time(0, 0)),
        ("2400", None),
        ("2360", None),
        ("10", None),
        ("", None),
        ("12345", None),
        ("-110", None),
        ("١٢٣٤", None),
        ("²³¹⁰", None),
        ("ten", None),
    ],
)
def test_times_as_people_type_them(text: str, read: time | None) -> None:
    """Three or four digits, however they are parted; everything else is no time."""
    assert read_time(text) == read


@given(st.times())
def test_every_time_can_be_typed(wall: time) -> None:
    """With a colon, with a dot and without."""
    plain = wall.replace(second=0, microsecond=0)
    assert {read_time(plain.strftime(form)) for form in ("%H:%M", "%H.%M", "%H%M")} == {plain}


@given(st.text(max_size=8))
def test_reading_a_time_never_fails(text: str) -> None:
    """Whatever is typed gives a time or nothing."""
    assert read_time(text) is None or len(text.strip()) >= 3


@pytest.mark.parametrize(("night", "hours"), [(_OCTOBER, 7), (_MARCH, 5), (date(2026, 3, 14), 6)])
def test_nine_to_three_has_so_many_hours(night: date, hours: int) -> None:
    """The October night is an hour longer, the March night an hour shorter."""
    start, end = instant_on(night, time(21)), instant_on(night, time(3))
    assert start is not None
    assert end is not None
    assert end - start == timedelta(hours=hours)
    columns = hours_between(start, end)
    assert len(columns) == hours
    assert (columns[0].start, columns[-1].end) == (start, end)


def test_hours_that_were_begun_count() -> None:
    """Open from 21:40 to 23:10 touches three clock hours; no time at all touches none."""
    day = datetime(2026, 3, 14, tzinfo=UTC)
    start = day + timedelta(hours=21, minutes=40)
    assert [str(hour.wall) for hour in hours_between(start, day + timedelta(hours=23, minutes=10))] == [
        "21:00",
        "22:00",
        "23:00",
    ]
    assert hours_between(day, day) == ()


@pytest.mark.parametrize(
    ("night", "opens", "closes", "skipped"),
    [
        (_MARCH, time(21), time(3), WallTime(1, 0)),
        (_MARCH, time(21), time(0, 59), None),
        (_MARCH, time(2), time(5), None),
        (_OCTOBER, time(21), time(3), None),
        (date(2026, 3, 14), time(21), time(3), None),
    ],
)
def test_the_hour_that_is_jumped_over(night: date, opens: time, closes: time, skipped: WallTime | None) -> None:
    """One o'clock on the March night, when the bus was out on both sides of it."""
    start, end = instant_on(night, opens), instant_on(night, closes)
    assert start is not None
    assert end is not None
    assert skipped_hour(start, end) == skipped


def test_a_day_is_the_one_in_london() -> None:
    """Half past midnight in British Summer Time is still the day before in UTC."""
    assert day_of(datetime(2026, 6, 13, 23, 30, tzinfo=UTC)) == date(2026, 6, 14)
    assert day_of(datetime(2026, 12, 13, 23, 30, tzinfo=UTC)) == date(2026, 12, 13)
