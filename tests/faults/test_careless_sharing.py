"""Careless sharing: what leaves for a partner names nobody, and a nosy reader with pencil and paper gets no further.

The reader here is stronger than any real one: told which * stand for small counts, she knows every sum of the format
and works through them until nothing more gives way. The short form reads 120 nights; with MAVIS_SOAK=1, 10,000.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

import pytest

from mavis.domain.counting.counted import Unit
from mavis.domain.counting.periods import Grain, Month
from mavis.domain.counting.summary import Stamp
from mavis.domain.sharing.counts_table import Asked, Audience, CountRow, CountsTable, make_counts
from mavis.domain.sharing.disclosure import ShownStatus, SmallNumberRule
from mavis.exports.registry import write
from tests.exports.tables import CHAIN_HEAD, MADE_AT
from tests.faults.long_form import SOAK
from tests.nights import REFERENCE, season

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NIGHTS = 10_000 if SOAK else 120
PER_SEASON = 12
CANARY = "Zebedee Quark"
QUARTER = (Month(2019, 1), Month(2019, 3))
SMALL = {SmallNumberRule.NEAREST_5: 7, SmallNumberRule.HIDE_1_TO_4: 4}
FAR = 10**9

Name = tuple[str, str, str, str]
"""Period, measure, dimension and category of a figure."""

Bounds = dict[Name, list[int]]
Sums = list[tuple[Name, list[Name]]]


SEASONS = range(-(-NIGHTS // PER_SEASON))


@lru_cache(maxsize=60)
def _published(seed: int, rule: SmallNumberRule) -> tuple[CountRow, ...]:
    """What a partner is given of a season."""
    return _rows(seed, Audience.PARTNER, rule)


@lru_cache(maxsize=60)
def _true(seed: int) -> dict[Name, int | None]:
    """The counts of a season as they are, which no rule changes."""
    return {_name(row): row.shown.value for row in _rows(seed, Audience.CONTROLLER, SmallNumberRule.NEAREST_5)}


def _rows(seed: int, audience: Audience, rule: SmallNumberRule) -> tuple[CountRow, ...]:
    drawn = season(seed, date(2019, 1, 1), PER_SEASON, busy=(1, 2, 4, 8, 15)[seed % 5], every_days=7)
    return make_counts(drawn, Asked(*QUARTER, audience, rule, totals=True)).rows


def _name(row: CountRow) -> Name:
    key = row.key
    return key.period, str(key.measure), str(key.dimension), str(key.category)


@pytest.mark.parametrize("rule", list(SmallNumberRule))
def test_no_hidden_count_can_be_worked_out(rule: SmallNumberRule) -> None:
    """For each small count that is hidden the reader is left with two values at least."""
    found = []
    hidden = 0
    for seed in SEASONS:
        bounds, small = _what_is_read(_published(seed, rule), _true(seed), SMALL[rule])
        _work_back(bounds, list(_known_sums(bounds)), list(_known_limits(bounds)))
        hidden += len(small)
        found += [(name, bounds[name]) for name in small if bounds[name][0] == bounds[name][1]]

    assert found == []
    assert hidden > NIGHTS


@pytest.mark.parametrize("rule", list(SmallNumberRule))
def test_no_count_of_a_few_people_is_shown(rule: SmallNumberRule) -> None:
    """No visible cell of 1 to 7 people under the one rule, or 1 to 4 under the other; and every nought is true."""
    for seed in SEASONS:
        true = _true(seed)
        for row in _published(seed, rule):
            if row.unit is Unit.PEOPLE and row.shown.value is not None:
                assert row.shown.value not in range(1, SMALL[rule] + 1)
                assert (row.shown.value == 0) is (true[_name(row)] == 0)


@pytest.mark.parametrize("form", ["datapackage", "xlsx"])
def test_no_name_and_no_code_leaves_for_a_partner(tmp_path: Path, form: str) -> None:
    """Names in every free text of the shifts, and codes of the visits, are in none of the files."""
    drawn = season(1, date(2019, 1, 5), PER_SEASON)
    shifts = [
        replace(each, handover_notes=CANARY, signed_by=CANARY, parked_at=CANARY, events=(CANARY,), id=CANARY)
        for each in drawn.shifts
    ]
    visits = [replace(each, code=f"QQ{n}", person_id=CANARY, id=CANARY) for n, each in enumerate(drawn.visits)]
    asked = Asked(*QUARTER, Audience.PARTNER, SmallNumberRule.NEAREST_5, Grain.MONTH, totals=True)
    counts = make_counts(replace(drawn, shifts=tuple(shifts), visits=tuple(visits)), asked)
    stamp = Stamp(MADE_AT, CANARY, "1.0.0", "2019-12", CHAIN_HEAD)
    out = tmp_path / ("counts" if form == "datapackage" else "counts.xlsx")
    written = write(CountsTable("Harbour bus", asked, counts, REFERENCE, stamp), form, out)

    assert not [hit for path in written.files for hit in (b"Zebedee", b"QQ", b"night 2019-0") if hit in _plain(path)]


def _plain(path: Path) -> bytes:
    """The bytes of a file, unpacked."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def _what_is_read(rows: tuple[CountRow, ...], true: dict[Name, int | None], largest: int) -> tuple[Bounds, list[Name]]:
    """What each figure can be at first sight, and which are hidden because they are small.

    A * of a quarter may stand for anything from 1 up, since quarters are also hidden for the sake of their months.
    """
    bounds: Bounds = {}
    small = []
    for row in rows:
        name, count = _name(row), true[_name(row)]
        if row.unit is not Unit.PEOPLE or name[1] == "tally" or count is None:
            continue
        if row.shown.value is not None:
            spread = 2 if row.shown.status is ShownStatus.ROUNDED else 0
            bounds[name] = [max(row.shown.value - spread, largest + 1 if spread else 0), row.shown.value + spread]
        elif 1 <= count <= largest:
            small.append(name)
            bounds[name] = [1, FAR if "Q" in name[0] else largest]
        else:
            bounds[name] = [0, FAR]
    return _doubt_the_hidden(bounds, rows), small


