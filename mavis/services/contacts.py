"""The contacts card: read by everybody on the bus, written by the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.follow_up.contacts import Contact
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.services.rights import require

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.storage.unit_of_work import Store


class Contacts:
    """How each place that people are referred to is reached."""

    def __init__(self, store: Store) -> None:
        """Use the store; the card lies in it, encrypted as all else."""
        self._store = store

    def card(self) -> tuple[Contact, ...]:
        """A contact for every target, in the order of the targets; one that nobody wrote down is empty."""
        with self._store.look() as view:
            written = {contact.target: contact for contact in view.contacts.all()}
        return tuple(written.get(target, Contact(target)) for target in ReferralTarget)

    def save(self, actor: Actor, contact: Contact) -> None:
        """Write a contact down.

        Raises:
            UserError: no right.
        """
        require(actor, Right.MANAGE_PEOPLE)
        with self._store.change(actor) as work:
            work.contacts.save(contact)
            work.commit()
