"""People put in order for a typed text, each with the reasons why they may be the one who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from mavis.domain.people import weights
from mavis.domain.people.births import compare_births
from mavis.domain.people.match import Match, Reason, Why
from mavis.domain.people.names import Word
from mavis.domain.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from mavis.domain.people.matcher import Known, Matcher
    from mavis.domain.people.names import Name
    from mavis.domain.people.query import Query

_UNMATCHED = -4.0
_STARTS = 0.9
"""Bits for each letter of a beginning: "ka" says less than "kath"."""

_STARTS_MOST = 4.5
_DESCRIBED = 3.0
_BITS = attrgetter("bits")
_ALIKE = frozenset({Why.GIVEN_SPELT_ALIKE, Why.FAMILY_SPELT_ALIKE, Why.SAME_INITIAL})
_LATELY_MOST, _LEAST = 1.0, 0.1
"""Bits that having been here tonight is worth, and the fewest that a reason has."""

_LATELY_DAYS = 90
"""Somebody seen so many days ago has half the bit that somebody seen tonight has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person who may be meant, and why; the score orders the list and means nothing else."""

    person: Person
    match: Match


@dataclass(frozen=True, slots=True)
class _Asked:
    """A typed word, and what it says of somebody one of whose names it begins; None when it is finished."""

    word: Word
    starts: Reason | None


def rank(
    query: Query, people: Iterable[Person], matcher: Matcher, today: date, most: int | None = None
) -> tuple[Found, ...]:
    """Those who fit the query, the likeliest first, at most so many; of two alike, who was seen last.

    It compares each person that is handed in, at some 15 microseconds: hand in a short list.
    """
    asked, fitting = _asked(query), []
    for person in people:
        reasons, bits = _evidence(query, asked, matcher.know(person), matcher)
        if bits > 0:
            seen = person.last_seen
            bits += _lately(seen, today) if seen is not None else 0.0
            order = (-round(bits, 6), -(seen.toordinal() if seen is not None else 0), person.known_as)
            fitting.append((order, person, bits, reasons))
    fitting.sort(key=itemgetter(0))
    return tuple(_explained(person, bits, reasons, today) for _order, person, bits, reasons in fitting[:most])


def _explained(person: Person, bits: float, reasons: Sequence[Reason], today: date) -> Found:
    seen = person.last_seen
    last = () if seen is None else (Reason(Why.LAST_SEEN, _lately(seen, today), str(seen)),)
    return Found(person, Match(bits, (*reasons, *last)))


def _lately(seen: date, today: date) -> float:
    return _LATELY_DAYS / (_LATELY_DAYS + max(0, (today - seen).days))


def _below_exact(fits: Reason, query: Query, matcher: Matcher) -> Reason:
    """For a year alone whoever was born in it comes before all whose age only fits, whenever they were last here."""
    if query.birth is None or not query.birth.is_year:
        return fits
    year = query.birth.first.year
    exact = weights.Odds(weights.FITS_M, matcher.population.years_share(year, year)).bits
    return Reason(fits.why, max(_LEAST, min(fits.bits, exact - _LATELY_MOST - _LEAST)))


def _asked(query: Query) -> tuple[_Asked, ...]:
    growing = len(query.words) - 1 if query.unfinished else None
    return tuple(_Asked(word, _starts(word) if place == growing else None) for place, word in enumerate(query.words))


def _starts(word: Word) -> Reason:
    return Reason(Why.STARTS_LIKE, min(_STARTS_MOST, _STARTS * len(word.whole)), word.whole)


def _evidence(query: Query, asked: Iterable[_Asked], known: Known, matcher: Matcher) -> tuple[list[Reason], float]:
    """What speaks for somebody but that they were here, and its bits."""
    reasons = []
    missing = 0
    for one in asked:
        best = _best(one, known, matcher)
        if best is None:
            missing += 1
        else:
            reasons.append(best)
    reasons += _beside_the_name(query, known, matcher)
    return reasons, sum([reason.bits for reason in reasons]) + missing * _UNMATCHED


def _best(asked: _Asked, known: Known, matcher: Matcher) -> Reason | None:
    """The strongest reason why a typed word belongs to a person; None when nothing of theirs is like it.

    Whoever goes by the very name that was typed is not also said to have one that it may be short for.
    """
    word, starts, names = asked.word, asked.starts, known.called
    found = _of_names(word, names, matcher)
    if starts is not None and _begins_one(word.whole, names):
        found = [_as_beginning(reason, word) if reason.why in _ALIKE else reason for reason in found]
        found.append(starts)
    if known.description:
        found += _described(asked, known.description)
    best = max(found, key=_BITS, default=None)
    if best is not None and best.why is Why.NICKNAME:
        exact = [reason for reason in found if reason.why is Why.SAME_GIVEN]
        return Reason(Why.SAME_GIVEN, best.bits, exact[0].value) if exact else best
    return best


def _begins_one(beginning: str, names: Iterable[Name]) -> bool:
    return any(piece.startswith(beginning) for name in names for piece in name.words)


def _as_beginning(alike: Reason, word: Word) -> Reason:
    """A word that is not finished is no slip for the word that it begins."""
    return Reason(Why.STARTS_LIKE, alike.bits, word.whole)


def _described(asked: _Asked, description: Iterable[str]) -> Iterator[Reason]:
    whole = asked.word.whole
    growing = asked.starts is not None
    described = [own for own in description if own == whole or (growing and own.startswith(whole))]
    if described:
        yield Reason(Why.DESCRIPTION, _DESCRIBED, min(described))


def _of_names(word: Word, names: Iterable[Name], matcher: Matcher) -> list[Reason]:
    given, family = matcher.name_comparing.given, matcher.name_comparing.family
    reasons = [reason for name in names for reason in (given(word, name.given), family(word, name.family))]
    return [reason for reason in reasons if reason is not None and reason.bits > 0]


def _beside_the_name(query: Query, known: Known, matcher: Matcher) -> Iterable[Reason]:
    birth = compare_births(query.birth, known.person.birth, matcher.population)
    if birth is not None:
        yield _below_exact(birth, query, matcher) if birth.why is Why.AGE_FITS and not query.words else birth
    if query.district and known.district:
        same = query.district == known.district
        odds = weights.SAME_DISTRICT if same else weights.OTHER_DISTRICT
        yield Reason(Why.SAME_DISTRICT if same else Why.OTHER_DISTRICT, odds.bits, known.district.upper())
