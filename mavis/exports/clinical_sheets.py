"""The sheet of the clinical counts: each measure, then what it is made of, with its share of the measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_questions import ClinicalMeasure, clinical_measures, safeguarding_flags
from mavis.domain.counting.counted import ALL, Measure
from mavis.domain.counting.questions import Dimension, questions
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.reference import FlagKind
from mavis.exports.figures import main_places, ratio_cell
from mavis.exports.overview_sheets import mark_note, range_name
from mavis.exports.sheet_plan import Column, Kind, SheetPlan
from mavis.system.clinical_words import clinical_category, measure_name
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.sharing.counts_table import CountsTable
    from mavis.exports.figures import Cell, Place

_FEW = 4
_OF_VISITS = (Dimension.NEWS2, Dimension.CHECKS, Dimension.RED_FLAGS, Dimension.ABI)


def clinical_sheet(table: CountsTable) -> SheetPlan:
    """Visits by the clinical questions, then each measure with its splits; what is 0 everywhere is left out."""
    found = main_places(table)
    shares = len(found) <= _FEW
    columns = [
        Column(words("counts.head.group"), Kind.TEXT, 30),
        Column(words("counts.head.by"), Kind.TEXT, 26),
        Column(words("counts.head.figure"), Kind.TEXT, 38),
    ]
    for place in found:
        columns.append(Column(place.name, Kind.COUNT, 11))
        columns += [Column(words("counts.head.part", period=place.name), Kind.PERCENT, 11)] if shares else []
    return SheetPlan(
        tab=words("counts.tab.clinical"),
        title=words("counts.title.clinical", period=range_name(table)),
        note=f"{mark_note(table)} {words('counts.note.clinical')}",
        columns=tuple(columns),
        rows=tuple(_rows(table, found, shares=shares)),
    )


def _rows(table: CountsTable, found: tuple[Place, ...], *, shares: bool) -> Iterator[tuple[Cell, ...]]:
    def line(measure: Measure, dimension: Dimension, category: str) -> tuple[Cell, ...]:
        whole = Measure.VISITS if dimension is Dimension.ALL and measure is not Measure.REFERRALS else measure
        cells: list[Cell] = []
        for place in found:
            cells.append(place.cell(measure, dimension, category))
            part = place.shown(measure, dimension, category)
            cells += [ratio_cell(part, place.shown(whole), 3)] if shares else []
        return (*_names(table, measure, dimension, category), *cells)

    asked = {question.dimension: question.categories for question in questions(table.reference)}
    for dimension in _OF_VISITS:
        for category in _present(found, Measure.VISITS, dimension, asked[dimension]):
            yield line(Measure.VISITS, dimension, category)
    for each in clinical_measures(safeguarding_flags(table.reference)):
        yield line(each.measure, Dimension.ALL, ALL)
        for dimension, category in _split(found, each):
            yield line(each.measure, dimension, category)


def _split(found: tuple[Place, ...], each: ClinicalMeasure) -> Iterator[tuple[Dimension, str]]:
    for split in each.splits:
        for category in _present(found, each.measure, split.dimension, split.categories):
            yield split.dimension, category


def _present(
    found: tuple[Place, ...], measure: Measure, dimension: Dimension, categories: tuple[str, ...]
) -> list[str]:
    """The categories that are not 0 everywhere; not known is always shown."""
    return [
        category
        for category in categories
        if category == NOT_KNOWN or any(place.shown(measure, dimension, category).value != 0 for place in found)
    ]


def _names(table: CountsTable, measure: Measure, dimension: Dimension, category: str) -> tuple[Cell, ...]:
    group = words("counts.measure.visits") if measure is Measure.VISITS else measure_name(measure)
    if dimension is Dimension.ALL:
        return (group, None, words("counts.head.all"))
    return (group, label(dimension), _category(table, dimension, category))


def _category(table: CountsTable, dimension: Dimension, category: str) -> str:
    if dimension is Dimension.FLAG:
        flags = {rule.code: rule.name for rule in table.reference.flags.rules if rule.kind is FlagKind.SAFEGUARDING}
        return flags.get(category) or clinical_category(dimension, category)
    if dimension is Dimension.TARGET_STATE:
        target, _, state = category.partition("|")
        return f"{clinical_category(Dimension.TARGET, target)}: {clinical_category(Dimension.STATE, state)}"
    return clinical_category(dimension, category)
