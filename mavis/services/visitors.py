"""Knowing a returning visitor: finding them, what must be known of them tonight, and their nights for a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.errors import UnreadableError, UserError
from mavis.domain.people.advice_report import AdviceReport, advice_report
from mavis.domain.people.editing import carried_over
from mavis.domain.people.finding import Found, rank
from mavis.domain.people.merging import as_one
from mavis.domain.people.person import Person
from mavis.domain.people.query import read_query
from mavis.domain.people.returning import ROLLING_YEAR, Returning, returning
from mavis.domain.shift.night import night_of
from mavis.domain.visit.sensitive import seen_by
from mavis.services.rights import require

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from mavis.domain.access.roles import Actor
    from mavis.domain.people.query import Query
    from mavis.domain.people.vocabulary import Vocabulary
    from mavis.domain.visit.visit import Visit
    from mavis.services.register import Register
    from mavis.storage.unit_of_work import Store, View, Work
    from mavis.system.clock import Clock

_SHORTLIST = 60
_WAYS_TO_BE_BORN = 4
"""A year is known, or an age leaves it and the one before or behind it: so many times more are looked at than shown."""

_ENOUGH = 5
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Met:
    """The person of a visit as the crew must know them tonight."""

    person: Person
    returning: Returning


class Visitors:
    """The people who were on the bus. Nothing here links a visit to anybody: that is an edit of the visit."""

    def __init__(self, store: Store, register: Register, clock: Clock, advice_again_after: timedelta) -> None:
        """``advice_again_after`` is the time in which brief advice is offered once."""
        self._store = store
        self._register = register
        self._clock = clock
        self._again_after = advice_again_after

    def offer_advice_again_after(self, interval: timedelta) -> None:
        """Brief advice is offered once in that time, from now on: the setting was changed."""
        self._again_after = interval

    def find(self, actor: Actor, text: str, *, leaving_out: str = "", most: int = _SHOWN) -> tuple[Found, ...]:
        """Who may be meant by a typed text, the likeliest first, each with the reasons why.

        ``leaving_out`` is the id of a person who is not asked about: the one that the visit itself brought along.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        today = night_of(self._clock())
        query = read_query(text, today)
        if query.says_nothing:
            return ()
        with self._store.look() as view:
            ids = _shortlist(view, self._register.vocabulary(view), query, most) - {leaving_out}
            people = list(map(as_one, view.people.known(ids)))
        found = rank(query, people, self._register.matcher, today, most)
        return tuple(replace(one, person=_seen_by(actor, one.person, today)) for one in found)

    def find_and_note(self, actor: Actor, text: str, reason: str, *, most: int = _SHORTLIST) -> tuple[Found, ...]:
        """``find`` for a list that leaves the screen: that it was asked for is kept in the trail.

        Raises:
            UserError: no right, or no reason.
        """
        require(actor, Right.READ_HISTORY)
        self._note(actor, None, reason)
        return self.find(actor, text, most=most)

    def person(self, actor: Actor, person_id: str) -> Person:
        """Who somebody is, under whichever of their ids, as the actor may see them.

        Raises:
            UserError: there is nobody, or no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            return _seen_by(actor, _one(view, person_id), night_of(self._clock()))

    def met(self, actor: Actor, visit: Visit) -> Met | None:
        """The person of a visit as it stands on the screen, saved or not, and what their other nights mean for it.

        None for a visit that is linked to nobody.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        if visit.person_id is None:
            return None
        with self._store.look() as view:
            person = _one(view, visit.person_id)
            others = view.visits.those(view.people.visits_of(person.id))
            nights = view.shifts.dates({visit.shift_id, *(other.shift_id for other in others)})
        found = returning(visit, others, nights, self._again_after)
        return Met(_seen_by(actor, person, night_of(self._clock())), found)

    def nights(self, actor: Actor, person_id: str, reason: str) -> tuple[Visit, ...]:
        """All visits of a person, the newest first; who looked and why is kept.

        Raises:
            UserError: no right, no reason, or nobody.
        """
        require(actor, Right.READ_HISTORY)
        self._note(actor, person_id, reason)
        with self._store.look() as view:
            visits = view.visits.those(view.people.visits_of(_one(view, person_id).id))
        return tuple(seen_by(actor.role, visit) for visit in visits)

    def how_often(self, actor: Actor, ids: Collection[str]) -> Mapping[str, int]:
        """On how many nights each of these people was here, so that two of one name can be told apart in a list.

        Raises:
            UserError: no right.
        """
        require(actor, Right.READ_HISTORY)
        with self._store.look() as view:
            faces = view.people.faces(ids)
            nights = view.people.nights(set(faces.values()))
        return {person_id: len({night for night, _at in nights.get(face, ())}) for person_id, face in faces.items()}

    def advice_report(self, actor: Actor, first: date, last: date) -> AdviceReport:
        """Brief advice for repeat visitors on the nights from the first date to the last, exact and without a name.

        Raises:
            UserError: no right, or the dates are the wrong way round.
        """
        require(actor, Right.REPORT)
        if last < first:
            raise UserError("counts_backwards")
        since = min(first - self._again_after - timedelta(days=1), last - ROLLING_YEAR)
        with self._store.look() as view:
            visits = view.summaries.visits_between(since, last)
            people = {visit.person_id for visit in visits if visit.person_id and visit.shift_date >= first}
            before = view.summaries.seen_before(since, people)
            looked_at = len(view.people.merges()) + len(view.people.apart())
        report = advice_report(visits, first, last, self._again_after, before)
        return replace(report, looked_at=looked_at)

    def records(self, actor: Actor, person_id: str) -> tuple[Person, ...]:
        """Every record that is one person, the oldest first, each as it was written; without ``last_seen``.

        Raises:
            UserError: no right, or nobody.
        """
        require(actor, Right.READ_HISTORY)
        with self._store.look() as view:
            face = _one(view, person_id).id
            return view.people.behind([face])[face]

    def change(self, actor: Actor, person_id: str, edit: Callable[[Person], Person]) -> Person:
        """Apply an edit to one record of somebody: names, birth, alerts; a hold only by the coordinator.

        Raises:
            UserError: nobody, no right, or an identity that was taken away already.
        """
        require(actor, Right.READ_HISTORY)
        with self._store.change(actor) as work:
            before, after = self._changed(work, actor, person_id, edit)
            if after != before:
                work.commit()
        return after

    def change_records(self, actor: Actor, before: Sequence[Person], after: Sequence[Person]) -> None:
        """Bring the records of somebody from one state to another, all at once; what else they say meanwhile stays.

        Raises:
            UserError: as ``change``; then none of them is changed.
        """
        require(actor, Right.READ_HISTORY)
        edits = [(was, wanted) for was, wanted in zip(before, after, strict=True) if was != wanted]
        with self._store.change(actor) as work:
            for was, wanted in edits:
                self._changed(work, actor, was.id, partial(carried_over, before=was, after=wanted))
            work.commit()

    def _changed(
        self, work: Work, actor: Actor, person_id: str, edit: Callable[[Person], Person]
    ) -> tuple[Person, Person]:
        before = work.people.get(person_id)
        if before is None or before.stripped:
            raise UserError("visitor_unknown")
        after = edit(before)
        if after.held != before.held:
            require(actor, Right.MANAGE_VISITORS)
        if after != before:
            self._register.save(work, after)
        return before, after

    def _note(self, actor: Actor, person_id: str | None, reason: str) -> None:
        if not reason.strip():
            raise UserError("look_needs_reason")
        with self._store.change(actor) as work:
            if person_id is not None and work.people.get(person_id) is None:
                raise UserError("visitor_unknown")
            work.people.note_look(person_id, reason.strip())
            work.commit()


