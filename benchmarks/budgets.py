"""Keys and clicks of what a volunteer does most, counted at the real window; the seconds of the model beside them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.evening import OPENS_WITH, WallClock, begin_night, here_before, nothing_missing, set_up, the_program
from benchmarks.hands import Hands
from benchmarks.journeys import BARE, GLOVED, JOURNEYS, Journey, Place, play
from benchmarks.table import Row, limited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def measure(folder: Path) -> list[Row]:
    """A row for each journey."""
    return [_row(journey, folder / f"journey-{number}") for number, journey in enumerate(JOURNEYS)]


@contextmanager
def at_the_window(place: Place, folder: Path) -> Iterator[Hands]:
    """Hands at the window where a journey begins, unlocked; it is closed afterwards."""
    clock = WallClock()
    program = the_program(folder / "data", clock)
    set_up(program, clock)
    if place is not Place.NO_SHIFT:
        begin_night(program, clock)
    if place is Place.NOTHING_MISSING:
        nothing_missing(program, clock)
    if place is Place.KNOWN:
        here_before(program)
    hands = Hands(program)
    try:
        hands.unlock(OPENS_WITH)
        if place is Place.OBSERVATIONS:
            hands.use("N D 2 A 3")
            hands.settle()
        yield hands
    finally:
        hands.leave()


def _row(journey: Journey, folder: Path) -> Row:
    with at_the_window(journey.place, folder) as hands:
        play(journey, hands)
        beside = (
            f"{BARE.seconds(journey, hands):.1f} s with bare hands, {GLOVED.seconds(journey, hands):.1f} s in gloves"
        )
        return limited(journey.name, journey.used(hands), journey.unit, journey.budget, beside)
