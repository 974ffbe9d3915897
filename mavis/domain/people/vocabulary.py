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
    """What a typed word may stand for: any of these words, or any word with this beginning."""

    words: tuple[str, ...]
    beginning: str = ""


class Vocabulary:
    """Every word that somebody is found by, once each. It holds names: let go of it when the records are locked."""

    def __init__(self, matcher: Matcher, words: Iterable[str] = ()) -> None:
        """Take the words of today."""
        self._matcher = matcher
        self._words = dict.fromkeys(words)

    def add(self, words: Iterable[str]) -> None:
        """Take the words of a person who is new or called otherwise."""
        self._words.update(dict.fromkeys(words))

    def wanted(self, query: Query, *, forgiving: bool = False) -> tuple[Wanted, ...]:
        """What each typed word may stand for: itself, other forms of the name, its continuations.

        ``forgiving`` looks for words spelt alike as well, for when hardly anybody has any of those. A district and a
        year are wanted only when nothing else is typed; beside a name they order what is found.
        """
        if not query.words:
            year = [str(query.birth.first.year)] if query.birth is not None and query.birth.is_year else []
            return tuple(Wanted((word,)) for word in (query.district, *year) if word)
        last = len(query.words) - 1
        return tuple(
            self._meanings(word, growing=query.unfinished and place == last, forgiving=forgiving)
            for place, word in enumerate(query.words)
        )

    def _meanings(self, word: Word, *, growing: bool, forgiving: bool) -> Wanted:
        text = word.whole
        alike = self._alike(text) if forgiving else ()
        forms = self._matcher.nicknames.forms(text)
        words = (*dict.fromkeys((text, *word.pieces, *forms)), *alike)
        return Wanted(words, text if growing else "")

    def _alike(self, text: str) -> tuple[str, ...]:
        """The words that are spelt much like a text, likest first."""
        if len(text) < _FEWEST_LETTERS:
            return ()
        return self._matcher.spelling.nearest(text, tuple(self._words), _LIKE, _MOST_LIKE)
