"""Edits of referrals and of what keeps a person safe: each can be applied twice and leaves the rest alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.edits import safeguarding as edits
from mavis.domain.edits.safety import tell_assault
from mavis.domain.record.assault import Assault
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.safeguarding import (
    AbuseIndicator,
    ChildSafety,
    Referral,
    ReferralConsent,
    ReferralQuestion,
    ReferralTarget,
    Safeguarding,
    SexualAssaultCare,
)
from mavis.domain.visit.visit import differing_fields
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from mavis.domain.edits.visit import VisitEdit

_SARC = Referral("r1", ReferralTarget.SARC, at("23:00"), "crew-1")
_POLICE = Referral("r2", ReferralTarget.POLICE, at("23:05"), "crew-2")
_VISIT = a_visit(referrals=(_SARC, _POLICE), safeguarding=Safeguarding(indicators=(AbuseIndicator.AFRAID,)))

_EDITS = {
    "refer": edits.refer(Referral("r3", ReferralTarget.VRU, at("23:10"), "crew-1")),
    "follow up": edits.follow_up("r2", acknowledged_at=at("23:20")),
    "keep safe": edits.keep_safe(safe_to_talk=True),
    "tick": edits.tick_indicator(AbuseIndicator.STRANGLED, ticked=True),
    "untick": edits.tick_indicator(AbuseIndicator.AFRAID, ticked=False),
    "child": edits.keep_child_safe(in_danger=False),
    "assault": edits.after_sexual_assault(sarc_offered=True),
}


@pytest.mark.parametrize("edit", _EDITS.values(), ids=_EDITS)
def test_twice_is_once_and_one_field_differs(edit: VisitEdit) -> None:
    """The screen and the store each apply it, and Undo knows what it was about."""
    once = edit(_VISIT)
    assert edit(once) == once
    assert len(differing_fields(_VISIT, once)) == 1


def test_the_answer_of_the_police_says_that_they_were_told_of_the_assault() -> None:
    """In either order, and no more once it is taken back; what somebody said of it, and another's answer, stand."""
    assaulted = replace(_VISIT, assault=Assault(weapon="a belt"))
    answer, back = edits.follow_up("r2", acknowledged_at=at("23:20")), edits.follow_up("r2", acknowledged_at=None)
    told = Assault(weapon="a belt", reported_to_police=True, told_by_answer=True)
    assert answer(assaulted).assault == answer(answer(assaulted)).assault == told
    assert tell_assault(weapon="a belt")(answer(_VISIT)).assault == told
    assert back(answer(assaulted)).assault == assaulted.assault
    assert answer(_VISIT).assault is None

    denied = tell_assault(reported_to_police=False)(assaulted)
    assert answer(denied).assault == back(answer(denied)).assault == denied.assault
    assert edits.follow_up("r1", acknowledged_at=at("23:20"))(assaulted).assault == assaulted.assault


def test_an_answer_that_is_taken_back_takes_no_tick_with_it() -> None:
    """What somebody ticked before the police answered was not said by the answer; nor was what they ticked after it."""
    answer, back = edits.follow_up("r2", acknowledged_at=at("23:20")), edits.follow_up("r2", acknowledged_at=None)
    ticked = tell_assault(reported_to_police=True)(replace(_VISIT, assault=Assault(weapon="a belt")))
    assert back(answer(ticked)) == ticked
    assert edits.put_referral(_POLICE)(answer(ticked)) == ticked
    assert tell_assault(weapon="")(answer(ticked)).assault == Assault(reported_to_police=True)

    again = tell_assault(reported_to_police=True)(tell_assault(reported_to_police=None)(answer(ticked)))
    assert back(again) == ticked


@given(st.lists(st.tuples(st.sampled_from(ReferralQuestion), st.sampled_from([True, False, None]))))
def test_each_question_has_the_answer_that_was_given_last(answers: list[tuple[ReferralQuestion, bool | None]]) -> None:
    """None where nobody asked or the answer was taken back; how far it is counts yes alone."""
    visit = _VISIT
    for asked, answer in answers:
        visit = edits.follow_up("r1", **edits.answered(visit.referrals[0], asked, answer, at("23:30")))(visit)
    referral, last = visit.referrals[0], dict(answers)

    assert {asked: referral.answer(asked) for asked in ReferralQuestion} == {
        asked: last.get(asked) for asked in ReferralQuestion
    }
    assert (referral.closed_at is not None) is (last.get(ReferralQuestion.CLOSED) is True)
    assert referral.is_only_made() is not any(answer is not None for answer in last.values())


def test_a_referral_that_is_put_back_says_all_that_its_answers_say() -> None:
    """Only what differs is followed up: another word about it touches neither the assault nor the talk."""
    assaulted = replace(_VISIT, assault=Assault(weapon="a belt"))
    answered = replace(_POLICE, acknowledged_at=at("23:20"))
    told = edits.put_referral(answered)(assaulted)
    assert told == edits.follow_up("r2", acknowledged_at=at("23:20"))(assaulted)
    assert edits.put_referral(_POLICE)(told) == assaulted

    denied = tell_assault(reported_to_police=False)(told)
    assert edits.put_referral(replace(answered, owner="Bryn"))(denied).assault == denied.assault
    assert edits.put_referral(replace(_POLICE, id="r9"))(assaulted) == assaulted


def test_a_referral_keeps_its_place() -> None:
    """Following one up does not move it."""
    after = edits.follow_up("r1", reference="12", how="phone")(_VISIT)
    assert after.referrals == (replace(_SARC, reference="12", how="phone"), _POLICE)


def test_who_decided_goes_with_the_override() -> None:
    """When the person agrees after all, nobody decided for them."""
    decided = edits.follow_up("r1", consent=ReferralConsent.OVERRIDDEN_HARM, decided_by="Bryn")(_VISIT)
    assert decided.referrals[0].decided_by == "Bryn"
    assert edits.follow_up("r1", consent=ReferralConsent.YES)(decided).referrals[0].decided_by == ""


def test_signs_keep_the_order_in_which_they_were_noticed() -> None:
    """And can be taken back one by one."""
    visit = edits.tick_indicator(AbuseIndicator.STRANGLED, ticked=True)(_VISIT)
    assert visit.safeguarding == Safeguarding(indicators=(AbuseIndicator.AFRAID, AbuseIndicator.STRANGLED))


def test_an_empty_block_goes() -> None:
    """Nothing answered is the same as never asked."""
    visit = edits.tick_indicator(AbuseIndicator.AFRAID, ticked=False)(_VISIT)
    assert visit.safeguarding is None
    asked = edits.after_sexual_assault(sarc_offered=True)(edits.keep_child_safe(handed_to="Her mother")(visit))
    assert asked.safeguarding == Safeguarding(
        child=ChildSafety(handed_to="Her mother"), sexual_assault=SexualAssaultCare(sarc_offered=True)
    )
    back = edits.keep_child_safe(handed_to="")(edits.after_sexual_assault(sarc_offered=None)(asked))
    assert back.safeguarding is None


@pytest.mark.parametrize("band", AgeBand)
def test_a_child_is_somebody_under_18(band: AgeBand) -> None:
    """Of sixteen and seventeen too."""
    assert band.is_child is (band in (AgeBand.UNDER_16, AgeBand.FROM_16))
