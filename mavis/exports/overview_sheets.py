"""The sheets that people read first: the summary, what was avoided and on what ground, and beat areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.counted import Bound, Measure
from mavis.domain.counting.questions import Dimension, questions
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.diversion import Basis
from mavis.exports.figures import category_name, main_places, period_name, places, ratio_cell
from mavis.exports.sheet_plan import Column, Kind, SheetPlan
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.sharing.counts_table import CountsTable
    from mavis.exports.figures import Cell, Place

_FEW = 4
"""So many periods leave room for a second column beside each."""

_SPLIT_BY = (
    Dimension.PRIMARY_NEED,
    Dimension.OUTCOME,
    Dimension.TRIAGE,
    Dimension.AGE_BAND,
    Dimension.GENDER,
    Dimension.REFERRAL_SOURCE,
)
_IN_ORDER = frozenset({Dimension.TRIAGE, Dimension.AGE_BAND})
_CLAIMS = (Measure.ED_AVOIDED, Measure.AMBULANCE_AVOIDED)


def mark_note(table: CountsTable) -> str:
    """What a reader of any sheet must know first."""
    if table.restricted:
        return words("counts.note.restricted")
    return words(f"counts.note.shared_{table.asked.rule}")


def summary_sheet(table: CountsTable) -> SheetPlan:
    """Everything at a glance: the headline figures, then visits by each question, each with its share."""
    found = main_places(table)
    shares = len(found) <= _FEW
    columns = [Column(words("counts.head.group"), Kind.TEXT, 22), Column(words("counts.head.figure"), Kind.TEXT, 36)]
    for place in found:
        columns.append(Column(place.name, Kind.COUNT, 11))
        columns += [Column(words("counts.head.share", period=place.name), Kind.PERCENT, 11)] if shares else []
    return SheetPlan(
        tab=words("counts.tab.summary"),
        title=words("counts.title.summary", scheme=table.scheme, period=range_name(table)),
        note=mark_note(table),
        columns=tuple(columns),
        rows=(*_headline(found, shares=shares), *_breakdowns(table, found, shares=shares)),
    )


def range_name(table: CountsTable) -> str:
    """The months that the table is about, or its one period."""
    found = main_places(table)
    if len({place.period for place in found}) == 1:
        return found[0].name
    first, last = (period_name(str(month)) for month in (table.asked.first, table.asked.last))
    return first if first == last else words("counts.range", first=first, last=last)


def _headline(found: tuple[Place, ...], *, shares: bool) -> Iterator[tuple[Cell, ...]]:
    def line(group: str, figure: str, cells: list[Cell]) -> tuple[Cell, ...]:
        spread = [each for cell in cells for each in ((cell, None) if shares else (cell,))]
        return (words(f"counts.group.{group}"), words(f"counts.figure.{figure}"), *spread)

    def of(measure: Measure, dimension: Dimension = Dimension.ALL, category: str = "all") -> list[Cell]:
        return [place.cell(measure, dimension, category) for place in found]

    yield line("bus", "nights", of(Measure.NIGHTS))
    yield line("bus", "open_hours", of(Measure.OPEN_HOURS))
    yield line("bus", "crew_hours", of(Measure.CREW_HOURS))
    yield line("visits", "visits", of(Measure.VISITS))
    yield line("visits", "rate", [place.rate(place.shown(Measure.VISITS)) for place in found])
    yield line("visits", "sent_to_ed", of(Measure.SENT_TO_ED))
    for measure in _CLAIMS:
        for bound in Bound:
            yield line("avoided", f"{measure}_{bound}", of(measure, Dimension.BOUND, bound))
    yield line("avoided", "stood_down", of(Measure.STOOD_DOWN))
    yield line("avoided", "would_have_not_known", of(Measure.WOULD_HAVE_NOT_KNOWN))


def _breakdowns(table: CountsTable, found: tuple[Place, ...], *, shares: bool) -> Iterator[tuple[Cell, ...]]:
    asked = {question.dimension: question.categories for question in questions(table.reference)}
    for dimension in _SPLIT_BY:
        for category in _ordered(found, dimension, asked[dimension]):
            cells: list[Cell] = []
            for place in found:
                shown = place.shown(Measure.VISITS, dimension, category)
                cells.append(place.cell(Measure.VISITS, dimension, category))
                cells += [ratio_cell(shown, place.shown(Measure.VISITS), 3)] if shares else []
            yield (words(f"counts.dimension.{dimension}"), category_name(table, dimension, category), *cells)


def _ordered(found: tuple[Place, ...], dimension: Dimension, categories: tuple[str, ...]) -> list[str]:
    """Ordered scales whole and in their order; else what is not 0, most first; not known last and always."""
    if dimension in _IN_ORDER:
        return list(categories)

    def sizes(category: str) -> list[int]:
        figures = [place.shown(Measure.VISITS, dimension, category).value for place in found]
        return [-(1 if figure is None else figure) for figure in figures]

    known = [category for category in categories if category != NOT_KNOWN and any(sizes(category))]
    return [*sorted(known, key=lambda category: sum(sizes(category))), NOT_KNOWN]


def avoided_sheet(table: CountsTable) -> SheetPlan:
    """A&E attendances and ambulances avoided, by the ground on which each was judged, with the range."""
    totals = places(table, table.asked.grains[0]) if len(table.asked.grains) > 1 else ()
    rows = [_avoided(place, measure) for place in (*_finest(table), *totals) for measure in _CLAIMS]
    bases = [Column(words(f"codes.basis.{basis}"), Kind.COUNT, 13) for basis in Basis]
    return SheetPlan(
        tab=words("counts.tab.avoided"),
        title=words("counts.title.avoided", period=range_name(table)),
        note=words("counts.note.avoided"),
        columns=(
            Column(words("counts.head.period"), Kind.TEXT, 16),
            Column(words("counts.head.avoided"), Kind.TEXT, 24),
            *bases,
            Column(words("counts.head.lowest"), Kind.COUNT, 10),
            Column(words("counts.head.highest"), Kind.COUNT, 10),
            Column(words("counts.head.judged_not_known"), Kind.COUNT, 13),
            Column(words("counts.head.visits"), Kind.COUNT, 10),
        ),
        rows=tuple(rows),
        totals=len(totals) * len(_CLAIMS),
    )


def _finest(table: CountsTable) -> tuple[Place, ...]:
    return places(table, table.asked.grain)


def _avoided(place: Place, measure: Measure) -> tuple[Cell, ...]:
    return (
        place.name,
        words(f"counts.measure.{measure}"),
        *(place.cell(measure, Dimension.BASIS, basis.value) for basis in Basis),
        *(place.cell(measure, Dimension.BOUND, bound) for bound in Bound),
        place.cell(Measure.WOULD_HAVE_NOT_KNOWN),
        place.cell(Measure.VISITS),
    )


def beat_areas_sheet(table: CountsTable) -> SheetPlan | None:
    """Visits by the beat area where people were found, with visits an open hour; None when no area was written down."""
    found = main_places(table)
    areas = [(area.code, area.tier) for area in table.reference.beat_areas]
    if not any(
        place.shown(Measure.VISITS, Dimension.BEAT_AREA, code).value != 0 for place in found for code, _ in areas
    ):
        return None
    lines = [*areas, (NOT_KNOWN, NOT_KNOWN)]
    columns = [Column(words("counts.head.beat_area"), Kind.TEXT, 26), Column(words("counts.head.tier"), Kind.TEXT, 12)]
    for place in found:
        columns.append(Column(words("counts.head.visits_in", period=place.name), Kind.COUNT, 13))
        columns.append(Column(words("counts.head.rate_in", period=place.name), Kind.FINE_RATE, 13))
    return SheetPlan(
        tab=words("counts.tab.beat_areas"),
        title=words("counts.title.beat_areas", period=range_name(table)),
        note=words("counts.note.beat_areas"),
        columns=tuple(columns),
        rows=(
            *((_area(table, code), _tier(tier), *_area_cells(found, code)) for code, tier in lines),
            (words("counts.head.all"), None, *_area_cells(found, None)),
        ),
        totals=1,
    )


def _tier(tier: str) -> str:
    return words("counts.not_known") if tier == NOT_KNOWN else tier.capitalize()


def _area(table: CountsTable, code: str) -> str:
    return category_name(table, Dimension.BEAT_AREA, code)


def _area_cells(found: tuple[Place, ...], code: str | None) -> Iterator[Cell]:
    for place in found:
        of = (Dimension.BEAT_AREA, code) if code else (Dimension.ALL, "all")
        yield place.cell(Measure.VISITS, *of)
        yield place.rate(place.shown(Measure.VISITS, *of), 2)
