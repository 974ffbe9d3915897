"""One coded column of a log: what each text in it means, and what of it was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mavis.imports.log_field import CODED, LogField
from mavis.imports.preview import UnreadValue
from mavis.imports.words import MARKS, UNREAD, plain
from mavis.system.wording import words as wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.imports.words import ReferenceWords


@dataclass(frozen=True, slots=True)
class Coded:
    """The codes of one cell (members of the field's list), the first of them, and a note of words without a code."""

    codes: tuple[Any, ...] = ()
    first: Any = None
    remark: str = ""
    unread: bool = False


SAYS_NOTHING = Coded()


class CodedColumn:
    """Reads the cells of one column through the mapping, then through the shipped words; each text is read once."""

    def __init__(
        self, field: LogField, heading: str, meanings: Mapping[str, tuple[str, ...]], words: ReferenceWords
    ) -> None:
        """Read with the meanings that a person approved before the shipped ones."""
        self._field = field
        self._heading = heading
        self._meanings = meanings
        self._words = words
        self._read: dict[str, Coded] = {"": SAYS_NOTHING}
        self._rows: dict[str, list[int]] = {}

    def read(self, text: str, row: int) -> Coded:
        """What the text of a cell means; a text not understood is remembered with its row."""
        coded = self._read.get(text)
        if coded is None:
            coded = self._read[text] = self._coded(text)
        if coded.unread:
            self._rows.setdefault(" ".join(text.split()), []).append(row)
        return coded

    def unread(self) -> tuple[UnreadValue, ...]:
        """Every text that was not understood, the commonest first."""
        common = sorted(self._rows, key=lambda text: -len(self._rows[text]))
        return tuple(UnreadValue(self._field, self._heading, text, tuple(self._rows[text])) for text in common)

    def _coded(self, text: str) -> Coded:
        approved = self._meanings.get(plain(text))
        meaning = self._words.meaning(self._field, text) if approved is None else approved
        codes = tuple(CODED[self._field](code) for code in meaning if code not in MARKS)
        first = codes[0] if codes else None
        if not any(mark in meaning for mark in MARKS):
            return Coded(codes, first)
        return Coded(codes, first, kept(self._heading, text), unread=UNREAD in meaning)


def kept(heading: str, text: str) -> str:
    """The note that keeps words without a code: the heading of their column and the words as written."""
    return wording("imports.kept_words", heading=heading, text=text)
