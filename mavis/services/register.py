"""The register of people who were on the bus: what writes somebody in also makes them found again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mavis.domain.people.vocabulary import Vocabulary
from mavis.domain.people.word_index import index_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.domain.people.matcher import Matcher
    from mavis.domain.people.person import Person
    from mavis.storage.unit_of_work import View, Work


class Register:
    """Writes people with the words that find them. It holds those words: it goes when the records are locked."""

    def __init__(self, load_matcher: Callable[[], Matcher]) -> None:
        """``load_matcher`` reads the table of nicknames and loads what compares letters, with the first name."""
        self._load = load_matcher
        self._vocabulary: Vocabulary | None = None

    @cached_property
    def matcher(self) -> Matcher:
        """What compares people."""
        return self._load()

    def save(self, work: Work, person: Person) -> None:
        """Write a person as they are now; somebody without an identity is found by nothing."""
        words = frozenset[str]() if person.stripped else index_words(person, self.matcher)
        work.people.save(person, sorted(words))
        if self._vocabulary is not None:
            self._vocabulary.add(words)

    def save_imported(self, work: Work, people: Sequence[Person]) -> None:
        """Write the new people of an import."""
        found_by = [(person, index_words(person, self.matcher)) for person in people]
        work.people.add_imported(found_by)
        self.forget()

    def vocabulary(self, view: View) -> Vocabulary:
        """The words of everybody, read once; what is written later is added."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self.matcher, view.people.vocabulary())
        return self._vocabulary

    def forget(self) -> None:
        """Read the words anew next time: somebody was taken out of the register."""
        self._vocabulary = None
