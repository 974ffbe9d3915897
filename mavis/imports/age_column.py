"""The age column of a log."""

from __future__ import annotations

from dataclasses import dataclass

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand, AgeSource
from mavis.imports.ages import written_age
from mavis.imports.log_field import LogField
from mavis.imports.preview import UnreadValue
from mavis.system.wording import words


@dataclass(frozen=True, slots=True)
class ReadAge:
    """The band of a cell, its years where it gives them, and the note that keeps a text which gives none."""

    band: AgeBand | NoAnswer | None = None
    source: AgeSource | None = None
    spans_bands: bool = False
    remark: str = ""
    years: int | None = None


_SAYS_NOTHING = ReadAge()


class AgeColumn:
    """Reads the cells of the age column, each text once."""

    def __init__(self, heading: str, nothing: frozenset[str]) -> None:
        """``nothing`` are words such as "-" that stand for a blank cell."""
        self._heading = heading
        self._kept = words("imports.kept_words", heading=heading)
        self._nothing = nothing
        self._read: dict[str, ReadAge] = {"": _SAYS_NOTHING}
        self._rows: dict[str, list[int]] = {}

    def read(self, text: str, row: int) -> ReadAge:
        """The age in a cell; a text that is no age is remembered with its row and counts as not known."""
        age = self._read.get(text)
        if age is None:
            age = self._read[text] = self._age(text.strip())
        if age.remark and not age.spans_bands:
            self._rows.setdefault(text.strip(), []).append(row)
        return age

    def unread(self) -> tuple[UnreadValue, ...]:
        """Every text that is no age, with its rows."""
        return tuple(UnreadValue(LogField.AGE, self._heading, text, tuple(rows)) for text, rows in self._rows.items())

    def _age(self, text: str) -> ReadAge:
        if not text or text.casefold() in self._nothing:
            return _SAYS_NOTHING
        written = written_age(text)
        if written is None:
            return ReadAge(NoAnswer.NOT_KNOWN, remark=self._kept + text)
        remark = self._kept + text if written.spans_bands else ""
        return ReadAge(written.band, written.source, written.spans_bands, remark, written.years)
