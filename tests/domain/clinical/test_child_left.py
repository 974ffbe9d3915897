"""Who was under 18 and left without a word on who was with them or told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mavis.domain.clinical.child_left import child_left, services_not_told
from mavis.domain.counting.clinical_facts import clinical_facts_of
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ChildSafety, Referral, ReferralTarget, Safeguarding
from tests.builders import a_visit, at

TAXI = a_visit(age_band=AgeBand.FROM_16, outcome=Outcome.TAXI)
NOTHING_TO_ASK = {Outcome.CHILDRENS_SERVICES, Outcome.DIED}


def test_a_child_in_a_taxi_is_asked_about_and_counted_so() -> None:
    """Whoever is here still is not, nor is a child who was only asked about danger told of."""
    assert child_left(TAXI)
    assert clinical_facts_of(TAXI).child_left
    assert not child_left(replace(TAXI, outcome=None))
    assert child_left(replace(TAXI, safeguarding=Safeguarding(child=ChildSafety(in_danger=False, handed_to=" "))))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_way_to_leave_is_asked_about(outcome: Outcome) -> None:
    """With family as by taxi: neither says who was told. Children's services say it by themselves."""
    assert child_left(replace(TAXI, outcome=outcome)) is (outcome not in NOTHING_TO_ASK)


def test_a_referral_to_the_front_door_says_who_was_told() -> None:
    """Any other one does not."""
    for target in ReferralTarget:
        referred = replace(TAXI, referrals=(Referral("r", target, at("23:00"), "ruth"),))
        assert child_left(referred) is (target is not ReferralTarget.FRONT_DOOR)


@pytest.mark.parametrize("age", [AgeBand.FROM_18, NoAnswer.NOT_KNOWN, None])
def test_nobody_else_is_asked_about(age: AgeBand | NoAnswer | None) -> None:
    """From 18 on, and where nobody knows the age."""
    assert not child_left(replace(TAXI, age_band=age))


@pytest.mark.parametrize(
    "told",
    [
        {"with_adult": False},
        {"family_told": NoAnswer.NOT_KNOWN},
        {"front_door_told": True},
        {"with_whom": "Gran"},
        {"handed_to": "Gran, 23:10"},
    ],
)
def test_one_answer_is_enough(told: dict[str, Any]) -> None:
    """Not known as well: then somebody has asked."""
    assert not child_left(replace(TAXI, safeguarding=Safeguarding(child=ChildSafety(**told))))


def test_a_no_to_telling_the_services_is_owed_until_they_are_told() -> None:
    """By a yes, by a referral to the front door, or because they took the child; not known and not asked are no no."""
    no = Safeguarding(child=ChildSafety(front_door_told=False))
    owed = replace(TAXI, safeguarding=no)
    referral = Referral("r", ReferralTarget.FRONT_DOOR, at("23:00"), "ruth")

    assert services_not_told(owed)
    assert clinical_facts_of(replace(owed, outcome=None)).services_not_told
    assert not services_not_told(replace(owed, referrals=(referral,)))
    assert not services_not_told(replace(owed, outcome=Outcome.CHILDRENS_SERVICES))
    assert not services_not_told(replace(owed, age_band=AgeBand.FROM_18))
    for told in (True, NoAnswer.NOT_KNOWN, None):
        assert not services_not_told(replace(owed, safeguarding=Safeguarding(child=ChildSafety(front_door_told=told))))
    assert not services_not_told(TAXI)
