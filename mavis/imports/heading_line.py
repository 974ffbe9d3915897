"""Finding the line of headings below whatever people wrote above it, and the columns under it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.dates import written_date
from mavis.imports.moments import written_moment
from mavis.imports.raw_table import Row
from mavis.imports.words import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mavis.imports.raw_table import RawTable
    from mavis.imports.words import ReferenceWords

_LINES_LOOKED_AT = 60
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class LogTable:
    """A raw table whose headings have been found.

    ``at`` is the index of their line, ``heading_row`` the line as it stands. ``headings`` has a name for every column:
    one that stands twice is numbered, and one that is blank is called ``(3)`` after its place. ``body`` is what
    follows, without lines of totals.
    """

    at: int
    heading_row: Row
    headings: tuple[str, ...]
    body: tuple[Row, ...]

    def column(self, heading: str) -> int | None:
        """The place of a column by its heading, however it is spaced or capitalised."""
        names = [plain(name) for name in self.headings]
        return names.index(plain(heading)) if plain(heading) in names else None

    def cells(self, column: int, most: int | None = None) -> list[str]:
        """The texts of one column below the heading, all or the first few, blank ones left out."""
        filled = (row[column] for row in self.body if column < len(row) and row[column] and not row[column].isspace())
        return list(islice(filled, most))


def find_table(raw: RawTable, words: ReferenceWords) -> LogTable:
    """The table under the line with the most known headings, else under the line above the first date.

    Raises:
        UserError: no line looks like headings.
    """
    at = _fullest(raw.rows, words.headings)
    return _table(raw, _above_first_date(raw.rows[:_LINES_LOOKED_AT]) if at is None else at, words)


def find_named_table(raw: RawTable, headings: Iterable[str], words: ReferenceWords) -> LogTable:
    """The table under the line that holds most of the headings of a mapping.

    Raises:
        UserError: no line holds any two of them.
    """
    return _table(raw, _fullest(raw.rows, {plain(heading) for heading in headings}), words)


def _table(raw: RawTable, at: int | None, words: ReferenceWords) -> LogTable:
    if at is None:
        raise UserError("import_no_heading")
    body = tuple(row for row in raw.rows[at + 1 :] if not is_total(row, words))
    return LogTable(at, raw.rows[at], tuple(_named(raw.rows[at])), body)


def is_total(row: Row, words: ReferenceWords) -> bool:
    """Whether a line is one of totals: its first words say so."""
    first = next(filter(None, row), "")
    return not first[:1].isdigit() and plain(first).rstrip(":= 0123456789") in words.total


def _named(row: Row) -> Iterable[str]:
    seen: dict[str, int] = {}
    for place, cell in enumerate(row, 1):
        name = " ".join(cell.split())
        seen[plain(name)] = seen.get(plain(name), 0) + 1
        if not name:
            yield f"({place})"
        else:
            yield name if seen[plain(name)] == 1 else f"{name} ({place})"


def _fullest(rows: Sequence[Row], known: Collection[str]) -> int | None:
    """The first line with the most of the known headings, if it has two or more."""
    counts = [len({plain(cell) for cell in row}.intersection(known)) for row in rows[:_LINES_LOOKED_AT]]
    most = max(counts, default=0)
    return counts.index(most) if most >= 2 else None


def _above_first_date(rows: Sequence[Row]) -> int | None:
    above = None
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.strip()]
        if len(filled) < _FEWEST:
            continue
        if any(written_date(cell) or written_moment(cell) for cell in filled):
            return above
        above = index
    return None
