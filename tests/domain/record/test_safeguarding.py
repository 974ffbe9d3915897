"""How far a referral is, and when to ask again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mavis.domain.record.safeguarding import Referral, ReferralConsent, ReferralState, ReferralTarget
from tests.builders import at

_DAY = date(2017, 12, 23)


def _referral(**fields: Any) -> Referral:
    return Referral("r", ReferralTarget.SARC, at("22:00"), "crew-1", **fields)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, ReferralState.WAITING),
        ({"acknowledged_at": at("23:00")}, ReferralState.ACKNOWLEDGED),
        ({"acknowledged_at": at("23:00"), "closed_at": at("23:30")}, ReferralState.CLOSED),
        ({"closed_at": at("23:30")}, ReferralState.CLOSED),
    ],
)
def test_state(fields: dict[str, Any], state: ReferralState) -> None:
    """A referral that was closed without an answer is closed."""
    found = _referral(**fields)

    assert found.state is state
    assert found.is_waiting is (state is ReferralState.WAITING)


@pytest.mark.parametrize(
    ("fields", "chase"),
    [
        ({}, False),
        ({"chase_on": _DAY}, True),
        ({"chase_on": date(2017, 12, 22)}, True),
        ({"chase_on": date(2017, 12, 24)}, False),
        ({"chase_on": _DAY, "closed_at": at("23:30")}, False),
    ],
)
def test_when_to_ask_again(fields: dict[str, Any], chase: bool) -> None:
    """From its day on, until it is closed."""
    assert _referral(**fields).is_to_chase(_DAY) is chase


def test_who_decided_is_asked_where_consent_was_overridden() -> None:
    """Yes and no are the person's own word."""
    assert [consent for consent in ReferralConsent if not consent.is_overridden] == [
        ReferralConsent.YES,
        ReferralConsent.NO,
    ]
