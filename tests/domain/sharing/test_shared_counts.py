"""What may be shared: small counts are hidden, and so is whatever would give them away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.counting.counted import Counted, CountKey, Unit
from mavis.domain.counting.periods import Grain, Month
from mavis.domain.counting.sums import faults, sums_within
from mavis.domain.counting.tidy import figures_of
from mavis.domain.counting.working_back import Sum, narrowed
from mavis.domain.errors import UserError
from mavis.domain.record.identity import Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.sharing.counts_table import Asked, Audience, CountRow, Records, make_counts
from mavis.domain.sharing.disclosure import HIDDEN, Shown, ShownStatus, SmallNumberRule
from mavis.domain.sharing.shared_counts import Sharing
from mavis.domain.visit.triage import TriageCategory
from tests.nights import REFERENCE, SITE, records, season, shift, visit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

NIGHT = date(2019, 1, 5)
JANUARY = (Month(2019, 1), Month(2019, 1))
QUARTER = (Month(2019, 1), Month(2019, 3))
NEAREST_5, HIDE_1_TO_4 = SmallNumberRule


def _shown(drawn: Records, asked: Asked) -> dict[tuple[str, str, str, str], Shown]:
    rows = make_counts(drawn, asked).rows
    return {(row.key.period, row.key.measure, row.key.dimension, row.key.category): row.shown for row in rows}


def _visits(field: str, counts: Iterable[tuple[StrEnum | None, int]], night: date = NIGHT) -> Records:
    """Visits of one night that differ in one answer only."""
    answers: list[dict[str, Any]] = [{field: answer} for answer, count in counts for _ in range(count)]
    return records([shift(night)], [visit(night, number, **answer) for number, answer in enumerate(answers)])


def _partner(rule: SmallNumberRule, months: tuple[Month, Month] = JANUARY, *, totals: bool = False) -> Asked:
    return Asked(*months, Audience.PARTNER, rule, totals=totals)


def test_small_counts_are_hidden_and_others_rounded() -> None:
    """0 stays 0, 1 to 7 are hidden, 8 and more go to the nearest 5."""
    drawn = _visits("gender", [(Gender.MALE, 13), (Gender.FEMALE, 7), (Gender.OTHER, 0), (None, 8)])
    shown = _shown(drawn, _partner(NEAREST_5))

    assert [shown["2019-01", "visits", "gender", gender].value for gender in ("male", "female", "other")] == [
        15,
        None,
        0,
    ]
    assert shown["2019-01", "visits", "gender", "not_known"] == Shown(10, ShownStatus.ROUNDED)
    assert shown["2019-01", "visits", "all", "all"] == Shown(30, ShownStatus.ROUNDED)
    assert shown["2019-01", "nights", "all", "all"] == Shown(1, ShownStatus.EXACT)


def test_rounding_that_leaves_one_way_is_closed() -> None:
    """8 + 1 + 1 + 1 + 1 = 12: shown as 10 = 10 + four *, only that fits; so the 8 is hidden as well."""
    sources = [ReferralSource.SELF, ReferralSource.FRIEND, ReferralSource.POLICE, ReferralSource.CCTV]
    drawn = _visits("referral_source", [(None, 8), *((source, 1) for source in sources)])
    shown = _shown(drawn, _partner(NEAREST_5))

    assert shown["2019-01", "visits", "all", "all"].value == 10
    assert shown["2019-01", "visits", "referral_source", "not_known"] == HIDDEN
    assert shown["2019-01", "visits", "gender", "not_known"].value == 10


def test_seven_ones_in_a_hidden_seven_are_not_told_from_noughts() -> None:
    """Seven * in a total of at most seven would each be 1; so the noughts are hidden among them."""
    outcomes = list(Outcome)[:7]
    shown = _shown(_visits("outcome", [(outcome, 1) for outcome in outcomes]), _partner(NEAREST_5))

    assert {shown["2019-01", "visits", "outcome", outcome.value] for outcome in Outcome} == {HIDDEN}
    assert shown["2019-01", "visits", "primary_need", "cold"].value == 0


def test_a_hidden_part_takes_another_with_it() -> None:
    """Under the other rule totals are exact, so that one hidden part alone would be their difference."""
    drawn = _visits("triage", [(TriageCategory.GREEN, 20), (TriageCategory.AMBER, 9), (TriageCategory.RED, 3)])
    shown = _shown(drawn, _partner(HIDE_1_TO_4))

    assert shown["2019-01", "visits", "all", "all"].value == 32
    assert shown["2019-01", "visits", "triage", "red"] == shown["2019-01", "visits", "triage", "amber"] == HIDDEN
    assert shown["2019-01", "visits", "triage", "green"].value == 20


def test_a_count_that_another_table_gives_away_is_hidden_there_too() -> None:
    """Sent to A&E is the sum of two ways of leaving: it must not tell the one that is hidden."""
    ways = [(Outcome.AMBULANCE_CONVEYED, 3), (Outcome.OWN_TRANSPORT_TO_ED, 6), (Outcome.TAXI, 9)]
    shown = _shown(_visits("outcome", [*ways, (Outcome.HOME_ALONE, 2)]), _partner(HIDE_1_TO_4))
    parts = [shown["2019-01", "visits", "outcome", way] for way in ("ambulance_conveyed", "own_transport_to_ed")]

    assert parts[0] == HIDDEN
    assert HIDDEN in (parts[1], shown["2019-01", "sent_to_ed", "all", "all"])


def test_a_quarter_does_not_tell_its_months() -> None:
    """Twelve, thirteen and a hidden two: an exact quarter would tell the two, so it is hidden."""
    dates = (date(2019, 1, 5), date(2019, 2, 2), date(2019, 3, 2))
    nights = [
        _visits("main_need", [(Presentation.COLD, cold), (None, 20)], night)
        for night, cold in zip(dates, (12, 13, 2), strict=True)
    ]
    drawn = records(
        [each for night in nights for each in night.shifts], [each for night in nights for each in night.visits]
    )
    shown = _shown(drawn, _partner(HIDE_1_TO_4, QUARTER, totals=True))

    assert shown["2019-01", "visits", "primary_need", "cold"].value == 12
    assert shown["2019-03", "visits", "primary_need", "cold"] == HIDDEN
    assert shown["2019-Q1", "visits", "primary_need", "cold"] == HIDDEN
    assert shown["2019-Q1", "visits", "all", "all"].value == 87


@pytest.mark.parametrize("rule", list(SmallNumberRule))
def test_a_month_is_shown_alike_whatever_else_is_asked_for(rule: SmallNumberRule) -> None:
    """Two exports side by side tell no more than one: a month depends on nothing but itself."""
    drawn = season(4, date(2019, 1, 5), 12, 4)
    alone = records(
        [each for each in drawn.shifts if each.date.month == 1],
        [each for each in drawn.visits if each.shift_date.month == 1],
    )
    with_totals = _shown(drawn, _partner(rule, QUARTER, totals=True))

    assert _shown(alone, _partner(rule)).items() <= with_totals.items()
    assert _shown(drawn, Asked(*QUARTER, Audience.PARTNER, rule, Grain.QUARTER)).items() <= with_totals.items()


def test_nothing_by_night_is_shared() -> None:
    """A partner's table has its months, and asking for nights is refused."""
    drawn = season(4, date(2019, 1, 5), 8)
    rows = make_counts(drawn, _partner(NEAREST_5)).rows

    assert {row.key.period for row in rows} == {"2019-01"}
    with pytest.raises(UserError, match="counts_by_night"):
        make_counts(drawn, replace(_partner(NEAREST_5), grain=Grain.NIGHT))


