"""What the crew does with a shift: plan, open, change, count, close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.errors import StorageError, UserError
from mavis.domain.shift.plan import plan_from
from mavis.domain.shift.shift import Shift, SignOff
from mavis.domain.shift.tally import Tally
from mavis.domain.summing_up.put_right import still_to_put_right
from mavis.services.known import known_shift
from mavis.services.rights import require
from mavis.system.logs import log_failure

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from mavis.domain.access.roles import Actor
    from mavis.domain.counting.summary import ToPutRight
    from mavis.domain.reference import ReferenceData
    from mavis.domain.shift.plan import ShiftPlan
    from mavis.storage.unit_of_work import Store, Work
    from mavis.system.ids import NewId


class Shifts:
    """The shifts of this laptop; at most one is open. Every verb that changes has saved durably when it returns."""

    def __init__(
        self, store: Store, new_id: NewId, reference: ReferenceData, site: str, backup: Callable[[], object]
    ) -> None:
        """Use the store; ``site`` is the code of this bus, ``backup`` makes a verified backup."""
        self._store = store
        self._new_id = new_id
        self._kinds = tuple(kind.code for kind in reference.tallies)
        self._site = site
        self._backup = backup

    def current(self) -> Shift | None:
        """The open shift, or None."""
        with self._store.look() as view:
            return view.shifts.open_one()

    def plan(self, now: datetime) -> ShiftPlan:
        """Tonight's shift filled in from the one before it tonight, else from the last one of the same weekday."""
        with self._store.look() as view:
            people = {person.id: person for person in view.crew.roster()}
            bare = plan_from(None, now, self._site, people)
            out = view.shifts.of_nights(bare.date, bare.date)
            tonight = [shift for shift, _visits in out if shift.site == self._site]
            last = tonight[-1] if tonight else view.shifts.last_like(self._site, bare.date)
            return plan_from(last, now, self._site, people)

    def open_shift(self, actor: Actor, plan: ShiftPlan) -> Shift:
        """Open the planned shift now, then back up; a backup that fails is logged and does not hold up the night.

        Raises:
            UserError: a shift is open already, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        with self._store.change(actor) as work:
            if work.shifts.open_one() is not None:
                raise UserError("shift_open_already")
            shift = plan.opened(self._new_id(), work.at)
            work.shifts.add(shift)
            work.commit()
        try:
            self._backup()
        except StorageError as failure:
            log_failure(failure)
        return shift

    def change(self, actor: Actor, shift_id: str, edit: Callable[[Shift], Shift]) -> Shift:
        """Apply an edit to the shift as it is stored, and return what it is now; after sign-off for those who may.

        Raises:
            UserError: unknown shift, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        with self._store.change(actor) as work:
            before = known_shift(work.shifts.get(shift_id))
            _check_signed_off(actor, before)
            after = edit(before)
            work.shifts.save(before, after)
            work.commit()
        return after

    def tallies(self, shift_id: str) -> tuple[Tally, ...]:
        """Every tally of the reference data, and any other that was counted; untouched ones are not counted."""
        with self._store.look() as view:
            counted = view.shifts.tallies(shift_id)
        return tuple(Tally(kind, counted.get(kind)) for kind in dict.fromkeys((*self._kinds, *counted)))

    def count(self, actor: Actor, shift_id: str, kind: str, step: int, tap_id: str) -> Tally:
        """Count a tap; the same ``tap_id`` counts once, however often it is saved."""
        require(actor, Right.RECORD)
        with self._store.change(actor) as work:
            self._check_tally(actor, work, shift_id, kind)
            tally = work.shifts.tally(shift_id, kind)
            if work.shifts.is_new_tap(shift_id, tap_id):
                tally = tally.plus(step)
                work.shifts.set_tally(shift_id, tally)
                work.commit()
        return tally

    def set_tally(self, actor: Actor, shift_id: str, kind: str, count: int | None) -> Tally:
        """Write the count itself; None says that nobody kept count."""
        require(actor, Right.RECORD)
        tally = Tally(kind, None if count is None else max(0, count))
        with self._store.change(actor) as work:
            self._check_tally(actor, work, shift_id, kind)
            if work.shifts.tally(shift_id, kind) != tally:
                work.shifts.set_tally(shift_id, tally)
                work.commit()
        return tally

    def missing(self, shift_id: str) -> tuple[ToPutRight, ...]:
        """What is still to be put right in a shift, before it closes and after."""
        with self._store.look() as view:
            facts = known_shift(view.summaries.shift(shift_id, self._kinds))
            visits = view.summaries.visits_of_shift(shift_id)
        return still_to_put_right(facts, visits)

    def close_shift(self, actor: Actor, shift_id: str) -> Shift:
        """Close and sign off a shift: the bus is in, everybody still aboard has left it. Twice is fine.

        Raises:
            UserError: unknown shift, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        with self._store.change(actor) as work:
            before = known_shift(work.shifts.get(shift_id))
            if before.sign_off is not None:
                return before
            person = work.crew.get(actor.id)
            closed = before.closed_at or before.comes_in(work.at)
            after = replace(
                before,
                closed_at=closed,
                crew=tuple(replace(member, until=member.until or closed) for member in before.crew),
                sign_off=SignOff(actor.id, person.name if person else "", work.at),
            )
            work.shifts.save(before, after, "shift_signed")
            work.commit()
        return after

    def all_shifts(self) -> tuple[tuple[date, int], ...]:
        """Each shift by its date, oldest first, with the number of its visits."""
        with self._store.look() as view:
            return view.shifts.nights()

    def shift_on(self, shift_date: date) -> Shift | None:
        """The shift of a night, or None when the bus stayed at home."""
        with self._store.look() as view:
            return view.shifts.on(shift_date)

    def of_nights(self, first: date, last: date) -> tuple[tuple[Shift, int], ...]:
        """Each shift from a date to a date, oldest first, with the number of its visits; a night may have several."""
        with self._store.look() as view:
            return view.shifts.of_nights(first, last)

    def _check_tally(self, actor: Actor, work: Work, shift_id: str, kind: str) -> None:
        _check_signed_off(actor, known_shift(work.shifts.get(shift_id)))
        if kind not in self._kinds:
            raise UserError("tally_unknown")


def _check_signed_off(actor: Actor, shift: Shift) -> None:
    if shift.sign_off is not None:
        require(actor, Right.AMEND)
