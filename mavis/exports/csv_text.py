"""CSV for machines: UTF-8, commas, one line feed a row, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(text: str) -> str:
    """Text that a spreadsheet shows and never runs: an apostrophe goes before what would start a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The file of a table: its head, then its rows, each cell guarded."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8")
