"""The counts of the end-of-shift summary: charts, and breakdowns that each add up, on one page when they can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.grid import ROOMY, Grid, roomiest
from mavis.reports.lettering import SMALL, wrap
from mavis.reports.page import begin_section
from mavis.reports.phrases import counted, name_of
from mavis.reports.shapes import Shape
from mavis.reports.sheet import GUTTER, LEFT, TEXT_WIDTH
from mavis.reports.summary_charts import Charts, draw_notes, notes_height
from mavis.reports.summary_top import top_saves
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.system.wording import words

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.counting.summary import Breakdown, ShiftSummary
    from mavis.reports.page import FramedSheet
    from mavis.reports.sheet import Sheet

_THIRD = (TEXT_WIDTH - 2 * GUTTER) / 3
_SLACK = 0.1
_TRIAGE_SHAPES = {
    TriageCategory.RED.value: Shape.SQUARE,
    TriageCategory.AMBER.value: Shape.TRIANGLE,
    TriageCategory.GREEN.value: Shape.CIRCLE,
    NOT_KNOWN: Shape.NONE,
}


@dataclass(frozen=True, slots=True)
class Block:
    """One breakdown in a column of the page: its heading, its table and a note under it."""

    heading: str
    table: Table
    note: str = ""

    def height(self, grid: Grid) -> float:
        """Millimetres from the rule above its heading to its last line."""
        return grid.heading + self.table.height() + (notes_height(self.notes()) if self.note else 0.0)

    def notes(self) -> list[str]:
        """The note line by line."""
        return wrap(self.note, SMALL, _THIRD)


_Columns = tuple[tuple[Block, ...], ...]


def counts_grid(sheet: FramedSheet, summary: ShiftSummary, list_page: int) -> Grid:
    """The least tight grid that keeps all counts on the first page; a roomy one when none does.

    ``sheet`` holds the top of the page, drawn on a roomy grid: on a tighter one the top gives way as well.
    """

    def height(grid: Grid) -> float:
        charts = Charts(summary, grid, list_page)
        breakdowns = _columns_height(_columns(summary, grid), grid)
        return charts.lowest_height() + breakdowns + 2 * _above(grid) - top_saves(summary, grid) + _SLACK

    return roomiest(height, sheet.room()) or ROOMY


def draw_counts(sheet: FramedSheet, summary: ShiftSummary, list_page: int, grid: Grid) -> None:
    """Draw the charts and the breakdowns, which turn the page when the first one cannot hold them."""
    charts = Charts(summary, grid, list_page)
    columns = _columns(summary, grid)
    deepest, above = _columns_height(columns, grid), _above(grid)
    room = sheet.room() - 2 * above - deepest - _SLACK
    height = charts.height(room if room >= charts.lowest_height() else sheet.room())
    sheet.y += above
    if sheet.room() < height:
        sheet.turn()
    charts.draw(sheet, height)
    if sheet.room() < deepest + above:
        sheet.turn()
    else:
        sheet.y += above
    _draw_columns(sheet, columns, grid)


def _above(grid: Grid) -> float:
    return grid.between(5.0, 3.0)


def _columns(summary: ShiftSummary, grid: Grid) -> _Columns:
    return (
        (_block("outcomes", summary.outcomes, Outcome, grid), _stay_block(summary, grid)),
        (_block("triage", summary.triage, TriageCategory, grid), _block("ages", summary.ages, AgeBand, grid)),
        (_block("genders", summary.genders, Gender, grid), _block("sources", summary.sources, ReferralSource, grid)),
    )


def _block(name: str, breakdown: Breakdown, kind: type[StrEnum], grid: Grid) -> Block:
    shapes = _TRIAGE_SHAPES if kind is TriageCategory else {}
    rows = [
        Row((Cell(name_of(count.code, kind), shape=shapes.get(count.code)), Cell(str(count.count))))
        for count in breakdown.counts
    ]
    rows.append(Row((Cell(words("print.summary.all_visits")), Cell(str(breakdown.total))), total=True))
    columns = (Column("", _THIRD - 10.0, gap=1.0), Column("", 10.0, Side.RIGHT, gap=1.2))
    return Block(words(f"print.breakdown.{name}"), Table(columns, tuple(rows), grid.table, grid.row))


def _stay_block(summary: ShiftSummary, grid: Grid) -> Block:
    stay, visits = summary.stay, len(summary.visits)
    figures = {"median": stay.median, "longest": stay.longest}
    rows = tuple(
        Row((Cell(words(f"print.breakdown.{name}")), Cell(words("print.not_known") if n is None else str(n))))
        for name, n in figures.items()
    )
    columns = (Column("", _THIRD - 20.0), Column("", 20.0, Side.RIGHT, gap=1.2))
    table = Table(columns, rows, grid.table, grid.row)
    return Block(words("print.breakdown.stay"), table, _stay_note(stay.with_times, visits))


def _stay_note(with_times: int, visits: int) -> str:
    missing = visits - with_times
    if not missing:
        return words("print.breakdown.stay_one") if visits == 1 else words("print.breakdown.stay_all", n=visits)
    gap = words("print.breakdown.gap_one") if missing == 1 else words("print.breakdown.gap_more", n=missing)
    return words("print.breakdown.stay_some", n=with_times, visits=counted("visits", visits), gap=gap)


def _between_blocks(grid: Grid) -> float:
    return grid.between(3.9, 2.4)


def _columns_height(columns: _Columns, grid: Grid) -> float:
    """Millimetres of the deepest column."""
    gap = _between_blocks(grid)
    return max(sum(block.height(grid) + gap for block in blocks) - gap for blocks in columns)


def _draw_columns(sheet: Sheet, columns: _Columns, grid: Grid) -> None:
    top = sheet.y
    for number, blocks in enumerate(columns):
        x = LEFT + number * (_THIRD + GUTTER)
        sheet.y = top
        for block in blocks:
            begin_section(sheet, block.heading, grid, x0=x, x1=x + _THIRD)
            draw_table(sheet, block.table, x)
            if block.note:
                draw_notes(sheet, x, block.notes())
            sheet.y += _between_blocks(grid)
    sheet.y = top + _columns_height(columns, grid)
