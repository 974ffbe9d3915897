"""Facts: what is counted of a visit and a shift, and claims that fall when somebody comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mavis.domain.access.roles import Duty, Role
from mavis.domain.counting.clinical_facts import clinical_facts_of
from mavis.domain.counting.facts import CrewTime, came_again, facts_of, facts_of_shift, withdraw_returned
from mavis.domain.record.answers import NoAnswer, known
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.diversion import Basis, Diversion, WouldHave
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.domain.reference import FlagKind
from mavis.domain.shift.shift import CrewMember, SignOff
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from tests.builders import SATURDAY, a_shift, a_visit, at, shift_facts, some_facts

_TO_ED = Outcome.AMBULANCE_CONVEYED


def test_an_empty_visit_is_all_not_known() -> None:
    """Nothing recorded, nothing made up."""
    facts = facts_of(a_visit(), SATURDAY, "bus")
    assert facts == some_facts()


def test_unknown_and_refused_are_counted_alike() -> None:
    """Neither is a code, and neither is zero."""
    visit = a_visit(age_band=NoAnswer.NOT_KNOWN, gender=NoAnswer.REFUSED, referral_source=NoAnswer.NOT_KNOWN)
    assert facts_of(visit, SATURDAY, "bus") == some_facts(age_not_told=True)
    assert known(NoAnswer.REFUSED) is None
    assert known(Gender.MALE) is Gender.MALE


def test_a_full_visit() -> None:
    """Each fact comes from its own field; care is told once a kind, in order."""
    visit = a_visit(
        departed_at=at("22:45"),
        age_band=AgeBand.FROM_18,
        gender=Gender.FEMALE,
        referral_source=ReferralSource.CCTV,
        triage=Triage(TriageCategory.AMBER, "crew-1", at("22:05"), TriageCategory.GREEN, "2026-11", "shaky"),
        needs=(Presentation.COLD, Presentation.ASSAULT),
        primary_need=Presentation.ASSAULT,
        care=tuple(
            CareGiven(str(number), kind, at("22:10"), "crew-1")
            for number, kind in enumerate((CareKind.WATER, CareKind.ICE, CareKind.WATER))
        ),
        outcome=Outcome.TAXI,
        diversion=Diversion(WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED, Role.VOLUNTEER),
        ambulance_requested_at=at("22:20"),
        flags=(RaisedFlag("head_injury", FlagKind.CLINICAL, at("22:01"), "crew-1", ticked=True),),
        beat_area="ashcombe",
        referrals=(Referral("r", ReferralTarget.VRU, at("22:30"), "crew-1"),),
    )
    facts = facts_of(visit, SATURDAY, "bus")
    assert facts == some_facts(
        departed_at=at("22:45"),
        age_band=AgeBand.FROM_18,
        gender=Gender.FEMALE,
        referral_source=ReferralSource.CCTV,
        triage=TriageCategory.AMBER,
        needs=(Presentation.COLD, Presentation.ASSAULT),
        main_need=Presentation.ASSAULT,
        care=(CareKind.WATER, CareKind.ICE),
        outcome=Outcome.TAXI,
        would_have=WouldHave.ED_OWN_MEANS,
        basis=Basis.VOLUNTEER_JUDGED,
        basis_chosen=True,
        ambulance_requested=True,
        open_clinical_flag=True,
        beat_area="ashcombe",
        referral_waiting=True,
        clinical=clinical_facts_of(visit),
    )
    assert facts.minutes == 45


def test_an_answered_referral_waits_no_more() -> None:
    """Acknowledged or closed, nobody needs to chase it."""
    referral = Referral("r", ReferralTarget.VRU, at("22:30"), "crew-1")
    assert referral.is_waiting
    assert not replace(referral, acknowledged_at=at("22:40")).is_waiting
    assert not replace(referral, closed_at=at("22:40")).is_waiting


def test_minutes_aboard() -> None:
    """As the two times are printed, whatever the seconds; none without a leaving time, and never below 0."""
    came = some_facts().arrived_at
    seconds = replace(some_facts(), arrived_at=came + timedelta(seconds=50), departed_at=came + timedelta(seconds=130))
    assert seconds.minutes == 2
    assert some_facts().minutes is None
    assert some_facts(departed_at=at("22:30") + timedelta(seconds=59)).minutes == 30
    assert some_facts(departed_at=at("21:00")).minutes == 0


@pytest.mark.parametrize(
    ("first", "second", "withdrawn"),
    [
        ({"person_id": "p"}, {"person_id": "p", "outcome": _TO_ED}, True),
        ({"person_id": "p"}, {"person_id": "p", "outcome": Outcome.OWN_TRANSPORT_TO_ED}, True),
        ({"person_id": "p"}, {"person_id": "p", "outcome": Outcome.TAXI}, False),
        ({"person_id": "p"}, {"person_id": "p"}, False),
        ({"person_id": "p"}, {"person_id": "q", "outcome": _TO_ED}, False),
        ({}, {"outcome": _TO_ED}, False),
        ({"person_id": "p"}, {"person_id": "p", "outcome": _TO_ED, "shift_id": "shift-2"}, False),
        ({"person_id": "p", "arrived_at": at("01:00")}, {"person_id": "p", "outcome": _TO_ED}, False),
    ],
)
def test_back_in_the_same_shift_and_then_to_ed(first: dict[str, Any], second: dict[str, Any], withdrawn: bool) -> None:
    """Only the same known person, later on the same shift, makes the first claim fall."""
    visits = (some_facts(1, **first), some_facts(2, **{"arrived_at": at("00:30"), **second}))
    assert [visit.withdrawn for visit in withdraw_returned(visits)] == [withdrawn, False]


def test_every_earlier_claim_falls() -> None:
    """Three visits of one person, the last of them to A&E, whatever the order of the list."""
    visits = [
        some_facts(number, person_id="p", arrived_at=at(time), outcome=outcome)
        for number, time, outcome in ((1, "00:00", _TO_ED), (2, "22:30", Outcome.TAXI), (3, "23:00", _TO_ED))
    ]
    assert [visit.withdrawn for visit in withdraw_returned(visits)] == [False, True, True]


def test_the_facts_of_a_shift() -> None:
    """Crew hours by duty in the order of duties, to the close for who wrote no leaving time."""
    crew = (
        CrewMember("1", "Robin", Duty.STREET_PASTOR, "", at("21:00"), at("23:30")),
        CrewMember("2", "Sam", Duty.LEAD, "", at("20:30")),
        CrewMember("3", "Alex", Duty.STREET_PASTOR, "", at("21:00")),
        CrewMember("4", "Kit", Duty.FIRST_AID, "", at("03:00"), at("21:00")),
    )
    shift = a_shift(
        closed_at=at("03:15"),
        crew=crew,
        parked_at="Made-up Square",
        events=("carnival",),
        handover_notes="Fuel",
        sign_off=SignOff("2", "Sam", at("03:20")),
    )
    assert facts_of_shift(shift, [("water", 3), ("prayer", None)]) == shift_facts(
        closed_at=at("03:15"),
        crew=(
            CrewTime(Duty.LEAD, 1, 405),
            CrewTime(Duty.FIRST_AID, 1, 0),
            CrewTime(Duty.STREET_PASTOR, 2, 150 + 375),
        ),
        parked_at="Made-up Square",
        events=("carnival",),
        tallies=(("water", 3), ("prayer", None)),
        handover_notes="Fuel",
        signed_by="Sam",
        signed_at=at("03:20"),
    )


def test_an_open_shift_is_counted_to_its_planned_end() -> None:
    """Without a closing time the planned one stands in."""
    shift = a_shift()
    facts = facts_of_shift(shift, [])
    assert (facts.closed_at, facts.signed_by, facts.signed_at) == (None, "", None)
    assert (facts.ended_at, facts.open_minutes) == (at("03:00"), 360)
    assert (shift.is_open, shift.open_minutes) == (True, 360)


def test_open_minutes_of_a_closed_shift() -> None:
    """Closed before it opened, by a clock that was put right, is no time at all."""
    assert shift_facts(closed_at=at("02:30")).open_minutes == a_shift(closed_at=at("02:30")).open_minutes == 330
    assert shift_facts(closed_at=at("20:00")).open_minutes == a_shift(closed_at=at("20:00")).open_minutes == 0
    assert not a_shift(closed_at=at("03:00")).is_open


def test_who_came_again_is_known_by_the_first_code_of_the_shift() -> None:
    """In order of arrival, whatever the order given; nobody without a person, and no other shift."""
    visits = [
        some_facts(3, person_id="p", arrived_at=at("23:30")),
        some_facts(1, person_id="p", arrived_at=at("22:10")),
        some_facts(2, person_id="q", arrived_at=at("22:20")),
        some_facts(4, person_id="p", arrived_at=at("23:50")),
        some_facts(5),
        some_facts(6),
        some_facts(7, person_id="p", shift_id="another", arrived_at=at("23:55")),
    ]
    codes = {visit.id: visit.code for visit in visits}
    assert {codes[visit_id]: code for visit_id, code in came_again(visits).items()} == {"K3": "K1", "K4": "K1"}
