"""Asking people again after a talk about alcohol: who is due, and that somebody asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.edits.alcohol import tell
from mavis.domain.shift.night import day_of
from mavis.services.known import known_visit
from mavis.services.rights import require

if TYPE_CHECKING:
    from datetime import date

    from mavis.domain.access.roles import Actor
    from mavis.domain.follow_up.asking_again import FollowUp
    from mavis.storage.unit_of_work import Store
    from mavis.system.clock import Clock


class FollowUps:
    """What the coordinator works through in the week. Every verb that changes has saved durably when it returns."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Use the store; the clock says what is due today."""
        self._store = store
        self._clock = clock

    def due(self, actor: Actor) -> tuple[FollowUp, ...]:
        """Everybody who is to be asked today or was before, of all nights, the longest due first.

        Raises:
            UserError: no right.
        """
        require(actor, Right.FOLLOW_UP)
        with self._store.look() as view:
            return view.follow_ups.until(day_of(self._clock()))

    def ask_on(self, actor: Actor, visit_id: str, day: date | None) -> None:
        """Ask on another day, or never again: None once somebody asked. It is no amendment of the night.

        Raises:
            UserError: unknown visit, or no right.
        """
        require(actor, Right.FOLLOW_UP)
        with self._store.change(actor) as work:
            before = known_visit(work.visits.get(visit_id))
            after = tell(follow_up=day)(before)
            if after != before:
                work.visits.save(before, after)
                work.commit()
