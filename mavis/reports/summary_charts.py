"""The two charts of the end-of-shift summary, side by side: arrivals by hour, and main need as table and bar in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import ShiftSummary
from mavis.domain.record.presentation import Presentation
from mavis.domain.summing_up.usual import NIGHTS_NEEDED
from mavis.reports.charts import Bar, draw_columns, hour_label, label_depth, slot_width
from mavis.reports.grid import Grid, bold_of, style_of_row
from mavis.reports.lettering import SMALL, TEXT, Style, width, wrap
from mavis.reports.page import begin_section
from mavis.reports.phrases import counted_nights, name_of, turn, weekday
from mavis.reports.sheet import BAR_GREY, GUTTER, HEAD_RULE, LEFT, RIGHT, TEXT_WIDTH
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.reports.sheet import Sheet

_NOTE_LEADING, _UNDER_NOTES = 3.75, 0.4
_HALF = (TEXT_WIDTH - GUTTER) / 2
_PLOT, _PLOT_WITH_MANY_NEEDS = 41.0, 52.0
_FIGURE_ROOM, _BAR, _BAR_OF_ROW = 9.0, 3.9, 0.78
_ROOMY_NEED = 6.6


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a night on a grid; ``list_page`` is where the needs of each visit are listed."""

    summary: ShiftSummary
    grid: Grid
    list_page: int

    def lowest_height(self) -> float:
        """Millimetres that they take when the plot is as low as this grid lets it be."""
        plot = self.grid.between(32.0, 20.0)
        needs = self._around_needs() + len(self.summary.needs.counts) * self.grid.row
        return max(self._around_plot() + plot, needs)

    def height(self, room: float) -> float:
        """Millimetres that they take of a room: the plot gives way first, and no need loses its row."""
        return max(min(self._around_plot() + _PLOT, room), self.lowest_height())

    def draw(self, sheet: Sheet, height: float) -> None:
        """Draw both from ``sheet.y`` down, no taller than a height in mm, and move ``y`` under the deeper one."""
        top = sheet.y
        self._draw_arrivals(sheet, min(_PLOT_WITH_MANY_NEEDS, height - self._around_plot()))
        lowest, sheet.y = sheet.y, top
        needs = max(1, len(self.summary.needs.counts))
        self._draw_needs(sheet, min(_ROOMY_NEED, (height - self._around_needs()) / needs))
        sheet.y = max(sheet.y, lowest)

    def _around_needs(self) -> float:
        return self.grid.heading + self._over_needs() + self._under_needs() + notes_height(self._needs_notes())

    def _over_needs(self) -> float:
        return self.grid.between(2.2, 1.4)

    def _under_needs(self) -> float:
        """The row of all visits."""
        return self.grid.between(5.4, 4.7)

    def _needs_notes(self) -> list[str]:
        return wrap(words("print.needs.note", page=self.list_page), SMALL, _HALF)

    def _around_plot(self) -> float:
        return self.grid.heading + label_depth(_hour_bars(self.summary)) + notes_height(_arrival_notes(self.summary))

    def _draw_arrivals(self, sheet: Sheet, plot: float) -> None:
        begin_section(sheet, words("print.arrivals.heading"), self.grid, x1=LEFT + _HALF)
        sheet.y += plot
        bars = _hour_bars(self.summary)
        if bars:
            said = words("print.arrivals.chart", parts=_arrivals_said(self.summary))
            draw_columns(sheet, bars, (LEFT, _HALF, plot), said)
        sheet.y += label_depth(bars)
        draw_notes(sheet, LEFT, _arrival_notes(self.summary))

    def _draw_needs(self, sheet: Sheet, pitch: float) -> None:
        x = LEFT + _HALF + GUTTER
        begin_section(sheet, words("print.needs.heading"), self.grid, x0=x)
        needs = self.summary.needs
        highest = max((count.count for count in needs.counts), default=1)
        axis = x + _labels_room(self.summary)
        top = sheet.y + self._over_needs()
        bottom = top + len(needs.counts) * pitch
        style, high = style_of_row(pitch, TEXT), min(_BAR, _BAR_OF_ROW * pitch)
        with sheet.tagged(Tag.TABLE):
            for number, count in enumerate(needs.counts):
                middle = top + (number + 0.5) * pitch - 0.6
                row = (name_of(count.code, Presentation), str(count.count))
                _draw_need(sheet, (x, axis), middle + style.cap / 2, row, (style, bold_of(style)))
                sheet.box(axis, middle - high / 2, (RIGHT - axis) * count.count / max(1, highest), high, fill=BAR_GREY)
            sheet.upright(axis, top - 1.0, bottom, HEAD_RULE)
            sheet.rule(x, RIGHT, bottom, HEAD_RULE)
            sheet.y = bottom + self._under_needs()
            row = (words("print.summary.all_visits"), str(needs.total))
            _draw_need(sheet, (x, axis), sheet.y - 0.8, row, (bold_of(style), bold_of(style)))
        draw_notes(sheet, x, self._needs_notes())


def draw_notes(sheet: Sheet, x: float, lines: list[str]) -> None:
    """Draw what is to be said under a chart or a table, in the smallest type."""
    with sheet.tagged(Tag.PARAGRAPH):
        for number, line in enumerate(lines):
            sheet.text(x, sheet.y + 3.3 + number * _NOTE_LEADING, line, SMALL)
    sheet.y += notes_height(lines)


def notes_height(lines: list[str]) -> float:
    """Millimetres that such notes take."""
    return _UNDER_NOTES + len(lines) * _NOTE_LEADING


def _hour_bars(summary: ShiftSummary) -> list[Bar]:
    slot = slot_width(_HALF, len(summary.arrivals))
    return [
        Bar(hour_label(count.hour.wall.hour, turn(count.hour.wall.turn), slot, number), count.arrivals)
        for number, count in enumerate(summary.arrivals)
    ]


def _arrivals_said(summary: ShiftSummary) -> str:
    return ", ".join(
        words("print.arrivals.hour", hour=f"{count.hour.wall} {turn(count.hour.wall.turn)}".strip(), n=count.arrivals)
        for count in summary.arrivals
    )


def _arrival_notes(summary: ShiftSummary) -> list[str]:
    usual, day = summary.usual, summary.shift.date
    said = [words("print.arrivals.by_hour")]
    if summary.skipped_hour is not None:
        said.append(words("print.arrivals.skipped", hour=summary.skipped_hour))
    if usual.median is not None and usual.nights >= NIGHTS_NEEDED:
        nights = counted_nights(weekday(day), usual.nights)
        said.append(words("print.arrivals.usual", weekday=weekday(day), nights=nights))
    return wrap(" ".join(said), SMALL, _HALF)


def _labels_room(summary: ShiftSummary) -> float:
    """From the edge to the axis: the widest name of a need and its figure, and never less than looks well."""
    names = [name_of(count.code, Presentation) for count in summary.needs.counts]
    return max(46.0, *(width(name, TEXT) + _FIGURE_ROOM for name in names))


def _draw_need(
    sheet: Sheet, edges: tuple[float, float], baseline: float, row: tuple[str, str], styles: tuple[Style, Style]
) -> None:
    x, axis = edges
    with sheet.tagged(Tag.ROW):
        with sheet.tagged(Tag.HEADER_CELL, scope="Row"):
            sheet.text(x, baseline, row[0], styles[0])
        with sheet.tagged(Tag.CELL):
            sheet.text_right(axis - 2.0, baseline, row[1], styles[1])
