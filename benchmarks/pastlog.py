"""A past log with its truth: names, ages and sexes as a coordinator's spreadsheet of three years holds them.

It has the shape of such a log: some 1,800 visits, a name on three of four, 75 given names and 50 family names that come
up again and again, ages as "24", "~24", "20s" or nothing, a slip in one name of thirty. One named visit in eight is
somebody who came before. Nothing tells two people of one name and age apart but the luck of a third thing written down.
"""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.visitors import Chance, Labelled, Visitors, words
from mavis.domain.people.birth import Birth, aged
from mavis.domain.people.person import Person
from mavis.domain.record.identity import Gender

_FIRST_NIGHT = date(2017, 1, 7)
_NIGHTS = 180
_SLIPS, _NICKNAMES, _ONE_WORD = 0.03, 0.05, 0.026
_COMES_BACK = 0.125


def past_log(seed: int, named_visits: int = 1345) -> Labelled:
    """The people that an import proposes, one for each visit with a name, and which of them are one."""
    chance, visitors = Chance(seed), Visitors(seed)
    known: list[tuple[str, int, Gender]] = []
    records: list[Person] = []
    visits_of: dict[int, list[str]] = {}
    for number in range(named_visits):
        night = _FIRST_NIGHT + timedelta(days=7 * (number * _NIGHTS // named_visits))
        if known and chance.random() < _COMES_BACK:
            who = chance.randrange(len(known))
        else:
            known.append(_somebody(chance, night))
            who = len(known) - 1
        name, born, gender = known[who]
        visits_of.setdefault(who, []).append(f"{number}")
        records.append(
            Person(
                f"{number}",
                names=(_written(name, chance, visitors),),
                birth=_age(night.year - born, night, chance),
                gender=gender,
                last_seen=night,
            )
        )
    pairs = (frozenset((a, b)) for visits in visits_of.values() for a in visits for b in visits if a < b)
    return Labelled(tuple(records), frozenset(pairs))


def _somebody(chance: Chance, night: date) -> tuple[str, int, Gender]:
    gender = chance.choices((Gender.MALE, Gender.FEMALE), (62, 38))[0]
    given = words("women" if gender is Gender.FEMALE else "men")[:37]
    name = f"{chance.choice(given)} {chance.choice(words('families')[:50])}"
    return name, night.year - round(min(60.0, 16 + chance.expovariate(1 / 8))), gender


def _written(name: str, chance: Chance, visitors: Visitors) -> str:
    given, _, family = name.partition(" ")
    draw = chance.random()
    if draw < _ONE_WORD:
        return given
    if draw < _ONE_WORD + _NICKNAMES:
        return f"{visitors.nickname(given)} {family}"
    return f"{given} {visitors.slip(family)}" if draw < _ONE_WORD + _NICKNAMES + _SLIPS else name


def _age(years: int, night: date, chance: Chance) -> Birth | None:
    """The age as it was written: exact, a guess one or two years out, a decade, or nothing."""
    draw = chance.random()
    if draw < 0.05:
        return None
    if draw < 0.13:
        return aged(years // 10 * 10, night, years // 10 * 10 + 9, guessed=True)
    if draw < 0.22:
        return aged(years + chance.randint(-2, 2), night, guessed=True)
    return aged(years, night)
