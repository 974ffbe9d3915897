"""The words of the quick line: a scheme's own file where it has one, else the file that comes with Mavis."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from mavis.domain.edits.quick_words import Meaning, QuickField, QuickWords
from mavis.domain.errors import UserError
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.system.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum
    from pathlib import Path

FILE_NAME = "quick_words.toml"
_TABLES: dict[str, tuple[QuickField, type[StrEnum], bool]] = {
    "gender": (QuickField.GENDER, Gender, False),
    "triage": (QuickField.TRIAGE, TriageCategory, False),
    "age": (QuickField.AGE, AgeBand, True),
    "need": (QuickField.NEED, Presentation, False),
    "need_more": (QuickField.NEED, Presentation, True),
}
"""A table's name: the field that it fills, the codes that it may hold, whether its phrases say more than the code."""


def load_quick_words(folder: Path | None = None) -> QuickWords:
    """The words in force; the file of the same name in the scheme's own folder stands in for the shipped one.

    Raises:
        UserError: the file is no TOML, or holds a table, a code or a phrase twice that it should not.
    """
    own = folder / FILE_NAME if folder is not None else None
    path = own if own is not None and own.exists() else resource("reference", FILE_NAME)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        steer = {name: frozenset(map(plain, words)) for name, words in tables.pop("steer").items()}
        nothing = tables.pop("nothing", {}).items()
        return QuickWords(
            phrases=dict(_phrases(tables)),
            denial=steer["denial"],
            others=steer["others"],
            joining=steer["joining"],
            before={QuickField.ARRIVED: steer["before_time"], QuickField.AGE: steer["before_age"]},
            after={QuickField.ARRIVED: steer["after_time"], QuickField.AGE: steer["after_age"]},
            guess=steer["guess"],
            no_time=steer["no_time"],
            counted=steer["counted"],
            nothing=frozenset(plain(f"{first} {rest}") for first, many in nothing for rest in many),
            between=steer.get("between", frozenset()),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as failure:
        raise UserError("reference_file", file=path.name) from failure


def plain(phrase: str) -> str:
    """A phrase as the reader compares it: small letters, one space between words."""
    return " ".join(phrase.casefold().split())


def _phrases(tables: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Meaning]]:
    """Every phrase with its meaning.

    Raises:
        KeyError: the file holds a table that nobody knows.
        ValueError: a code that does not exist, or a phrase that means two things.
    """
    seen: set[str] = set()
    for name, table in tables.items():
        field, codes, says_more = _TABLES[name]
        for code, phrases in table.items():
            meaning = Meaning(field, codes(code).value, says_more)
            for phrase in map(plain, phrases):
                if phrase in seen or not phrase:
                    raise ValueError(phrase)
                seen.add(phrase)
                yield phrase, meaning
