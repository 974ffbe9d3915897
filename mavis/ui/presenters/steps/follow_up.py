"""Open referrals of tonight and of the nights before, and the contacts card, kept at hand for every page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Right, may
from mavis.domain.edits.safeguarding import follow_up, followed, put_referral
from mavis.domain.follow_up.contacts import Contact
from mavis.domain.follow_up.open_referral import OpenReferral, to_chase_first
from mavis.domain.shift.night import day_of
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.desk.undo import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.record.safeguarding import Referral
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.presenters.desk.tonight import Desk

    _Stored = tuple[tuple[Contact, ...], tuple[OpenReferral, ...]]


class FollowUp:
    """What waits for somebody. Nights before are only there for those who may follow them up."""

    def __init__(self, desk: Desk) -> None:
        """Work on what the desk holds; ``load`` fetches it."""
        self.desk = desk

    @property
    def may_look_back(self) -> bool:
        """Whether whoever is signed in may follow up the referrals of all nights."""
        return may(self.desk.session.actor.role, Right.FOLLOW_UP)

    def load(self, doors: Doors, fail: Callable[[Exception], None]) -> None:
        """Read the card and the open referrals, away from the window, and then tell the desk."""
        doors.query(self._read, self._take, fail)

    def open_ones(self) -> tuple[OpenReferral, ...]:
        """Every open referral, in the order of work; of tonight as the desk has it."""
        still = (one for one in _all(self.desk) if one.referral.closed_at is None)
        return to_chase_first(still, day_of(self.desk.clock()))

    def change(self, one: OpenReferral, said: str, *, thread: str = "", **facts: Any) -> None:
        """Write down what became of a referral, at once and saved behind the scenes; words as in ``Desk.edit``."""
        if one.visit_id in self.desk.visits:
            self.desk.edit(one.visit_id, follow_up(one.referral.id, **facts), said, thread=thread)
            return
        before = one.referral
        after = followed(before, **facts)
        if after == before:
            return
        self._put(one, after)
        own = f"{before.id} {thread}" if thread else ""
        self.desk.undo_stack.add(Step(said, before, after, lambda to, _now: self._put(one, to), own, one.code))
        self.desk.tell(Touched(said=said, undoable=True))

    def save_contact(self, contact: Contact, said: str, *, thread: str = "") -> None:
        """Write a line of the card, at once and saved behind the scenes; words as in ``Desk.edit``."""
        before = self.desk.contacts.get(contact.target) or Contact(contact.target)
        if contact != before:
            self._put_contact(contact)
            self.desk.undo_stack.add(Step(said, before, contact, lambda to, _now: self._put_contact(to), thread))
            self.desk.tell(Touched(said=said, undoable=True))

    def _put_contact(self, contact: Contact) -> None:
        actor, session = self.desk.session.actor, self.desk.session
        self.desk.contacts = {**self.desk.contacts, contact.target: contact}
        self.desk.saves.put(lambda: session.contacts.save(actor, contact))
        self.desk.tell(Touched())

    def _put(self, one: OpenReferral, wanted: Referral) -> None:
        actor, session = self.desk.session.actor, self.desk.session
        self.desk.open_before[wanted.id] = replace(one, referral=wanted)
        self.desk.saves.put(lambda: session.referrals.follow(actor, one.visit_id, put_referral(wanted)))
        self.desk.tell(Touched())

    def _read(self) -> _Stored:
        session = self.desk.session
        return session.contacts.card(), session.referrals.open(session.actor) if self.may_look_back else ()

    def _take(self, stored: _Stored) -> None:
        """Show what was read, but where something older than what is shown would take its place."""
        card, found = stored
        saving = bool(self.desk.saves.waiting)
        if not (saving and self.desk.contacts):
            self.desk.contacts = {contact.target: contact for contact in card}
        if not (saving and self.desk.open_before):
            self.desk.open_before = {one.referral.id: one for one in found}
        self.desk.tell(Touched())


def closed_one(desk: Desk, referral_id: str) -> OpenReferral | None:
    """A referral that was open when it was read, and is closed by now."""
    found = (one for one in _all(desk) if one.referral.id == referral_id)
    return next((one for one in found if one.referral.closed_at is not None), None)


def _all(desk: Desk) -> tuple[OpenReferral, ...]:
    shift = desk.shift
    before = [one for one in desk.open_before.values() if one.visit_id not in desk.visits]
    tonight = [
        OpenReferral(shift.date, shift.id, visit.id, visit.code, referral)
        for visit in desk.visits.values()
        for referral in visit.referrals
        if shift is not None
    ]
    return (*before, *tonight)
