"""The report on brief advice for repeat visitors: who was due, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.counting.clinical_facts import ClinicalFacts, InterventionFacts
from mavis.domain.people.advice_report import AdviceReport, advice_report
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate
from tests.builders import some_facts

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
AGAIN = timedelta(days=90)


def _visit(
    person: str | None,
    on: date,
    status: InterventionStatus | None = None,
    *,
    drunk: bool = True,
    why: NotAppropriate | None = None,
) -> VisitFacts:
    talk = InterventionFacts(status, why, offered=False, delivered=False, screening=None) if status else None
    return replace(
        some_facts(),
        id=f"{person} {on}",
        person_id=person,
        shift_id=str(on),
        shift_date=on,
        arrived_at=datetime(on.year, on.month, on.day, 22, tzinfo=UTC),
        needs=(Presentation.ALCOHOL_INTOXICATION if drunk else Presentation.COLD,),
        clinical=ClinicalFacts(intervention=talk),
    )


def _report(*visits: VisitFacts) -> AdviceReport:
    return advice_report(visits, FIRST, LAST, AGAIN)


def test_a_repeat_visitor_in_drink_is_due_and_counts_with_the_best_that_came_of_it() -> None:
    """Declined first and completed later is completed, once."""
    report = _report(
        _visit("kate", date(2026, 5, 2)),
        _visit("kate", date(2026, 10, 3), InterventionStatus.NOT_APPROPRIATE, why=NotAppropriate.DISTRESSED),
        _visit("kate", date(2026, 11, 7), InterventionStatus.COMPLETED),
    )
    assert (report.known, report.repeat, report.due, report.offered) == (1, 1, 1, 1)
    assert report.outcomes[InterventionStatus.COMPLETED] == 1
    assert sum(report.outcomes.values()) == report.due
    assert sum(report.why_not.values()) == 0


@pytest.mark.parametrize(
    ("before", "due"),
    [
        ([], 0),
        ([(date(2026, 9, 5), None)], 1),
        ([(date(2019, 10, 5), None)], 1),
        ([(date(2026, 9, 5), InterventionStatus.DECLINED)], 0),
        ([(date(2026, 7, 5), InterventionStatus.DECLINED)], 1),
        ([(date(2026, 9, 5), InterventionStatus.NOT_APPROPRIATE)], 1),
    ],
)
def test_who_is_due(before: list[tuple[date, InterventionStatus | None]], due: int) -> None:
    """Nobody on a first visit, anybody who was here before however long ago, nobody asked in the last ninety days."""
    report = _report(*(_visit("kate", on, status) for on, status in before), _visit("kate", date(2026, 10, 3)))
    assert report.due == due
    assert report.outcomes[InterventionStatus.NOT_OFFERED] == due


def test_who_was_last_here_before_the_visits_that_are_read_is_due() -> None:
    """The records say that they were here, and no offer of so long ago counts."""
    tonight = _visit("kate", date(2026, 10, 3))
    found = advice_report([tonight], FIRST, LAST, AGAIN, frozenset({"kate"}))
    assert (found.repeat, found.due) == (1, 1)
    assert _report(tonight).due == 0


def test_talks_outside_the_group_are_counted_beside_it() -> None:
    """On a first night, without drink or without a name: by visit, and the whole is what the nights print."""
    offered = InterventionStatus.COMPLETED
    report = _report(
        _visit("ann", date(2026, 10, 3), offered),
        _visit(None, date(2026, 10, 3), InterventionStatus.DECLINED),
        _visit("bob", date(2026, 9, 5)),
        _visit("bob", date(2026, 10, 10), offered),
        _visit("cem", date(2026, 9, 5)),
        _visit("cem", date(2026, 10, 10), offered, drunk=False),
    )
    assert (report.due, report.offered) == (1, 1)
    assert report.talks == {offered: 3, InterventionStatus.STARTED: 0, InterventionStatus.DECLINED: 1}
    assert report.beyond == {offered: 2, InterventionStatus.STARTED: 0, InterventionStatus.DECLINED: 1}


def test_three_visits_on_one_night_are_one_night() -> None:
    """In one shift or in two of them: nobody came again, and nobody came three times."""
    night = _visit("kate", date(2026, 10, 3))
    later = [night.arrived_at + timedelta(hours=hour) for hour in (1, 2)]
    report = _report(night, *(replace(night, id=str(at), shift_id=str(at), arrived_at=at) for at in later))
    assert (report.known, report.repeat, report.due, report.twice, report.three_times) == (1, 0, 0, 0, 0)


def test_without_drink_nobody_is_due_but_is_a_repeat_visitor() -> None:
    """The need of the repeat visit counts."""
    report = _report(_visit("kate", date(2026, 9, 5)), _visit("kate", date(2026, 10, 3), drunk=False))
    assert (report.repeat, report.due) == (1, 0)


def test_why_it_was_not_appropriate_is_told() -> None:
    """By its reason."""
    why = NotAppropriate.TOO_INTOXICATED
    second = _visit("kate", date(2026, 10, 3), InterventionStatus.NOT_APPROPRIATE, why=why)
    assert _report(_visit("kate", date(2026, 9, 5)), second).why_not[why] == 1


def test_why_nobody_offered_it_is_told_apart() -> None:
    """Where somebody said so; most who were not asked have no reason on record."""
    why = NotAppropriate.NO_PRIVACY
    first = _visit("kate", date(2026, 9, 5))
    report = _report(first, _visit("kate", date(2026, 10, 3), InterventionStatus.NOT_OFFERED, why=why))
    assert (report.outcomes[InterventionStatus.NOT_OFFERED], report.why_not_offered[why], report.why_not[why]) == (
        1,
        1,
        0,
    )
    assert sum(_report(first, _visit("kate", date(2026, 10, 3))).why_not_offered.values()) == 0


def test_twice_and_three_times_within_a_rolling_year() -> None:
    """That ends with the time asked for; nobody known counts apart."""
    days = {"ann": [(2026, 1, 3), (2026, 10, 3)], "bob": [(2026, 2, 7), (2026, 3, 7), (2026, 12, 31)]}
    days["cem"] = [(2025, 12, 31), (2026, 10, 3)]
    visits = [_visit(person, date(*day)) for person, own in days.items() for day in own]
    report = _report(*visits, _visit(None, date(2026, 10, 3)), _visit(None, date(2026, 9, 3)))
    assert (report.twice, report.three_times, report.unknown) == (2, 1, 1)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ann", "bob", None]),
            st.dates(date(2025, 9, 1), date(2027, 1, 31)),
            st.sampled_from([None, *InterventionStatus]),
            st.booleans(),
        ),
        max_size=12,
        unique_by=lambda drawn: drawn[:2],
    )
)
def test_the_parts_add_up_in_any_order(
    drawn: list[tuple[str | None, date, InterventionStatus | None, bool]],
) -> None:
    """Outcomes are those due, due are among repeat, repeat among known; the order of visits means nothing."""
    visits = [_visit(person, on, status, drunk=drunk) for person, on, status, drunk in drawn]
    report = _report(*visits)
    assert report == _report(*reversed(visits))
    assert sum(report.outcomes.values()) == report.due <= report.repeat <= report.known <= 2
    assert report.three_times <= report.twice
    assert sum(report.talks.values()) - sum(report.beyond.values()) >= report.offered