def _doubt_the_hidden(bounds: Bounds, rows: tuple[CountRow, ...]) -> Bounds:
    """In a table of which nothing but * is shown, some * may be noughts."""
    tables: dict[tuple[str, str, str], list[CountRow]] = defaultdict(list)
    for row in rows:
        if _name(row)[2] not in {"all", "bound", "item"}:
            tables[_name(row)[:3]].append(row)
    for table in tables.values():
        if all(row.shown.status is ShownStatus.HIDDEN for row in table):
            for row in table:
                bounds[_name(row)][0] = 0
    return bounds


def _known_sums(bounds: Bounds) -> Iterator[tuple[Name, list[Name]]]:
    """Every sum that the format lets a reader write down."""
    for period in dict.fromkeys(name[0] for name in bounds):
        yield from _of_period(period, bounds)
    for name in bounds:
        months = [("2019-01", *name[1:]), ("2019-02", *name[1:]), ("2019-03", *name[1:])]
        if "Q" in name[0] and all(month in bounds for month in months):
            yield name, months


def _of_period(period: str, bounds: Bounds) -> Iterator[tuple[Name, list[Name]]]:
    here = [name for name in bounds if name[0] == period]

    def figures(measure: str, dimension: str) -> list[Name]:
        return [name for name in here if name[1:3] == (measure, dimension)]

    every = (period, "visits", "all", "all")
    for dimension in {name[2] for name in here if name[1] == "visits"} - {"all"}:
        yield every, figures("visits", dimension)
    for hour in figures("visits", "hour"):
        yield hour, [name for name in figures("visits", "weekday_hour") if name[3].endswith(hour[3])]
    tiers = {area.code: area.tier for area in REFERENCE.beat_areas} | {"not_known": "not_known"}
    for tier in figures("visits", "tier"):
        yield tier, [name for name in figures("visits", "beat_area") if tiers[name[3]] == tier[3]]
    sent = [name for name in figures("visits", "outcome") if name[3] in {"ambulance_conveyed", "own_transport_to_ed"}]
    yield (period, "sent_to_ed", "all", "all"), sent
    for measure in ("ed_avoided", "ambulance_avoided"):
        grounds = figures(measure, "basis")
        if grounds:
            yield (period, measure, "bound", "upper"), grounds
            yield (period, measure, "bound", "lower"), [name for name in grounds if name[3] != "volunteer_judged"]
    yield from _clinical(period, figures)
    stood_down = [name for name in figures("ambulance_avoided", "basis") if name[3] == "stood_down"]
    if stood_down:
        yield (period, "stood_down", "all", "all"), stood_down


def _clinical(period: str, figures: Callable[[str, str], list[Name]]) -> Iterator[tuple[Name, list[Name]]]:
    """The clinical sums: each split fills its measure once, and some figures stand in two places."""
    for measure, dimensions in _SPLITS.items():
        for dimension in dimensions.split():
            if parts := figures(measure, dimension):
                yield (period, measure, "all", "all"), parts
    for side, dimension in enumerate(("target", "state")):
        for whole in figures("referrals", dimension):
            crossed = figures("referrals", "target_state")
            yield whole, [name for name in crossed if name[3].split("|")[side] == whole[3]]
    for measure, (of, dimension, categories) in _TWICE.items():
        if figures(measure, "all"):
            yield (period, measure, "all", "all"), [(period, of, dimension, one) for one in categories.split()]


