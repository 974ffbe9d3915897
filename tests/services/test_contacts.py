"""The contacts card: empty at first, read by all, written by the coordinator."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.domain.follow_up.contacts import Contact
from mavis.domain.record.safeguarding import ReferralTarget
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.access.roles import Actor

_CENTRE = Contact(ReferralTarget.SARC, "The centre (invented)", "01632 960 001", "day and night", "ask for Ceri")


def test_no_number_ships(session: Session) -> None:
    """Every target has its line, in the order of the list, and nothing stands on it."""
    card = session.contacts.card()
    assert [contact.target for contact in card] == list(ReferralTarget)
    assert all(contact.is_empty and contact.checked_on is None for contact in card)


def test_what_the_coordinator_writes_stays(session: Session) -> None:
    """Each save takes the place of the one before."""
    session.contacts.save(session.actor, _CENTRE)
    checked = Contact(ReferralTarget.SARC, "The centre", "01632 960 002", checked_on=date(2026, 3, 14))
    session.contacts.save(session.actor, checked)
    assert [contact for contact in session.contacts.card() if not contact.is_empty] == [checked]
    assert session.trail.verify().ok


@pytest.mark.parametrize("actor", [VOLUNTEER, LEAD, CLINICIAN, PLANNER], ids=lambda actor: actor.role)
def test_nobody_else_writes_it(session: Session, actor: Actor) -> None:
    """The card stays as it is."""
    with pytest.raises(UserError, match="not_allowed"):
        session.contacts.save(actor, _CENTRE)
    assert all(contact.is_empty for contact in session.contacts.card())
