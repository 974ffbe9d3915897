"""Repeat visitors, re-attendances, and when brief advice is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.people.returning import AdviceDue, Returning
from mavis.domain.people.returning import returning as met_again
from mavis.domain.record.presentation import Presentation, Substance
from mavis.domain.shift.night import night_of
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus
from tests.builders import a_visit

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

TONIGHT = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)


def _visit(days_ago: float = 0, shift: str = "tonight", abi: BriefIntervention | None = None) -> Visit:
    visit = a_visit(id=f"v{days_ago}", shift_id=shift, arrived_at=TONIGHT - timedelta(days=days_ago))
    return replace(visit, needs=(Presentation.ALCOHOL_INTOXICATION,), abi=abi)


def returning(visit: Visit, others: list[Visit], again_after: timedelta = timedelta(days=90)) -> Returning:
    """What other visits say, each shift on the night of its first visit."""
    nights = {one.shift_id: night_of(one.arrived_at) for one in (*others, visit)}
    return met_again(visit, others, nights, again_after)


def _offered(days_ago: float, status: InterventionStatus) -> Visit:
    return _visit(days_ago, f"shift {days_ago}", abi=BriefIntervention(status=status))


def test_another_shift_is_a_repeat_and_the_same_a_reattendance() -> None:
    """One never counts as the other; what comes later counts as neither."""
    night = [_visit(7, "last week"), _visit(7.05, "last week"), _visit(0.1), _visit(-1, "tomorrow")]
    found = returning(_visit(), night)
    assert (found.nights, found.earlier_tonight) == (1, 1)
    assert found.is_repeat
    assert found.is_reattendance
    assert found.last_tonight == night[2]
    assert found.last_seen == date(2026, 11, 14)


def test_twice_in_one_night_is_no_repeat() -> None:
    """And so brings no advice that is due."""
    found = returning(_visit(), [_visit(0.1)])
    assert not found.is_repeat
    assert found.advice is AdviceDue.FIRST_VISIT


def test_two_shifts_of_one_night_are_one_night() -> None:
    """The shift date counts, not the shift and not the day of the calendar."""
    tonight = date(2026, 11, 21)
    later = replace(_visit(shift="second"), id="later", arrived_at=TONIGHT + timedelta(hours=3))
    nights = {"tonight": tonight, "second": tonight}
    found = met_again(later, [_visit(0)], nights)
    assert (found.nights, found.earlier_tonight, found.last_seen) == (0, 1, None)
    assert found.advice is AdviceDue.FIRST_VISIT


def test_advice_is_due_to_whoever_was_here_before_however_long_ago() -> None:
    """Another night is another night; how many there were is counted over a year."""
    found = returning(_visit(), [_visit(7 * 365, "then")])
    assert (found.advice, found.nights) == (AdviceDue.DUE, 0)
    assert found.last_seen == date(2019, 11, 23)


@pytest.mark.parametrize(("days", "nights"), [(365, 1), (365.01, 0)])
def test_nights_are_counted_over_a_rolling_year(days: float, nights: int) -> None:
    """To the day."""
    assert returning(_visit(), [_visit(days, "then")]).nights == nights


@pytest.mark.parametrize(
    ("days", "status", "due"),
    [
        (89.9, InterventionStatus.COMPLETED, AdviceDue.OFFERED_BEFORE),
        (90, InterventionStatus.COMPLETED, AdviceDue.DUE),
        (30, InterventionStatus.DECLINED, AdviceDue.OFFERED_BEFORE),
        (30, InterventionStatus.STARTED, AdviceDue.OFFERED_BEFORE),
        (30, InterventionStatus.NOT_APPROPRIATE, AdviceDue.DUE),
        (30, InterventionStatus.NOT_OFFERED, AdviceDue.DUE),
    ],
)
def test_advice_is_due_ninety_days_after_it_was_offered(
    days: float, status: InterventionStatus, due: AdviceDue
) -> None:
    """Whatever came of it, as long as it was offered."""
    assert returning(_visit(), [_offered(days, status)]).advice is due


def test_the_time_between_is_a_setting() -> None:
    """A scheme may ask for more or less."""
    before = [_offered(30, InterventionStatus.COMPLETED)]
    assert returning(_visit(), before, timedelta(days=28)).advice is AdviceDue.DUE


def test_without_drink_nothing_is_due() -> None:
    """The need of the visit counts; drink among what was taken is no need yet."""
    cold = replace(_visit(), needs=(Presentation.COLD,))
    before = [_visit(7, "last week")]
    assert returning(cold, before).advice is AdviceDue.NO_DRINK
    assert returning(replace(cold, substances=(Substance.ALCOHOL,)), before).advice is AdviceDue.NO_DRINK


def test_offered_tonight_is_not_due_again() -> None:
    """The flag goes as soon as it is offered."""
    visit = _visit(abi=BriefIntervention(status=InterventionStatus.DECLINED))
    assert returning(visit, [_visit(7, "last week")]).advice is AdviceDue.OFFERED_TONIGHT
