"""From the talk about alcohol to a referral: what a yes makes, and what becomes of it without that yes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import talk_of
from mavis.domain.edits.alcohol_referral import agree, send_on
from mavis.domain.edits.safeguarding import follow_up
from mavis.domain.record.safeguarding import Referral, ReferralConsent, ReferralTarget
from mavis.domain.visit.brief_intervention import AlcoholReferral
from tests.builders import SATURDAY_NIGHT, a_visit
from tests.domain.edits.test_alcohol import after

if TYPE_CHECKING:
    from mavis.domain.edits.visit import VisitEdit

MADE = Referral("r1", ReferralTarget.GP_111_UTC, SATURDAY_NIGHT, "p1", consent=ReferralConsent.YES)
TO_GP, YES = send_on(AlcoholReferral.GP), agree(True, "r1", SATURDAY_NIGHT, "p1")
NO = agree(False, "", SATURDAY_NIGHT, "p1")


def test_a_yes_makes_the_referral_once() -> None:
    """However often it is said, and in whichever order it is saved."""
    assert after(TO_GP, YES).referrals == (MADE,)
    assert after(TO_GP, YES, agree(True, "r2", SATURDAY_NIGHT, "p2")).referrals == (MADE,)


@pytest.mark.parametrize("edit", [NO, agree(None, "", SATURDAY_NIGHT, "p1"), send_on(AlcoholReferral.STREET_OUTREACH)])
def test_what_only_the_yes_made_goes_with_it(edit: VisitEdit) -> None:
    """A no, a yes taken back, and another place to go to."""
    assert after(TO_GP, YES, edit).referrals == ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (replace(MADE, reason="Weekly drinking"), ReferralConsent.NO),
        (replace(MADE, consent=ReferralConsent.OVERRIDDEN_HARM, decided_by="Ruth"), ReferralConsent.OVERRIDDEN_HARM),
    ],
)
def test_what_was_written_about_stays_with_their_answer(written: Referral, told: ReferralConsent) -> None:
    """Unless somebody decided without their word."""
    visit = a_visit(referrals=(written,))
    assert after(TO_GP, NO, visit=visit).referrals == (replace(written, consent=told),)


def test_somebody_else_and_another_place_are_left_alone() -> None:
    """A yes to somebody unknown makes nothing; a referral to the police is none of the talk's."""
    police = replace(MADE, id="r0", target=ReferralTarget.POLICE)
    assert after(send_on(AlcoholReferral.OTHER), YES).referrals == ()
    assert after(TO_GP, NO, visit=a_visit(referrals=(police,))).referrals == (police,)


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        (ReferralConsent.NO, False),
        (None, None),
        (ReferralConsent.OVERRIDDEN_HARM, None),
    ],
)
def test_what_they_say_to_the_referral_is_their_answer_in_the_talk(
    said: ReferralConsent | None, agreed: bool | None
) -> None:
    """Also once it is said in Safety; a yes is no word any more once somebody decides without it."""
    told = after(TO_GP, YES, follow_up("r1", consent=said))
    assert talk_of(told).referral_consent is agreed
    assert talk_of(follow_up("r1", consent=ReferralConsent.YES)(told)).referral_consent is True


def test_what_they_say_to_another_referral_is_none_of_the_talks() -> None:
    """Nor is what became of its own."""
    police = replace(MADE, id="r0", target=ReferralTarget.POLICE)
    told = after(TO_GP, YES, visit=a_visit(referrals=(police,)))
    assert follow_up("r0", consent=ReferralConsent.NO)(told).abi == told.abi
    assert follow_up("r1", reason="Weekly drinking")(told).abi == told.abi
    assert follow_up("r0", consent=ReferralConsent.NO)(a_visit(referrals=(police,))).abi is None
