"""Somebody under 18 of whom something is owed still: with whom they left, and that children's services are told.

A child goes only with an adult who keeps them safe, and every child is told to the front door.

Nothing compels the answer. Any word on who was with them, who took them or who was told says that somebody saw to it
(domain.md 8). No way to leave does but that children's services took them: a friend is no adult, and neither the family
nor an ambulance nor the police say that anybody was told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ReferralTarget

if TYPE_CHECKING:
    from mavis.domain.record.safeguarding import ChildSafety
    from mavis.domain.visit.visit import Visit

_NOTHING_TO_ASK = frozenset({Outcome.CHILDRENS_SERVICES, Outcome.DIED})


def child_left(visit: Visit) -> bool:
    """Whether somebody under 18 left, and nobody wrote down with whom or who was told."""
    if not _is_child(visit) or visit.is_open or visit.outcome in _NOTHING_TO_ASK or _is_referred(visit):
        return False
    safety = visit.safeguarding.child if visit.safeguarding else None
    return safety is None or not _is_told(safety)


def services_not_told(visit: Visit) -> bool:
    """Whether somebody wrote down of a child that children's services were not told, and nothing says otherwise."""
    safety = visit.safeguarding.child if visit.safeguarding else None
    if not _is_child(visit) or safety is None or safety.front_door_told is not False:
        return False
    return not _is_referred(visit) and visit.outcome is not Outcome.CHILDRENS_SERVICES


def _is_child(visit: Visit) -> bool:
    return isinstance(visit.age_band, AgeBand) and visit.age_band.is_child


def _is_referred(visit: Visit) -> bool:
    return any(referral.target is ReferralTarget.FRONT_DOOR for referral in visit.referrals)


def _is_told(safety: ChildSafety) -> bool:
    """Whether anything says who was with them, who took them or who was told; not known is an answer."""
    answers = (safety.with_adult, safety.family_told, safety.front_door_told)
    return any(answer is not None for answer in answers) or bool(safety.with_whom.strip() or safety.handed_to.strip())
