"""Edits of what keeps a person safe: referrals, signs of abuse, what was done for somebody under 18."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from mavis.domain.edits.alcohol import talk_of, tell
from mavis.domain.edits.safety import hear_police
from mavis.domain.record.safeguarding import (
    ChildSafety,
    Referral,
    ReferralConsent,
    ReferralQuestion,
    Safeguarding,
    SexualAssaultCare,
    police_answered,
)

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.record.safeguarding import AbuseIndicator, ReferralTarget
    from mavis.domain.visit.visit import Visit


_WORDS = {ReferralConsent.YES: True, ReferralConsent.NO: False, None: None}
"""What the person says to a referral, where nobody decided without them."""


def refer(made: Referral) -> VisitEdit:
    """Make a referral; the same id is never made twice."""

    def edit(visit: Visit) -> Visit:
        others = tuple(kept for kept in visit.referrals if kept.id != made.id)
        return replace(visit, referrals=(*others, made))

    return edit


def withdraw(target: ReferralTarget, consent: ReferralConsent | None = None) -> VisitEdit:
    """Take away a referral to there that was only made, with that word of the person; one with more about it stays."""

    def stays(one: Referral) -> bool:
        return one.target is not target or not one.is_only_made(consent)

    return lambda visit: replace(visit, referrals=tuple(filter(stays, visit.referrals)))


def followed(referral: Referral, **facts: Any) -> Referral:
    """The referral with what became of it; who decided is kept only while it stands without the person's word."""
    after = replace(referral, **facts)
    overridden = after.consent is not None and after.consent.is_overridden
    return after if overridden or not after.decided_by else replace(after, decided_by="")


def answered(referral: Referral, asked: ReferralQuestion, answer: bool | None, at: datetime) -> dict[str, Any]:
    """The facts, for ``follow_up``, of a question that is answered with yes or no, or whose answer is taken back."""
    others = tuple(each for each in referral.denied if each is not asked)
    denied = (*others, asked) if answer is False else others
    if asked is ReferralQuestion.URGENT:
        return {"urgent": answer is True, "denied": denied}
    return {f"{asked.value}_at": at if answer else None, "denied": denied}


def follow_up(referral_id: str, **facts: Any) -> VisitEdit:
    """Write down what became of a referral, for example ``follow_up(id, acknowledged_at=now)``.

    The answer of the police is also the answer to whether they were told of an assault, unless somebody said otherwise.
    What the person says to a referral is their answer in the talk about alcohol too, where that goes to the same place.
    """

    def edit(visit: Visit) -> Visit:
        changed = (followed(one, **facts) if one.id == referral_id else one for one in visit.referrals)
        after = replace(visit, referrals=tuple(changed))
        if police_answered(after.referrals) is not police_answered(visit.referrals):
            after = hear_police(after)
        return _heard_in_the_talk(after, referral_id) if "consent" in facts else after

    return edit


def _heard_in_the_talk(visit: Visit, referral_id: str) -> Visit:
    """Give the talk the word that the referral has; a yes is no word once somebody decided without it."""
    talk = talk_of(visit)
    without = False if talk.referral_consent is False else None
    for one in visit.referrals:
        if one.id == referral_id and one.target is talk.sends_to:
            return tell(referral_consent=_WORDS.get(one.consent, without))(visit)
    return visit


def put_referral(wanted: Referral) -> VisitEdit:
    """Make the referral with that id as wanted, as undo does, with all that ``follow_up`` of what differs brings."""

    def edit(visit: Visit) -> Visit:
        held = next((one for one in visit.referrals if one.id == wanted.id), wanted)
        names = (field.name for field in fields(wanted) if getattr(held, field.name) != getattr(wanted, field.name))
        return follow_up(wanted.id, **{name: getattr(wanted, name) for name in names})(visit)

    return edit


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
