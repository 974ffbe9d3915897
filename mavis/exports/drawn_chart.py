"""Draws the chart under a table from the very cells that are printed in it; a hidden figure leaves a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mavis.exports.cell_formats import INK
from mavis.exports.sheet_plan import FIRST_ROW, HEAD_ROW
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from mavis.exports.cell_formats import Formats
    from mavis.exports.figures import Cell
    from mavis.exports.sheet_plan import ChartPlan, Column, SheetPlan

HUE = "#5F7D9B"
_HEIGHT_PIXELS = 300
_DIGIT_PIXELS = 7


class DrawnChart:
    """A chart on its way under its table."""

    def __init__(self, book: Workbook, sheet: Worksheet, formats: Formats, plan: SheetPlan, chart: ChartPlan) -> None:
        """Draw the chart of this plan, whose table stands on the sheet already."""
        self._book = book
        self._sheet = sheet
        self._formats = formats
        self._plan = plan
        self._chart = chart

    def draw(self) -> None:
        """Columns for the first series, dashes for the second, an axis from 0 and no gridlines."""
        plan, chart = self._plan, self._chart
        height = len(plan.rows) - plan.totals
        series = self._figures(height)
        drawn = self._columns_chart(chart.names[0], series[0], height)
        if len(series) > 1:
            drawn.combine(self._dashes_chart(chart.names[1], series[1], height))
        drawn.set_title({"name": chart.title, "name_font": {"size": 11, "bold": True, "color": INK}})
        drawn.set_legend({"position": "top"} if len(series) > 1 else {"none": True})
        drawn.set_y_axis({"min": 0, "major_gridlines": {"visible": False}, "line": {"none": True}, "num_format": "0.0"})
        drawn.set_x_axis({"line": {"color": INK}})
        drawn.show_blanks_as("gap")
        width = sum(int(column.width * _DIGIT_PIXELS) + 5 for column in plan.columns)
        drawn.set_size({"width": width, "height": _HEIGHT_PIXELS})
        place = FIRST_ROW + len(plan.rows) + 1
        self._sheet.insert_chart(place, 0, drawn, {"description": chart.alternative, "object_position": 2})

    def _figures(self, height: int) -> list[int]:
        """Where the chart reads its figures: the table, or columns of its own beside it when one there is hidden."""
        rows = self._plan.rows[:height]
        if all(not isinstance(row[place], str) for row in rows for place in self._chart.series):
            return list(self._chart.series)
        found = []
        for number, place in enumerate(self._chart.series):
            own = len(self._plan.columns) + 1 + number
            column = self._plan.columns[place]
            self._write_own(own, column, [row[place] for row in rows])
            found.append(own)
        return found

    def _write_own(self, own: int, column: Column, cells: Sequence[Cell]) -> None:
        self._sheet.set_column(own, own, column.width)
        head = words("counts.head.chart_of", period=column.head)
        self._sheet.write_string(HEAD_ROW, own, head, self._formats.head(column.kind))
        look = self._formats.cell(column.kind, total=False, first_total=False)
        for number, cell in enumerate(cells):
            if isinstance(cell, int | float):
                self._sheet.write_number(FIRST_ROW + number, own, cell, look)

    def _columns_chart(self, name: str, place: int, height: int) -> Chart:
        drawn = self._book.add_chart({"type": "column"})
        drawn.add_series({"name": name, **self._range(place, height), "fill": {"color": HUE}, "gap": 50})
        return drawn

    def _dashes_chart(self, name: str, place: int, height: int) -> Chart:
        drawn = self._book.add_chart({"type": "line"})
        dash = {"type": "long_dash", "size": 12, "fill": {"color": INK}, "border": {"color": INK}}
        drawn.add_series({"name": name, **self._range(place, height), "line": {"none": True}, "marker": dash})
        return drawn

    def _range(self, place: int, height: int) -> dict[str, Any]:
        first, last = FIRST_ROW, FIRST_ROW + height - 1
        return {
            "categories": [self._plan.tab, first, 0, last, 0],
            "values": [self._plan.tab, first, place, last, place],
        }
