"""From the talk about alcohol to a referral: the yes to passing on a name makes it, and it goes with that yes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import talk_of, tell
from mavis.domain.edits.safeguarding import followed, withdraw
from mavis.domain.record.safeguarding import Referral, ReferralConsent

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.brief_intervention import AlcoholReferral
    from mavis.domain.visit.visit import Visit


def send_on(target: AlcoholReferral | None) -> VisitEdit:
    """Say where the person goes on to; a yes to another place, and the referral that only it made, are gone."""

    def edit(visit: Visit) -> Visit:
        talk = talk_of(visit)
        if talk.referral is target:
            return visit
        after = tell(referral=target, referral_consent=None)(visit)
        return after if talk.sends_to is None else withdraw(talk.sends_to, ReferralConsent.YES)(after)

    return edit


def agree(agreed: bool | None, referral_id: str, at: datetime, by: str) -> VisitEdit:
    """Say whether their name may be passed on; a yes makes the open referral, unless the visit has one to there.

    Without that yes the referral goes, or where more was written about it says that they did not agree.
    """

    def edit(visit: Visit) -> Visit:
        after, target = tell(referral_consent=agreed)(visit), talk_of(visit).sends_to
        if target is None:
            return after
        if agreed and all(one.target is not target for one in visit.referrals):
            made = Referral(referral_id, target, at, by, consent=ReferralConsent.YES)
            return replace(after, referrals=(*after.referrals, made))
        heard = (_heard(one, agreed) if one.target is target else one for one in after.referrals)
        return replace(after, referrals=tuple(one for one in heard if one is not None))

    return edit


def _heard(one: Referral, agreed: bool | None) -> Referral | None:
    """The referral as their answer leaves it; what was decided without their word stays so."""
    if not agreed and one.is_only_made(ReferralConsent.YES):
        return None
    if agreed is None or (one.consent is not None and one.consent.is_overridden):
        return one
    return followed(one, consent=ReferralConsent.YES if agreed else ReferralConsent.NO)
