"""The table of counts that leaves the program: for the scheme itself exact, for partners with small numbers hidden."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from mavis.domain.counting.counted import Counted, CountKey, Figure, Unit
from mavis.domain.counting.facts import ShiftFacts, VisitFacts
from mavis.domain.counting.periods import (
    Grain,
    Month,
    grain_of,
    grain_of_totals,
    months_between,
    period_of,
    whole_periods,
)
from mavis.domain.counting.summary import Stamp
from mavis.domain.counting.sums import faults, sums_between, sums_within
from mavis.domain.counting.tidy import figures_of
from mavis.domain.errors import UserError
from mavis.domain.reference import ReferenceData
from mavis.domain.sharing.disclosure import HIDDEN, Shown, SmallNumberRule
from mavis.domain.sharing.shared_counts import Sharing, exactly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COARSENING = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)


class Audience(StrEnum):
    """Who reads the counts: the scheme that holds the records, or anybody else."""

    CONTROLLER = "controller"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row of the tidy table."""

    key: CountKey
    shown: Shown
    unit: Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: whole months, for whom, how finely, and whether quarters or years come with it as totals.

    ``rule`` hides small numbers for a partner; the scheme's own table hides nothing.
    """

    first: Month
    last: Month
    audience: Audience
    rule: SmallNumberRule
    grain: Grain = Grain.MONTH
    totals: bool = False

    @property
    def months(self) -> tuple[Month, ...]:
        """Each month asked for."""
        return months_between(self.first, self.last)

    @property
    def grains(self) -> tuple[Grain, ...]:
        """What the table is cut into, coarsest first: totals, when they come along, and what was asked for.

        A table of nights has nothing but its nights.
        """
        if self.grain is Grain.NIGHT:
            return ()
        coarse = grain_of_totals(self.months) if self.totals else None
        if coarse is None or _COARSENING.index(coarse) <= _COARSENING.index(self.grain):
            return (self.grain,)
        return (coarse, self.grain)


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows in the order of print. ``coarser`` is offered when over half of what is not 0 had to be hidden.

    ``faults`` names figures that do not add up; a partner's table with any is refused.
    """

    rows: tuple[CountRow, ...]
    coarser: Grain | None = None
    faults: tuple[CountKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """What counts are made from: facts of shifts and visits, the code lists, and the site when there is neither."""

    shifts: tuple[ShiftFacts, ...]
    visits: tuple[VisitFacts, ...]
    reference: ReferenceData
    home: str

    def sites(self) -> tuple[str, ...]:
        """The sites that have something to count, or the home site when none has."""
        found = {shift.site for shift in self.shifts} | {visit.site for visit in self.visits}
        return tuple(sorted(found)) or (self.home,)

    def of_site(self, site: str) -> Records:
        """What belongs to one site."""
        shifts = tuple(shift for shift in self.shifts if shift.site == site)
        visits = tuple(visit for visit in self.visits if visit.site == site)
        return replace(self, shifts=shifts, visits=visits, home=site)

    def by_period(self, grain: Grain) -> dict[str, Records]:
        """The records of each period of a grain that has any, in order."""
        shifts: dict[str, list[ShiftFacts]] = defaultdict(list)
        visits: dict[str, list[VisitFacts]] = defaultdict(list)
        for shift in self.shifts:
            shifts[period_of(shift.date, grain)].append(shift)
        for visit in self.visits:
            visits[period_of(visit.shift_date, grain)].append(visit)
        return {
            period: replace(self, shifts=tuple(shifts[period]), visits=tuple(visits[period]))
            for period in sorted({*shifts, *visits})
        }

    def figures(self, grain: Grain, periods: Iterable[str]) -> Iterator[tuple[str, tuple[Figure, ...]]]:
        """The true figures of each period of one site's records; a period without records has its noughts."""
        groups = self.by_period(grain)
        empty = replace(self, shifts=(), visits=())
        for period in periods:
            group = groups.get(period, empty)
            counted = Counted(period, self.home, group.shifts, group.visits, by_weekday=grain is not Grain.NIGHT)
            yield period, figures_of(counted, self.reference)


def make_counts(records: Records, asked: Asked) -> Counts:
    """The table that was asked for; a quarter or a year that is not wholly asked for is left out.

    Raises:
        UserError: a partner's table was asked for by night, does not add up, or could not be hidden.
    """
    if asked.audience is Audience.PARTNER and asked.grain is Grain.NIGHT:
        raise UserError("counts_by_night")
    sites = [records.of_site(site) for site in records.sites()]
    if asked.audience is Audience.CONTROLLER:
        return _exact(sites, asked)
    rows = tuple(row for site in sites for row in _shared(site, asked))
    return Counts(rows, coarser=_coarser(rows, asked.grain))


def _exact(sites: Iterable[Records], asked: Asked) -> Counts:
    """Of each site totals first, then months, then nights; nothing is hidden, and what does not add up is named."""
    rows: list[CountRow] = []
    wrong: list[CountKey] = []
    for site in sites:
        for grain, periods in _exact_periods(site, asked):
            for period, figures in site.figures(grain, periods):
                people = _people(figures)
                rows += (CountRow(each.key, exactly(each), each.unit) for each in figures)
                wrong += faults(people, sums_within(period, site.home, people, site.reference))
    return Counts(tuple(rows), faults=tuple(wrong))


def _exact_periods(site: Records, asked: Asked) -> Iterator[tuple[Grain, list[str]]]:
    for grain in asked.grains:
        yield grain, [name for name, _ in whole_periods(asked.months, grain)]
    yield Grain.NIGHT, list(site.by_period(Grain.NIGHT))


def _shared(site: Records, asked: Asked) -> Iterator[CountRow]:
    """The rows of one site: months are settled first, quarters knowing their months, years knowing both."""
    settled: dict[str, Sharing] = {}
    rows: dict[Grain, list[CountRow]] = {}
    for grain in _COARSENING[: _COARSENING.index(asked.grains[0]) + 1]:
        runs = dict(whole_periods(asked.months, grain))
        rows[grain] = []
        for period, figures in site.figures(grain, runs):
            finer = _finer(runs[period], grain)
            sharing = Sharing(asked.rule)
            for name in finer[0] if finer else ():
                sharing.settle(settled[name])
            _take_in(sharing, site, figures, period)
            sharing.link(each for level in finer for each in sums_between(_people(figures), level))
            rows[grain] += (CountRow(each.key, sharing.shown[each.key], each.unit) for each in figures)
            settled[period] = sharing
    for grain in asked.grains:
        yield from rows[grain]


def _take_in(sharing: Sharing, site: Records, figures: Sequence[Figure], period: str) -> None:
    people = _people(figures)
    sums = sums_within(period, site.home, people, site.reference)
    if faults(people, sums):
        raise UserError("counts_do_not_add_up", period=period)
    sharing.add(figures, sums)


def _finer(months: tuple[Month, ...], grain: Grain) -> tuple[tuple[str, ...], ...]:
    """The periods that a coarse one is made of, at each finer grain: the coarser of them first."""
    grains = reversed(_COARSENING[: _COARSENING.index(grain)])
    return tuple(tuple(name for name, _ in whole_periods(months, each)) for each in grains)


def _people(figures: Iterable[Figure]) -> dict[CountKey, int]:
    """The counts of people that were kept."""
    return {each.key: each.count for each in figures if each.unit is Unit.PEOPLE and each.count is not None}


def _coarser(rows: Iterable[CountRow], grain: Grain) -> Grain | None:
    """The next coarser grain when over half of the counts of people that are not 0 are hidden."""
    people = [row.shown for row in rows if row.unit is Unit.PEOPLE and grain_of(row.key.period) is grain]
    hidden = people.count(HIDDEN)
    shown = sum(bool(figure.value) for figure in people)
    place = _COARSENING.index(grain) + 1
    return _COARSENING[place] if hidden > shown and place < len(_COARSENING) else None


@dataclass(frozen=True)
class CountsTable:
    """Counts on their way out of the program, with everything a reader must know about them.

    ``visits`` are listed in a restricted workbook, and empty in anything that leaves the scheme.
    """

    scheme: str
    asked: Asked
    counts: Counts
    reference: ReferenceData
    stamp: Stamp
    visits: tuple[VisitFacts, ...] = ()

    @property
    def rows(self) -> tuple[CountRow, ...]:
        """The rows of the tidy table."""
        return self.counts.rows

    @cached_property
    def shown(self) -> dict[CountKey, Shown]:
        """Each figure as it may be shown; the sheets of a workbook ask for it again and again."""
        return {row.key: row.shown for row in self.rows}

    @cached_property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Each period at each site, in the order of the rows."""
        return tuple(dict.fromkeys((row.key.period, row.key.site) for row in self.rows))

    @property
    def restricted(self) -> bool:
        """Whether it holds exact counts, which must not be sent on."""
        return self.asked.audience is Audience.CONTROLLER
