"""Tables on paper: text left, numbers right, heads like their columns, rows that are never split across pages."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from mavis.reports.grid import bold_of
from mavis.reports.lettering import HEAD, SMALL_BOLD, TABLE, Style, width, wrap
from mavis.reports.shapes import Shape, draw_shape
from mavis.reports.sheet import HEAD_RULE, ROW_RULE, RULE_GREY
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from mavis.reports.sheet import Sheet

SHAPE_ROOM = 5.0
"""The room that a triage shape takes before its word, in mm."""


class Side(Enum):
    """Where the text of a column stands."""

    LEFT = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in mm with ``gap`` kept free on its right, and its side."""

    head: str
    width: float
    side: Side = Side.LEFT
    gap: float = 1.5

    @property
    def room(self) -> float:
        """What a text may take, in mm."""
        return self.width - self.gap


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, or a text in lines broken beforehand; ``inverse`` is white on black."""

    text: str
    style: Style | None = None
    shape: Shape | None = None
    inverse: bool = False
    lines: tuple[str, ...] = ()

    def broken(self, column: Column, style: Style) -> list[str]:
        """The lines of this cell in a column."""
        indent = SHAPE_ROOM if self.shape is not None else 0.0
        return list(self.lines) or wrap(self.text, self.style or style, column.room - indent)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the first cell names it. A ``total`` is bold under a stronger rule."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to be drawn: ``pitch`` is the height of a row of one line, in mm."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    style: Style = TABLE
    pitch: float = 4.87

    @property
    def width(self) -> float:
        """Millimetres."""
        return sum(column.width for column in self.columns)

    @property
    def has_head(self) -> bool:
        """Whether any column has a head."""
        return any(column.head for column in self.columns)

    def head_lines(self) -> list[list[str]]:
        """The lines of each column's head; a head breaks at its own line ends as well."""
        return [
            [line for part in column.head.split("\n") for line in wrap(part, HEAD, column.room)]
            for column in self.columns
        ]

    def head_height(self) -> float:
        """Millimetres, down to the rule under the head."""
        if not self.has_head:
            return 0.0
        return max(map(len, self.head_lines())) * HEAD_LEADING + 2.6

    def row_height(self, row: Row) -> float:
        """Millimetres."""
        lines = max(len(cell.broken(column, self.style)) for cell, column in zip(row.cells, self.columns, strict=True))
        return self.pitch + (lines - 1) * self.line_height

    @property
    def line_height(self) -> float:
        """Millimetres between the lines of one cell."""
        return min(self.style.size * 0.405, self.pitch * 0.79)

    def height(self) -> float:
        """Millimetres of the whole table on one page."""
        return self.head_height() + sum(self.row_height(row) for row in self.rows)


HEAD_LEADING = 3.6
_UNDER_TEXT, _OF_ROW = 1.45, 0.31


def draw_table(sheet: Sheet, table: Table, x: float, *, name: str = "") -> None:
    """Draw a table from ``sheet.y`` down, on as many pages as it needs, and move ``y`` to its last rule.

    Where it breaks, the head is repeated under the name of the table and the word for "continued".
    """
    with sheet.tagged(Tag.TABLE):
        _draw_head(sheet, table, x)
        heights = [table.row_height(row) for row in table.rows]
        for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
            if height > sheet.room():
                sheet.turn()
                _draw_continued(sheet, table, x, name)
            _draw_row(sheet, table, row, x)
            sheet.y += height
            breaks = number + 1 < len(heights) and heights[number + 1] > sheet.room()
            _rule_under(sheet, table, x, number, breaks=breaks)


def _rule_under(sheet: Sheet, table: Table, x: float, number: int, *, breaks: bool) -> None:
    rows = table.rows
    strong = breaks or number + 1 == len(rows) or rows[number].total or rows[number + 1].total
    weight, grey = (HEAD_RULE, 0.0) if strong else (ROW_RULE, RULE_GREY)
    sheet.rule(x, x + table.width, sheet.y, weight, grey=grey)


def _draw_continued(sheet: Sheet, table: Table, x: float, name: str) -> None:
    with sheet.artifact():
        if name:
            sheet.text(x, sheet.y + 3.2, words("print.continued", what=name), SMALL_BOLD)
            sheet.y += 4.4
        _draw_head(sheet, table, x, repeated=True)


def _draw_head(sheet: Sheet, table: Table, x: float, *, repeated: bool = False) -> None:
    if not table.has_head:
        return
    lines = table.head_lines()
    bottom = sheet.y + table.head_height()
    with nullcontext() if repeated else sheet.tagged(Tag.ROW):
        for column, broken in zip(table.columns, lines, strict=True):
            with nullcontext() if repeated else _head_cell(sheet, column):
                first = bottom - 2.0 - (len(broken) - 1) * HEAD_LEADING
                for number, line in enumerate(broken):
                    _place(sheet, column, x, first + number * HEAD_LEADING, line, HEAD)
            x += column.width
    sheet.rule(x - table.width, x, bottom, HEAD_RULE)
    sheet.y = bottom


def _head_cell(sheet: Sheet, column: Column) -> AbstractContextManager[None]:
    """A head without words is no header."""
    return sheet.tagged(Tag.HEADER_CELL, scope="Column") if column.head else sheet.tagged(Tag.CELL)


def _draw_row(sheet: Sheet, table: Table, row: Row, x: float) -> None:
    baseline = sheet.y + table.pitch - min(_UNDER_TEXT, _OF_ROW * table.pitch)
    with sheet.tagged(Tag.ROW):
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            tag, scope = (Tag.CELL, "") if place else (Tag.HEADER_CELL, "Row")
            with sheet.tagged(tag, scope=scope):
                _draw_cell(sheet, table, cell, column, x, baseline, total=row.total)
            x += column.width


def _draw_cell(
    sheet: Sheet, table: Table, cell: Cell, column: Column, x: float, baseline: float, *, total: bool
) -> None:
    style = cell.style or (bold_of(table.style) if total else table.style)
    if cell.inverse:
        wide = width(cell.text, style)
        sheet.box(x - 0.4, baseline - style.cap - 0.6, wide + 2.2, style.cap + 1.2, fill=0)
        sheet.text(x + 0.7, baseline, cell.text, style, ink=1)
        return
    if cell.shape is not None:
        draw_shape(sheet, cell.shape, x + 1.7, baseline - style.cap / 2)
        x += SHAPE_ROOM
    for number, line in enumerate(cell.broken(column, table.style)):
        _place(sheet, column, x, baseline + number * table.line_height, line, style)


def _place(sheet: Sheet, column: Column, x: float, baseline: float, text: str, style: Style) -> None:
    if column.side is Side.RIGHT:
        sheet.text_right(x + column.room, baseline, text, style)
    else:
        sheet.text(x, baseline, text, style)
