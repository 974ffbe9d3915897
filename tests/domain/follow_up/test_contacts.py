"""A line of the contacts card goes stale after 90 days, or when nobody ever tried the number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mavis.domain.follow_up.contacts import Contact
from mavis.domain.record.safeguarding import ReferralTarget

_TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (90, False), (91, True), (400, True)])
def test_a_check_holds_for_90_days(days: int, stale: bool) -> None:
    """Up to and with the ninetieth day."""
    contact = Contact(ReferralTarget.SARC, number="made up", checked_on=_TODAY - timedelta(days=days))
    assert contact.is_stale(_TODAY) is stale


def test_what_was_never_checked_is_stale_and_what_is_empty_is_not() -> None:
    """Nobody is told to check a number that is not there."""
    assert Contact(ReferralTarget.SARC, name="The centre").is_stale(_TODAY)
    assert not Contact(ReferralTarget.SARC).is_stale(_TODAY)
    assert Contact(ReferralTarget.SARC).is_empty
