"""The plan of a shift: filled in from the last night like it, with nobody who has stopped helping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.shift.plan import plan_from
from mavis.domain.shift.shift import CrewMember, CrewPerson, Shift
from tests.builders import SATURDAY, a_shift, at

_NOW = at("20:51")
_PEOPLE = {"1": CrewPerson("1", "Robin", Duty.FIRST_AID, "Made-up Aid"), "2": CrewPerson("2", "Sam", Duty.LEAD)}


def test_the_first_night_starts_empty() -> None:
    """Without a night before, only date, hours and site are known."""
    plan = plan_from(None, _NOW, "bus", _PEOPLE)
    assert (plan.date, plan.planned_start, plan.planned_end) == (SATURDAY, at("21:00"), at("03:00"))
    assert (plan.site, plan.parked_at, plan.crew, plan.events, plan.kit) == ("bus", "", (), (), ())


def test_place_and_crew_come_from_the_night_before() -> None:
    """Each person once, with the duty of that night, from now on; who left the scheme is left out."""
    before = at("21:00") - timedelta(weeks=1)
    last = a_shift(
        date=SATURDAY - timedelta(weeks=1),
        parked_at="Made-up Square",
        events=("carnival",),
        kit=("radio",),
        crew=(
            CrewMember("1", "Rob", Duty.STREET_PASTOR, "Old name", before, before + timedelta(hours=1)),
            CrewMember("gone", "Alex", Duty.POLICE, "", before),
            CrewMember("1", "Rob", Duty.OTHER, "Old name", before + timedelta(hours=2)),
        ),
    )
    plan = plan_from(last, _NOW, "bus", _PEOPLE)
    assert plan.parked_at == "Made-up Square"
    assert plan.crew == (CrewMember("1", "Robin", Duty.OTHER, "Made-up Aid", since=_NOW),)
    assert (plan.events, plan.kit) == ((), ())


@pytest.mark.parametrize(
    ("now", "hours"),
    [(datetime(2026, 10, 24, 19, 50, tzinfo=UTC), 7), (datetime(2026, 3, 28, 20, 50, tzinfo=UTC), 5)],
)
def test_nine_to_three_is_meant_by_the_clock_on_the_wall(now: datetime, hours: int) -> None:
    """Seven hours in October, five in March."""
    plan = plan_from(None, now, "bus", {})
    assert plan.planned_end - plan.planned_start == timedelta(hours=hours)


def test_a_plan_becomes_the_shift() -> None:
    """What was confirmed is what is recorded; it opens when somebody says so."""
    plan = plan_from(a_shift(parked_at="Made-up Square"), _NOW, "bus", _PEOPLE)
    shift = plan.opened("shift-9", at("21:04"))
    assert shift == Shift(
        id="shift-9",
        site="bus",
        date=SATURDAY,
        planned_start=at("21:00"),
        planned_end=at("03:00"),
        opened_at=at("21:04"),
        parked_at="Made-up Square",
    )
