"""People who may be one: a list to review, and merges that can be undone at any time. Nothing is merged by itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.errors import UserError
from mavis.domain.people.duplicates import Wish, likeliest_pairs
from mavis.domain.people.match import POSSIBLE_FROM, Match
from mavis.domain.people.merging import Apart, Merge, as_one, one_with
from mavis.domain.people.person import Person
from mavis.domain.visit.sensitive import seen_by
from mavis.services.rights import require
from mavis.system.another_process import in_another_process
from mavis.system.collecting import not_collecting

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from mavis.domain.access.roles import Actor
    from mavis.domain.people.duplicates import Pair
    from mavis.domain.visit.visit import Visit
    from mavis.services.register import Register
    from mavis.storage.unit_of_work import Store, View, Work
    from mavis.system.ids import NewId

HALF_AN_HOUR = 180
"""Pairs that a coordinator looks at in half an hour, at ten seconds each.

On made-up logs of three years the best so many hold seven of ten true pairs, and three of four are right
(docs/adr/0010-matching.md).
"""

_PART = 100
"""People that are handed on at once; some three milliseconds."""

_FEW = 20
"""Parts of people who are compared before another process would have started: a second's work at most."""

LOOKED_FOR = "duplicates"
"""What the trail says of a look at the whole list."""


