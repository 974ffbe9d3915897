"""PINs of a night: right ones, wrong ones, waits, and all the ways in which they are forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.services.pins import LASTS, TRIES, Pins

if TYPE_CHECKING:
    from tests.builders import SettableClock

RUTH, DEV = "ruth", "dev"


class Stopwatch:
    """Seconds that the test lets pass."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.seconds = 0.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self.seconds


@pytest.fixture
def stopwatch() -> Stopwatch:
    """A stopwatch that stands still."""
    return Stopwatch()


@pytest.fixture
def pins(clock: SettableClock, stopwatch: Stopwatch) -> Pins:
    """PINs of Ruth and Dev."""
    made = Pins(clock, stopwatch)
    made.keep(RUTH, "2580")
    made.keep(DEV, "197333")
    return made


def test_a_right_pin_is_taken_and_its_length_is_known(pins: Pins) -> None:
    """The screen goes on by itself after the last digit."""
    pins.check(RUTH, "2580")
    pins.check(DEV, "197333")

    assert (pins.digits(RUTH), pins.digits(DEV), pins.digits("nobody")) == (4, 6, 0)


def test_the_digits_are_not_held(pins: Pins) -> None:
    """Only what they become with a salt; the same PIN of two people looks different."""
    pins.keep(DEV, "2580")
    held = repr(vars(pins))

    assert "2580" not in held
    assert len({one.seal for one in vars(pins)["_held"].values()}) == 2


def test_each_wrong_try_waits_twice_as_long_and_the_fifth_ends_it(pins: Pins, stopwatch: Stopwatch) -> None:
    """1, 2, 4 and 8 seconds; then only the passphrase helps. Others keep theirs."""
    waits = []
    for left in range(TRIES - 1, 0, -1):
        with pytest.raises(UserError, match="pin_wrong") as wrong:
            pins.check(RUTH, "0852")
        assert wrong.value.facts == {"left": left}
        with pytest.raises(UserError, match="pin_wait") as early:
            pins.check(RUTH, "2580")
        waits.append(early.value.facts["n"])
        stopwatch.seconds += 8
    with pytest.raises(UserError, match="pin_gone"):
        pins.check(RUTH, "0852")
    with pytest.raises(UserError, match="pin_none"):
        pins.check(RUTH, "2580")

    assert waits == [1, 2, 4, 8]
    pins.check(DEV, "197333")


def test_a_right_pin_does_not_win_the_tries_back(pins: Pins, stopwatch: Stopwatch) -> None:
    """Five wrong tries in all, however often the owner comes in between; the passphrase does win them back."""
    for _ in range(TRIES - 1):
        with pytest.raises(UserError, match="pin_wrong"):
            pins.check(RUTH, "0852")
        stopwatch.seconds += 8
        pins.check(RUTH, "2580")
    pins.vouch(RUTH)
    with pytest.raises(UserError, match="pin_wrong"):
        pins.check(RUTH, "0852")
    for _ in range(TRIES - 1):
        stopwatch.seconds += 8
        with pytest.raises(UserError):
            pins.check(RUTH, "0852")

    assert pins.digits(RUTH) == 0


def test_a_pin_is_for_one_night(pins: Pins, clock: SettableClock) -> None:
    """Twelve hours later it is gone."""
    clock.advance(seconds=int(LASTS.total_seconds()))
    with pytest.raises(UserError, match="pin_none"):
        pins.check(RUTH, "2580")


def test_all_are_forgotten_at_once(pins: Pins) -> None:
    """At the end of the shift; to vouch for somebody without a PIN gives them none."""
    pins.forget_all()
    pins.vouch(RUTH)

    assert (pins.digits(RUTH), pins.digits(DEV)) == (0, 0)


def test_no_poor_pin_is_kept(pins: Pins) -> None:
    """The one before stays."""
    with pytest.raises(UserError, match="pin_simple"):
        pins.keep(RUTH, "1234")

    pins.check(RUTH, "2580")
