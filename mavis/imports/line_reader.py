"""One line of a log as a visit: each cell read by the rule of its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.diversion import WouldHave
from mavis.imports.age_column import AgeColumn
from mavis.imports.coded_column import SAYS_NOTHING, CodedColumn, Patience
from mavis.imports.log_field import CODED, LogField
from mavis.imports.night_clock import NightClock, Unplaced
from mavis.imports.preview import LineNote, LogVisit, UnreadValue, Why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mavis.imports.coded_column import Coded
    from mavis.imports.log_mapping import LogMapping
    from mavis.imports.raw_table import Row
    from mavis.imports.times import Stay
    from mavis.imports.words import ReferenceWords


class LineReader:
    """Reads the lines of one log; ``doubts`` gathers what is to be said about lines that come in."""

    def __init__(self, places: Mapping[LogField, int], mapping: LogMapping, words: ReferenceWords, today: date) -> None:
        """Read through the mapping; ``places`` says where each of its columns stands in a row."""
        self.doubts: list[LineNote] = []
        self._places = places
        self._date_below = mapping.date_below
        self._nothing = words.nothing
        self._clock = NightClock(mapping, LogField.NIGHT in places, today, words.nothing)
        self._ages = AgeColumn(mapping.columns.get(LogField.AGE, ""), words.nothing)
        patience = Patience()
        self._coded = {
            field: CodedColumn(field, mapping.columns[field], mapping.meanings.get(field, {}), words, patience)
            for field in CODED
            if field in places
        }

    def read(self, number: int, row: Row) -> LogVisit | Unplaced:
        """The visit of a line, or why it cannot be placed in time."""
        width = len(row)
        cells = {field: row[place] for field, place in self._places.items() if place < width and row[place]}
        stay = self._clock.place(
            cells.get(LogField.NIGHT, ""), cells.get(LogField.ARRIVED, ""), cells.get(LogField.DEPARTED, "")
        )
        if isinstance(stay, Unplaced):
            return stay
        if stay.first_of_two:
            self.doubts.append(LineNote(number, Why.FIRST_OF_TWO, cells[LogField.ARRIVED]))
        return self._visit(number, cells, stay)

    def is_date_line(self, row: Row) -> bool:
        """Whether a line holds the date of the lines below it and nothing else; the clock remembers the date."""
        night = self._places.get(LogField.NIGHT)
        if not self._date_below or night is None or night >= len(row) or not row[night].strip():
            return False
        if any(cell.strip() for place, cell in enumerate(row) if place != night):
            return False
        self._clock.place(row[night], "", "")
        return True

    def unread(self) -> tuple[UnreadValue, ...]:
        """Every text that was not understood in a line that comes in, by column."""
        coded = (value for column in self._coded.values() for value in column.unread())
        return (*self._ages.unread(), *coded)

    def missing(self) -> tuple[LogField, ...]:
        """The questions that no line can come in without and that no column answers."""
        missing = [] if LogField.NIGHT in self._places or self._clock.dates_in_times else [LogField.NIGHT]
        return tuple(missing if LogField.ARRIVED in self._places else [*missing, LogField.ARRIVED])

    def _visit(self, number: int, cells: Mapping[LogField, str], stay: Stay) -> LogVisit:
        coded = {field: column.read(cells.get(field, ""), number) for field, column in self._coded.items()}
        age = self._ages.read(cells.get(LogField.AGE, ""), number)
        if age.spans_bands:
            self.doubts.append(LineNote(number, Why.AGE_SPANS_BANDS, cells[LogField.AGE].strip()))
        name = cells.get(LogField.NAME, "").strip()
        return LogVisit(
            row=number,
            night=stay.night,
            arrived_at=stay.arrived_at,
            departed_at=stay.departed_at,
            name="" if name.casefold() in self._nothing else name,
            gender=coded.get(LogField.GENDER, SAYS_NOTHING).first,
            age_band=age.band,
            age_years=age.years,
            age_source=age.source,
            source=coded.get(LogField.SOURCE, SAYS_NOTHING).first,
            found=cells.get(LogField.FOUND, "").strip(),
            needs=coded.get(LogField.NEED, SAYS_NOTHING).codes,
            care=coded.get(LogField.CARE, SAYS_NOTHING).codes,
            outcome=coded.get(LogField.OUTCOME, SAYS_NOTHING).first,
            would_have=_would_have(coded.get(LogField.WOULD_HAVE)),
            remarks=_remarks(cells.get(LogField.NOTES, ""), age.remark, coded),
        )


def _would_have(coded: Coded | None) -> WouldHave | None:
    """Nobody asked in a log without the column; a blank or unread cell under it means not known."""
    if coded is None:
        return None
    return coded.first or WouldHave.NOT_KNOWN


def _remarks(notes: str, age: str, coded: Mapping[LogField, Coded]) -> tuple[str, ...]:
    """The notes cell to the letter, then in one note the words that have no code."""
    kept = "\n".join(remark for remark in (age, *(one.remark for one in coded.values())) if remark)
    own = (notes,) if notes and not notes.isspace() else ()
    return (*own, kept) if kept else own
