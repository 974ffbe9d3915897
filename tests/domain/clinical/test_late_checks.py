"""Late looks: each edge of the interval, the look that never came, and what holds for all times."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.late_checks import checks_late
from mavis.domain.clinical.triage_advice import CheckIntervals, next_check
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication
from mavis.domain.visit.triage import Triage, TriageCategory
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_INTERVALS = CheckIntervals()
_GREEN, _RED = TriageCategory.GREEN, TriageCategory.RED


def _seen(minute: float, awake: Consciousness = Consciousness.ALERT) -> ObservationSet:
    when = at("22:00") + timedelta(minutes=minute)
    return ObservationSet(f"at {minute}", when, "crew-1", consciousness=awake)


def _visit(minutes: list[float], category: TriageCategory = _GREEN, left: float | None = None) -> Visit:
    gone = None if left is None else at("22:00") + timedelta(minutes=left)
    return a_visit(
        triage=Triage(category, "crew-1", at("22:00"), category, "made-up"),
        triaged_at=at("22:00"),
        observations=tuple(_seen(minute) for minute in minutes),
        outcome=None if left is None else Outcome.TAXI,
        departed_at=gone,
    )


def _late(visit: Visit, until: float) -> list[tuple[int, bool]]:
    end = at("22:00") + timedelta(minutes=until)
    return [(check.minutes, check.done_at is not None) for check in checks_late(visit, _INTERVALS, end)]


@pytest.mark.parametrize(
    ("visit", "until", "late"),
    [
        (_visit([]), 30, []),
        (_visit([]), 30.9, []),
        (_visit([]), 31, [(1, False)]),
        (_visit([], _RED), 15, []),
        (_visit([], _RED), 16, [(1, False)]),
        (_visit([30]), 60, []),
        (_visit([31]), 61, [(1, True)]),
        (_visit([40, 80]), 90, [(10, True), (10, True)]),
        (_visit([40], left=75), 300, [(10, True), (5, False)]),
        (_visit([20], left=50), 300, []),
        (_visit([-10]), 31, [(1, False)]),
        (_visit([50, 10]), 60, [(10, True)]),
    ],
)
def test_each_edge(visit: Visit, until: float, late: list[tuple[int, bool]]) -> None:
    """On the minute is in time; a look that never came counts up to the departure, or to now."""
    assert _late(visit, until) == late


def test_what_was_found_then_sets_the_interval() -> None:
    """A set that warns makes the next one due soon; the sets after it do not reach back."""
    visit = a_visit(
        triage=Triage(_GREEN, "crew-1", at("22:00"), _GREEN, "made-up"),
        triaged_at=at("22:00"),
        observations=(_seen(25), _seen(50, Consciousness.VOICE), _seen(70)),
    )

    assert _late(visit, 80) == [(5, True)]


def test_the_drunk_are_looked_at_soon() -> None:
    """Moderate and more, whatever the category."""
    visit = a_visit(triage=Triage(_GREEN, "crew-1", at("22:00"), _GREEN, "made-up"), intoxication=Intoxication.MODERATE)

    assert _late(visit, 20) == [(5, False)]


def test_nothing_is_due_before_triage() -> None:
    """However long they wait; that is told elsewhere."""
    assert checks_late(a_visit(observations=(_seen(1),)), _INTERVALS, at("23:30")) == ()


_MINUTES = st.lists(st.integers(0, 120), max_size=6, unique=True)


@given(_MINUTES, st.sampled_from([_GREEN, _RED]), st.integers(0, 200), st.integers(0, 60))
def test_waiting_longer_never_makes_fewer(
    minutes: list[int], category: TriageCategory, until: int, longer: int
) -> None:
    """More time passes: as many late looks or more, none of them less late; the order of entry does not matter."""
    visit, turned = _visit([*minutes], category), _visit([*reversed(minutes)], category)
    now, later = _late(visit, until), _late(visit, until + longer)

    assert len(now) <= len(later)
    assert now == _late(turned, until)
    assert all(late >= 1 for late, _done in later)


@given(_MINUTES, st.sampled_from([_GREEN, _RED]), st.integers(121, 300))
def test_the_open_end_is_what_the_board_says(minutes: list[int], category: TriageCategory, until: int) -> None:
    """The last look is late exactly when the board calls it overdue by a minute or more."""
    visit = _visit([*minutes], category)
    due = next_check(visit, _INTERVALS)
    now = at("22:00") + timedelta(minutes=until)
    waiting = [check for check in checks_late(visit, _INTERVALS, now) if check.done_at is None]

    assert due is not None
    assert bool(waiting) == (now - due >= timedelta(minutes=1))
