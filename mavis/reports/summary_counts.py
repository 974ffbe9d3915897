"""The counts of the end-of-shift summary: arrivals by hour, main need, and the breakdowns that each add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.identity import AgeBand, Gender, ReferralSource
from mavis.domain.outcome import Outcome
from mavis.domain.presentation import Presentation
from mavis.domain.summary import NOT_KNOWN
from mavis.domain.triage import TriageCategory
from mavis.domain.usual import NIGHTS_NEEDED
from mavis.reports.charts import Bar, draw_columns, hour_label, label_depth
from mavis.reports.lettering import SMALL, TEXT, TEXT_BOLD, width, wrap
from mavis.reports.page import begin_section
from mavis.reports.phrases import counted_nights, turn, weekday
from mavis.reports.shapes import Shape
from mavis.reports.sheet import BAR_GREY, GUTTER, HEAD_RULE, LEFT, RIGHT, TEXT_WIDTH
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.summary import Breakdown, ShiftSummary
    from mavis.reports.page import FramedSheet
    from mavis.reports.sheet import Sheet

_HALF = (TEXT_WIDTH - GUTTER) / 2
_THIRD = (TEXT_WIDTH - 2 * GUTTER) / 3
_PLOT_HIGHEST, _PLOT_LOWEST = 41.0, 20.0
_HEADING, _NOTE, _GAP = 6.6, 3.75, 3.9
_ABOVE, _SLACK = 5.0, 0.1
_FIGURE_ROOM, _BAR = 9.0, 3.9
_TRIAGE_SHAPES = {
    TriageCategory.RED.value: Shape.SQUARE,
    TriageCategory.AMBER.value: Shape.TRIANGLE,
    TriageCategory.GREEN.value: Shape.CIRCLE,
    NOT_KNOWN: Shape.NONE,
}


def name_of(code: str, kind: type[StrEnum]) -> str:
    """What a category of a breakdown is called in print."""
    if code != NOT_KNOWN:
        return label(kind(code))
    if kind is TriageCategory:
        return words("print.breakdown.not_recorded")
    return words("print.breakdown.still_open" if kind is Outcome else "print.breakdown.not_known")


@dataclass(frozen=True, slots=True)
class Block:
    """One breakdown in a column of the page: its heading, its table and a note under it."""

    heading: str
    table: Table
    note: str = ""

    def height(self) -> float:
        """Millimetres from the rule above its heading to its last line."""
        notes = len(wrap(self.note, SMALL, _THIRD)) * _NOTE + 0.4 if self.note else 0.0
        return _HEADING + self.table.height() + notes


def draw_counts(sheet: FramedSheet, summary: ShiftSummary, list_page: int) -> None:
    """Draw the charts and the breakdowns; the charts give way a little so that all stays on the first page."""
    columns = _columns(summary)
    deepest = max(_column_height(column) for column in columns)
    plot = _plot_height(sheet, summary, deepest)
    sheet.y += _ABOVE
    if sheet.room() < _charts_height(summary, plot):
        sheet.turn()
    _draw_charts(sheet, summary, plot, list_page)
    if sheet.room() < deepest + _ABOVE:
        sheet.turn()
    else:
        sheet.y += _ABOVE
    _draw_columns(sheet, columns)


def _plot_height(sheet: Sheet, summary: ShiftSummary, deepest: float) -> float:
    """The room that is left for the plot when it can still be read; else the best, for the breakdowns turn the page."""
    spare = sheet.room() - 2 * _ABOVE - deepest - _arrivals_height(summary, 0.0) - _SLACK
    return _PLOT_HIGHEST if spare < _PLOT_LOWEST else min(_PLOT_HIGHEST, spare)


def _arrivals_height(summary: ShiftSummary, plot: float) -> float:
    return _HEADING + plot + label_depth(_hour_bars(summary)) + len(_arrival_notes(summary)) * _NOTE + 0.4


def _charts_height(summary: ShiftSummary, plot: float) -> float:
    needs = _HEADING + len(summary.needs.counts) * _needs_pitch(summary, plot) + 8.0 + 2 * _NOTE
    return max(_arrivals_height(summary, plot), needs)


def _needs_pitch(summary: ShiftSummary, plot: float) -> float:
    """The height of one need: generous when there are few."""
    return min(6.6, max(4.6, (plot - 5.0) / max(1, len(summary.needs.counts))))


def _draw_charts(sheet: Sheet, summary: ShiftSummary, plot: float, list_page: int) -> None:
    top = sheet.y
    _draw_arrivals(sheet, summary, plot)
    lowest, sheet.y = sheet.y, top
    _draw_needs(sheet, summary, _needs_pitch(summary, plot), list_page)
    sheet.y = max(sheet.y, lowest)


def _hour_bars(summary: ShiftSummary) -> list[Bar]:
    slot = _HALF / max(1, len(summary.arrivals))
    return [
        Bar(hour_label(count.hour.wall.hour, turn(count.hour.wall.turn), slot, number), count.arrivals)
        for number, count in enumerate(summary.arrivals)
    ]


def _arrival_notes(summary: ShiftSummary) -> list[str]:
    usual, day = summary.usual, summary.shift.date
    said = [words("print.arrivals.by_hour")]
    if summary.skipped_hour is not None:
        said.append(words("print.arrivals.skipped", hour=summary.skipped_hour))
    if usual.median is not None and usual.nights >= NIGHTS_NEEDED:
        nights = counted_nights(weekday(day), usual.nights)
        said.append(words("print.arrivals.usual", weekday=weekday(day), nights=nights))
    return wrap(" ".join(said), SMALL, _HALF)


def _draw_arrivals(sheet: Sheet, summary: ShiftSummary, plot: float) -> None:
    begin_section(sheet, words("print.arrivals.heading"), x1=LEFT + _HALF)
    sheet.y += plot
    bars = _hour_bars(summary)
    parts = [
        words("print.arrivals.hour", hour=f"{count.hour.wall} {turn(count.hour.wall.turn)}".strip(), n=count.arrivals)
        for count in summary.arrivals
    ]
    if bars:
        draw_columns(sheet, bars, (LEFT, _HALF, plot), words("print.arrivals.chart", parts=", ".join(parts)))
    sheet.y += label_depth(bars)
    _draw_notes(sheet, LEFT, _arrival_notes(summary))


def _draw_notes(sheet: Sheet, x: float, lines: list[str]) -> None:
    with sheet.tagged(Tag.PARAGRAPH):
        for number, line in enumerate(lines):
            sheet.text(x, sheet.y + 3.3 + number * _NOTE, line, SMALL)
    sheet.y += 0.4 + len(lines) * _NOTE


def _draw_needs(sheet: Sheet, summary: ShiftSummary, pitch: float, list_page: int) -> None:
    x = LEFT + _HALF + GUTTER
    begin_section(sheet, words("print.needs.heading"), x0=x)
    counts = summary.needs.counts
    highest = max((count.count for count in counts), default=1)
    axis = x + _labels_room(summary)
    top = sheet.y + 2.2
    with sheet.tagged(Tag.TABLE):
        for number, count in enumerate(counts):
            baseline = top + (number + 0.5) * pitch + TEXT.cap / 2 - 0.6
            _draw_need(sheet, (x, axis), baseline, (name_of(count.code, Presentation), str(count.count)))
            bar = (RIGHT - axis) * count.count / max(1, highest)
            sheet.box(axis, baseline - TEXT.cap / 2 - _BAR / 2, bar, _BAR, fill=BAR_GREY)
        bottom = top + len(counts) * pitch
        sheet.upright(axis, top - 1.0, bottom, HEAD_RULE)
        sheet.rule(x, RIGHT, bottom, HEAD_RULE)
        _draw_need(
            sheet, (x, axis), bottom + 4.6, (words("print.summary.all_visits"), str(summary.needs.total)), bold=True
        )
    sheet.y = bottom + 5.4
    _draw_notes(sheet, x, wrap(words("print.needs.note", page=list_page), SMALL, _HALF))


def _labels_room(summary: ShiftSummary) -> float:
    """From the edge to the axis: the widest name of a need and its figure, and never less than looks well."""
    names = [name_of(count.code, Presentation) for count in summary.needs.counts]
    return max(46.0, *(width(name, TEXT) + _FIGURE_ROOM for name in names))


def _draw_need(
    sheet: Sheet, edges: tuple[float, float], baseline: float, row: tuple[str, str], *, bold: bool = False
) -> None:
    x, axis = edges
    with sheet.tagged(Tag.ROW):
        with sheet.tagged(Tag.HEADER_CELL, scope="Row"):
            sheet.text(x, baseline, row[0], TEXT_BOLD if bold else TEXT)
        with sheet.tagged(Tag.CELL):
            sheet.text_right(axis - 2.0, baseline, row[1], TEXT_BOLD)


def _columns(summary: ShiftSummary) -> tuple[tuple[Block, ...], ...]:
    return (
        (_block("outcomes", summary.outcomes, Outcome), _stay_block(summary)),
        (_block("triage", summary.triage, TriageCategory), _block("ages", summary.ages, AgeBand)),
        (_block("genders", summary.genders, Gender), _block("sources", summary.sources, ReferralSource)),
    )


def _block(name: str, breakdown: Breakdown, kind: type[StrEnum]) -> Block:
    shapes = _TRIAGE_SHAPES if kind is TriageCategory else {}
    rows = [
        Row((Cell(name_of(count.code, kind), shape=shapes.get(count.code)), Cell(str(count.count))))
        for count in breakdown.counts
    ]
    rows.append(Row((Cell(words("print.summary.all_visits")), Cell(str(breakdown.total))), total=True))
    return Block(words(f"print.breakdown.{name}"), Table(_two_columns(), tuple(rows)))


def _two_columns() -> tuple[Column, Column]:
    return Column("", _THIRD - 10.0, gap=1.0), Column("", 10.0, Side.RIGHT, gap=1.2)


def _stay_block(summary: ShiftSummary) -> Block:
    stay, visits = summary.stay, len(summary.visits)
    figures = {"median": stay.median, "longest": stay.longest}
    rows = tuple(
        Row((Cell(words(f"print.breakdown.{name}")), Cell(words("print.not_known") if n is None else str(n))))
        for name, n in figures.items()
    )
    table = Table((Column("", _THIRD - 20.0), Column("", 20.0, Side.RIGHT, gap=1.2)), rows)
    return Block(words("print.breakdown.stay"), table, _stay_note(stay.with_times, visits))


def _stay_note(with_times: int, visits: int) -> str:
    missing = visits - with_times
    if not missing:
        return words("print.breakdown.stay_one") if visits == 1 else words("print.breakdown.stay_all", n=visits)
    gap = words("print.breakdown.gap_one") if missing == 1 else words("print.breakdown.gap_more", n=missing)
    return words("print.breakdown.stay_some", n=with_times, visits=visits, gap=gap)


def _column_height(blocks: tuple[Block, ...]) -> float:
    return sum(block.height() for block in blocks) + _GAP * (len(blocks) - 1)


def _draw_columns(sheet: Sheet, columns: tuple[tuple[Block, ...], ...]) -> None:
    top = sheet.y
    lowest = top
    for number, blocks in enumerate(columns):
        x = LEFT + number * (_THIRD + GUTTER)
        sheet.y = top
        for block in blocks:
            begin_section(sheet, block.heading, x0=x, x1=x + _THIRD)
            draw_table(sheet, block.table, x)
            if block.note:
                _draw_notes(sheet, x, wrap(block.note, SMALL, _THIRD))
            sheet.y += _GAP
        lowest = max(lowest, sheet.y - _GAP)
    sheet.y = lowest
