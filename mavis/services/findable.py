"""What a person is found by: the beginnings of their words, and keys that names alike share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mavis.domain.people.duplicates import keys_of
from mavis.domain.people.names import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.people.matcher import Matcher
    from mavis.domain.people.person import Person


class Findable:
    """Says what finds a person; the table of nicknames is read with the first name that is kept."""

    def __init__(self, load_matcher: Callable[[], Matcher]) -> None:
        """``load_matcher`` reads the reference table and loads what compares letters."""
        self._load = load_matcher

    @cached_property
    def matcher(self) -> Matcher:
        """What compares people."""
        return self._load()

    def of(self, person: Person) -> tuple[tuple[str, ...], frozenset[str]]:
        """The folded words that a search may begin, and the keys; none at all for somebody without an identity."""
        if person.stripped:
            return (), frozenset()
        texts = (*person.names, *person.aliases, person.description, person.district)
        words = tuple(dict.fromkeys(word for text in texts for word in words_of(text)))
        return words, keys_of(self.matcher.know(person), self.matcher.nicknames)
