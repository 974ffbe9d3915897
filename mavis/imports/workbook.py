"""Workbooks: the sheet with the most cells, read under limits that no hostile file gets past."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.raw_table import RowCollector
from mavis.imports.workbook_limits import refuse_bombs
from mavis.system.lean_imports import leaving_out

with leaving_out("numpy"):
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.imports.raw_table import Row

MOST_COLUMNS = 60
_MOST_SHEETS = 5
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl and zipfile raise on files that are not what they claim to be."""


def rows_of_workbook(content: bytes) -> tuple[Row, ...]:
    """The rows of the fullest of the first sheets, as text; a formula gives its last result.

    Raises:
        UserError: damaged, no workbook, or larger than a log can be.
    """
    try:
        refuse_bombs(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _rows(content)
    except _DAMAGE as failure:
        raise UserError("import_workbook_damaged") from failure


def _rows(content: bytes) -> tuple[Row, ...]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        found: list[tuple[Row, ...]] = [()]
        for sheet in book.worksheets[:_MOST_SHEETS]:
            sheet.reset_dimensions()
            found.append(_sheet(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)))
        return max(found, key=lambda rows: sum(map(len, rows)))
    finally:
        book.close()


def _sheet(rows: Iterable[tuple[object, ...]]) -> tuple[Row, ...]:
    collected = RowCollector()
    for row in rows:
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        collected.add(tuple(cells))
    return tuple(collected.rows)


def cell_text(cell: object) -> str:
    """A cell as it would be typed: ``2017-01-07``, ``23:32``, ``21``; nothing for an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        is_date = cell.time() == time(0)
        return cell.strftime("%Y-%m-%d" if is_date else "%Y-%m-%d %H:%M")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds() // 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
