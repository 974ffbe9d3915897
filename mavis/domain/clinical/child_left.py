"""Somebody under 18 of whom something is owed still: with whom they left, and that children's services are told.

A child goes only with an adult who keeps them safe, and every child is told to the front door.

Nothing compels the answer. How they left can say it by itself; else any word on who was with them, who took them or who
was told says that somebody saw to it (domain.md 8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ReferralTarget

if TYPE_CHECKING:
    from mavis.domain.record.safeguarding import ChildSafety
    from mavis.domain.visit.visit import Visit

_SAYS_WITH_WHOM = frozenset(
    {
        Outcome.HOME_WITH_FRIEND_FAMILY,
        Outcome.HANDED_TO_POLICE,
        Outcome.AMBULANCE_CONVEYED,
        Outcome.CHILDRENS_SERVICES,
        Outcome.DIED,
    }
)


def child_left(visit: Visit) -> bool:
    """Whether somebody under 18 left in a way that does not say with whom, and nobody wrote it down."""
    if not _is_child(visit) or visit.is_open or visit.outcome in _SAYS_WITH_WHOM:
        return False
    safety = visit.safeguarding.child if visit.safeguarding else None
    return safety is None or not _is_told(safety)


def services_not_told(visit: Visit) -> bool:
    """Whether somebody wrote down of a child that children's services were not told, and nothing says otherwise."""
    safety = visit.safeguarding.child if visit.safeguarding else None
    if not _is_child(visit) or safety is None or safety.front_door_told is not False:
        return False
    referred = any(referral.target is ReferralTarget.FRONT_DOOR for referral in visit.referrals)
    return not referred and visit.outcome is not Outcome.CHILDRENS_SERVICES


def _is_child(visit: Visit) -> bool:
    return isinstance(visit.age_band, AgeBand) and visit.age_band.is_child


def _is_told(safety: ChildSafety) -> bool:
    """Whether anything says who was with them, who took them or who was told; not known is an answer."""
    answers = (safety.with_adult, safety.family_told, safety.front_door_told)
    return any(answer is not None for answer in answers) or bool(safety.with_whom.strip() or safety.handed_to.strip())
