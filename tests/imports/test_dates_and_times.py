"""Dates, times and ages as people write them, and stays on the nights on which the clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand, AgeSource
from mavis.imports.ages import WrittenAge, written_age
from mavis.imports.dates import order_of, written_date
from mavis.imports.log_mapping import DateOrder
from mavis.imports.moments import written_moment
from mavis.imports.times import Stay, TimeFault, stay_on, written_time

SEVENTH = date(2017, 1, 7)
OCTOBER = date(2017, 10, 28)
MARCH = date(2017, 3, 25)


def utc(day: int, hour: int, minute: int, month: int = 1) -> datetime:
    """An instant of 2017."""
    return datetime(2017, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "07/01/2017",
        "7/1/17",
        "07-01-2017",
        "7.1.2017",
        "07-Jan-17",
        "7 Jan 2017",
        "7th January 2017",
        "2017-01-07",
        "2017/1/7",
        "Sat 7 Jan 17",
        "Saturday, 7th of January, 2017",
        "January 7, 2017",
        "07/01/2017 00:00:00",
        "2017-01-07T00:00",
        " 07 / 01 / 2017 ",
        "7-JAN-2017",
    ],
)
def test_dates_of_many_styles(text: str) -> None:
    """All of them are the seventh of January."""
    written = written_date(text)
    assert written is not None
    assert written.read(DateOrder.DAY_FIRST) == SEVENTH


@pytest.mark.parametrize("text", ["", "soon", "31/02/2017", "00/00/0000", "7/1", "2017", "12/13/14/15", "1" * 500])
def test_no_dates(text: str) -> None:
    """Nothing is made up."""
    assert written_date(text) is None


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2017", "07/01/2017"], DateOrder.DAY_FIRST),
        (["03/04/2017", "25/01/2017"], DateOrder.DAY_FIRST),
        (["03/04/2017", "01/25/2017"], DateOrder.MONTH_FIRST),
        (["25/01/2017", "01/25/2017"], DateOrder.UNDECIDED),
        (["25/01/2017"] * 30 + ["01/25/2017"], DateOrder.DAY_FIRST),
        (["03/04/2017"] * 30 + ["01/25/2017"], DateOrder.DAY_FIRST),
        ([], DateOrder.DAY_FIRST),
    ],
)
def test_one_order_for_the_column(column: list[str], order: DateOrder) -> None:
    """What only one order allows decides for all; a slip among many does not, and two halves leave it open."""
    assert order_of(filter(None, map(written_date, column))) is order


def test_undecided_dates_are_read_only_where_one_reading_is_left() -> None:
    """03/04 stays open; 25/01 and 05/05 do not."""
    texts = ("03/04/2017", "25/01/2017", "05/05/2017")
    read = [one.read(DateOrder.UNDECIDED) if (one := written_date(text)) else None for text in texts]
    assert read == [None, date(2017, 1, 25), date(2017, 5, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23:32", time(23, 32)),
        ("2332", time(23, 32)),
        ("23.32", time(23, 32)),
        ("0:04", time(0, 4)),
        ("0004", time(0, 4)),
        ("23:32:00", time(23, 32)),
        ("11.32 pm", time(23, 32)),
        ("12:05 a.m.", time(0, 5)),
        ("11pm", time(23)),
        ("23h32", time(23, 32)),
        ("25:99", None),
        ("39", None),
        ("late", None),
        ("", None),
        ("13 pm", None),
        ("9" * 5000, None),
        ("\u0662\u0663:\u0663\u0662", None),
    ],
)
def test_times_of_many_styles(text: str, expected: time | None) -> None:
    """Colon, full stop, nothing, seconds, am and pm; what is no time is none."""
    assert written_time(text) == expected


def test_date_and_time_in_one_cell() -> None:
    """Both are found, and a date alone is no moment."""
    moment = written_moment("08/01/2017 0:04")
    assert moment is not None
    assert (moment.date.day_first, moment.time) == (date(2017, 1, 8), time(0, 4))
    assert written_moment("08/01/2017") is None


@pytest.mark.parametrize(
    ("night", "arrived", "departed", "expected"),
    [
        (SEVENTH, time(23, 50), time(0, 10), Stay(SEVENTH, utc(7, 23, 50), utc(8, 0, 10), False)),
        (SEVENTH, time(23, 50), None, Stay(SEVENTH, utc(7, 23, 50), None, False)),
        (SEVENTH, time(23, 50), time(23, 40), TimeFault.LEFT_TOO_LATE),
        (SEVENTH, time(11, 30), None, TimeFault.IN_THE_MORNING),
        (MARCH, time(1, 30), None, TimeFault.NEVER_WAS),
        (MARCH, time(0, 50), time(1, 30), TimeFault.LEFT_NEVER_WAS),
        (OCTOBER, time(1, 30), None, Stay(OCTOBER, utc(29, 0, 30, month=10), None, True)),
        (OCTOBER, time(1, 30), time(1, 10), Stay(OCTOBER, utc(29, 0, 30, month=10), utc(29, 1, 10, month=10), True)),
        (OCTOBER, time(23, 0), time(2, 30), Stay(OCTOBER, utc(28, 22, 0, month=10), utc(29, 2, 30, month=10), False)),
    ],
)
def test_stays(night: date, arrived: time, departed: time | None, expected: Stay | TimeFault) -> None:
    """After midnight belongs to the night's own date; hours that are there twice or never are told apart."""
    assert stay_on(night, arrived, departed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24", WrittenAge(AgeBand.FROM_18, AgeSource.STATED, years=24)),
        ("~24", WrittenAge(AgeBand.FROM_18, AgeSource.ESTIMATED, years=24)),
        ("about 17", WrittenAge(AgeBand.FROM_16, AgeSource.ESTIMATED, years=17)),
        ("24?", WrittenAge(AgeBand.FROM_18, AgeSource.ESTIMATED, years=24)),
        ("24 yrs", WrittenAge(AgeBand.FROM_18, AgeSource.STATED, years=24)),
        ("19-21", WrittenAge(AgeBand.FROM_18, AgeSource.ESTIMATED)),
        ("16-21", WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)),
        ("20s", WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)),
        ("10s", WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)),
        ("late 30s", WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)),
        ("teenager", WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)),
        ("240", None),
        ("old", None),
    ],
)
def test_ages(text: str, expected: WrittenAge | None) -> None:
    """An estimate says so; a decade spans bands and so is not known; the rest is no age."""
    assert written_age(text) == expected
