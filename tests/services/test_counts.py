"""Counts out of real records: the invented log, counted month by month, and what each role may take out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.counting.periods import Grain
from mavis.domain.errors import UserError
from mavis.exports.package_reader import read_datapackage
from tests.programs import a_program, a_session
from tests.untraced import untraced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift

DATA = Path(__file__).parents[1] / "imports" / "data"
FIRST, LAST = date(2017, 1, 1), date(2019, 12, 1)
Totals = dict[str, dict[str, int]]


Rows = Sequence[dict[str, str]]


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session whose records are the invented log of three years; counts are taken out, and nothing is changed."""
    program = a_program(tmp_path_factory.mktemp("logged") / "data")
    session = a_session(program)
    session.imports.run(session.actor, session.imports.preview(DATA / "bus_log_2017_2019.csv"))
    yield session
    session.close()
    program.close()


@pytest.fixture(scope="module")
def exact(logged: Session, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """Every count of the three years as it is, by month and by night."""
    package = tmp_path_factory.mktemp("exact") / "counts"
    logged.counts.export(logged.actor, FIRST, LAST, "controller", "datapackage", package)
    return read_datapackage(package).rows


def _expected() -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((DATA / "bus_log_2017_2019.expected.json").read_bytes())
    return expected


def _totals(rows: Rows, months: bool) -> Totals:
    """The sums of counts over their months (or their nights), by measure and dimension, then category."""
    sums: Totals = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row["period"].startswith("night ") is not months and row["value"].isdigit():
            sums[f"{row['measure']} {row['dimension']}"][row["category"]] += int(row["value"])
    return sums


@pytest.mark.parametrize("months", [True, False])
def test_the_invented_log_gives_the_expected_counts(exact: Rows, months: bool) -> None:
    """Visits by month, sex, need and outcome, what was avoided and sent on: summed over months and over nights."""
    expected, sums = _expected(), _totals(exact, months)
    by_month = {row["period"]: int(row["value"]) for row in exact if _is_total(row) and len(row["period"]) == 7}
    nights = {row["period"][6:]: int(row["value"]) for row in exact if _is_total(row) and row["period"][:6] == "night "}

    assert {month: visits for month, visits in by_month.items() if visits} == expected["by_month"]
    assert nights == {night["date"]: night["visits"] for night in expected["shifts"]}
    for dimension in ("primary_need", "outcome"):
        found = {code: count for code, count in sums[f"visits {dimension}"].items() if count}
        assert found == expected[dimension]
    assert sums["ed_avoided bound"] == {"lower": 0, "upper": expected["ed_avoided"]}
    assert sums["ambulance_avoided bound"] == {"lower": 0, "upper": expected["ambulance_avoided"]}
    assert sums["sent_to_ed all"] == {"all": expected["sent_to_ed"]}


def _is_total(row: dict[str, str]) -> bool:
    return (row["measure"], row["dimension"]) == ("visits", "all")


def test_a_partner_gets_months_with_small_numbers_hidden(logged: Session, exact: Rows, tmp_path: Path) -> None:
    """Every count of people is 0, hidden, or the nearest 5 of the true one; a quarter is offered instead."""
    done = logged.counts.export(logged.actor, FIRST, LAST, "partner", "datapackage", tmp_path / "partner")
    true = {tuple(row.values())[:5]: row for row in exact}
    rows = read_datapackage(tmp_path / "partner").rows

    assert done.coarser is Grain.QUARTER
    assert {len(row["period"]) for row in rows} == {len("2019-12")}
    for row in rows:
        count = true[tuple(row.values())[:5]]["value"]
        if row["unit"] == "people" and row["value"].isdigit():
            assert int(row["value"]) == (int(count) + 2) // 5 * 5 != 5
            assert int(count) not in range(1, 8)


def test_a_year_is_given_when_it_is_asked_for(logged: Session, tmp_path: Path) -> None:
    """The months asked for are widened to whole years."""
    logged.counts.export(
        logged.actor, date(2018, 3, 1), date(2018, 4, 1), "partner", "datapackage", tmp_path / "counts", Grain.YEAR
    )
    rows = read_datapackage(tmp_path / "counts").rows

    assert {row["period"] for row in rows} == {"2018"}


def test_a_workbook_is_made_for_either_audience(logged: Session, tmp_path: Path) -> None:
    """The rows counted are those of its sheet Counts."""
    for audience in ("controller", "partner"):
        with untraced():  # a hundred thousand rows
            done = logged.counts.export(logged.actor, FIRST, LAST, audience, "xlsx", tmp_path / f"{audience}.xlsx")
        assert done.files == (tmp_path / f"{audience}.xlsx",)
        assert done.rows > 3 * 200


def test_visits_are_listed_without_names(logged: Session, tmp_path: Path) -> None:
    """One row for each visit of the nights asked for; the log's names are in none."""
    done = logged.counts.export_visits(logged.actor, date(2017, 1, 7), date(2017, 1, 14), tmp_path / "visits.csv")
    text = (tmp_path / "visits.csv").read_text(encoding="utf-8")

    assert done.rows == len(text.splitlines()) - 1 == 16
    assert "Webb" not in text
    assert {path.name for path in done.files} == {"visits.csv", "visits.datapackage.json"}


def test_months_still_to_come_are_refused(session: Session, tmp_path: Path) -> None:
    """Rows of zeros would look like quiet nights."""
    with pytest.raises(UserError, match="counts_in_the_future"):
        session.counts.export(
            session.actor, date(2099, 1, 1), date(2099, 2, 1), "partner", "datapackage", tmp_path / "counts"
        )


def test_dates_the_wrong_way_round_are_refused(session: Session, tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(UserError, match="counts_backwards"):
        session.counts.export(session.actor, LAST, FIRST, "partner", "datapackage", tmp_path / "counts")
    with pytest.raises(UserError, match="counts_backwards"):
        session.counts.export_visits(session.actor, LAST, FIRST, tmp_path / "visits.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("role", "partner", "controller", "visits"),
    [
        (Role.COORDINATOR, True, True, True),
        (Role.PLANNER, True, False, False),
        (Role.LEAD, False, False, False),
        (Role.CLINICIAN, False, False, False),
        (Role.VOLUNTEER, False, False, False),
    ],
)
def test_each_role_takes_out_what_it_may(
    session: Session, tmp_path: Path, role: Role, partner: bool, controller: bool, visits: bool
) -> None:
    """A planner gets what may be shared; exact counts and visits are the coordinator's."""
    actor = session.actor._replace(role=role)
    may: dict[str, Callable[[], object]] = {
        "partner": lambda: session.counts.export(actor, FIRST, FIRST, "partner", "datapackage", tmp_path / "a"),
        "controller": lambda: session.counts.export(actor, FIRST, FIRST, "controller", "datapackage", tmp_path / "b"),
        "visits": lambda: session.counts.export_visits(actor, FIRST, FIRST, tmp_path / "c.csv"),
    }
    for name, allowed in {"partner": partner, "controller": controller, "visits": visits}.items():
        if allowed:
            may[name]()
        else:
            with pytest.raises(UserError, match="not_allowed"):
                may[name]()


def test_taking_counts_out_is_written_in_the_trail(session: Session, tmp_path: Path) -> None:
    """Who took what out when can be found later; a refused try leaves nothing."""
    before = session.trail.head()
    with pytest.raises(UserError):
        session.counts.export(
            Actor(session.actor.id, Role.VOLUNTEER), FIRST, FIRST, "partner", "datapackage", tmp_path / "a"
        )
    refused = session.trail.head()
    session.counts.export(session.actor, FIRST, FIRST, "partner", "datapackage", tmp_path / "a")

    assert refused == before
    assert session.trail.head() != before


def test_a_closed_shift_waits_in_the_outbox(session: Session, shift: Shift) -> None:
    """Its own night, exact and restricted, and the workbook of its month beside the papers; twice is the same."""
    session.visits.open_visit(session.actor)
    first = session.counts.queue_shift(shift.id)
    again = session.counts.queue_shift(shift.id)
    package = read_datapackage(first[0])

    assert first == again
    assert session.counts.not_sent() == (f"counts-{shift.date}-bus1-restricted.zip",)
    assert first[1].name == f"counts-{shift.date:%Y-%m}-restricted.xlsx"
    assert {row["period"] for row in package.rows} == {f"night {shift.date}"}
    assert next(row["value"] for row in package.rows if _is_total(row)) == "1"


def test_an_unknown_shift_queues_nothing(session: Session) -> None:
    """A sentence, and no file."""
    with pytest.raises(UserError, match="shift_unknown"):
        session.counts.queue_shift("0190-none")
    assert session.counts.not_sent() == ()
