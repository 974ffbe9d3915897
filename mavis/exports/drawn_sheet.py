"""Draws one planned sheet: cells typed as what they are, a head that stays in sight, and a page that fits its paper."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from mavis.exports.csv_text import guarded
from mavis.exports.drawn_chart import DrawnChart
from mavis.exports.sheet_plan import FIRST_ROW, HEAD_ROW, Kind
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from mavis.exports.cell_formats import Formats
    from mavis.exports.figures import Cell
    from mavis.exports.sheet_plan import SheetPlan

RESTRICTED = "#B10E1E"
_LINE_POINTS = 15
_WIDE = 8
_A4 = 9


class DrawnSheet:
    """One sheet on its way into the workbook."""

    def __init__(self, book: Workbook, sheet: Worksheet, formats: Formats, plan: SheetPlan) -> None:
        """Draw the plan on this empty sheet."""
        self._book = book
        self._sheet = sheet
        self._formats = formats
        self._plan = plan
        self._first = FIRST_ROW if plan.headed else HEAD_ROW

    def draw(self, footer: str) -> None:
        """Everything: title, note, head, rows, chart, and how it is printed."""
        self._draw_top()
        self._draw_rows()
        self._set_view()
        self._set_page(footer)
        if self._plan.chart is not None:
            DrawnChart(self._book, self._sheet, self._formats, self._plan, self._plan.chart).draw()

    def _draw_top(self) -> None:
        plan, sheet = self._plan, self._sheet
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, guarded(plan.title), self._formats.title)
        sheet.set_row(1, 18)
        sheet.write_string(1, 0, plan.note, self._formats.note)
        for place, column in enumerate(plan.columns):
            sheet.set_column(place, place, column.width)
            if plan.headed:
                sheet.write_string(HEAD_ROW, place, guarded(column.head), self._formats.head(column.kind))
        if plan.headed:
            lines = max(_lines(column.head, column.width - 2) for column in plan.columns)
            sheet.set_row(HEAD_ROW, lines * _LINE_POINTS + 5)

    def _draw_rows(self) -> None:
        """Rows of one look together: their formats are looked up once for thousands of them."""
        rows, body = self._plan.rows, len(self._plan.rows) - self._plan.totals
        looks = (
            (0, body, partial(self._formats.cell, total=False, first_total=False)),
            (body, body + 1, partial(self._formats.cell, total=True, first_total=True)),
            (body + 1, len(rows), partial(self._formats.cell, total=True, first_total=False)),
        )
        for start, end, look in looks:
            usual = [look(column.kind) for column in self._plan.columns] if rows[start:end] else []
            for number, row in enumerate(rows[start:end], start):
                self._draw_row(self._first + number, row, look, usual)

    def _draw_row(
        self, place: int, row: Sequence[Cell], look: Callable[[Kind], Format], usual: Sequence[Format]
    ) -> None:
        lines = 1
        for spot, (column, cell, format_) in enumerate(zip(self._plan.columns, row, usual, strict=True)):
            is_rate = isinstance(cell, float) and column.kind is Kind.COUNT
            self._write(place, spot, cell, look(Kind.RATE) if is_rate else format_)
            if column.kind is Kind.WRAPPED:
                lines = max(lines, _lines(str(cell), column.width))
        self._sheet.set_row(place, lines * _LINE_POINTS + 1)

    def _write(self, row: int, column: int, cell: Cell, look: Format) -> None:
        if cell in (None, ""):
            self._sheet.write_blank(row, column, None, look)
        elif isinstance(cell, str):
            self._sheet.write_string(row, column, guarded(cell), look)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, column, datetime.combine(cell, time()), look)
        else:
            self._sheet.write_number(row, column, cell, look)

    def _set_view(self) -> None:
        plan, sheet = self._plan, self._sheet
        last = self._first + len(plan.rows) - 1
        width = len(plan.columns)
        sheet.hide_gridlines(2)
        sheet.freeze_panes(self._first, 1 if width > _WIDE else 0)
        if plan.headed and plan.rows:
            sheet.autofilter(HEAD_ROW, 0, last - plan.totals, width - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW}:{_letter(width - 1)}{last + 1}"})
        if plan.restricted:
            sheet.set_tab_color(RESTRICTED)

    def _set_page(self, footer: str) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 1 if self._plan.chart else 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.8)
        if self._plan.headed:
            sheet.repeat_rows(HEAD_ROW)
        right = words("counts.footer.right", page="&P", pages="&N")
        sheet.set_footer(f"&L&8{footer.replace('&', '&&')}&R&8{right}")


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; letters are a little narrower than the digits that widths count."""
    across = max(1, int(width * 1.15))
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > across:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
    return lines + sum(math.ceil(len(word) / across) - 1 for word in text.split())


def _letter(column: int) -> str:
    """The letters of a column counted from 0."""
    before, last = divmod(column, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
