"""What the crew does with visits: open one, change one, look at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.roles import Right, may
from mavis.domain.edits.visit import settle
from mavis.domain.errors import UserError
from mavis.domain.record.care import Note
from mavis.domain.scores.measured import refuse_impossible
from mavis.domain.shift.night import night_of
from mavis.domain.visit.sensitive import KEPT_FIELDS, left_alone_by, seen_by
from mavis.domain.visit.short_code import short_code
from mavis.domain.visit.visit import Visit
from mavis.services.known import known_visit
from mavis.services.rights import require
from mavis.storage.codec import decode_field

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from mavis.domain.access.roles import Actor
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.reference import FlagRules
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.amendment import Change
    from mavis.services.own_people import OwnPeople
    from mavis.storage.unit_of_work import Store, Work
    from mavis.system.ids import NewId

LATE = timedelta(minutes=15)
"""A visit that is entered longer than this after the arrival says so."""


class VisitsOfTonight(NamedTuple):
    """The visits of a shift by arrival, as the actor may see them.

    ``last_number`` is the highest in a code of the night, in any of its shifts; 0 before the first visit.
    """

    visits: tuple[Visit, ...]
    last_number: int


class Visits:
    """The visits of this laptop. Every verb that changes has saved durably when it returns."""

    def __init__(
        self, store: Store, new_id: NewId, rules: FlagRules, device_letter: str, own_people: OwnPeople
    ) -> None:
        """Use the store; the letter begins the short codes of this laptop, named visits bring their people along."""
        self._store = store
        self._new_id = new_id
        self._rules = rules
        self._letter = device_letter
        self._own_people = own_people

    def open_visit(
        self, actor: Actor, *, visit_id: str | None = None, arrived_at: datetime | None = None, reason: str = ""
    ) -> Visit:
        """Open a visit in the open shift, or write one up afterwards in the shift of the night it arrived on.

        The same ``visit_id`` twice gives the same visit. After sign-off this is an amendment and needs its reason.

        Raises:
            UserError: there is no such shift, no right, or no reason.
        """
        require(actor, Right.RECORD)
        with self._store.change(actor) as work:
            known = work.visits.get(visit_id) if visit_id else None
            if known is not None:
                return known
            arrived = (arrived_at or work.at).astimezone(UTC)
            shift = _shift_of(work, arrived_at)
            visit = Visit(
                id=visit_id or self._new_id(),
                code=short_code(self._letter, work.visits.last_number(shift.id) + 1),
                shift_id=shift.id,
                arrived_at=arrived,
                entered_at=work.at,
                entered_by=actor.id,
                entered_late=not shift.is_open or work.at - arrived > LATE,
            )
            work.visits.add(visit, _why(actor, reason, signed_off=shift.sign_off is not None))
            work.commit()
        return visit

    def change(self, actor: Actor, visit_id: str, edit: VisitEdit, *, reason: str = "") -> Visit:
        """Apply an edit to the visit as it is stored, keep what it was in the history, and return what it is now.

        Raises:
            UserError: unknown visit, no right, or a change after sign-off without a reason.
        """
        require(actor, Right.RECORD)
        with self._store.change(actor) as work:
            before = known_visit(work.visits.get(visit_id))
            after = _checked(actor, before, settle(before, edit(before), self._rules, work.at, actor))
            after = self._own_people.bring(work, before, after)
            if after == before:
                return seen_by(actor.role, before)
            why = _why(actor, reason, signed_off=work.shifts.is_signed_off(before.shift_id))
            work.visits.save(before, after, why)
            self._own_people.tidy(work, before, after)
            work.commit()
        return seen_by(actor.role, after)

    def get(self, actor: Actor, visit_id: str) -> Visit:
        """The visit of an id, as the actor may see it.

        Raises:
            UserError: there is none, or no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            return seen_by(actor.role, known_visit(view.visits.get(visit_id)))

    def by_code(self, actor: Actor, shift_id: str, code: str) -> Visit:
        """The visit of a shift with that short code, as the actor may see it.

        Raises:
            UserError: there is none, or no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            return seen_by(actor.role, known_visit(view.visits.by_code(shift_id, code)))

    def of_shift(self, actor: Actor, shift_id: str) -> tuple[Visit, ...]:
        """All visits of a shift that can be read, by arrival, as the actor may see them.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            return tuple(seen_by(actor.role, visit) for visit in view.visits.of_shift(shift_id))

    def of_tonight(self, actor: Actor, shift_id: str) -> VisitsOfTonight:
        """All that is known of the visits of a running shift, in one look.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            visits, last_number = view.visits.of_shift(shift_id), view.visits.last_number(shift_id)
        return VisitsOfTonight(tuple(seen_by(actor.role, visit) for visit in visits), last_number)

    def of_last_shift(self, actor: Actor, back: int = 0) -> tuple[Shift, tuple[Visit, ...]] | None:
        """The shift that was over last and its visits by arrival, as the actor may see them; None before the first.

        ``back``: the one so many shifts before it, for those who may put its visits right.

        Raises:
            UserError: no right.
        """
        require(actor, Right.AMEND if back else Right.RECORD)
        with self._store.look() as view:
            shift = view.shifts.last_closed(back)
            visits = view.visits.of_shift(shift.id) if shift is not None else ()
        return None if shift is None else (shift, tuple(seen_by(actor.role, visit) for visit in visits))

    def history(self, actor: Actor, visit_id: str) -> tuple[Change, ...]:
        """Every change of a visit, oldest first; of notes and safeguarding only for those who may read them all.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            changes = view.history.of_visit(visit_id)
        if may(actor.role, Right.READ_SENSITIVE):
            return changes
        return tuple(change for change in changes if change.field not in KEPT_FIELDS)

    def broken_off(self, actor: Actor, visit_ids: Collection[str]) -> dict[str, str]:
        """By its visit the note that the actor was writing last of all; empty where anything was saved after it.

        Raises:
            UserError: no right.
        """
        require(actor, Right.RECORD)
        with self._store.look() as view:
            latest = [changes[-1] for one in visit_ids if (changes := view.history.of_visit(one))]
        last = max(latest, key=lambda change: change.at, default=None)
        if last is None or (last.field, last.by) != ("notes", actor.id):
            return {}
        before, after = (decode_field(Visit, last.field, text) for text in (last.old, last.new))
        written = [note for note in _notes(after) if note not in _notes(before)]
        own = [note.id for note in written if (note.by, note.about) == (actor.id, None)]
        return {last.visit_id: own[0]} if own else {}


