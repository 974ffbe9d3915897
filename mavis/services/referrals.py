"""Referrals across nights: which are open, and writing down what became of one, also after its night was signed off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.follow_up.open_referral import OpenReferral, to_chase_first
from mavis.domain.shift.night import day_of
from mavis.domain.visit.sensitive import seen_by
from mavis.services.known import known_visit
from mavis.services.rights import require

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit
    from mavis.storage.unit_of_work import Store
    from mavis.system.clock import Clock


_ANSWERED = ("referrals", "assault", "abi")
"""The fields of a visit in which the answers to a referral stand: the police know, and the word in the talk."""


class Referrals:
    """What the coordinator works through in the week. Every verb that changes has saved durably when it returns."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Use the store; the clock says what is due today."""
        self._store = store
        self._clock = clock

    def open(self, actor: Actor) -> tuple[OpenReferral, ...]:
        """Every referral that is not closed, of all nights, in the order of work.

        Raises:
            UserError: no right.
        """
        require(actor, Right.FOLLOW_UP)
        with self._store.look() as view:
            return to_chase_first(view.referrals.open_ones(), day_of(self._clock()))

    def follow(self, actor: Actor, visit_id: str, edit: VisitEdit) -> Visit:
        """Apply the part of an edit that is about referrals, and what their answers say elsewhere.

        What happens after a night is no amendment of it.

        Raises:
            UserError: unknown visit, or no right.
        """
        require(actor, Right.FOLLOW_UP)
        with self._store.change(actor) as work:
            before = known_visit(work.visits.get(visit_id))
            edited = edit(before)
            after = replace(before, **{part: getattr(edited, part) for part in _ANSWERED})
            if after != before:
                work.visits.save(before, after)
                work.commit()
        return seen_by(actor.role, after)
