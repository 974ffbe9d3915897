"""Edits of what keeps a person safe: referrals, signs of abuse, what was done for somebody under 18."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.edits.safety import tell_assault
from mavis.domain.record.safeguarding import ChildSafety, Referral, Safeguarding, SexualAssaultCare, police_answered

if TYPE_CHECKING:
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.record.safeguarding import AbuseIndicator, ReferralTarget
    from mavis.domain.visit.visit import Visit


def refer(made: Referral) -> VisitEdit:
    """Make a referral; the same id is never made twice."""

    def edit(visit: Visit) -> Visit:
        others = tuple(kept for kept in visit.referrals if kept.id != made.id)
        return replace(visit, referrals=(*others, made))

    return edit


def withdraw(target: ReferralTarget) -> VisitEdit:
    """Take away a referral that was only made: one about which more was written down stays."""

    def is_bare(one: Referral) -> bool:
        return one == Referral(one.id, target, one.made_at, one.made_by)

    return lambda visit: replace(visit, referrals=tuple(one for one in visit.referrals if not is_bare(one)))


def followed(referral: Referral, **facts: Any) -> Referral:
    """The referral with what became of it; who decided is kept only while it stands without the person's word."""
    after = replace(referral, **facts)
    overridden = after.consent is not None and after.consent.is_overridden
    return after if overridden or not after.decided_by else replace(after, decided_by="")


def follow_up(referral_id: str, **facts: Any) -> VisitEdit:
    """Write down what became of a referral, for example ``follow_up(id, acknowledged_at=now)``.

    The answer of the police is also the answer to whether they were told of an assault, unless somebody said otherwise.
    """

    def edit(visit: Visit) -> Visit:
        changed = (followed(one, **facts) if one.id == referral_id else one for one in visit.referrals)
        after = replace(visit, referrals=tuple(changed))
        before, now = (True if police_answered(each.referrals) else None for each in (visit, after))
        follows = visit.assault is not None and visit.assault.reported_to_police is before
        return tell_assault(reported_to_police=now)(after) if follows and now is not before else after

    return edit


def put_referral(wanted: Referral) -> VisitEdit:
    """Put a referral in the place of the one with its id, as undo does."""
    return lambda visit: replace(
        visit, referrals=tuple(wanted if one.id == wanted.id else one for one in visit.referrals)
    )


def keep_safe(**facts: Any) -> VisitEdit:
    """Set answers about a person's safety; a block in which nothing is answered any more goes."""

    def edit(visit: Visit) -> Visit:
        after = replace(visit.safeguarding or Safeguarding(), **facts)
        return replace(visit, safeguarding=None if after == Safeguarding() else after)

    return edit


def tick_indicator(indicator: AbuseIndicator, ticked: bool) -> VisitEdit:
    """Tick a sign of domestic abuse, or take the tick back; they keep the order in which they were noticed."""

    def edit(visit: Visit) -> Visit:
        held = visit.safeguarding.indicators if visit.safeguarding else ()
        others = tuple(kept for kept in held if kept is not indicator)
        return keep_safe(indicators=(*others, indicator) if ticked else others)(visit)

    return edit


def keep_child_safe(**facts: Any) -> VisitEdit:
    """Set what was done for somebody under 18."""

    def edit(visit: Visit) -> Visit:
        held = visit.safeguarding.child if visit.safeguarding else None
        after = replace(held or ChildSafety(), **facts)
        return keep_safe(child=None if after == ChildSafety() else after)(visit)

    return edit


def after_sexual_assault(**facts: Any) -> VisitEdit:
    """Set what was offered and said after a sexual assault."""

    def edit(visit: Visit) -> Visit:
        held = visit.safeguarding.sexual_assault if visit.safeguarding else None
        after = replace(held or SexualAssaultCare(), **facts)
        return keep_safe(sexual_assault=None if after == SexualAssaultCare() else after)(visit)

    return edit
