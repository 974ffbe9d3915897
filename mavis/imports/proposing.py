"""Guessing how a spreadsheet log is laid out: which column is what, how dates are written, what the words mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mavis.imports.ages import written_age
from mavis.imports.dates import order_of, written_date
from mavis.imports.heading_line import LogTable, find_named_table, find_table
from mavis.imports.log_field import CODED, LogField
from mavis.imports.log_mapping import AfterMidnight, DateOrder, LogMapping
from mavis.imports.moments import written_moment
from mavis.imports.times import written_time
from mavis.imports.words import UNREAD, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.imports.dates import WrittenDate
    from mavis.imports.raw_table import RawTable
    from mavis.imports.words import ReferenceWords

_CELLS_LOOKED_AT = 200
_COLUMNS_LOOKED_AT = 60
_MOST_MEANINGS = 1_000
_SURE = 0.7
_SAME_HEADING, _LIKE_HEADING, _SAME_HEADING_OTHER_CONTENT = 2.0, 1.0, 0.3
_BY_HEADING_ONLY = frozenset({LogField.NAME, LogField.FOUND, LogField.NOTES, LogField.SOURCE})
_EVENING, _MORNING = time(18), time(9)


def propose(raw: RawTable, words: ReferenceWords) -> LogMapping:
    """The mapping that headings and contents suggest; a question that no column seems to answer is left out.

    Raises:
        UserError: no line looks like headings.
    """
    table = find_table(raw, words)
    columns = _times_in_order(_columns(table, words), table, words)
    order = order_of(_dates(table, columns))
    mapping = LogMapping(
        columns={field: table.headings[columns[field]] for field in LogField if field in columns},
        date_order=order,
        after_midnight=_after_midnight(table, columns, order),
        date_below=_stands_once(table, columns),
    )
    return _with_meanings(mapping, table, words)


def complete(mapping: LogMapping, raw: RawTable, words: ReferenceWords) -> LogMapping:
    """The mapping with a meaning for every text of its coded columns in this file; those that it has already stay.

    Raises:
        UserError: no line holds the headings that the mapping names.
    """
    return _with_meanings(mapping, find_named_table(raw, mapping.columns.values(), words), words)


def _with_meanings(mapping: LogMapping, table: LogTable, words: ReferenceWords) -> LogMapping:
    meanings = dict(mapping.meanings)
    for field in CODED:
        column = table.column(mapping.columns[field]) if field in mapping.columns else None
        if column is not None:
            meanings[field] = {**_meanings(table, column, field, words), **mapping.meanings.get(field, {})}
    return replace(mapping, meanings=meanings)


def _columns(table: LogTable, words: ReferenceWords) -> dict[LogField, int]:
    """Each field with its column, the surest first; no column answers two questions.

    A column whose heading is known and whose cells bear it out is not asked for anything else.
    """
    fields = list(LogField)
    claims = []
    for column, heading in enumerate(table.headings[:_COLUMNS_LOOKED_AT]):
        cells = Counter(table.cells(column, _CELLS_LOOKED_AT))
        named = words.headings.get(plain(heading))
        sure = named is not None and _claim(heading, cells, named, words) > _SAME_HEADING + _SURE
        asked = [named] if named is not None and sure else fields
        claims += [(_claim(heading, cells, field, words), -fields.index(field), -column) for field in asked]
    found: dict[LogField, int] = {}
    for strength, field_place, column_place in sorted(claims, reverse=True):
        field, column = fields[-field_place], -column_place
        if strength > 0 and field not in found and column not in found.values():
            found[field] = column
    return found


def _times_in_order(columns: dict[LogField, int], table: LogTable, words: ReferenceWords) -> dict[LogField, int]:
    """Where no heading says which is which, people came in the fuller of two columns of times, or in the left one."""
    times = [columns[field] for field in (LogField.ARRIVED, LogField.DEPARTED) if field in columns]
    if len(times) < 2 or any(plain(table.headings[column]) in words.headings for column in times):
        return columns
    arrived, departed = sorted(times, key=lambda column: (-len(table.cells(column)), column))
    return {**columns, LogField.ARRIVED: arrived, LogField.DEPARTED: departed}


def _claim(heading: str, cells: Counter[str], field: LogField, words: ReferenceWords) -> float:
    """How sure it is that a column holds a field: heading first, then what stands in its cells; 0 for not at all."""
    by_heading_only = field in _BY_HEADING_ONLY
    share = 0.0 if by_heading_only else round(_share(cells, field, words), 1)
    if words.headings.get(plain(heading)) is field:
        contradicted = bool(cells) and share == 0 and not by_heading_only
        return _SAME_HEADING_OTHER_CONTENT if contradicted else _SAME_HEADING + share
    if _is_like(plain(heading), field, words) and (share >= _SURE or by_heading_only):
        return _LIKE_HEADING + share
    return share if share >= _SURE else 0.0


def _is_like(heading: str, field: LogField, words: ReferenceWords) -> bool:
    """Whether a known heading of the field stands as whole words within a longer heading."""
    padded = f" {heading} "
    return any(f" {known} " in padded for known, one in words.headings.items() if one is field and len(known) > 2)


def _share(cells: Counter[str], field: LogField, words: ReferenceWords) -> float:
    """The share of the cells that can be read as the field."""
    return sum(count for cell, count in cells.items() if _fits(cell, field, words)) / (cells.total() or 1)


def _fits(cell: str, field: LogField, words: ReferenceWords) -> bool:
    if field is LogField.NIGHT:
        return written_date(cell) is not None
    if field in (LogField.ARRIVED, LogField.DEPARTED):
        return written_time(cell) is not None or written_moment(cell) is not None
    if field is LogField.AGE:
        return written_age(cell) is not None
    codes = words.meaning(field, cell)
    return bool(codes) and UNREAD not in codes


def _dates(table: LogTable, columns: dict[LogField, int]) -> Iterator[WrittenDate]:
    """The dates of the night column, or those beside the times where there is none; each as often as it stands."""
    field = LogField.NIGHT if LogField.NIGHT in columns else LogField.ARRIVED
    for cell, count in Counter(table.cells(columns[field]) if field in columns else ()).items():
        moment = written_moment(cell)
        written = moment.date if moment else written_date(cell)
        yield from (written for _time in range(count) if written is not None)


def _after_midnight(table: LogTable, columns: dict[LogField, int], order: DateOrder) -> AfterMidnight:
    """What stands beside 00:30: told by nights whose evening is written under one date only."""
    if LogField.NIGHT not in columns or LogField.ARRIVED not in columns:
        return AfterMidnight.SAME_NIGHT
    evenings, mornings = _dated_times(table, columns[LogField.NIGHT], columns[LogField.ARRIVED], order)
    day = timedelta(days=1)
    same = sum(date in evenings and date - day not in evenings for date in mornings)
    following = sum(date - day in evenings and date not in evenings for date in mornings)
    return AfterMidnight.NEXT_DATE if following > 2 * same else AfterMidnight.SAME_NIGHT


def _dated_times(table: LogTable, night: int, arrived: int, order: DateOrder) -> tuple[set[date], set[date]]:
    """The dates that stand beside an evening time, and those that stand beside an early one."""
    evenings: set[date] = set()
    mornings: set[date] = set()
    pairs = {(row[night], row[arrived]) for row in table.body if len(row) > max(night, arrived)}
    dates = {text: written_date(text) for text in {text for text, _time in pairs}}
    times = {text: written_time(text) for text in {text for _date, text in pairs}}
    for night_text, arrived_text in pairs:
        written, clock = dates[night_text], times[arrived_text]
        day = written.read(order) if written else None
        if day is None or clock is None or day == date.min:
            continue
        if clock >= _EVENING:
            evenings.add(day)
        elif clock < _MORNING:
            mornings.add(day)
    return evenings, mornings


def _stands_once(table: LogTable, columns: dict[LogField, int]) -> bool:
    """Whether most lines with a time leave the date to a line above them."""
    if LogField.NIGHT not in columns or LogField.ARRIVED not in columns:
        return False
    timed = len(table.cells(columns[LogField.ARRIVED]))
    return 0 < len(table.cells(columns[LogField.NIGHT])) < timed / 2


def _meanings(table: LogTable, column: int, field: LogField, words: ReferenceWords) -> dict[str, tuple[str, ...]]:
    """Each text of a coded column with its codes, the commonest first; a text that says nothing is left out."""
    counts: Counter[str] = Counter()
    for cell, count in Counter(table.cells(column)).most_common(_MOST_MEANINGS):
        counts[plain(cell)] += count
    return {text: codes for text, _count in counts.most_common() if (codes := words.meaning(field, text))}
