"""Days to come as they are typed: what is meant, and what is not taken for a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.shift.coming_day import read_coming_day

_SATURDAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("27/3", date(2026, 3, 27)),
        (" 27.03.26 ", date(2026, 3, 27)),
        ("27-3-2026", date(2026, 3, 27)),
        ("14/3", _SATURDAY),
        ("13/3", date(2027, 3, 13)),
        ("2nd April", date(2026, 4, 2)),
        ("2apr", date(2026, 4, 2)),
        ("Friday 27 March", date(2026, 3, 27)),
        ("wed, 1 Jan. 2031", date(2031, 1, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("today", _SATURDAY),
        ("Tomorrow", date(2026, 3, 15)),
        ("sun", date(2026, 3, 15)),
        ("Friday", date(2026, 3, 20)),
        ("sat", date(2026, 3, 21)),
    ],
)
def test_what_is_meant(text: str, meant: date) -> None:
    """Day before month, as in Britain; without a year the next one that comes."""
    assert read_coming_day(text, _SATURDAY) == meant


@pytest.mark.parametrize("text", ["", "soon", "13/3/2026", "31/2", "0/1", "27", "3/27", "27/3/0", "1 2 3", "29/2/2027"])
def test_what_is_no_day_to_come(text: str) -> None:
    """A day that is over, one that no calendar has, or words."""
    assert read_coming_day(text, _SATURDAY) is None


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_a_day_within_a_year_is_read_back(today: date, ahead: int) -> None:
    """Written with day and month alone, by number or by name."""
    meant = today + timedelta(days=ahead)

    assert read_coming_day(f"{meant.day}/{meant.month}", today) == meant
    assert read_coming_day(f"{meant:%A} {meant.day} {meant:%B}", today) == meant
