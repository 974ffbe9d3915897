"""From the talk about alcohol to a referral: the yes to passing on a name makes it, and it goes with that yes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import talk_of, tell
from mavis.domain.edits.safeguarding import followed
from mavis.domain.record.safeguarding import Referral, ReferralConsent, ReferralTarget
from mavis.domain.visit.brief_intervention import AlcoholReferral

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit

WHOM = {
    AlcoholReferral.ALCOHOL_TREATMENT: ReferralTarget.ALCOHOL_TREATMENT,
    AlcoholReferral.GP: ReferralTarget.GP_111_UTC,
    AlcoholReferral.STREET_OUTREACH: ReferralTarget.STREET_OUTREACH,
}
"""Where a referral goes to; of somebody else nobody knows who that is."""


def send_on(target: AlcoholReferral | None) -> VisitEdit:
    """Say where the person goes on to; a yes to another place, and the referral that only it made, are gone."""

    def edit(visit: Visit) -> Visit:
        talk = talk_of(visit)
        if talk.referral is target:
            return visit
        gone = WHOM.get(talk.referral) if talk.referral else None
        after = tell(referral=target, referral_consent=None)(visit)
        return replace(after, referrals=tuple(one for one in after.referrals if not _is_only_a_yes(one, gone)))

    return edit


def agree(agreed: bool | None, referral_id: str, at: datetime, by: str) -> VisitEdit:
    """Say whether their name may be passed on; a yes makes the open referral, unless the visit has one to there.

    Without that yes the referral goes, or where more was written about it says that they did not agree.
    """

    def edit(visit: Visit) -> Visit:
        after, talk = tell(referral_consent=agreed)(visit), talk_of(visit)
        target = WHOM.get(talk.referral) if talk.referral else None
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
    if not agreed and _is_only_a_yes(one, one.target):
        return None
    if agreed is None or (one.consent is not None and one.consent.is_overridden):
        return one
    return followed(one, consent=ReferralConsent.YES if agreed else ReferralConsent.NO)


def _is_only_a_yes(one: Referral, target: ReferralTarget | None) -> bool:
    """Whether it goes there, and nothing was written about it but that they agreed."""
    bare = Referral(one.id, one.target, one.made_at, one.made_by, consent=ReferralConsent.YES)
    return one.target is target and one == bare
