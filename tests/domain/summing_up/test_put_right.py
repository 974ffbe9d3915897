"""What is still to put right: each kind of gap, with the codes that have it."""

from __future__ import annotations

from typing import Any

import pytest

from mavis.domain.counting.clinical_facts import AssaultFacts, ClinicalFacts, ReferralFacts
from mavis.domain.record.diversion import WouldHave
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.summing_up.put_right import Gap, LeftOpen, left_open, still_to_put_right
from mavis.domain.visit.triage import TriageCategory
from tests.builders import at, shift_facts, some_facts

_COMPLETE: dict[str, Any] = {
    "outcome": Outcome.TAXI,
    "departed_at": at("23:00"),
    "triage": TriageCategory.GREEN,
    "age_band": AgeBand.FROM_18,
    "would_have": WouldHave.NOTHING,
}


def test_a_complete_night_leaves_nothing() -> None:
    """No gap, no line; a tally of 0 is counted."""
    shift = shift_facts(tallies=(("water", 0), ("prayer", 3)))
    assert still_to_put_right(shift, [some_facts(**_COMPLETE)]) == ()


@pytest.mark.parametrize(
    ("missing", "gap"),
    [
        ({"outcome": None}, Gap.STILL_OPEN),
        ({"outcome": None, "departed_at": None}, Gap.STILL_OPEN),
        ({"departed_at": None}, Gap.NO_LEAVING_TIME),
        ({"clinical": ClinicalFacts(left_flagged=True)}, Gap.LEFT_FLAGGED),
        ({"clinical": ClinicalFacts(child_left=True)}, Gap.CHILD_LEFT),
        ({"clinical": ClinicalFacts(services_not_told=True)}, Gap.SERVICES_NOT_TOLD),
        ({"triage": None}, Gap.NO_TRIAGE),
        ({"clinical": ClinicalFacts(below_advice=True)}, Gap.BELOW_ADVICE),
        ({"age_band": None}, Gap.NO_AGE),
        ({"would_have": None}, Gap.WOULD_HAVE_NOT_ASKED),
        ({"clinical": ClinicalFacts(assault=AssaultFacts())}, Gap.ASSAULT_NO_TIME),
        ({"referral_waiting": True}, Gap.REFERRAL_NOT_ANSWERED),
    ],
)
def test_each_gap_names_its_visits(missing: dict[str, Any], gap: Gap) -> None:
    """Of two visits only the one with the gap is named, and by no other gap."""
    visits = [some_facts(1, **_COMPLETE), some_facts(2, **{**_COMPLETE, **missing})]
    assert [(found.kind, found.codes) for found in still_to_put_right(shift_facts(), visits)] == [(gap, ("K2",))]


@pytest.mark.parametrize(
    "answered",
    [
        {"age_band": None, "age_not_told": True},
        {"would_have": WouldHave.NOT_KNOWN},
        {
            "outcome": Outcome.LEFT_BEFORE_ASSESSMENT,
            "triage": None,
            "age_band": None,
            "would_have": None,
        },
        {"outcome": Outcome.DIED, "would_have": None},
        {"clinical": ClinicalFacts(assault=AssaultFacts(has_time=True))},
        {"outcome": Outcome.LEFT_BEFORE_ASSESSMENT, "clinical": ClinicalFacts(assault=AssaultFacts())},
    ],
)
def test_nobody_is_asked_again_or_in_vain(answered: dict[str, Any]) -> None:
    """Not known is an answer, and who left before being seen cannot be asked any more."""
    assert still_to_put_right(shift_facts(), [some_facts(1, **{**_COMPLETE, **answered})]) == ()


def test_gaps_stand_in_the_order_of_print() -> None:
    """An empty visit has every gap of a visit but one, and tallies come last."""
    found = still_to_put_right(shift_facts(tallies=(("water", None), ("glass", 2))), [some_facts(1), some_facts(2)])
    assert [gap.kind for gap in found] == [
        Gap.STILL_OPEN,
        Gap.NO_TRIAGE,
        Gap.NO_AGE,
        Gap.WOULD_HAVE_NOT_ASKED,
        Gap.TALLY_NOT_COUNTED,
    ]
    assert [gap.codes for gap in found] == [("K1", "K2")] * 4 + [("water",)]


def test_what_is_open_without_a_gap_is_told_apart() -> None:
    """A flag that nobody closed, and a referral that was answered; one without an answer is a gap already."""
    made = [ClinicalFacts(referrals=(ReferralFacts(ReferralTarget.POLICE, state, None),)) for state in ReferralState]
    visits = [some_facts(at, **_COMPLETE, clinical=clinical) for at, clinical in enumerate(made, start=2)]
    assert left_open(visits) == ((LeftOpen.REFERRAL, ("K3",)),)
    flagged = some_facts(1, **_COMPLETE, open_clinical_flag=True)
    assert left_open([flagged, *visits]) == ((LeftOpen.RED_FLAG, ("K1",)), (LeftOpen.REFERRAL, ("K3",)))
    assert left_open([some_facts(1, **_COMPLETE)]) == ()