def _shift_of(work: Work, arrived_at: datetime | None) -> Shift:
    shift = work.shifts.open_one()
    if shift is None and arrived_at is not None:
        night = night_of(arrived_at)
        out = [shift for shift, _visits in work.shifts.of_nights(night, night)]
        shift = next((shift for shift in reversed(out) if shift.opened_at <= arrived_at), next(iter(out), None))
    if shift is None:
        raise UserError("no_open_shift")
    return shift


def _why(actor: Actor, reason: str, *, signed_off: bool) -> str:
    """The reason to keep with a change: none before sign-off, and never none after it."""
    if not signed_off:
        return ""
    require(actor, Right.AMEND)
    if not reason.strip():
        raise UserError("needs_reason")
    return reason.strip()


def _check_closed_flags(actor: Actor, before: Visit, after: Visit) -> None:
    """A flag is closed in one's own name, by those who may, and with the grade of whoever decides it."""
    known = {flag for flag in before.flags if flag.closed_at is not None}
    for flag in (flag for flag in after.flags if flag.closed_at is not None and flag not in known):
        require(actor, Right.CLOSE_CLINICAL_FLAG)
        if flag.closed_by != actor.id or not flag.closed_grade.strip():
            raise UserError("closing_needs_grade")


def _checked(actor: Actor, before: Visit, after: Visit) -> Visit:
    """The visit as this actor may leave it, whatever was asked for.

    Flags are closed and an oxygen target is set by those who may; judgements stand under one's own rights; sensitive
    notes that one cannot read stay as they were.
    """
    after = left_alone_by(actor, before, after)
    for taken in set(after.observations) - set(before.observations):
        refuse_impossible(taken)
    _check_closed_flags(actor, before, after)
    if after.oxygen_target != before.oxygen_target:
        require(actor, Right.SET_OXYGEN_TARGET)
    claim = after.diversion
    if claim == before.diversion or claim.judged_by in (None, actor.role):
        return after
    return replace(after, diversion=replace(claim, judged_by=actor.role))


def _notes(value: object) -> tuple[Note, ...]:
    return tuple(note for note in value if isinstance(note, Note)) if isinstance(value, tuple) else ()
