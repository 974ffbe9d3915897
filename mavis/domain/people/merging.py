"""Which people are one: merges are links between two of them, and each can be undone at any time.

A merge changes no person and no visit. Who is one with whom follows from the links in force alone, so the order in
which they were made or undone leaves no trace.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mavis.domain.people.person import Person


@dataclass(frozen=True, slots=True)
class Merge:
    """A human's word that two people are one; in force until it is undone."""

    id: str
    one: str
    other: str
    at: datetime
    by: str
    undone_at: datetime | None = None
    undone_by: str | None = None

    @property
    def in_force(self) -> bool:
        """Whether the two are one now."""
        return self.undone_at is None


@dataclass(frozen=True, slots=True)
class Apart:
    """A human's word that two people are two, so that nobody is asked again; it can be taken back at any time."""

    one: str
    other: str
    at: datetime
    by: str


def one_with(person_id: str, merges: Iterable[Merge]) -> frozenset[str]:
    """Everybody who is the same person, the given one among them, over any number of links."""
    beside: Mapping[str, set[str]] = defaultdict(set)
    for merge in merges:
        if merge.in_force:
            beside[merge.one].add(merge.other)
            beside[merge.other].add(merge.one)
    reached, waiting = {person_id}, [person_id]
    while waiting:
        new = beside[waiting.pop()] - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def face_of(ids: Iterable[str]) -> str:
    """The id that people who are one are counted under: the oldest, as ids grow with time."""
    return min(ids)


def as_one(people: Sequence[Person]) -> Person:
    """What is known of one person under several ids: every name, the best-known birth, the first word of the rest.

    Raises:
        IndexError: nobody.
    """
    if len(people) == 1:
        return people[0]
    ordered = sorted(people, key=lambda person: person.id)
    first = ordered[0]
    births = [person.birth for person in ordered if person.birth is not None]
    return replace(
        first,
        names=_each_once(name for person in ordered for name in person.names),
        aliases=_each_once(alias for person in ordered for alias in person.aliases),
        birth=min(births, key=lambda birth: (birth.guessed, birth.last - birth.first), default=None),
        gender=next((person.gender for person in ordered if person.gender is not None), None),
        district=next((person.district for person in ordered if person.district), ""),
        description=next((person.description for person in ordered if person.description), ""),
        alerts=tuple(alert for person in ordered for alert in person.alerts),
        last_seen=max((person.last_seen for person in ordered if person.last_seen is not None), default=None),
        stripped=all(person.stripped for person in ordered),
        held=any(person.held for person in ordered),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
