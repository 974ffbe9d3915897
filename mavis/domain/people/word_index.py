"""The words by which a person is found: what a search index holds of them, in the form in which a query asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.domain.people.matcher import Matcher
    from mavis.domain.people.person import Person


def index_words(person: Person, matcher: Matcher) -> frozenset[str]:
    """The folded words of names, aliases and description, the district, and the birth year where it is known."""
    known = matcher.know(person)
    names = {text for name in known.called for text in (*name.words, name.given.whole, name.family.whole)}
    birth = person.birth
    year = {str(birth.first.year)} if birth is not None and birth.is_year else set[str]()
    return frozenset((names | known.description | {known.district} | year) - {""})
