"""The sheets about time: visits and open hours by month with last year beside it, and visits by weekday and hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.counted import Measure
from mavis.domain.counting.periods import Grain
from mavis.domain.counting.questions import NIGHT_HOURS, WEEKDAYS, Dimension
from mavis.exports.figures import main_places, month_name, places, weekday_name
from mavis.exports.overview_sheets import mark_note, range_name
from mavis.exports.sheet_plan import ChartPlan, Column, Kind, SheetPlan
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mavis.domain.sharing.counts_table import CountsTable
    from mavis.exports.figures import Cell, Place

_BLOCKS = (
    (Measure.VISITS, Kind.COUNT),
    (Measure.NIGHTS, Kind.COUNT),
    (Measure.OPEN_HOURS, Kind.COUNT),
)
_USUAL_HOURS = {"21", "22", "23", "00", "01", "02"}

Years = dict[str, dict[str, "Place"]]
"""For each year and site, newest first: its places by the part of the year."""


def time_sheet(table: CountsTable) -> SheetPlan | None:
    """Visits, nights, open hours and visits an open hour, a row for each month and a column for each year.

    None for a table of single nights.
    """
    if table.asked.grain is Grain.NIGHT:
        return None
    years = _by_year(places(table, table.asked.grain))
    totals = {place.name: place for place in places(table, Grain.YEAR)} if len(table.asked.grains) > 1 else {}
    parts = sorted({part for column in years.values() for part in column})
    rows = [(_part_name(part), *_row([column.get(part) for column in years.values()])) for part in parts]
    whole = [totals.get(name) for name in years]
    closing = [(words("counts.head.all"), *_row(whole))] if any(whole) and len(parts) > 1 else []
    columns = _columns(table, list(years))
    return SheetPlan(
        tab=words(f"counts.tab.by_{table.asked.grain}"),
        title=words(f"counts.title.by_{table.asked.grain}", period=range_name(table)),
        note=words("counts.note.rates_restricted" if table.restricted else "counts.note.rates_shared"),
        columns=columns,
        rows=(*rows, *closing),
        totals=len(closing),
        chart=_chart(list(years), len(columns)) if len(parts) > 1 else None,
    )


def _by_year(found: Sequence[Place]) -> Years:
    years: Years = {}
    for place in sorted(found, key=lambda place: (place.period[:4], place.site), reverse=True):
        years.setdefault(place.period[:4] + place.suffix, {})[place.period[5:]] = place
    return years


def _part_name(part: str) -> str:
    """A month's or quarter's short name without its year."""
    if not part:
        return words("counts.head.whole_year")
    return part if part.startswith("Q") else month_name(int(part))


def _row(found: Sequence[Place | None]) -> list[Cell]:
    cells: list[Cell] = []
    for measure, _ in _BLOCKS:
        cells += [place.cell(measure) if place else None for place in found]
    return [*cells, *(place.rate(place.shown(Measure.VISITS)) if place else None for place in found)]


def _columns(table: CountsTable, years: Sequence[str]) -> tuple[Column, ...]:
    columns = [Column(words(f"counts.head.{table.asked.grain}"), Kind.TEXT, 11)]
    for measure, kind in _BLOCKS:
        columns += [Column(f"{words(f'counts.measure.{measure}')} {year}", kind, 11) for year in years]
    columns += [Column(words("counts.head.rate_in", period=year), Kind.RATE, 11) for year in years]
    return tuple(columns)


def _chart(years: Sequence[str], columns: int) -> ChartPlan:
    """Visits an open hour: the newest year as columns, the one before as dashes."""
    shown = years[:2]
    first = columns - len(years)
    title = words("counts.chart.two" if len(shown) > 1 else "counts.chart.one", **_named(shown))
    series = tuple(first + place for place in range(len(shown)))
    return ChartPlan(title, series, tuple(shown), words("counts.chart.alternative"))


def _named(years: Sequence[str]) -> Mapping[str, str]:
    return dict(zip(("year", "before"), years, strict=False))


def weekday_hour_sheet(table: CountsTable) -> SheetPlan | None:
    """Visits by the night's weekday and the hour of arrival; None for a table of single nights."""
    found = main_places(table)
    if table.asked.grain is Grain.NIGHT:
        return None
    hours = _hours_to_show(found)
    return SheetPlan(
        tab=words("counts.tab.weekday_hour"),
        title=words("counts.title.weekday_hour", period=range_name(table)),
        note=f"{mark_note(table)} {words('counts.note.weekday_hour')}",
        columns=(
            Column(words("counts.head.period"), Kind.TEXT, 14),
            Column(words("counts.head.weekday"), Kind.TEXT, 12),
            *(Column(f"{hour}:00", Kind.COUNT, 8) for hour in hours),
        ),
        rows=tuple(row for place in found for row in _week(place, hours)),
    )


def _week(place: Place, hours: Sequence[str]) -> list[tuple[Cell, ...]]:
    """The weekdays on which anybody came, and all nights together."""
    days = [_weekday(place, number, hours) for number in range(len(WEEKDAYS))]
    every = (place.cell(Measure.VISITS, Dimension.HOUR, hour) for hour in hours)
    return [*(day for day in days if any(day[2:])), (place.name, words("counts.head.all_nights"), *every)]


def _weekday(place: Place, number: int, hours: Sequence[str]) -> tuple[Cell, ...]:
    code = WEEKDAYS[number]
    cells = (place.cell(Measure.VISITS, Dimension.WEEKDAY_HOUR, f"{code}|{hour}") for hour in hours)
    return (place.name, weekday_name(number), *cells)


def _hours_to_show(found: Sequence[Place]) -> list[str]:
    """From the first to the last hour in which anybody came, and the hours the bus is usually out."""
    busy = {hour for place in found for hour in NIGHT_HOURS if _came(place, hour)} | _USUAL_HOURS
    spots = [spot for spot, hour in enumerate(NIGHT_HOURS) if hour in busy]
    return list(NIGHT_HOURS[spots[0] : spots[-1] + 1])


def _came(place: Place, hour: str) -> bool:
    return place.shown(Measure.VISITS, Dimension.HOUR, hour).value != 0
