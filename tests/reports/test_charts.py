"""Charts start at zero, keep within their room and label what fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.reports.charts import hatching, hour_label, slot_width


@given(st.floats(0.5, 120.0), st.floats(0.5, 20.0))
def test_hatching_stays_within_its_rectangle(wide: float, high: float) -> None:
    """No stroke leaves the bar, whatever its shape, and each rises at 45 degrees."""
    for x0, y0, x1, y1 in hatching(10.0, 20.0, wide, high):
        assert 10.0 - 1e-6 <= x0 < x1 <= 10.0 + wide + 1e-6
        assert 20.0 - 1e-6 <= y1 < y0 <= 20.0 + high + 1e-6
        assert x1 - x0 == pytest.approx(y0 - y1)


def test_hours_are_labelled_as_their_room_allows() -> None:
    """Full, with the turn under it, short, and every other one when the night is very long."""
    assert hour_label(1, "", 14.0, 0) == ("01:00",)
    assert hour_label(1, "(2nd)", 12.0, 0) == ("01:00", "(2nd)")
    assert hour_label(1, "", 7.0, 3) == ("01",)
    assert [hour_label(hour, "", 3.4, hour) for hour in range(4)] == [("00",), ("",), ("02",), ("",)]


def test_one_or_two_columns_are_as_wide_as_on_a_usual_night() -> None:
    """A shift of less than an hour has a bar, not a block; three and more share the whole width."""
    assert [slot_width(96.0, bars) for bars in (1, 2, 3, 8)] == [12.0, 12.0, 32.0, 12.0]
