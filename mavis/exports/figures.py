"""The figures of a table, looked up by what they are of and made into cells: a sheet shows only what Counts holds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.counting.counted import ALL, CountKey, Measure
from mavis.domain.counting.periods import Grain, grain_of
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.diversion import Basis
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.rounding import half_up
from mavis.domain.sharing.disclosure import HIDDEN, NOT_COUNTED, Shown
from mavis.domain.visit.triage import TriageCategory
from mavis.exports.counts_schema import HIDDEN_MARK
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from mavis.domain.sharing.counts_table import CountsTable

Cell = str | int | float | date | None

_CODES: dict[Dimension, type[StrEnum]] = {
    Dimension.PRIMARY_NEED: Presentation,
    Dimension.OUTCOME: Outcome,
    Dimension.TRIAGE: TriageCategory,
    Dimension.AGE_BAND: AgeBand,
    Dimension.GENDER: Gender,
    Dimension.REFERRAL_SOURCE: ReferralSource,
    Dimension.BASIS: Basis,
}


class Place:
    """One column of figures: a period at a site. ``suffix`` names the site where there are several."""

    def __init__(self, shown: Mapping[CountKey, Shown], period: str, site: str, *, name_site: bool) -> None:
        """Look figures up among those shown."""
        self._shown = shown
        self.period = period
        self.site = site
        self.suffix = f", {site}" if name_site else ""
        self.name = period_name(period) + self.suffix

    def shown(self, measure: Measure, dimension: Dimension = Dimension.ALL, category: str = ALL) -> Shown:
        """A figure as it may be shown; one that has no row was not counted."""
        return self._shown.get(CountKey(self.period, self.site, measure, dimension, category), NOT_COUNTED)

    def cell(self, measure: Measure, dimension: Dimension = Dimension.ALL, category: str = ALL) -> Cell:
        """A figure as a cell."""
        return count_cell(self.shown(measure, dimension, category))

    def rate(self, visits: Shown, places: int = 1) -> Cell:
        """Visits an open hour, worked out from what is shown and rounded half up."""
        return ratio_cell(visits, self.shown(Measure.OPEN_HOURS), places)


def places(table: CountsTable, grain: Grain | None) -> tuple[Place, ...]:
    """Every period of a grain at every site, in order; none when the grain is None."""
    several = len({site for _, site in table.columns}) > 1
    found = [(period, site) for period, site in table.columns if grain_of(period) is grain]
    return tuple(Place(table.shown, period, site, name_site=several) for period, site in found)


def main_places(table: CountsTable) -> tuple[Place, ...]:
    """The columns of an overview: years or quarters when they fill what was asked for, else what was asked for."""
    return places(table, (*table.asked.grains, Grain.NIGHT)[0])


def count_cell(shown: Shown) -> Cell:
    """A whole number, ``*``, or the words that say why there is none."""
    if shown.value is not None:
        return shown.value
    return HIDDEN_MARK if shown == HIDDEN else words(f"counts.status.{shown.status}")


def ratio_cell(part: Shown, whole: Shown, places: int) -> Cell:
    """A part of a whole, rounded half up to so many decimals; ``*`` when either is hidden, a dash for no whole."""
    if HIDDEN in (part, whole):
        return HIDDEN_MARK
    if part.value is None or not whole.value:
        return words("counts.nothing")
    return half_up(Fraction(part.value, whole.value) * 10**places) / float(10**places)


def period_name(period: str) -> str:
    """A period as people say it: ``2019``, ``Q1 2019``, ``Jan 2019``, ``Sat 21 Dec 2019``."""
    grain = grain_of(period)
    if grain is Grain.NIGHT:
        return day_name(date.fromisoformat(period.removeprefix("night ")))
    year, _, rest = period.partition("-")
    if grain is Grain.MONTH:
        return f"{month_name(int(rest))} {year}"
    return f"{rest} {year}" if rest else year


def day_name(day: date) -> str:
    """A date as it is printed: ``Sat 21 Dec 2019``."""
    return f"{weekday_name(day.weekday())} {day.day} {month_name(day.month)} {day.year}"


def month_name(number: int) -> str:
    """The short name of a month, 1 to 12."""
    return words(f"print.month.{number}")[:3]


def weekday_name(number: int) -> str:
    """The short name of a weekday, 0 for Monday."""
    return words(f"print.weekday.{number}")[:3]


def category_name(table: CountsTable, dimension: Dimension, category: str) -> str:
    """The name of a category for people, of a coded question or of the beat areas."""
    if category == NOT_KNOWN:
        return words("counts.not_known")
    if dimension in _CODES:
        return label(_CODES[dimension](category))
    return next(area.name for area in table.reference.beat_areas if area.code == category)
