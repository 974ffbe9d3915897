"""When the screen is covered: idle time, sleep, and a clock that was moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.system.settings import Settings
from mavis.ui.presenters.doors.idle import Cover, IdleRule, IdleWatch

if TYPE_CHECKING:
    from tests.builders import SettableClock


def after(clock: SettableClock, watch: IdleWatch, seconds: int) -> Cover:
    """What covers the screen after so many seconds with a look each second."""
    cover = watch.look()
    for _ in range(seconds):
        clock.advance(seconds=1)
        cover = watch.look()
    return cover


@pytest.mark.parametrize(
    ("seconds", "cover"),
    [(0, Cover.NONE), (59, Cover.NONE), (60, Cover.VEIL), (299, Cover.VEIL), (300, Cover.LOCK), (900, Cover.LOCK)],
)
def test_the_veil_after_a_minute_and_the_lock_after_five(clock: SettableClock, seconds: int, cover: Cover) -> None:
    """To the second."""
    assert after(clock, IdleWatch(clock, IdleRule()), seconds) is cover


def test_a_key_begins_the_minute_anew(clock: SettableClock) -> None:
    """Used at 59 seconds: no veil before 119."""
    watch = IdleWatch(clock, IdleRule())
    after(clock, watch, 59)
    watch.used()

    assert after(clock, watch, 59) is Cover.NONE
    assert after(clock, watch, 1) is Cover.VEIL


def test_a_coordinator_can_choose_other_times(clock: SettableClock) -> None:
    """Twenty seconds and one minute."""
    watch = IdleWatch(clock, IdleRule(timedelta(seconds=20), timedelta(minutes=1)))

    assert after(clock, watch, 20) is Cover.VEIL
    assert after(clock, watch, 40) is Cover.LOCK


@pytest.mark.parametrize("seconds", [31, 3_600, -31, -7_200])
def test_a_laptop_that_slept_or_a_clock_that_jumped_locks_at_once(clock: SettableClock, seconds: int) -> None:
    """Whoever opens the lid again must show who they are, even when a key is the first thing that happens."""
    watch = IdleWatch(clock, IdleRule())
    after(clock, watch, 5)
    clock.advance(seconds=seconds)
    watch.used()

    assert watch.look() is Cover.LOCK


@pytest.mark.parametrize("seconds", [10, -10])
def test_a_busy_laptop_and_a_clock_put_right_do_not_lock(clock: SettableClock, seconds: int) -> None:
    """Ten seconds are no sleep."""
    watch = IdleWatch(clock, IdleRule())
    after(clock, watch, 5)
    clock.advance(seconds=seconds)

    assert watch.look() is Cover.NONE


def test_another_rule_counts_at_once(clock: SettableClock) -> None:
    """A coordinator who asks for a quicker lock has it without unlocking again."""
    watch = IdleWatch(clock, IdleRule())
    watch.rule = IdleRule.of(Settings(veil_seconds=10, lock_minutes=1))
    clock.advance(seconds=20)
    assert watch.look() is Cover.VEIL
