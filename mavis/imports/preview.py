"""What an import would do, for people to read before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import WouldHave
from mavis.domain.record.identity import AgeBand, AgeSource, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.imports.log_field import LogField
from mavis.imports.log_mapping import LogMapping
from mavis.system.wording import words


class Why(StrEnum):
    """Why a line stays out, is no visit, or deserves a second look; the words are in imports.why."""

    DATE_MISSING = "date_missing"
    DATE_UNREAD = "date_unread"
    DATE_SWAPPED = "date_swapped"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    TIME_MISSING = "time_missing"
    TIME_UNREAD = "time_unread"
    TIME_NEVER_WAS = "time_never_was"
    TIME_IN_THE_MORNING = "time_in_the_morning"
    LEFT_UNREAD = "left_unread"
    LEFT_NEVER_WAS = "left_never_was"
    LEFT_TOO_LATE = "left_too_late"
    TOO_MANY_CELLS = "too_many_cells"
    CELL_TOO_LONG = "cell_too_long"
    STRANGE_SIGNS = "strange_signs"
    ALREADY_THERE = "already_there"

    ABOVE_HEADING = "above_heading"
    HEADING = "heading"
    BLANK = "blank"
    DATE_LINE = "date_line"
    TOTAL = "total"

    FIRST_OF_TWO = "first_of_two"
    AGE_SPANS_BANDS = "age_spans_bands"
    TOTAL_DIFFERS = "total_differs"


@dataclass(frozen=True, slots=True)
class LineNote:
    """One line of the file, by its number in a spreadsheet (from 1), with the reason and the text that gave it."""

    row: int
    why: Why
    text: str = ""

    @property
    def reason(self) -> str:
        """The reason as a sentence."""
        return words(f"imports.why.{self.why.value}", text=self.text)


@dataclass(frozen=True, slots=True)
class UnreadValue:
    """A cell text that was not understood, or not wholly, with the lines it stands in; those lines still come in."""

    field: LogField
    heading: str
    text: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LogVisit:
    """One line understood: a visit without ids, author or place in the store yet.

    ``remarks`` are the notes it brings: the text of the notes column to the letter, then what had no code.
    """

    row: int
    night: date
    arrived_at: datetime
    departed_at: datetime | None = None
    name: str = ""
    gender: Gender | NoAnswer | None = None
    age_band: AgeBand | NoAnswer | None = None
    age_source: AgeSource | None = None
    age_years: int | None = None
    source: ReferralSource | NoAnswer | None = None
    found: str = ""
    needs: tuple[Presentation, ...] = ()
    care: tuple[CareKind, ...] = ()
    outcome: Outcome | None = None
    would_have: WouldHave | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Everything that an import would do and leave out.

    ``sha256`` is that of the file. ``quarantined`` lines stay out, ``skipped`` lines are no visits, ``doubts`` are
    lines that come in with something to say about them. ``unused`` are the headings of columns that nothing is taken
    from, ``missing`` the questions that no line can come in without and that no column answers.
    """

    sha256: str
    form: str
    encoding: str
    separator: str
    mapping: LogMapping
    visits: tuple[LogVisit, ...]
    quarantined: tuple[LineNote, ...]
    skipped: tuple[LineNote, ...]
    doubts: tuple[LineNote, ...]
    unread: tuple[UnreadValue, ...]
    unused: tuple[str, ...]
    missing: tuple[LogField, ...]

    @property
    def nights(self) -> tuple[date, ...]:
        """The shift dates of the visits, in order."""
        return tuple(sorted({visit.night for visit in self.visits}))

    def as_json(self) -> dict[str, object]:
        """Counts, mapping and every line and value left out, for a program to read; no visit is in it."""
        return {
            "visits": len(self.visits),
            "shifts": len(self.nights),
            "quarantined": [_line(note) for note in self.quarantined],
            "skipped": [_line(note) for note in self.skipped],
            "doubts": [_line(note) for note in self.doubts],
            "unread": [
                {"column": value.heading, "field": value.field.value, "value": value.text, "rows": list(value.rows)}
                for value in self.unread
            ],
            "unused": list(self.unused),
            "missing": [field.value for field in self.missing],
            "mapping": self.mapping.as_json(),
        }


def _line(note: LineNote) -> dict[str, object]:
    return {"row": note.row, "reason": note.reason}
