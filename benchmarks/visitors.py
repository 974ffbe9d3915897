"""Made-up visitors, some of them on record twice and written otherwise the second time; the truth stands beside them.

Every choice hangs on the seed: ``TUNING`` is what the weights were fitted to, ``REPORTING`` what figures are told of.
The second writing is as a volunteer in the dark makes it: letters swapped, dropped, doubled or hit beside, a nickname
for the given name, names the other way round, a year missing or one out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from mavis.domain.people.birth import born_in
from mavis.domain.people.person import Person
from mavis.domain.record.identity import Gender
from mavis.system.matching import load_nicknames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.people.birth import Birth

TUNING, REPORTING = 1, 2
TONIGHT = date(2026, 11, 21)

_NAMES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Chance(Random):
    """Chance that is the same for the same seed; nothing secret hangs on it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """People, and the pairs of ids that are one person."""

    people: tuple[Person, ...]
    truth: frozenset[frozenset[str]]


def words(of: str) -> tuple[str, ...]:
    """One of the lists of names."""
    return tuple(_NAMES[of].split())


class Visitors:
    """A source of made-up people; the same seed gives the same people."""

    def __init__(self, seed: int) -> None:
        """Begin a row of people."""
        self._chance = Chance(seed)
        self._nicknames = load_nicknames()
        rare = [f"{a}{b}{c}" for a in words("beginnings") for b in ("", *words("middles")) for c in words("endings")]
        self._chance.shuffle(rare)
        self._families = [*words("families"), *rare]
        self._weights = [1 / (place + 40) for place in range(len(self._families))]

    def one(self, person_id: str) -> Person:
        """A person as they would be on record if everything had been asked."""
        chance = self._chance
        gender = chance.choice((Gender.FEMALE, Gender.MALE, Gender.MALE))
        given = chance.choice(words("women" if gender is Gender.FEMALE else "men"))
        return Person(
            person_id,
            names=(f"{given} {chance.choices(self._families, self._weights)[0]}",),
            birth=born_in(TONIGHT.year - round(min(70.0, 16 + chance.expovariate(1 / 11)))),
            gender=gender,
            district=f"bs{chance.randint(1, 49)}",
            description=self._look(),
            last_seen=TONIGHT - timedelta(days=7 * chance.randint(1, 100)),
        )

    def many(self, people: int, twice: int = 0) -> Labelled:
        """So many people, of whom so many are on record a second time, written otherwise."""
        made = [self.one(f"{number}") for number in range(people)]
        again = [self.again(person, f"{person.id}-again") for person in self._chance.sample(made, twice)]
        records = [*made, *again]
        self._chance.shuffle(records)
        return Labelled(tuple(records), frozenset(frozenset((one.id, one.id.partition("-")[0])) for one in again))

    def again(self, person: Person, person_id: str) -> Person:
        """The person as somebody else wrote them down on another night."""
        chance = self._chance
        return replace(
            person,
            id=person_id,
            names=(self.written(person.names[0]),),
            birth=self._birth_again(person.birth),
            district=person.district if chance.random() < 0.6 else "",
            gender=person.gender if chance.random() < 0.9 else None,
            description=self._look(),
        )

    def written(self, name: str) -> str:
        """A name as it is written the next time: half the time with something else about it."""
        given, _, family = name.partition(" ")
        draw = self._chance.random()
        if draw < 0.2:
            return f"{self.nickname(given)} {family}"
        if draw < 0.4:
            return f"{given} {self.slip(family)}"
        if draw < 0.46:
            return f"{self.slip(given)} {family}"
        return f"{family} {given}" if draw < 0.5 else name

    def nickname(self, given: str) -> str:
        """One of the forms of a given name; the name itself when there is none."""
        forms = self._nicknames.forms(given.lower())
        return self._chance.choice(forms).title() if forms else given

    def slip(self, word: str) -> str:
        """The word with one slip: letters swapped, one dropped, doubled or hit beside; the first and last are right."""
        slipped = word
        while slipped == word:
            place = self._chance.randrange(1, max(2, len(word) - 1))
            before, letter, after = word[:place], word[place : place + 1], word[place + 1 :]
            swapped = before + after[:1] + letter + after[1:]
            slipped = self._chance.choice(
                (swapped, before + after, f"{before}{letter}{letter}{after}", before + self._beside(letter) + after)
            )
        return slipped

    def _look(self) -> str:
        return f"{self._chance.choice(words('colours'))} {self._chance.choice(words('things'))}"

    def _birth_again(self, birth: Birth | None) -> Birth | None:
        draw = self._chance.random()
        if birth is None or draw < 0.2:
            return None
        return born_in(birth.first.year + self._chance.choice((-1, 1))) if draw < 0.3 else birth

    def _beside(self, letter: str) -> str:
        row = next((row for row in _ROWS if letter.lower() in row), letter)
        place = row.find(letter.lower())
        return self._chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2] or letter)


def misspelt(people: Sequence[Person], number: int, seed: int) -> list[tuple[str, Person]]:
    """Texts with a given name and a misspelt family name, each with the person that is meant."""
    visitors = Visitors(seed)
    asked = []
    for person in Chance(seed).sample(people, number):
        given, _, family = person.names[0].partition(" ")
        asked.append((f"{given} {visitors.slip(family)}", person))
    return asked