def _shortlist(view: View, vocabulary: Vocabulary, query: Query, most: int) -> set[str]:
    """Those who have all that is wanted; when they are few also slips of the pen, and those who lack one of it.

    For a year or an age alone those who may have been born then, also when their own age leaves two years.
    """
    if query.birth is not None and not query.words and not query.district:
        return set(view.people.born_about(query.birth.first.year, query.birth.last.year, _WAYS_TO_BE_BORN * most))
    found = set(view.people.with_words(vocabulary.wanted(query), _SHORTLIST))
    if len(found) < _ENOUGH:
        wanted = vocabulary.wanted(query, forgiving=True)
        found.update(view.people.with_words(wanted, _SHORTLIST))
        if len(found) < _ENOUGH and len(wanted) > 1:
            for place in range(len(wanted)):
                lacking = (*wanted[:place], *wanted[place + 1 :])
                found.update(view.people.with_words(lacking, _SHORTLIST // len(wanted)))
    return found


def _one(view: View, person_id: str) -> Person:
    for records in view.people.known([person_id]):
        return as_one(records)
    if view.people.faces([person_id]):
        raise UnreadableError("person_unreadable")
    raise UserError("visitor_unknown")


def _seen_by(actor: Actor, person: Person, today: date) -> Person:
    """Everybody sees who it is and the alerts in force; the rest only those who may read the history."""
    if may(actor.role, Right.READ_HISTORY):
        return person
    return replace(person, alerts=person.alerts_on(today), district="")