@dataclass(frozen=True, slots=True)
class Night:
    """One visit of a person, as the review shows it: the shift date and the arrival."""

    shift_date: date
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two people who may be one, side by side, with the reasons and the nights of each."""

    one: Person
    other: Person
    match: Match
    nights: tuple[Night, ...]
    other_nights: tuple[Night, ...]


class Duplicates:
    """The review of the coordinator. Every verb that changes has saved durably when it returns."""

    def __init__(self, store: Store, register: Register, new_id: NewId) -> None:
        """Use the store and the register of people."""
        self._store = store
        self._register = register
        self._new_id = new_id

    def likely(
        self,
        actor: Actor,
        least: float = POSSIBLE_FROM,
        most: int = HALF_AN_HOUR,
        stopped: Callable[[], bool] = lambda: False,
    ) -> tuple[Duplicate, ...]:
        """The likeliest pairs first, with at least that score, at most so many; the trail keeps that somebody looked.

        Those who are one already and those who were found to be two are left out. ``stopped`` ends a long search.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.change(actor) as work:
            work.people.note_look(None, LOOKED_FOR)
            work.commit()
        pairs = self._search(least, most, stopped)
        with self._store.look() as view:
            nights = view.people.nights({person.id for pair in pairs for person in (pair.one, pair.other)})
        return tuple(_side_by_side(pair, nights) for pair in pairs)

    def _search(self, least: float, most: int, stopped: Callable[[], bool]) -> Sequence[Pair]:
        """The likeliest pairs; none when it was stopped. Many people are compared in a process of their own."""
        matcher = self._register.matcher
        with self._store.look() as view:
            wish = Wish(matcher.nicknames, matcher.spelling, _apart(view), least, most)
        with closing(self._everybody()) as parts:
            first = list(islice(parts, _FEW))
            if len(first) < _FEW:
                with not_collecting():
                    pairs = likeliest_pairs(wish, chain.from_iterable(first))
                return () if stopped() else pairs
            return in_another_process(partial(likeliest_pairs, wish), chain(first, parts), stopped) or ()

    def _everybody(self) -> Generator[list[Person]]:
        """Everybody with an identity, those who are one as one, a few at a time: nothing else waits for long."""
        with self._store.look() as view, not_collecting():
            people = map(as_one, view.people.everybody())
            while part := list(islice(people, _PART)):
                yield part

    def merge(self, actor: Actor, one: str, other: str) -> Merge:
        """Say that two people are one; both keep their visits, and ``undo`` makes them two again.

        Raises:
            UserError: no right, nobody, or they are one already.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.change(actor) as work:
            _known(work, one, other)
            if len(set(work.people.faces([one, other]).values())) == 1:
                raise UserError("merged_already")
            merge = Merge(self._new_id(), one, other, work.at, actor.id)
            work.people.merge(merge)
            work.commit()
        return merge

    def undo(self, actor: Actor, merge_id: str) -> Merge:
        """Take a merge back, however long ago it was; a merge that was undone already stays so.

        Raises:
            UserError: no right, or there is no such merge.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.change(actor) as work:
            merge = work.people.merge_of(merge_id)
            if merge is None:
                raise UserError("merge_unknown")
            if merge.in_force:
                merge = replace(merge, undone_at=work.at, undone_by=actor.id)
                work.people.merge(merge)
                work.commit()
        return merge

    def keep_apart(self, actor: Actor, one: str, other: str) -> None:
        """Say that two people are two, so that the list does not ask again.

        Raises:
            UserError: no right, or nobody.
        """
        self._part(actor, one, other, apart=True)

    def ask_again(self, actor: Actor, one: str, other: str) -> None:
        """Take back that two people are two; the list may ask about them again. Twice does no harm.

        Raises:
            UserError: no right, or nobody.
        """
        self._part(actor, one, other, apart=False)

    def _part(self, actor: Actor, one: str, other: str, *, apart: bool) -> None:
        require(actor, Right.MANAGE_VISITORS)
        with self._store.change(actor) as work:
            _known(work, one, other)
            (work.people.keep_apart if apart else work.people.ask_again)(one, other)
            work.commit()

    def apart_from(self, actor: Actor, person_id: str) -> tuple[tuple[Apart, Person], ...]:
        """Everybody who was found to be another person than this one, with the word that said so.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.look() as view:
            ids = one_with(person_id, view.people.merges())
            words = view.people.said_apart(ids)
            others = {word: word.other if word.one in ids else word.one for word in words}
            faces = view.people.faces(others.values())
            people = {face: as_one(group) for face, group in view.people.behind(set(faces.values())).items()}
        return tuple((word, people[faces[other]]) for word, other in others.items() if faces[other] in people)

    def merges_of(self, actor: Actor, person_id: str) -> tuple[Merge, ...]:
        """The merges in force that make somebody one, to undo any of them.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.look() as view:
            merges = view.people.merges()
        ids = one_with(person_id, merges)
        return tuple(merge for merge in merges if merge.one in ids)

    def visits_of(self, actor: Actor, person_id: str) -> tuple[Visit, ...]:
        """All visits of one of a pair, the newest first, to tell the two apart; the trail keeps that somebody looked.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.change(actor) as work:
            work.people.note_look(person_id, LOOKED_FOR)
            work.commit()
        with self._store.look() as view:
            return tuple(seen_by(actor.role, visit) for visit in _visits(view, person_id))

    def last_nights(self, actor: Actor, person_id: str) -> Mapping[str, date]:
        """The shift date of the last visit of each record that is this person, by the id of the record.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        with self._store.look() as view:
            visits = _visits(view, person_id)
            dates = view.shifts.dates({visit.shift_id for visit in visits})
        visits.sort(key=lambda visit: dates[visit.shift_id])
        return {visit.person_id: dates[visit.shift_id] for visit in visits if visit.person_id is not None}


def _visits(view: View, person_id: str) -> list[Visit]:
    faces = view.people.faces([person_id]).values()
    return view.visits.those(visit_id for face in faces for visit_id in view.people.visits_of(face))


def _known(work: Work, *ids: str) -> None:
    if len(work.people.faces(ids)) < len(set(ids)):
        raise UserError("visitor_unknown")


def _apart(view: View) -> frozenset[frozenset[str]]:
    """The pairs of faces that somebody found to be two people."""
    pairs = view.people.apart()
    faces = view.people.faces({person_id for pair in pairs for person_id in pair})
    return frozenset(frozenset(faces[person_id] for person_id in pair) for pair in pairs)


def _side_by_side(pair: Pair, nights: Mapping[str, Sequence[tuple[date, datetime]]]) -> Duplicate:
    """The two with their nights, whoever came first on the left."""
    one, other = sorted((pair.one, pair.other), key=lambda person: [at for _, at in nights.get(person.id, [])])
    first, second = (tuple(Night(*night) for night in nights.get(person.id, [])) for person in (one, other))
    return Duplicate(one, other, pair.match, first, second)
