"""Referrals that wait for somebody, of every night: what the coordinator works through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.record.safeguarding import Referral

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """A referral that is not closed, with the night and the visit that it belongs to; no name of a visitor."""

    night: date
    shift_id: str
    visit_id: str
    code: str
    referral: Referral


def to_chase_first(found: Iterable[OpenReferral], today: date) -> tuple[OpenReferral, ...]:
    """In the order of work: due and urgent, due, urgent, then by the day to ask again, then by age."""

    def place(one: OpenReferral) -> tuple[bool, bool, date, str, str]:
        referral = one.referral
        made = referral.made_at.isoformat()
        return not referral.is_to_chase(today), not referral.urgent, referral.chase_on or date.max, made, referral.id

    return tuple(sorted(found, key=place))


def next_chase(found: Iterable[OpenReferral]) -> date | None:
    """The first day on which some open referral is asked about again; None when no day is set."""
    return min((one.referral.chase_on for one in found if one.referral.chase_on is not None), default=None)
