"""What somebody types to find a person: parts of a name, a birth year or age, a district, words of a description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.people.birth import Birth, read_birth
from mavis.domain.people.names import Word, name_words

if TYPE_CHECKING:
    from datetime import date

_PART = re.compile(r"[^\s,;]+")
_DISTRICT = re.compile(r"[a-z]{1,2}[0-9]{1,2}[a-z]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A typed text, taken apart; ``words`` may be parts of names or of a description, which only a person can tell.

    ``unfinished`` says that the last word may still be growing.
    """

    words: tuple[Word, ...] = ()
    birth: Birth | None = None
    district: str = ""
    unfinished: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.words or self.birth or self.district)


def read_query(text: str, today: date) -> Query:
    """Take a typed text apart; any text gives an answer. The first birth and the first district count.

    "kate 98 bs23 red coat" is the words kate, red and coat, the year 1998 and the district BS23.
    """
    birth: Birth | None = None
    district = ""
    rest: list[str] = []
    for part in _PART.findall(text):
        read = read_birth(part, today) if birth is None else None
        if read is not None:
            birth = read
        elif not district and _DISTRICT.fullmatch(part):
            district = part.lower()
        else:
            rest.append(part)
    words = name_words(" ".join(rest))
    return Query(words, birth, district, unfinished=bool(rest) and text.endswith(rest[-1]))
