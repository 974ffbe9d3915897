"""The end of the summary: what stays open is said, also where no answer is missing."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.counting.clinical_facts import ClinicalFacts, ReferralFacts
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.reports.shift_summary import draw
from tests.reports.builders import REFERENCE, VISITS, night
from tests.reports.reading import badly_placed, text_of


def test_a_flag_and_a_referral_that_stay_open_are_named() -> None:
    """No answer is missing, and yet not all is settled."""
    made = ReferralFacts(ReferralTarget.POLICE, ReferralState.ACKNOWLEDGED, None)
    flagged = replace(VISITS[0], code="K1", open_clinical_flag=True)
    referred = replace(VISITS[1], code="K2", clinical=ClinicalFacts(referrals=(made,)))
    summary = replace(night((flagged, referred)), to_put_right=())
    pdf = draw(summary, REFERENCE)
    last = text_of(pdf, 2)

    assert "No answer that counts is missing." in last
    assert "Red flag still open: K1. Only a clinician or the lead can close it; a coordinator cannot." in last
    assert "cannot. Referral answered, not closed yet: K2." in last
    assert badly_placed(pdf) == []
