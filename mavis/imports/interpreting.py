"""Reading a spreadsheet log line by line through a mapping: visits, lines left out with their reason, words unread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.heading_line import LogTable, find_named_table, is_total
from mavis.imports.line_reader import LineReader
from mavis.imports.night_clock import Unplaced
from mavis.imports.preview import ImportPreview, LineNote, LogVisit, Why
from mavis.system.wording import words as wording

if TYPE_CHECKING:
    from datetime import date

    from mavis.imports.log_field import LogField
    from mavis.imports.log_mapping import LogMapping
    from mavis.imports.raw_table import RawTable, Row
    from mavis.imports.words import ReferenceWords

MOST_LETTERS = 4_000
"""Letters in one cell; what is longer is no note but an accident with a quotation mark."""
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def interpret(raw: RawTable, mapping: LogMapping, words: ReferenceWords, today: date) -> ImportPreview:
    """Everything that importing the file would do; nothing is written.

    Dates after ``today`` are refused.

    Raises:
        UserError: the file lacks the headings that the mapping names.
    """
    table = find_named_table(raw, mapping.columns.values(), words)
    lines = _Lines(table, mapping, words, today)
    for number, row in enumerate(raw.rows, 1):
        lines.take(number, row)
    return lines.preview(raw, mapping)


class _Lines:
    """Takes the lines of a file one by one and sorts each into visits, quarantine or no visit at all."""

    def __init__(self, table: LogTable, mapping: LogMapping, words: ReferenceWords, today: date) -> None:
        self._table = table
        self._places = _places(table, mapping)
        self._reader = LineReader(self._places, mapping, words, today)
        self._words = words
        self._visits: list[LogVisit] = []
        self._quarantined: list[LineNote] = []
        self._skipped: list[LineNote] = []

    def take(self, number: int, row: Row) -> None:
        """Sort one line, numbered from 1."""
        no_visit = self._no_visit(number, row)
        if no_visit is not None:
            self._skipped.append(no_visit)
            return
        fault = self._shape_fault(row)
        read = Unplaced(fault) if fault else self._reader.read(number, row)
        if isinstance(read, Unplaced):
            self._quarantined.append(LineNote(number, read.why, _short(read.text)))
            return
        self._visits.append(read)

    def preview(self, raw: RawTable, mapping: LogMapping) -> ImportPreview:
        """Everything taken so far."""
        used = set(self._places.values())
        return ImportPreview(
            sha256=raw.sha256,
            form=raw.form,
            encoding=raw.encoding,
            separator=raw.separator,
            mapping=mapping,
            visits=tuple(self._visits),
            quarantined=tuple(self._quarantined),
            skipped=tuple(self._skipped),
            doubts=tuple(sorted([*self._reader.doubts, *self._total_doubts()], key=lambda note: note.row)),
            unread=self._reader.unread(),
            unused=tuple(name for place, name in enumerate(self._table.headings) if place not in used),
            missing=self._reader.missing(),
        )

    def _no_visit(self, number: int, row: Row) -> LineNote | None:
        """Why a line is no visit; most lines begin with the date of one, and are asked no more than that."""
        if number <= self._table.at + 1 or not row or not row[0][:1].isdigit():
            why = self._surely_no_visit(number, row)
            if why is not None:
                return LineNote(number, why, _short(" ".join(filter(None, row))) if why is Why.TOTAL else "")
        return LineNote(number, Why.DATE_LINE, _short("".join(row))) if self._reader.is_date_line(row) else None

    def _surely_no_visit(self, number: int, row: Row) -> Why | None:
        if not any(cell and not cell.isspace() for cell in row):
            return Why.BLANK
        if number <= self._table.at:
            return Why.ABOVE_HEADING
        if row == self._table.heading_row:
            return Why.HEADING
        return Why.TOTAL if is_total(row, self._words) else None

    def _shape_fault(self, row: Row) -> Why | None:
        width = len(self._table.headings)
        if len(row) > width and any(row[width:]):
            return Why.TOO_MANY_CELLS
        together = "".join(row)
        if len(together) > MOST_LETTERS and max(map(len, row)) > MOST_LETTERS:
            return Why.CELL_TOO_LONG
        return Why.STRANGE_SIGNS if _STRANGE.search(together) else None

    def _total_doubts(self) -> list[LineNote]:
        """The last line of totals, when it holds numbers and none of them is the number of visits in the file."""
        totals = [note for note in self._skipped if note.why is Why.TOTAL]
        numbers = (
            [int(digits) for digits in re.findall(r"(?<![\d.,/:])\d{1,6}(?![\d.,/:])", totals[-1].text)]
            if totals
            else []
        )
        counted = len(self._visits) + len(self._quarantined)
        if not numbers or counted in numbers:
            return []
        return [LineNote(totals[-1].row, Why.TOTAL_DIFFERS, totals[-1].text)]


def _places(table: LogTable, mapping: LogMapping) -> dict[LogField, int]:
    places = {field: table.column(heading) for field, heading in mapping.columns.items()}
    for field, place in places.items():
        if place is None:
            raise UserError("import_column_missing", field=wording(f"imports.field.{field.value}"))
    return {field: place for field, place in places.items() if place is not None}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
