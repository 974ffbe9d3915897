"""Workbooks: the sheet with the most cells, read under limits that no hostile file gets past."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from mavis.domain.errors import UserError
from mavis.imports.raw_table import RowCollector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.imports.raw_table import Row

MOST_PARTS = 300
MOST_UNPACKED = 16_000_000
MOST_TAGS = 500_000
"""Bytes and XML tags of all parts together: 10,000 visits with 12 columns need a third of either."""
MOST_COLUMNS = 60
_MOST_SHEETS = 5
_DECLARATIONS = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
"""No spreadsheet program writes one, and without it no entity can make a small file grow without end."""
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
        _refuse_bombs(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _rows(content)
    except _DAMAGE as failure:
        raise UserError("import_workbook_damaged") from failure


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UserError("import_workbook_too_large")
        unpacked = [archive.read(part) for part in parts]
    if any(mark in part for part in unpacked for mark in _DECLARATIONS):
        raise UserError("import_workbook_damaged")
    if sum(part.count(b"<") for part in unpacked) > MOST_TAGS:
        raise UserError("import_workbook_too_large")


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
