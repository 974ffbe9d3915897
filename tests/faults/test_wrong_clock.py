"""The two nights on which the clock changes, and a laptop whose clock is set wrong in the middle of a shift."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import answer, give_care, leave
from mavis.domain.errors import UserError
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.outcome import Outcome
from mavis.domain.shift.night import instant_on, read_time
from mavis.domain.visit.short_code import code_order
from tests.faults.deeds import Unlocked, set_up, unlocked
from tests.faults.wholeness import faults_of
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit

OCTOBER = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
"""Nine in the evening before the clock goes back."""
MARCH = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)
"""Nine in the evening before the clock goes forward."""
WRONG: dict[str, Callable[[datetime], datetime]] = {
    "an hour back": lambda now: now - timedelta(hours=1),
    "a year ahead": lambda now: now + timedelta(days=365),
    "1980": lambda _: datetime(1980, 1, 1, tzinfo=UTC),
}


@pytest.fixture
def mavis(tmp_path: Path) -> Iterator[Unlocked]:
    """An unlocked Mavis at ten on a Saturday evening."""
    with unlocked(set_up(tmp_path)) as mavis:
        yield mavis


def opened(mavis: Unlocked, now: datetime) -> Shift:
    """A shift that is opened at that instant, as it was planned."""
    mavis.clock.now = now
    return mavis.session.shifts.open_shift(mavis.session.actor, mavis.session.shifts.plan(now))


def came_at(mavis: Unlocked, shift: Shift, wall: str, turn: int = 0, minutes: int = 20) -> Visit:
    """A visit that came when the clock on the wall showed that time, and left so many minutes later."""
    time = read_time(wall)
    arrived = instant_on(shift.date, time, turn) if time else None
    session = mavis.session
    mavis.clock.now = arrived or mavis.clock.now
    visit = session.visits.open_visit(session.actor, arrived_at=arrived)
    return session.visits.change(
        session.actor, visit.id, leave(Outcome.HOME_ALONE, mavis.clock.advance(minutes=minutes))
    )


def test_the_october_night(mavis: Unlocked) -> None:
    """Seven hours; both 01:30s keep their order, their stay and an hour column each, and nothing is written up late."""
    shift = opened(mavis, OCTOBER)
    over = came_at(mavis, shift, "0050", minutes=70)
    first = came_at(mavis, shift, "0130", 1, minutes=45)
    second = came_at(mavis, shift, "0130", 2, minutes=15)
    mavis.clock.now = shift.planned_end
    mavis.session.closing.close(mavis.session.actor, shift.id)
    summary = mavis.session.summaries.of_shift(shift.id, "Dilys")
    columns = [(hour.hour.wall.hour, hour.hour.wall.turn, hour.arrivals) for hour in summary.arrivals]
    assert summary.shift.open_minutes == 7 * 60
    assert columns == [(21, 0, 0), (22, 0, 0), (23, 0, 0), (0, 0, 1), (1, 1, 1), (1, 2, 1), (2, 0, 0)]
    assert [(visit.id, visit.minutes) for visit in summary.visits] == [(over.id, 70), (first.id, 45), (second.id, 15)]
    assert second.arrived_at - first.arrived_at == timedelta(hours=1)
    assert [visit.entered_late for visit in mavis.session.visits.of_shift(mavis.session.actor, shift.id)] == [False] * 3
    assert (summary.faults, summary.skipped_hour) == ((), None)


def test_the_march_night(mavis: Unlocked) -> None:
    """Five hours; the hour that the clock jumps over has no column and is named; a stay across it keeps its length."""
    shift = opened(mavis, MARCH)
    across = came_at(mavis, shift, "0050", minutes=20)
    after = came_at(mavis, shift, "0230")
    mavis.clock.now = shift.planned_end
    mavis.session.closing.close(mavis.session.actor, shift.id)
    summary = mavis.session.summaries.of_shift(shift.id, "Dilys")
    assert summary.shift.open_minutes == 5 * 60
    assert [hour.hour.wall.hour for hour in summary.arrivals] == [21, 22, 23, 0, 2]
    assert [hour.arrivals for hour in summary.arrivals] == [0, 0, 0, 1, 1]
    assert [(visit.id, visit.minutes) for visit in summary.visits] == [(across.id, 20), (after.id, 20)]
    assert (str(summary.skipped_hour), summary.faults) == ("01:00", ())


@pytest.mark.parametrize("change", WRONG)
def test_a_clock_set_wrong_in_a_shift(mavis: Unlocked, change: str) -> None:
    """Everything can still be recorded, counted, backed up and closed; codes count on, and no night lasts a year."""
    session, actor = mavis.session, mavis.session.actor
    shift = opened(mavis, mavis.clock())
    before = session.visits.open_visit(actor)
    mavis.clock.now = WRONG[change](mavis.clock.advance(hours=1))
    wrong = session.visits.open_visit(actor)
    given = CareGiven("care-1", CareKind.WATER, mavis.clock(), actor.id)
    session.visits.change(actor, wrong.id, give_care(given))
    session.visits.change(actor, before.id, leave(Outcome.TAXI, mavis.clock()))
    assert session.shifts.count(actor, shift.id, "water", 1, "tap-1").count == 1
    assert session.backups.make("due").path.exists()
    assert [visit.code for visit in _by_code(mavis, shift)] == ["K1", "K2"]
    done = session.closing.close(actor, shift.id)
    summary = session.summaries.of_shift(shift.id, "Dilys")
    assert summary.faults == ()
    assert {visit.shift_date for visit in summary.visits} == {shift.date}
    assert done.shift.date == shift.date
    assert summary.shift.open_minutes <= 6 * 60
    assert len(summary.arrivals) <= 8
    assert faults_of(mavis) == []


@pytest.mark.parametrize("change", WRONG)
def test_a_clock_set_right_again(mavis: Unlocked, change: str) -> None:
    """What was recorded meanwhile stays, with the time it was given; after it codes and the trail go on."""
    session, actor = mavis.session, mavis.session.actor
    shift = opened(mavis, mavis.clock())
    right = mavis.clock.advance(hours=1)
    mavis.clock.now = WRONG[change](right)
    wrong = session.visits.open_visit(actor)
    mavis.clock.now = right
    after = session.visits.open_visit(actor)
    session.visits.change(actor, wrong.id, answer(arrived_at=right))
    assert [visit.id for visit in _by_code(mavis, shift)] == [wrong.id, after.id]
    assert session.visits.get(session.actor, wrong.id).arrived_at == right
    assert session.trail.verify().ok
    mavis.clock.advance(hours=4)
    session.closing.close(actor, shift.id)
    assert session.summaries.of_shift(shift.id, "Dilys").shift.open_minutes == 5 * 60


@pytest.mark.parametrize("change", WRONG)
def test_a_clock_set_wrong_opens_no_lock(mavis: Unlocked, change: str) -> None:
    """Whoever has to wait after wrong passphrases waits on, whatever the clock on the wall says."""
    person = mavis.session.actor.id
    (mavis.program.paths.root / "guesses.json").write_bytes(b"as if there had been many")
    mavis.clock.now = WRONG[change](mavis.clock())
    with pytest.raises(UserError, match="too_many_guesses"):
        mavis.program.access.unlock(person, FOUR_WORDS)
    assert mavis.program.access.wait_seconds() > 600


def _by_code(mavis: Unlocked, shift: Shift) -> list[Visit]:
    return sorted(
        mavis.session.visits.of_shift(mavis.session.actor, shift.id), key=lambda visit: code_order(visit.code)
    )
