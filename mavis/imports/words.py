"""The words of spreadsheet logs and what they mean: shipped as data, and a scheme adds its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.log_field import CODED, SEVERAL, LogField
from mavis.system.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOTE = "note"
"""Stands beside codes for: understood, but part of it has no code, so the text is kept as a note."""
UNREAD = "?"
"""Stands beside codes for: not understood, or not all of it; the text is kept as a note and named in the preview."""
MARKS = (NOTE, UNREAD)

_CUT = re.compile(r"\s*[,;/|\n]\s*|\s+[+&]\s+|\s+(?:and|then)\s+")
_EMERGENCY = re.compile(r"\ba\s*(?:&|\+|and|n)\s*e\b")
_END = " ?!.*"
_MOST_LETTERS = 200
"""A cell with more letters tells a story; its words are not picked out one by one."""
_LONGEST_PHRASE = 5


def plain(text: str) -> str:
    """The form in which words are compared: small letters, single spaces, no ``?``, ``!`` or ``.`` at the end."""
    folded = " ".join(text.casefold().split())
    ended = folded.rstrip(_END) or folded
    return ended if len(ended) > _MOST_LETTERS else _EMERGENCY.sub("a&e", ended)


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """Headings and words, all in their plain form.

    ``headings`` maps a heading to its field; ``codes`` maps, for each coded field, a word to its code.
    """

    headings: Mapping[str, LogField]
    codes: Mapping[LogField, Mapping[str, str]]
    nothing: frozenset[str]
    total: frozenset[str]
    denial: frozenset[str]

    def meaning(self, field: LogField, text: str) -> tuple[str, ...]:
        """The codes of a cell, with ``NOTE`` or ``UNREAD`` behind them when its text says more than they do.

        Empty when the cell says nothing. A field that takes one code is unread when its words point to two.
        """
        table = self.codes[field]
        whole = plain(text)
        if whole in table:
            return (table[whole],)
        if whole in self.nothing:
            return ()
        if len(whole) > _MOST_LETTERS:
            return (UNREAD,)
        found = [code for part in _CUT.split(whole) if part for code in self._part(field, part)]
        codes = tuple(dict.fromkeys(code for code in found if code not in MARKS))
        if field not in SEVERAL and len(codes) > 1:
            return (UNREAD,)
        marks = tuple(mark for mark in MARKS if mark in found)
        return (*codes, *marks[-1:])

    def _part(self, field: LogField, part: str) -> tuple[str, ...]:
        """One part of a cell: a known word or, where several codes may stand, known words within a longer phrase."""
        table = self.codes[field]
        if part in table:
            return (table[part],)
        spoken = [word.rstrip(_END) for word in part.split()]
        if field not in SEVERAL or self.denial.intersection(spoken):
            return (UNREAD,)
        inside = _inside(table, spoken)
        return (*inside, NOTE) if inside else (UNREAD,)


def _inside(table: Mapping[str, str], spoken: list[str]) -> tuple[str, ...]:
    """The codes of the longest known phrases within some words, from left to right."""
    found: list[str] = []
    start = 0
    while start < len(spoken):
        for end in range(min(len(spoken), start + _LONGEST_PHRASE), start, -1):
            phrase = " ".join(spoken[start:end])
            if phrase in table:
                found.append(table[phrase])
                start = end - 1
                break
        start += 1
    return tuple(found)


def load_words(*added: Path) -> ReferenceWords:
    """The shipped words, and those of a scheme's own files on top.

    Raises:
        UserError: a file is no TOML or holds a code that does not exist.
    """
    words = ReferenceWords({}, {}, frozenset(), frozenset(), frozenset())
    for path in (resource("reference", "import_words.toml"), *added):
        words = _with(words, path)
    return words


def _with(words: ReferenceWords, path: Path) -> ReferenceWords:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return ReferenceWords(
            headings={
                **words.headings,
                **{plain(w): LogField(f) for f, ws in table.get("headings", {}).items() for w in ws},
            },
            codes={field: {**words.codes.get(field, {}), **_codes(field, table.get(field, {}))} for field in CODED},
            nothing=words.nothing | _plain_words(table.get("nothing", [])),
            total=words.total | _plain_words(table.get("total", [])),
            denial=words.denial | _plain_words(table.get("denial", [])),
        )
    except (OSError, ValueError, AttributeError, TypeError) as failure:
        raise UserError("import_mapping_not_read") from failure


def _codes(field: LogField, table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {plain(word): known_code(field, code) for code, words in table.items() for word in words}


def _plain_words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for word in words)


def known_code(field: LogField, code: str) -> str:
    """The code itself, if the field's list has it or it is a mark.

    Raises:
        UserError: no such code.
    """
    if code in MARKS or code in {one.value for one in CODED[field]}:
        return code
    raise UserError("import_mapping_word_wrong", part=field.value)
