"""The words by which people are found, and which of them a typed word may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.people.matcher import Matcher
    from mavis.domain.people.names import Word
    from mavis.domain.people.query import Query

_LIKE = 0.82
_MOST_LIKE = 20
_FEWEST_LETTERS = 3
"""Two letters are like too many words; they can only begin one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a typed word may stand for: any of these words, or any word with this beginning.

    ``alike`` are words spelt much like it, likest first, for when nobody has any of the others.
    """

    words: tuple[str, ...]
    beginning: str = ""
    alike: tuple[str, ...] = ()

    @property
    def forgiving(self) -> Wanted:
        """The same, with the words spelt alike among those that are meant."""
        return Wanted((*self.words, *self.alike), self.beginning)


class Vocabulary:
    """Every word that somebody is found by, once each. It holds names: let go of it when the records are locked."""

    def __init__(self, matcher: Matcher, words: Iterable[str] = ()) -> None:
        """Take the words of today."""
        self._matcher = matcher
        self._words = dict.fromkeys(words)

    def add(self, words: Iterable[str]) -> None:
        """Take the words of a person who is new or called otherwise."""
        self._words.update(dict.fromkeys(words))

    def wanted(self, query: Query) -> tuple[Wanted, ...]:
        """What each typed word may stand for: itself, other forms of the name, words spelt alike, its continuations.

        A district and a year are wanted only when nothing else is typed; beside a name they order what is found.
        """
        if not query.words:
            year = [str(query.birth.first.year)] if query.birth is not None and query.birth.is_year else []
            return tuple(Wanted((word,)) for word in (query.district, *year) if word)
        last = len(query.words) - 1
        return tuple(
            self._meanings(word, growing=query.unfinished and place == last) for place, word in enumerate(query.words)
        )

    def _meanings(self, word: Word, *, growing: bool) -> Wanted:
        text = word.whole
        alike: tuple[str, ...] = ()
        if len(text) >= _FEWEST_LETTERS:
            alike = self._matcher.spelling.nearest(text, tuple(self._words), _LIKE, _MOST_LIKE)
        forms = self._matcher.nicknames.forms(text)
        return Wanted(tuple(dict.fromkeys((text, *word.pieces, *forms))), text if growing else "", alike)
