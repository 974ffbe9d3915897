"""Text tables: lines of cells between commas, semicolons, tabs or bars, with or without quotes."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.raw_table import MOST_CELLS, RowCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.imports.raw_table import Row

MOST_LETTERS = 131_072
"""More in one cell means a quote that never ends; the csv module's own limit is one for the whole process."""
SEPARATORS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 400


def rows_of_text(text: str) -> tuple[tuple[Row, ...], str]:
    """The lines of a text table as cells, and the separator that was found.

    Raises:
        UserError: too large for a log, or a quote that never ends.
    """
    separator = _separator(text)
    if text.count(separator) + text.count("\n") > MOST_CELLS:
        raise UserError("import_too_large")
    collected = RowCollector()
    try:
        for cells in _lines(text, separator):
            if len(max(cells, key=len, default="")) > MOST_LETTERS:
                raise UserError("import_not_a_log")
            collected.add(tuple(cells))
    except csv.Error as failure:
        raise UserError("import_not_a_log") from failure
    return tuple(collected.rows), separator


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    """The reader wants line ends to stay as they are, because a quoted cell may hold one."""
    return csv.reader(text.splitlines(keepends=True), delimiter=separator)


def _separator(text: str) -> str:
    """The separator that cuts the most lines into the same number of cells, three or more; else the comma."""
    start = text[: _LINES_LOOKED_AT * 500]
    return max(SEPARATORS, key=lambda one: _evenness(start, one))


def _evenness(start: str, separator: str) -> tuple[int, int]:
    widths: dict[int, int] = {}
    try:
        for cells in islice(_lines(start, separator), _LINES_LOOKED_AT):
            widths[len(cells)] = widths.get(len(cells), 0) + 1
    except csv.Error:
        return (0, 0)
    tables = {width: lines for width, lines in widths.items() if width >= 2}
    width = max(tables, key=lambda one: (tables[one], one), default=0)
    return (tables.get(width, 0), width)
