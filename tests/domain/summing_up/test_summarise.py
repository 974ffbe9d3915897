"""The figures of one night: each adds up, in the order of print."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.counting.summary import Breakdown, PastNight, ShiftSummary, Stay
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.night import WallTime
from mavis.domain.summing_up.summarise import arrivals_by_hour, busiest_of, most_at_once, stay_of, summarise
from mavis.domain.visit.triage import TriageCategory
from tests.builders import SATURDAY, a_stamp, at, shift_facts, some_facts

if TYPE_CHECKING:
    from mavis.domain.counting.facts import ShiftFacts, VisitFacts


def _summary(*visits: VisitFacts, shift: ShiftFacts | None = None, past: tuple[PastNight, ...] = ()) -> ShiftSummary:
    return summarise("MAVISbus", "Town bus", shift or shift_facts(), visits, past, (), a_stamp())


def _lines(breakdown: Breakdown) -> list[tuple[str, int]]:
    return [(count.code, count.count) for count in breakdown.counts]


def _many(**answers: Any) -> list[VisitFacts]:
    """One visit for each value of the one field given."""
    ((field, values),) = answers.items()
    return [some_facts(number, **{field: value}) for number, value in enumerate(values, start=1)]


def test_nobody_came() -> None:
    """A night without visits has its hours, its not-known lines and nothing to put right."""
    summary = _summary()
    assert summary.visits == ()
    assert summary.busiest is None
    assert summary.last_left is None
    assert summary.stay == Stay(None, None, 0)
    assert [hour.arrivals for hour in summary.arrivals] == [0] * 6
    assert _lines(summary.needs) == _lines(summary.outcomes) == []
    assert _lines(summary.ages) == _lines(summary.genders) == _lines(summary.sources) == [("not_known", 0)]
    assert _lines(summary.triage) == [("red", 0), ("amber", 0), ("green", 0), ("not_known", 0)]
    assert summary.to_put_right == ()
    assert summary.faults == ()


def test_needs_fall_by_count_with_ties_in_the_order_of_the_list() -> None:
    """Head injury stands before cold in the list; a need that nobody had is left out; not known is last."""
    needs = [Presentation.COLD, Presentation.HEAD_INJURY, None, None, None, Presentation.OTHER, Presentation.OTHER]
    summary = _summary(*_many(main_need=needs))
    assert _lines(summary.needs) == [("other", 2), ("head_injury", 1), ("cold", 1), ("not_known", 3)]


def test_outcomes_fall_by_count() -> None:
    """A visit without an outcome is not known, and not shown where there is none."""
    ended = [Outcome.TAXI, Outcome.HOME_ALONE, Outcome.TAXI]
    assert _lines(_summary(*_many(outcome=ended)).outcomes) == [("taxi", 2), ("home_alone", 1)]
    assert _lines(_summary(*_many(outcome=[*ended, None])).outcomes)[-1] == ("not_known", 1)


def test_scales_keep_their_order() -> None:
    """Ages young to old, triage by urgency with each category, not known last and always there."""
    ages = [AgeBand.FROM_65, AgeBand.FROM_18, AgeBand.FROM_65, AgeBand.UNDER_16]
    assert _lines(_summary(*_many(age_band=ages)).ages) == [
        ("under_16", 1),
        ("18_24", 1),
        ("65_over", 2),
        ("not_known", 0),
    ]
    triage = [TriageCategory.GREEN, TriageCategory.GREEN, TriageCategory.RED, None]
    assert _lines(_summary(*_many(triage=triage)).triage) == [
        ("red", 1),
        ("amber", 0),
        ("green", 2),
        ("not_known", 1),
    ]


def test_genders_and_sources_fall_by_count() -> None:
    """Not known is shown even when it is 0."""
    genders = [Gender.MALE, Gender.FEMALE, Gender.MALE]
    assert _lines(_summary(*_many(gender=genders)).genders) == [("male", 2), ("female", 1), ("not_known", 0)]
    sources = [ReferralSource.CCTV, ReferralSource.SELF]
    assert _lines(_summary(*_many(referral_source=sources)).sources) == [("self", 1), ("cctv", 1), ("not_known", 0)]


def test_breakdowns_are_named_as_in_the_counts() -> None:
    """The question of a breakdown is the dimension of the counts table."""
    summary = _summary()
    asked = (summary.needs, summary.outcomes, summary.triage, summary.ages, summary.genders, summary.sources)
    assert [str(breakdown.question) for breakdown in asked] == [
        "primary_need",
        "outcome",
        "triage",
        "age_band",
        "gender",
        "referral_source",
    ]


def test_visits_stand_by_arrival_and_claims_of_who_came_back_are_withdrawn() -> None:
    """Back in the same shift and then to A&E: the first claim falls."""
    first = some_facts(
        2, person_id="p", would_have=WouldHave.ED_OWN_MEANS, basis=Basis.PROTOCOL_MET, outcome=Outcome.TAXI
    )
    second = some_facts(1, person_id="p", arrived_at=at("01:00"), outcome=Outcome.AMBULANCE_CONVEYED)
    summary = _summary(second, first)
    assert [visit.code for visit in summary.visits] == ["K2", "K1"]
    assert [visit.withdrawn for visit in summary.visits] == [True, False]
    assert (summary.diversion.ed.highest, summary.diversion.conveyed) == (0, 1)


def test_arrivals_by_hour() -> None:
    """One column for each open hour, and one for somebody who came before the doors opened, without a gap filled."""
    visits = [some_facts(arrived_at=at(time)) for time in ("18:30", "21:00", "21:59", "02:59", "03:00")]
    arrivals = arrivals_by_hour(shift_facts(), visits)
    assert [(str(one.hour.wall), one.arrivals) for one in arrivals] == [
        ("18:00", 1),
        ("21:00", 2),
        ("22:00", 0),
        ("23:00", 0),
        ("00:00", 0),
        ("01:00", 0),
        ("02:00", 1),
        ("03:00", 1),
    ]


def test_the_october_night_has_two_one_o_clocks() -> None:
    """Seven columns; who came at the second 01:30 stands in the second."""
    opened = datetime(2026, 10, 24, 20, tzinfo=UTC)
    shift = shift_facts(opened_at=opened, closed_at=opened + timedelta(hours=7))
    visit = some_facts(arrived_at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    arrivals = arrivals_by_hour(shift, [visit])
    assert [one.hour.wall.turn for one in arrivals] == [0, 0, 0, 0, 1, 2, 0]
    assert [one.arrivals for one in arrivals] == [0, 0, 0, 0, 0, 1, 0]
    assert _summary(shift=shift).skipped_hour is None


def test_the_march_night_has_none() -> None:
    """Five columns, and the hour that did not exist is named."""
    opened = datetime(2026, 3, 28, 21, tzinfo=UTC)
    summary = _summary(shift=shift_facts(opened_at=opened, closed_at=opened + timedelta(hours=5)))
    assert [one.hour.wall.hour for one in summary.arrivals] == [21, 22, 23, 0, 2]
    assert summary.skipped_hour == WallTime(1, 0)


@pytest.mark.parametrize(
    ("minutes", "median", "longest"),
    [([34], 34, 34), ([34, 85], 60, 85), ([1, 2, 90], 2, 90), ([None, 10, None], 10, 10), ([None], None, None)],
)
def test_minutes_on_the_bus(minutes: list[int | None], median: int | None, longest: int | None) -> None:
    """The middle value is rounded half up: between 34 and 85 lies 59.5, printed 60."""
    visits = [
        some_facts(departed_at=None if stay is None else at("22:00") + timedelta(minutes=stay)) for stay in minutes
    ]
    assert stay_of(visits) == Stay(median, longest, sum(stay is not None for stay in minutes))


@pytest.mark.parametrize(
    ("stays", "most"),
    [
        ([], 0),
        ([("22:00", None)], 0),
        ([("22:00", "22:30")], 1),
        ([("22:00", "22:30"), ("22:30", "23:00")], 1),
        ([("22:00", "22:31"), ("22:30", "23:00")], 2),
        ([("22:00", "22:00")], 1),
        ([("22:30", "22:00"), ("22:30", "23:00")], 2),
        ([("23:50", "01:10"), ("00:10", "00:20"), ("00:15", "02:00"), ("01:10", "01:15")], 3),
    ],
)
def test_most_people_at_once(stays: list[tuple[str, str | None]], most: int) -> None:
    """Who leaves makes room for who comes; a visit without a leaving time is not counted."""
    visits = [some_facts(arrived_at=at(came), departed_at=at(left) if left else None) for came, left in stays]
    assert most_at_once(visits) == most


def test_the_busiest_hour_is_the_first_of_equal_ones() -> None:
    """Two hours with one arrival each: the earlier is named."""
    visits = [some_facts(arrived_at=at("23:10")), some_facts(arrived_at=at("01:10"))]
    busiest = busiest_of(arrivals_by_hour(shift_facts(), visits), visits)
    assert busiest is not None
    assert (str(busiest.hour.hour.wall), busiest.hour.arrivals, busiest.most_at_once) == ("23:00", 1, 0)


def test_no_hours_and_no_visits() -> None:
    """A shift that was opened by mistake and closed at once has nothing in it."""
    assert busiest_of((), ()) is None


def test_the_last_person_left() -> None:
    """The latest leaving time, also after closing."""
    visits = [some_facts(1, departed_at=at("03:48")), some_facts(2, departed_at=at("01:00")), some_facts(3)]
    assert _summary(*visits).last_left == at("03:48")


def test_the_usual_night_is_compared_with() -> None:
    """Nine visits in six hours against eight nights of six."""
    past = tuple(PastNight(date(2026, 1, 3) + timedelta(weeks=week), 6, 360) for week in range(8))
    visits = [some_facts(number) for number in range(1, 10)]
    assert _summary(*visits, past=past).usual.is_peak


_CODED = {
    "main_need": st.none() | st.sampled_from(Presentation),
    "outcome": st.none() | st.sampled_from(Outcome),
    "triage": st.none() | st.sampled_from(TriageCategory),
    "age_band": st.none() | st.sampled_from(AgeBand),
    "gender": st.none() | st.sampled_from(Gender),
    "referral_source": st.none() | st.sampled_from(ReferralSource),
    "person_id": st.none() | st.sampled_from(["p", "q"]),
    "ambulance_requested": st.booleans(),
    "open_clinical_flag": st.booleans(),
    "arrived_at": st.integers(-300, 600).map(lambda minutes: at("21:00") + timedelta(minutes=minutes)),
    "departed_at": st.none() | st.integers(-300, 900).map(lambda minutes: at("21:00") + timedelta(minutes=minutes)),
}


@st.composite
def _any_facts(draw: st.DrawFn) -> VisitFacts:
    visit = some_facts(draw(st.integers(1, 99)), **{name: draw(values) for name, values in _CODED.items()})
    would = draw(st.none() | st.sampled_from(WouldHave))
    return replace(visit, would_have=would, basis=draw(st.sampled_from(Basis)) if would else None)


@given(st.lists(_any_facts(), max_size=25))
def test_every_figure_of_any_night_adds_up(visits: list[VisitFacts]) -> None:
    """Whatever is recorded, the program makes no fault of its own."""
    summary = _summary(*visits)
    assert summary.faults == ()
    assert len(summary.visits) == len(visits)
    assert summary.diversion.ed.highest + summary.diversion.sent_to_ed <= len(visits)
    assert (summary.busiest is None) == (not visits)
    assert all(
        earlier.hour.start < later.hour.start
        for earlier, later in zip(summary.arrivals, summary.arrivals[1:], strict=False)
    )


def test_the_summary_keeps_what_it_was_given() -> None:
    """Scheme, site, shift and stamp are printed as they are."""
    summary = _summary(shift=shift_facts(parked_at="Made-up Square"))
    assert (summary.scheme, summary.site_name, summary.shift.parked_at) == ("MAVISbus", "Town bus", "Made-up Square")
    assert (summary.stamp, summary.shift.date) == (a_stamp(), SATURDAY)
