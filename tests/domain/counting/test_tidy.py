"""Tidy counts: every category has its row, and every row its true figure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.counting.counted import Counted, Unit
from mavis.domain.counting.tidy import figures_of
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from tests.nights import REFERENCE, SITE, season, shift, visit

if TYPE_CHECKING:
    from mavis.domain.counting.facts import ShiftFacts, VisitFacts

NIGHT = date(2019, 12, 21)
OCTOBER = date(2019, 10, 26)


def _counts(
    shifts: tuple[ShiftFacts, ...], visits: tuple[VisitFacts, ...], *, by_weekday: bool = True
) -> dict[tuple[str, str, str], int | None]:
    figures = figures_of(Counted("2019-12", SITE, shifts, visits, by_weekday=by_weekday), REFERENCE)
    counts = {(each.key.measure, each.key.dimension, each.key.category): each.count for each in figures}
    assert len(counts) == len(figures)
    return counts


def test_every_question_adds_up_to_all_visits() -> None:
    """Each visit falls into exactly one category of each question."""
    drawn = season(3, NIGHT, 20)
    sums: dict[str, int] = defaultdict(int)
    for (measure, dimension, _), count in _counts(drawn.shifts, drawn.visits).items():
        if measure == "visits":
            sums[dimension] += count or 0

    assert set(sums.values()) == {len(drawn.visits)}
    assert len(sums) == 15


def test_a_category_that_nobody_falls_into_is_written_out() -> None:
    """Nought is a figure: a missing row would mean an error."""
    counts = _counts((shift(NIGHT),), (visit(NIGHT, main_need=Presentation.COLD),))

    assert counts["visits", "primary_need", "cold"] == 1
    assert counts["visits", "primary_need", "assault"] == 0
    assert counts["visits", "primary_need", "not_known"] == 0
    assert counts["visits", "beat_area", "not_known"] == 1
    assert counts["visits", "tier", "tertiary"] == 0


def test_the_hour_belongs_to_the_night_on_which_the_bus_set_out() -> None:
    """One o'clock on Sunday morning is Saturday's; both one o'clocks of the October night are one hour."""
    twice = [datetime(2019, 10, 27, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    visits = tuple(visit(OCTOBER, number, arrived_at=at) for number, at in enumerate(twice))
    counts = _counts((shift(OCTOBER),), visits)

    assert counts["visits", "hour", "01"] == 2
    assert counts["visits", "weekday_hour", "Sat|01"] == 2
    assert counts["open_hours", "all", "all"] == 7


def test_a_single_night_leaves_the_weekday_out() -> None:
    """Its hours say it already."""
    counts = _counts((shift(NIGHT),), (visit(NIGHT),), by_weekday=False)

    assert not any(dimension == "weekday_hour" for _, dimension, _ in counts)
    assert counts["visits", "hour", "23"] == 1


def test_an_area_that_the_town_does_not_have_is_not_known() -> None:
    """A code of another town's list is no row of this table."""
    counts = _counts((shift(NIGHT),), (visit(NIGHT, 1, beat_area="elsewhere"), visit(NIGHT, 2, beat_area="harbour")))

    assert counts["visits", "beat_area", "not_known"] == 1
    assert counts["visits", "tier", "primary"] == 1
    assert counts["visits", "tier", "not_known"] == 1


def test_a_tally_is_the_sum_of_the_nights_on_which_it_was_counted() -> None:
    """Not counted is not nought, and does not spoil the nights that were counted."""
    first = shift(NIGHT, (("water", 4), ("glass_removed", None), ("prayer", 0)))
    second = shift(OCTOBER, (("water", None), ("glass_removed", None)))
    counts = _counts((first, second), ())

    assert counts["tally", "item", "water"] == 4
    assert counts["tally", "item", "glass_removed"] is None
    assert counts["tally", "item", "prayer"] == 0


def test_hours_are_added_up_in_minutes_and_then_rounded() -> None:
    """Two nights of six hours and a quarter are twelve and a half hours: thirteen, and said to be rounded."""
    nights = tuple(_longer(shift(day), minutes) for day, minutes in ((date(2019, 12, 7), 15), (date(2019, 12, 14), 15)))
    figures = figures_of(Counted("2019-12", SITE, nights, ()), REFERENCE)
    opened = next(each for each in figures if each.key.measure == "open_hours")
    crew = next(each for each in figures if each.key.measure == "crew_hours")

    assert (opened.count, opened.unit, opened.rounded) == (13, Unit.HOURS, True)
    assert (crew.count, crew.rounded) == (24, False)


def _longer(one: ShiftFacts, minutes: int) -> ShiftFacts:

    return replace(one, closed_at=one.ended_at + timedelta(minutes=minutes))


def test_nobody_wrote_the_crew_down() -> None:
    """Crew hours that nobody wrote are not counted, rather than nought."""
    assert _counts((replace(shift(NIGHT), crew=()),), ())["crew_hours", "all", "all"] is None
    assert _counts((), ())["crew_hours", "all", "all"] == 0


def test_what_was_avoided_is_split_by_basis_and_has_both_bounds() -> None:
    """The lower bound leaves out what volunteers judged."""
    would = {"would_have": WouldHave.AMBULANCE_999, "outcome": Outcome.TAXI}
    visits = (
        visit(NIGHT, 1, **would, basis=Basis.VOLUNTEER_JUDGED),
        visit(NIGHT, 2, **would, basis=Basis.CLINICIAN_JUDGED),
        visit(NIGHT, 3, **would, basis=Basis.STOOD_DOWN, ambulance_requested=True),
        visit(
            NIGHT, 4, would_have=WouldHave.ED_OWN_MEANS, basis=Basis.PROTOCOL_MET, outcome=Outcome.AMBULANCE_CONVEYED
        ),
        visit(NIGHT, 5),
    )
    counts = _counts((shift(NIGHT),), visits)

    assert [counts["ed_avoided", "bound", bound] for bound in ("lower", "upper")] == [2, 3]
    assert counts["ambulance_avoided", "basis", "stood_down"] == counts["stood_down", "all", "all"] == 1
    assert counts["sent_to_ed", "all", "all"] == 1
    assert counts["would_have_not_known", "all", "all"] == 1


@pytest.mark.parametrize(("visits", "expected"), [((visit(NIGHT),), None), ((), 0)])
def test_nobody_was_asked_what_would_have_happened(visits: tuple[VisitFacts, ...], expected: int | None) -> None:
    """Without one judgement nothing is known of what was avoided; without a visit it is nought."""
    counts = _counts((shift(NIGHT),), visits)

    assert counts["ed_avoided", "bound", "upper"] is expected
    assert counts["ambulance_avoided", "basis", "volunteer_judged"] is expected
    assert counts["stood_down", "all", "all"] is expected
    assert counts["sent_to_ed", "all", "all"] == 0
