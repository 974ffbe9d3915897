"""Open referrals in the order of work."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mavis.domain.follow_up.open_referral import OpenReferral, next_chase, to_chase_first
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from tests.builders import SATURDAY, at

_TODAY = date(2026, 3, 16)


def _one(name: str, **facts: Any) -> OpenReferral:
    return OpenReferral(SATURDAY, "s", "v", "K1", Referral(name, ReferralTarget.VRU, at("23:00"), "crew-1", **facts))


def test_what_is_due_and_urgent_comes_first() -> None:
    """Then what is due, what is urgent, the nearest day, and what has no day last."""
    day = timedelta(days=1)
    found = [
        _one("no day"),
        _one("later", chase_on=_TODAY + 2 * day),
        _one("urgent", urgent=True),
        _one("tomorrow", chase_on=_TODAY + day),
        _one("due", chase_on=_TODAY - day),
        _one("due and urgent", urgent=True, chase_on=_TODAY),
    ]
    assert [one.referral.id for one in to_chase_first(found, _TODAY)] == [
        "due and urgent",
        "due",
        "urgent",
        "tomorrow",
        "later",
        "no day",
    ]
    assert next_chase(found) == _TODAY - day
    assert next_chase([found[0]]) is None
