"""A night that Mavis begins late: the page says from when the hours count, and one key counts them from the plan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from mavis.ui.widgets.button import Button
from tests.ui.pages.start_shift.test_start_shift import begun
from tests.ui.scheme import last_week, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.pages.start_shift.page import StartShiftPage
    from tests.builders import SettableClock

_LATE = timedelta(minutes=54)


@pytest.fixture
def evening(program: Program, session: Session, clock: SettableClock) -> SettableClock:
    """21:54, with 21:00 to 03:00 in the fields and last week's crew ticked."""
    last_week(program, session, clock)
    clock.now = session.shifts.plan(clock()).planned_start + _LATE
    return clock


def test_a_late_start_says_that_hours_count_from_now(qtbot: QtBot, page: StartShiftPage, clock: SettableClock) -> None:
    """The sentence is on the page before Enter, and Enter does as it says."""
    line = page.form.counted
    assert (line.isVisible(), line.sentence) == (True, words("start.counted.now", start="21:00"))

    shift = begun(qtbot, page, "\r")
    assert {shift.opened_at, *(member.since for member in shift.crew)} == {clock()}


def test_one_key_counts_the_bus_and_its_crew_from_the_plan(qtbot: QtBot, page: StartShiftPage) -> None:
    """5, and the hours on paper are those of the page; 5 once more counts from now again."""
    press("5")
    assert page.form.counted.sentence == words("start.counted.planned", start="21:00")
    assert page.form.fields.hours == "6 h"
    press("5")
    assert page.form.fields.hours == "5 h 06"
    press("5")

    shift = begun(qtbot, page, "\r")
    assert {shift.opened_at, *(member.since for member in shift.crew)} == {shift.planned_start}


def test_the_key_follows_the_time_that_is_typed(qtbot: QtBot, page: StartShiftPage) -> None:
    """Here since half past nine: that is typed under From, and counts."""
    press("5")
    press("2")
    page.form.fields.fields["start"].edit.selectAll()
    press("2130\r\r\r")
    assert page.form.counted.sentence == words("start.counted.planned", start="21:30")

    shift = begun(qtbot, page, "\r")
    assert shift.opened_at == shift.planned_start


@pytest.mark.parametrize(("typed", "minutes", "said"), [("2130", 24, "planned"), ("2148", 6, "")])
def test_a_start_that_is_typed_and_has_passed_counts(
    qtbot: QtBot, page: StartShiftPage, clock: SettableClock, typed: str, minutes: int, said: str
) -> None:
    """Who types when they came means it: the hours count from then, which is told where the start is late."""
    press("2")
    page.form.fields.fields["start"].edit.selectAll()
    press(f"{typed}\r\r\r")
    assert page.form.counted.sentence == (words(f"start.counted.{said}", start="21:30") if said else "")

    shift = begun(qtbot, page, "\r")
    assert {shift.opened_at, *(member.since for member in shift.crew)} == {clock() - timedelta(minutes=minutes)}


def test_a_start_that_is_typed_and_comes_yet_opens_now(
    qtbot: QtBot, page: StartShiftPage, clock: SettableClock
) -> None:
    """From 22:30, begun at 21:54: the bus is out, and its hours count."""
    press("2")
    page.form.fields.fields["start"].edit.selectAll()
    press("2230\r\r\r")

    shift = begun(qtbot, page, "\r")
    assert shift.opened_at == clock()


def test_a_start_hours_away_may_be_a_slip_and_is_told(page: StartShiftPage, clock: SettableClock) -> None:
    """At 14:30 a start at 21:00 says from when hours count, with nothing to choose; at 20:00 it is no slip."""
    line = page.form.counted
    clock.now -= timedelta(hours=7, minutes=24)
    page.form.show_hours()
    assert line.sentence == words("start.counted.far_off", start="21:00")
    assert [button.isHidden() for button in line.findChildren(Button)] == [True]
    press("5")
    assert page.form.fields.hours == "6 h"
    clock.now += timedelta(hours=5, minutes=30)
    page.form.show_hours()
    assert not line.isVisible()


def test_a_start_in_time_asks_nothing(page: StartShiftPage, clock: SettableClock) -> None:
    """Ten minutes are no delay, and the key then does nothing."""
    clock.now -= _LATE - timedelta(minutes=10)
    page.form.show_hours()
    press("5")

    assert not page.form.counted.isVisible()
    assert page.form.fields.hours == "6 h"


def test_a_start_in_the_morning_says_which_night_it_is(
    qtbot: QtBot, page: StartShiftPage, clock: SettableClock
) -> None:
    """11:00: until noon it is still the night before, and one key counts it from its plan."""
    clock.now += timedelta(hours=13, minutes=6)
    page.form.show_hours()
    night = words("start.counted.past_end", night="Saturday 14 March")
    assert page.form.counted.sentence == night
    press("5")
    assert page.form.counted.sentence == words("start.counted.planned", start="21:00")
    press("5")

    shift = begun(qtbot, page, "\r")
    assert shift.opened_at == clock()