def test_the_scheme_sees_its_nights_and_everything_exactly() -> None:
    """Months, then each night there was; the nights add up to the months."""
    drawn = season(4, date(2019, 1, 5), 8)
    rows = make_counts(drawn, Asked(Month(2019, 1), Month(2019, 2), Audience.CONTROLLER, NEAREST_5)).rows
    visits = {row.key.period: row.shown.value or 0 for row in rows if _is_total(row)}
    nights = [count for period, count in visits.items() if period.startswith("night ")]

    assert list(visits)[:3] == ["2019-01", "2019-02", "night 2019-01-05"]
    assert len(nights) == 8
    assert sum(nights) == visits["2019-01"] + visits["2019-02"] == len(drawn.visits)
    assert HIDDEN not in {row.shown for row in rows}


def _is_total(row: CountRow) -> bool:
    return (row.key.measure, row.key.dimension) == ("visits", "all")


def test_a_month_without_a_night_has_all_its_rows() -> None:
    """Nought visits, nought nights; nobody kept a tally, so those are not counted."""
    drawn = records([shift(NIGHT)], [visit(NIGHT)])
    rows = make_counts(drawn, Asked(Month(2019, 1), Month(2019, 2), Audience.PARTNER, NEAREST_5)).rows
    february = [row for row in rows if row.key.period == "2019-02"]

    assert len(february) == len(rows) / 2
    assert {row.shown.status for row in february} == {ShownStatus.EXACT, ShownStatus.NOT_COUNTED}
    assert {row.shown.value for row in february if row.shown.status is ShownStatus.EXACT} == {0}


