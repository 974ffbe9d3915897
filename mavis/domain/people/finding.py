"""People put in order for a typed text, each with the reasons why they may be the one who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.people import weights
from mavis.domain.people.births import compare_births
from mavis.domain.people.match import Match, Reason, Why
from mavis.domain.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mavis.domain.people.matcher import Known, Matcher
    from mavis.domain.people.names import Word
    from mavis.domain.people.query import Query

_UNMATCHED = -4.0
_STARTS = 0.9
"""Bits for each letter of a beginning: "ka" says less than "kath"."""

_STARTS_MOST = 4.5
_DESCRIBED = 3.0
_ALIKE = frozenset({Why.GIVEN_SPELT_ALIKE, Why.FAMILY_SPELT_ALIKE, Why.SAME_INITIAL})
_LATELY_DAYS = 90
"""Somebody seen so many days ago has half the bit that somebody seen tonight has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person who may be meant, and why; the score orders the list and means nothing else."""

    person: Person
    match: Match


def rank(query: Query, people: Iterable[Person], matcher: Matcher, today: date) -> tuple[Found, ...]:
    """Those who fit the query, the likeliest first; of two alike, who was seen last.

    It compares each person that is handed in, at some 30 microseconds: hand in a short list.
    """
    matches = ((person, _match(query, matcher.know(person), matcher, today)) for person in people)
    return tuple(sorted((Found(person, match) for person, match in matches if match is not None), key=_order))


def _order(found: Found) -> tuple[float, int, str]:
    seen = found.person.last_seen
    return (-round(found.match.score, 6), -(seen.toordinal() if seen else 0), found.person.known_as)


def _match(query: Query, known: Known, matcher: Matcher, today: date) -> Match | None:
    last = len(query.words) - 1
    reasons: list[Reason] = []
    missing = 0
    for place, word in enumerate(query.words):
        best = _best(word, known, matcher, growing=query.unfinished and place == last)
        if best is None:
            missing += 1
        else:
            reasons.append(best)
    reasons += _beside_the_name(query, known, matcher)
    bits = sum(reason.bits for reason in reasons) + missing * _UNMATCHED
    if bits <= 0:
        return None
    seen = known.person.last_seen
    if seen is not None:
        reasons.append(Reason(Why.LAST_SEEN, _LATELY_DAYS / (_LATELY_DAYS + max(0, (today - seen).days)), str(seen)))
        bits += reasons[-1].bits
    return Match(bits, tuple(reasons))


def _best(word: Word, known: Known, matcher: Matcher, *, growing: bool) -> Reason | None:
    """The strongest reason why a typed word belongs to a person; None when nothing of theirs is like it.

    Whoever goes by the very name that was typed is not also said to have one that it may be short for.
    """
    found = [reason for name in known.called for reason in _of_name(word, (name.given, name.family), matcher)]
    if growing and any(piece.startswith(word.whole) for name in known.called for piece in name.words):
        found = [_as_beginning(reason, word) if reason.why in _ALIKE else reason for reason in found]
        found.append(Reason(Why.STARTS_LIKE, min(_STARTS_MOST, _STARTS * len(word.whole)), word.whole))
    described = [own for own in known.description if own == word.whole or (growing and own.startswith(word.whole))]
    if described:
        found.append(Reason(Why.DESCRIPTION, _DESCRIBED, min(described)))
    best = max(found, key=lambda reason: reason.bits, default=None)
    exact = [reason for reason in found if reason.why is Why.SAME_GIVEN]
    if best is not None and best.why is Why.NICKNAME and exact:
        return Reason(Why.SAME_GIVEN, best.bits, exact[0].value)
    return best


def _as_beginning(alike: Reason, word: Word) -> Reason:
    """A word that is not finished is no slip for the word that it begins."""
    return Reason(Why.STARTS_LIKE, alike.bits, word.whole)


def _of_name(word: Word, halves: tuple[Word, Word], matcher: Matcher) -> Iterable[Reason]:
    given, family = halves
    reasons = (matcher.name_comparing.given(word, given), matcher.name_comparing.family(word, family))
    return (reason for reason in reasons if reason is not None and reason.bits > 0)


def _beside_the_name(query: Query, known: Known, matcher: Matcher) -> Iterable[Reason]:
    birth = compare_births(query.birth, known.person.birth, matcher.population)
    if birth is not None:
        yield birth
    if query.district and known.district:
        same = query.district == known.district
        odds = weights.SAME_DISTRICT if same else weights.OTHER_DISTRICT
        yield Reason(Why.SAME_DISTRICT if same else Why.OTHER_DISTRICT, odds.bits, known.district.upper())
