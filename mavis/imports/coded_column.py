"""One coded column of a log: what each text in it means, and what of it was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mavis.domain.errors import UserError
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
MOST_UNREAD_TEXTS = 80_000
MOST_UNREAD = 2_000
"""Texts not understood, after which no further one of the column is looked into: such a column holds no codes."""


class Patience:
    """How many different texts of one file may stay unread, in all its columns together."""

    def __init__(self, texts: int = MOST_UNREAD_TEXTS) -> None:
        """Start with all of it."""
        self._left = texts

    def spend(self) -> None:
        """One more text was not understood.

        Raises:
            UserError: that was one too many; this file is no log, or its columns are taken for others.
        """
        self._left -= 1
        if self._left < 0:
            raise UserError("import_not_understood")


class CodedColumn:
    """Reads the cells of one column through the mapping, then through the shipped words; each text is read once."""

    def __init__(
        self,
        field: LogField,
        heading: str,
        meanings: Mapping[str, tuple[str, ...]],
        words: ReferenceWords,
        patience: Patience,
    ) -> None:
        """Read with the meanings that a person approved before the shipped ones."""
        self._field = field
        self._heading = heading
        self._kept = wording("imports.kept_words", heading=heading)
        self._meanings = meanings
        self._words = words
        self._patience = patience
        self._read: dict[str, Coded] = {"": SAYS_NOTHING}
        self._rows: dict[str, list[int]] = {}

    def read(self, text: str, row: int) -> Coded:
        """What the text of a cell means; a text not understood is remembered with its row."""
        coded = self._read.get(text)
        if coded is None:
            coded = self._read[text] = self._coded(text)
        if coded.unread:
            self._remember(" ".join(text.split()), row)
        return coded

    def _remember(self, text: str, row: int) -> None:
        if text not in self._rows:
            self._patience.spend()
            self._rows[text] = []
        self._rows[text].append(row)

    def unread(self) -> tuple[UnreadValue, ...]:
        """Every text that was not understood, the commonest first."""
        common = sorted(self._rows, key=lambda text: -len(self._rows[text]))
        return tuple(UnreadValue(self._field, self._heading, text, tuple(self._rows[text])) for text in common)

    def _coded(self, text: str) -> Coded:
        meaning = self._meanings.get(plain(text))
        if meaning is None and len(self._rows) >= MOST_UNREAD:
            return Coded(remark=self._kept + text, unread=True)
        if meaning is None:
            meaning = self._words.meaning(self._field, text)
        codes = tuple(CODED[self._field](code) for code in meaning if code not in MARKS)
        remark = self._kept + text if len(codes) < len(meaning) else ""
        return Coded(codes, codes[0] if codes else None, remark, UNREAD in meaning)
