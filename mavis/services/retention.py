"""Forgetting who people were once the time to know them is over (domain.md 9): first shown, then done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.people.forgetting import Forgettable, last_kept, places_known, without_identity, without_notes
from mavis.domain.shift.night import night_of
from mavis.domain.shift.shift import Shift
from mavis.services.rights import require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mavis.domain.access.roles import Actor
    from mavis.domain.people.person import Person
    from mavis.services.register import Register
    from mavis.storage.unit_of_work import Store, View, Work
    from mavis.system.clock import Clock


@dataclass(frozen=True, slots=True)
class _Due:
    """What lies before a day: faces of people, ids of the visits of nobody known, nights with notes."""

    faces: tuple[str, ...]
    unknown: tuple[str, ...]
    nights: tuple[Shift, ...]
    told: Forgettable


class Retention:
    """Strips identities; codes, times and counts stay, and who is one with whom."""

    def __init__(
        self,
        store: Store,
        register: Register,
        clock: Clock,
        months: int,
        places: Iterable[str],
        renew_copies: Callable[[date], object],
    ) -> None:
        """``months`` after the last visit an identity goes.

        ``places`` are the names that the scheme has for places, which stay. ``renew_copies`` replaces all backups by a
        new one, and throws away the prints of nights before a day.
        """
        self._store = store
        self._register = register
        self._clock = clock
        self._months = months
        self._places = places_known(places)
        self._renew_copies = renew_copies

    def keep_for(self, months: int) -> None:
        """So many months after the last visit an identity goes, from now on: the setting was changed."""
        self._months = months

    @property
    def first_kept(self) -> date:
        """Whoever was last here before this day is to be forgotten."""
        return last_kept(night_of(self._clock()), self._months)

    def preview(self, actor: Actor) -> Forgettable:
        """What ``strip`` would take now, and how many people a hold keeps; nothing is changed.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        before = self.first_kept
        with self._store.look() as view:
            return _due(view, before).told

    def strip(self, actor: Actor, before: Forgettable) -> Forgettable:
        """Take the identities that are due now and lie in the preview; returns what was taken.

        All at once or nothing. Then the file is written anew, a new backup takes the place of all earlier ones, and the
        prints of nights before that day are thrown away: those may still know the names.
        Somebody of whom a part cannot be read stays wholly, and stays due.

        Raises:
            UserError: no right.
            StorageError: the disk refuses. When the file or the copies could not be renewed, doing it again does so.
        """
        require(actor, Right.MANAGE_VISITORS)
        day = min(before.before, self.first_kept)
        with self._store.change(actor) as work:
            due = _due(work, day)
            visits = work.visits.those(due.unknown)
            people = 0
            for face, records in work.people.behind(due.faces).items():
                ids = work.people.visits_of(face)
                found = work.visits.those(ids)
                if len(found) == len(ids):
                    visits += found
                    people += 1
                    self._strip_person(work, records)
            for visit in visits:
                work.visits.forget(visit, without_identity(visit, self._places), self._places)
            for night in due.nights:
                work.shifts.save(night, without_notes(night), "shift_stripped")
            work.people.forget_searches(datetime.combine(day, time(), UTC))
            work.commit()
        self._register.forget()
        self._store.compact()
        self._renew_copies(day)
        return replace(due.told, people=people, visits=len(visits))

    def _strip_person(self, work: Work, records: Iterable[Person]) -> None:
        for person in records:
            self._register.save(work, person.without_identity())
            work.people.forget_looks(person.id)


def _due(view: View | Work, day: date) -> _Due:
    due = view.people.last_seen_before(day)
    faces = tuple(face for face, held in due if not held)
    unknown = view.people.unknown_before(day)
    visits = len(unknown) + sum(len(view.people.visits_of(face)) for face in faces)
    nights = tuple(night for night in view.shifts.noted_before(day) if without_notes(night) != night)
    return _Due(faces, unknown, nights, Forgettable(day, len(faces), visits, len(due) - len(faces), len(nights)))
