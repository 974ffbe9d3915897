"""When a shift came in, whatever the clock says as it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import a_shift, at


@pytest.mark.parametrize(
    ("days", "hours", "closed"),
    [
        (0, 0, "21:00"),
        (0, 6.5, "03:30"),
        (0, 24, None),
        (0, 24.1, "03:00"),
        (0, -1, "03:00"),
        (365, 0, "03:00"),
        (-16000, 0, "03:00"),
    ],
)
def test_a_bus_is_out_for_a_day_at_most(days: int, hours: float, closed: str | None) -> None:
    """A time within a day of the opening is believed; else the bus came in when it was planned."""
    shift = a_shift()
    now = shift.opened_at + timedelta(days=days, hours=hours)
    assert shift.comes_in(now) == (at(closed) if closed else now)


def test_a_bus_that_went_out_late_is_not_in_before_that() -> None:
    """Opened after the planned end and closed under a wrong clock: no time at all, never less."""
    shift = a_shift(opened_at=at("04:00"))
    assert shift.comes_in(at("03:30")) == shift.opened_at
