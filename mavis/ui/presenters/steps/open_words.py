"""What is said of open referrals beside the board and at the close of a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.follow_up.open_referral import next_chase
from mavis.system.wording import label, words
from mavis.ui.presenters.shared.times import date_text, month

if TYPE_CHECKING:
    from mavis.domain.follow_up.open_referral import OpenReferral
    from mavis.ui.presenters.steps.follow_up import FollowUp


def how_many_open(follow: FollowUp) -> tuple[str, str]:
    """How many are open, and the next day on which somebody asks again; nothing when none is open."""
    found = follow.open_ones()
    day = next_chase(found)
    more = words("referrals.panel.next", day=day.day, month=month(day)) if day else ""
    return (words("referrals.panel", n=len(found)), more) if found else ("", "")


def to_hand_on(follow: FollowUp) -> list[tuple[str, str, str]]:
    """Of each open referral of tonight its id, its visit's id, and who asks again and when."""
    tonight = (one for one in follow.open_ones() if one.visit_id in follow.desk.visits)
    return [(one.referral.id, one.visit_id, _who_asks(one)) for one in tonight]


def _who_asks(one: OpenReferral) -> str:
    referral = one.referral
    day = words("referrals.close.next", day=date_text(referral.chase_on)) if referral.chase_on else ""
    asks = words("referrals.close.who", owner=referral.owner) if referral.owner else ""
    answered = "" if referral.is_waiting else words("referrals.close.answered")
    who = ", ".join(filter(None, (answered, asks))) or words("referrals.close.nobody")
    return words("referrals.close.line", code=one.code, target=label(referral.target), who=who, next=day)