_SPLITS = {
    "abi_not_appropriate": "reason",
    "screened": "tool result",
    "screened_positive": "tool",
    "assaults": "location police",
    "spikings": "route within_12_hours sample",
    "head_injuries": "head_injury",
    "referrals": "target state target_state consent",
}
_TWICE = {
    "abi_offered": ("visits", "abi", "completed started declined"),
    "abi_not_appropriate": ("visits", "abi", "not_appropriate"),
    "screened_positive": ("screened", "result", "positive"),
    "against_advice": ("visits", "outcome", "left_against_advice"),
}
_NEEDS_OF = {
    "assaults": "assault",
    "spikings": "suspected_spiking",
    "head_injuries": "head_injury",
    "sexual_assaults": "sexual_assault",
    "domestic_abuse": "domestic_abuse",
}
_TOOLS = ("audit-c", "fast", "m-sasq", "audit-pc", "audit")


def _known_limits(bounds: Bounds) -> Iterator[tuple[Name, list[Name]]]:
    """Parts that lie within a whole, and that may overlap: a method of an assault, assaults among visits.

    Several parts fill their whole together; one alone says only that the whole is no smaller.
    """
    for period in dict.fromkeys(name[0] for name in bounds):
        for measure, dimension in _OVERLAPPING:
            parts = [name for name in bounds if name[:3] == (period, measure, dimension)]
            yield (period, measure, "all", "all"), parts
        for whole, part in _WITHIN:
            if (period, *whole) in bounds and (period, *part) in bounds:
                yield (period, *whole), [(period, *part)]


_OVERLAPPING = (
    ("assaults", "method"),
    ("safeguarding", "flag"),
    ("first_aid", "care"),
    ("pastoral_care", "care"),
    ("refusals", "refused"),
)
_ALL = ("visits", "all", "all")
_ONCE_A_VISIT = """
abi_offered abi_delivered abi_not_appropriate screened screened_positive assaults spikings head_injuries
safeguarding sexual_assaults domestic_abuse first_aid pastoral_care refusals against_advice
"""
_WITHIN = (
    *((_ALL, (measure, "all", "all")) for measure in _ONCE_A_VISIT.split()),
    (("visits", "abi", "completed"), ("abi_delivered", "all", "all")),
    (("sent_to_ed", "all", "all"), ("head_injuries", "head_injury", "sent_to_ed")),
    *(((measure, "all", "all"), ("visits", "primary_need", need)) for measure, need in _NEEDS_OF.items()),
    *((("screened", "tool", tool), ("screened_positive", "tool", tool)) for tool in _TOOLS),
)


def _work_back(bounds: Bounds, sums: Sums, limits: Sums) -> None:
    """Pull every bound in by every sum and every limit, over and over, until nothing moves."""
    moved = True
    while moved:
        moved = any(_within(bounds, whole, parts) for whole, parts in limits)
        for whole, parts in sums:
            lows, highs = sum(bounds[part][0] for part in parts), sum(bounds[part][1] for part in parts)
            moved |= _pull(bounds[whole], lows, highs)
            for part in parts:
                low, high = bounds[part]
                others = lows - low, highs - high
                if _pull(bounds[part], bounds[whole][0] - others[1], bounds[whole][1] - others[0]):
                    moved = True
                    lows, highs = others[0] + bounds[part][0], others[1] + bounds[part][1]


def _within(bounds: Bounds, whole: Name, parts: list[Name]) -> bool:
    """Pull in what lies within a whole, and the whole; whether anything moved."""
    highs = sum(bounds[part][1] for part in parts)
    moved = _pull(bounds[whole], max(bounds[part][0] for part in parts), highs if len(parts) > 1 else FAR)
    for part in parts:
        others = highs - bounds[part][1]
        least = bounds[whole][0] - others if len(parts) > 1 else 0
        if _pull(bounds[part], least, bounds[whole][1]):
            moved = True
            highs = others + bounds[part][1]
    return moved


def _pull(bound: list[int], low: int, high: int) -> bool:
    before = tuple(bound)
    bound[:] = [max(bound[0], low), min(bound[1], high)]
    if bound[0] > bound[1]:
        raise ValueError(before)
    return tuple(bound) != before
