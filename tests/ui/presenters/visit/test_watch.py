"""Who must be looked at next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from mavis.ui.presenters.visit.watch import CheckState, board_order, check_of
from tests.builders import SATURDAY_NIGHT, a_visit, at, counted_id

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.visit.visit import Visit

EVERY = CheckIntervals()


def seen(number: int, category: TriageCategory | None, since: datetime, **fields: object) -> Visit:
    """A visit that was triaged so at an instant, or only came aboard then."""
    triage = Triage(category, "crew-1", since, category, "1") if category else None
    return a_visit(id=counted_id(number), code=f"K{number}", arrived_at=since, triage=triage, **fields)


@pytest.mark.parametrize(
    ("minutes", "state", "said"),
    [
        (0, CheckState.LATER, 15),
        (12, CheckState.LATER, 3),
        (13, CheckState.SOON, 2),
        (14.9, CheckState.SOON, 0),
        (15, CheckState.OVERDUE, 0),
        (21, CheckState.OVERDUE, 6),
    ],
)
def test_the_countdown_runs_out_and_then_counts_on(minutes: float, state: CheckState, said: int) -> None:
    """Amber is due after a quarter of an hour."""
    visit = seen(1, TriageCategory.AMBER, SATURDAY_NIGHT)
    check = check_of(visit, SATURDAY_NIGHT + timedelta(minutes=minutes), EVERY)

    assert (check.state, check.minutes, check.at) == (state, said, at("22:15"))


def test_a_look_begins_the_countdown_anew() -> None:
    """From the last observation, not from the triage."""
    taken = ObservationSet("o", at("22:10"), "crew-1", consciousness=Consciousness.ALERT)
    visit = seen(1, TriageCategory.GREEN, SATURDAY_NIGHT, observations=(taken,))

    assert check_of(visit, at("22:11"), EVERY).at == at("22:40")


def test_whom_nobody_has_triaged_waits_since_arrival() -> None:
    """The minutes count up."""
    check = check_of(seen(1, None, SATURDAY_NIGHT), at("22:07"), EVERY)

    assert (check.state, check.minutes) == (CheckState.UNTRIAGED, 7)


def test_nobody_waits_for_less_than_nothing() -> None:
    """A clock that was set back says 0."""
    assert check_of(seen(1, None, SATURDAY_NIGHT), at("21:50"), EVERY).minutes == 0


def test_the_order_of_the_board() -> None:
    """Overdue, red, not triaged, amber, green; within one by the next check, then by code with K9 before K10."""
    red, amber, green = TriageCategory.RED, TriageCategory.AMBER, TriageCategory.GREEN
    visits = [
        seen(10, green, at("22:50")),
        seen(9, green, at("22:50")),
        seen(8, green, at("22:10")),
        seen(7, amber, at("22:55")),
        seen(6, amber, at("22:50")),
        seen(5, None, at("22:59")),
        seen(4, red, at("22:59")),
        seen(3, red, at("22:50")),
        seen(2, amber, at("22:30")),
    ]
    ordered = board_order(visits, at("23:00"), EVERY)

    assert [visit.code for visit in ordered] == ["K8", "K2", "K3", "K4", "K5", "K6", "K7", "K9", "K10"]


def test_an_open_clinical_flag_stands_with_the_red() -> None:
    """Whatever category was set: the banner of that visit may say to call 999. Closed, it does not."""
    flag = RaisedFlag("slow_breathing", FlagKind.CLINICAL, at("22:55"), "crew-1", ticked=True)
    closed = replace(flag, closed_at=at("22:58"))
    visits = [
        seen(1, None, at("22:50")),
        seen(2, TriageCategory.AMBER, at("22:55"), flags=(flag,)),
        seen(3, TriageCategory.AMBER, at("22:55"), flags=(closed,)),
        seen(4, TriageCategory.RED, at("22:50")),
    ]

    assert [visit.code for visit in board_order(visits, at("23:00"), EVERY)] == ["K4", "K2", "K1", "K3"]


def test_who_has_left_is_not_overdue() -> None:
    """Nobody looks after an empty chair."""
    gone = seen(1, TriageCategory.RED, SATURDAY_NIGHT, outcome=Outcome.TAXI)

    assert check_of(gone, at("23:00"), EVERY).state is not CheckState.OVERDUE