def test_no_record_at_all_is_a_table_of_noughts_for_the_home_site() -> None:
    """An empty laptop still answers."""
    rows = make_counts(records(), _partner(NEAREST_5)).rows

    assert {row.key.site for row in rows} == {SITE}
    assert {row.shown.value for row in rows} == {0, None}


def test_each_site_has_its_own_rows() -> None:
    """Two buses are never added together."""
    both = records([shift(NIGHT), shift(NIGHT, site="bus2")], [visit(NIGHT, n, site="bus2") for n in range(9)])
    rows = [row for row in make_counts(both, _partner(NEAREST_5)).rows if _is_total(row)]

    assert [(row.key.site, row.shown.value) for row in rows] == [("bus1", 0), ("bus2", 10)]


@pytest.mark.parametrize(
    ("grain", "offered"), [(Grain.MONTH, Grain.QUARTER), (Grain.QUARTER, Grain.YEAR), (Grain.YEAR, None)]
)
def test_something_coarser_is_offered_when_most_is_hidden(grain: Grain, offered: Grain | None) -> None:
    """Quarters for months, years for quarters; a year is the coarsest."""
    few = records([shift(NIGHT)], [visit(NIGHT, number) for number in range(3)])
    year = (Month(2019, 1), Month(2019, 12))

    assert make_counts(few, Asked(*year, Audience.PARTNER, NEAREST_5, grain)).coarser is offered


def test_nothing_coarser_is_offered_when_most_is_shown() -> None:
    """A busy month can be shared as it is."""
    many = records([shift(NIGHT)], [visit(NIGHT, number) for number in range(40)])

    assert make_counts(many, _partner(NEAREST_5)).coarser is None


def test_a_table_that_cannot_be_protected_is_refused() -> None:
    """What was shared before can no longer be hidden; then nothing more is shared."""
    small, total = (CountKey("2019-01", SITE, "visits", dimension, "all") for dimension in ("triage", "all"))
    told = {small: HIDDEN, total: Shown(3, ShownStatus.EXACT)}
    sharing = Sharing(HIDE_1_TO_4, {small: 3, total: 3}, told, [Sum(total, (small,))], settled={small, total})

    assert sharing.exposed() == {small}
    with pytest.raises(UserError, match="counts_cannot_be_hidden"):
        sharing.hide_more()


def test_figures_that_do_not_add_up_are_found() -> None:
    """A total that is one too many, or a part that is larger than its whole."""
    drawn = season(4, NIGHT, 4)
    figures = figures_of(Counted("2019-01", SITE, drawn.shifts, drawn.visits), REFERENCE)
    counts = {each.key: each.count for each in figures if each.unit is Unit.PEOPLE and each.count is not None}
    sums = sums_within("2019-01", SITE, counts, REFERENCE)
    total = next(key for key in counts if key.dimension == "all" and key.measure == "visits")

    assert faults(counts, sums) == ()
    assert total in faults({**counts, total: counts[total] + 1}, sums)
    assert total in faults({**counts, replace(total, measure="would_have_not_known"): 1000}, sums)


def test_a_partner_s_table_that_does_not_add_up_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves while the figures contradict each other; the scheme's own table comes out and says so."""
    drawn = season(4, NIGHT, 4)
    monkeypatch.setattr("mavis.domain.sharing.counts_table.faults", lambda counts, _: tuple(counts)[:1])

    with pytest.raises(UserError, match="counts_do_not_add_up"):
        make_counts(drawn, _partner(NEAREST_5))
    assert make_counts(drawn, Asked(*JANUARY, Audience.CONTROLLER, NEAREST_5)).faults


def test_working_back_narrows_through_several_sums() -> None:
    """A = b + c, b = d + e: what is known of the ends is carried to the other end."""
    known = {"a": (10, 10), "b": (0, 9), "c": (4, 4), "d": (5, 9), "e": (0, 9)}
    found = narrowed(known, [Sum("a", ("b", "c")), Sum("b", ("d", "e"))])

    assert found == {"a": (10, 10), "b": (6, 6), "c": (4, 4), "d": (5, 6), "e": (0, 1)}


def test_working_back_knows_a_sum_that_is_only_part_of_its_whole() -> None:
    """What is not complete bounds its whole from below and its parts from above."""
    found = narrowed({"a": (0, 5), "b": (2, 9), "c": (1, 9)}, [Sum("a", ("b", "c"), complete=False)])

    assert found == {"a": (3, 5), "b": (2, 4), "c": (1, 3)}


def test_figures_that_contradict_each_other_are_noticed() -> None:
    """No value fits: that is a bug, and not a way to share."""
    with pytest.raises(ValueError, match="a"):
        narrowed({"a": (1, 1), "b": (2, 2)}, [Sum("a", ("b",))])
