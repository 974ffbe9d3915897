"""A spreadsheet as it lies in the file: rows of text, nothing understood yet."""

from __future__ import annotations

from dataclasses import dataclass

from mavis.domain.errors import UserError

Row = tuple[str, ...]
"""The cells of one line, as text."""

MOST_BYTES = 8_000_000
MOST_ROWS = 32_000
MOST_CELLS = 480_000
"""Ten years of a busy scheme are 30,000 rows; a file beyond these limits is no log of one bus."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """Every line of the file from the first, blank ones too, so that row numbers are those a spreadsheet shows.

    ``sha256`` is the digest of the whole file (64 hex). ``form`` is ``csv`` or ``xlsx``; ``encoding`` and ``separator``
    are empty for a workbook.
    """

    sha256: str
    form: str
    encoding: str
    separator: str
    rows: tuple[Row, ...]


class RowCollector:
    """Takes rows one by one and refuses the file as soon as it grows beyond the limits."""

    def __init__(self) -> None:
        """Start empty."""
        self.rows: list[Row] = []
        self._cells = 0

    def add(self, row: Row) -> None:
        """Keep one more row.

        Raises:
            UserError: too many rows or cells for a log.
        """
        self._cells += len(row)
        if len(self.rows) >= MOST_ROWS or self._cells > MOST_CELLS:
            raise UserError("import_too_large")
        self.rows.append(row)
