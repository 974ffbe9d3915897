"""The facts that the engine reads are those that the domain makes of whole visits, and each question has its index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.access.roles import Duty
from mavis.domain.counting.facts import facts_of, facts_of_shift
from mavis.domain.counting.summary import PastNight
from mavis.domain.shift.shift import CrewMember
from mavis.domain.shift.tally import Tally
from mavis.storage import unit_of_work
from mavis.storage.left_out import LeftOut
from tests.builders import SATURDAY_NIGHT
from tests.records import ASHA, COORDINATOR, VOLUNTEER, a_shift, a_visit, visits

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.storage.database import Database
    from mavis.storage.unit_of_work import Store

MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@MANY
@given(st.lists(visits(), max_size=3))
def test_the_facts_are_those_of_the_domain(night: Store, drawn: list[Visit]) -> None:
    """Whatever visits hold, both ways of making facts agree."""
    with night.change(VOLUNTEER) as work:
        shift = a_shift(f"s{len(work.shifts.nights())}", closed_at=SATURDAY_NIGHT)
        work.shifts.add(shift)
        made = [replace(v, id=f"{shift.id}-{n}", code=f"K{n}", shift_id=shift.id) for n, v in enumerate(drawn)]
        for visit in made:
            work.visits.add(visit)
        work.commit()
    expected = {facts_of(visit, shift.date, shift.site) for visit in made}
    with night.look() as view:
        found = view.summaries.visits_of_shift(shift.id)
        among_all = set(view.summaries.visits_between(shift.date, shift.date))
    assert set(found) == expected
    assert [visit.arrived_at for visit in found] == sorted(visit.arrived_at for visit in made)
    assert expected <= among_all


def test_the_facts_of_a_shift_hold_crew_hours_and_all_tallies(store: Store) -> None:
    """A tally that nobody touched is there, and not counted."""
    member = CrewMember(ASHA.id, ASHA.name, Duty.FIRST_AID, "", SATURDAY_NIGHT)
    shift = a_shift(crew=(member,), closed_at=SATURDAY_NIGHT + timedelta(hours=2))
    with store.change(COORDINATOR) as work:
        work.crew.add(ASHA)
        work.shifts.add(shift)
        work.shifts.set_tally(shift.id, Tally("water", 3))
        work.commit()
    with store.look() as view:
        facts = view.summaries.shift(shift.id, ["lollipop", "water"])
        assert facts == facts_of_shift(shift, [("lollipop", None), ("water", 3)])
        assert view.summaries.shifts_between(shift.date, shift.date, ["lollipop", "water"]) == (facts,)
        assert view.summaries.shifts_between(date(2020, 1, 1), date(2020, 2, 1), []) == ()
        assert view.summaries.shift("none", []) is None


def test_past_nights_are_the_same_weekday_of_the_year_before(store: Store) -> None:
    """The night itself, other weekdays, other sites and older nights are left out."""
    starts = [SATURDAY_NIGHT - timedelta(days=days) for days in (0, 1, 7, 14, 364, 371)]
    with store.change(COORDINATOR) as work:
        for number, start in enumerate(starts):
            work.shifts.add(a_shift(f"s{number}", start, closed_at=start + timedelta(hours=6)))
        work.shifts.add(a_shift("else", starts[2], closed_at=starts[2], site="another"))
        work.visits.add(a_visit("v1", shift_id="s2"))
        work.visits.add(a_visit("v2", "K2", shift_id="s2"))
        work.commit()
    with store.look() as view:
        found = view.summaries.past_nights("weston", SATURDAY_NIGHT.date())
    assert found == (
        PastNight(starts[4].date(), 0, 360),
        PastNight(starts[3].date(), 0, 360),
        PastNight(starts[2].date(), 2, 360),
    )


def test_no_question_walks_through_a_whole_table(night: Store, records: Database) -> None:
    """Every question that a print or an export asks is answered by an index, however many years there are."""
    asked: list[str] = []
    with records.read() as db:
        db.conn.set_trace_callback(asked.append)
        view = unit_of_work.View(db, LeftOut())
        view.summaries.visits_of_shift("shift-1")
        view.summaries.visits_between(date(2026, 3, 1), date(2026, 3, 31))
        view.summaries.assaults_between(date(2026, 3, 1), date(2026, 3, 31))
        view.summaries.shifts_between(date(2026, 3, 1), date(2026, 3, 31), ["water"])
        view.summaries.past_nights("weston", date(2026, 3, 14))
        view.history.amendments("shift-1")
        view.history.of_visit("visit-1")
        view.visits.of_shift("shift-1")
        view.visits.get("visit-1")
        view.visits.by_code("shift-1", "K1")
        view.visits.last_number("shift-1")
        view.shifts.open_one()
        view.shifts.on(date(2026, 3, 14))
        view.shifts.last_like("weston", date(2026, 3, 14))
        view.trail.head()
        db.conn.set_trace_callback(None)
        plans = {query: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}")] for query in set(asked)}
    walks = {query: plan for query, plan in plans.items() if any(_walks(step) for step in plan)}
    assert len(plans) > 12
    assert walks == {}


_ONE_ROW = {"SCAN audit", "SCAN shift USING INDEX one_open_shift"}
"""The newest entry of the trail stands at the end of its key; the index of open shifts holds at most one."""


def _walks(step: str) -> bool:
    return step.startswith("SCAN") and step not in _ONE_ROW
