"""Which people may be one person: pairs that share a rough key are compared, all others never are.

Comparing everybody with everybody would be five thousand million comparisons for 100,000 people. Two records of one
person nearly always share one of these keys: both halves of the name by sound in either order, the sound of the family
name with the initial of the given name or with the year, the sound of the given name with the year, the whole date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import TYPE_CHECKING

from mavis.domain.people.match import POSSIBLE_FROM, Match
from mavis.domain.people.matcher import Matcher
from mavis.domain.people.nicknames import Nicknames
from mavis.domain.people.person import Person
from mavis.domain.people.population import count
from mavis.domain.people.sounds import sound_of
from mavis.domain.people.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mavis.domain.people.birth import Birth
    from mavis.domain.people.matcher import Known
    from mavis.domain.people.names import Name

_MOST_OF_A_KEY = 400
"""A key that more people share says too little to compare them all for; they meet under their other keys."""

_MOST_YEARS = 3
"""An age in whole years reaches over two calendar years; a wider one is no key."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, in the order in which they were handed in."""

    one: Person
    other: Person
    match: Match


@dataclass(frozen=True, slots=True)
class Wish:
    """Which pairs are asked for, and what people are compared by; ``apart`` are the ids of those known to be two."""

    nicknames: Nicknames
    spelling: Spelling
    apart: Collection[frozenset[str]] = frozenset()
    least: float = POSSIBLE_FROM
    most: int = 180


def likeliest_pairs(wish: Wish, people: Iterable[Person]) -> list[Pair]:
    """The likeliest pairs among all of these people, the best first, each name as usual as it is among them."""
    everybody = list(people)
    matcher = Matcher(wish.nicknames, wish.spelling, count(everybody))
    found = (
        pair
        for pair in possible_pairs(everybody, matcher, wish.least)
        if frozenset((pair.one.id, pair.other.id)) not in wish.apart
    )
    return nsmallest(wish.most, found, key=lambda pair: (-pair.match.score, pair.one.id, pair.other.id))


def keys_of(known: Known, nicknames: Nicknames) -> frozenset[str]:
    """The keys of a person: whoever may be the same shares at least one."""
    births = _birth_keys(known.person.birth)
    keys = {key for name in known.called for key in _name_keys(name, births, nicknames)}
    if known.person.birth is not None and known.person.birth.is_day:
        keys.add(f"day {known.person.birth.first}")
    return frozenset(keys)


def _birth_keys(birth: Birth | None) -> tuple[str, ...]:
    if birth is None or birth.last.year - birth.first.year >= _MOST_YEARS:
        return ()
    return tuple(str(year) for year in range(birth.first.year, birth.last.year + 1))


def _name_keys(name: Name, years: tuple[str, ...], nicknames: Nicknames) -> Iterator[str]:
    given, family = name.given, name.family
    origins = {sound_of(origin) for origin in nicknames.origins(given.first)} - {""}
    sound = family.sound
    families = {sound, *map(sound_of, family.pieces)} - {""}
    for own in families:
        yield from (f"both {_letters(own, one)}" for one in origins | {given.sound})
        yield from (f"initial {own} {one[0]}" for one in origins)
        yield from (f"year {own} {year}" for year in years)
    for one in origins:
        yield from (f"year {one} {year} {sound[:1]}" for year in years)
        yield f"given {one} {sound[:2]}{family.whole[-1:]}"
    if name.lone or not (origins and families):
        yield from (f"lone {one}" for one in origins | families)


def _letters(one: str, other: str) -> str:
    """Two sounds in either order, and each with its letters in either order: a swap of letters changes nothing."""
    return " ".join(sorted("".join(sorted(sound)) for sound in (one, other)))


def possible_pairs(people: Iterable[Person], matcher: Matcher, least: float = POSSIBLE_FROM) -> Iterator[Pair]:
    """The pairs with at least that score, as they are found; stop asking to stop the work.

    People without an identity are left out. 100,000 people take well under a minute.
    """
    known = [matcher.know(person) for person in people if not person.stripped]
    for first, second in candidate_pairs([keys_of(one, matcher.nicknames) for one in known]):
        match = matcher.compare_from(least, known[first], known[second])
        if match is not None:
            yield Pair(known[first].person, known[second].person, match)


def candidate_pairs(keys: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The places of those who share a key, each pair once, the smaller place first."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            blocks[key].append(place)
    shared = {key: places for key, places in blocks.items() if 1 < len(places) <= _MOST_OF_A_KEY}
    for key, places in shared.items():
        for first, second in combinations(places, 2):
            if key == min(common for common in keys[first] & keys[second] if common in shared):
                yield first, second
