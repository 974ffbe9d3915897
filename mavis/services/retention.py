"""Forgetting who people were once the time to know them is over (domain.md 9): first shown, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.night import night_of
from mavis.domain.people.forgetting import Forgettable, last_kept, without_identity
from mavis.domain.roles import Right
from mavis.services.rights import require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.domain.roles import Actor
    from mavis.services.register import Register
    from mavis.storage.unit_of_work import Store, View, Work
    from mavis.system.clock import Clock


class Retention:
    """Strips identities; codes, times and counts stay, and who is one with whom."""

    def __init__(
        self, store: Store, register: Register, clock: Clock, months: int, renew_backups: Callable[[], int]
    ) -> None:
        """``months`` after the last visit an identity goes; ``renew_backups`` replaces all backups by a new one."""
        self._store = store
        self._register = register
        self._clock = clock
        self._months = months
        self._renew_backups = renew_backups

    def keep_for(self, months: int) -> None:
        """So many months after the last visit an identity goes, from now on: the setting was changed."""
        self._months = months

    def preview(self, actor: Actor) -> Forgettable:
        """What ``strip`` would take now, and how many people a hold keeps; nothing is changed.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_VISITORS)
        before = last_kept(night_of(self._clock()), self._months)
        with self._store.look() as view:
            due = view.people.last_seen_before(before)
            faces = [face for face, held in due if not held]
            visits = len(tuple(_visits(view, faces))) + len(view.people.unknown_before(before))
        return Forgettable(before, len(faces), visits, len(due) - len(faces))

    def strip(self, actor: Actor, before: Forgettable) -> Forgettable:
        """Take the identities that are due now and lie in the preview; returns what was taken.

        All at once or nothing. Then the file is written anew, and a new backup takes the place of all earlier ones,
        which still knew the names.

        Raises:
            UserError: no right.
            StorageError: the disk refuses. When the file or the backups could not be renewed, doing it again does so.
        """
        require(actor, Right.MANAGE_VISITORS)
        day = min(before.before, last_kept(night_of(self._clock()), self._months))
        with self._store.change(actor) as work:
            due = work.people.last_seen_before(day)
            faces = [face for face, held in due if not held]
            ids = (*_visits(work, faces), *work.people.unknown_before(day))
            for visit_id in ids:
                _strip_visit(work, visit_id)
            for people in work.people.behind(faces).values():
                for person in people:
                    self._register.save(work, person.without_identity())
                    work.people.forget_looks(person.id)
            work.commit()
        self._register.forget()
        self._store.compact()
        self._renew_backups()
        return Forgettable(day, len(faces), len(ids), len(due) - len(faces))


def _visits(view: View | Work, faces: Iterable[str]) -> Iterable[str]:
    return (visit_id for face in faces for visit_id in view.people.visits_of(face))


def _strip_visit(work: Work, visit_id: str) -> None:
    visit = work.visits.get(visit_id)
    if visit is not None:
        work.visits.forget(visit, without_identity(visit))
