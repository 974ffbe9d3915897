"""Diversion from A&E: each clause of the rule, and what withholds a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Role
from mavis.domain.counting.diversion import (
    BasisSplit,
    LeftOut,
    ambulance_avoided,
    count_diversions,
    ed_avoided,
    why_ed_not_avoided,
)
from mavis.domain.record.diversion import NOT_JUDGED, Basis, Diversion, WouldHave, counted_basis
from mavis.domain.record.outcome import LEFT_EARLY, SENT_TO_ED, Outcome
from tests.builders import some_facts

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts

_CALLED = WouldHave.AMBULANCE_999
_OWN = WouldHave.ED_OWN_MEANS


def _claim(would: WouldHave | None = _CALLED, basis: Basis = Basis.PROTOCOL_MET, **facts: Any) -> VisitFacts:
    return some_facts(**{"would_have": would, "basis": basis, "outcome": Outcome.TAXI, **facts})


@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        ({}, True),
        ({"would": _OWN}, False),
        ({"would": WouldHave.POLICE}, False),
        ({"would": WouldHave.GP_111_UTC}, False),
        ({"would": WouldHave.NOTHING}, False),
        ({"would": WouldHave.NOT_KNOWN}, False),
        ({"would": None}, False),
        ({"withdrawn": True}, False),
        ({"outcome": None}, False),
        ({"outcome": Outcome.AMBULANCE_CONVEYED}, False),
        ({"outcome": Outcome.OWN_TRANSPORT_TO_ED}, True),
        ({"outcome": Outcome.LEFT_AGAINST_ADVICE}, True),
        ({"ambulance_requested": True}, False),
        ({"ambulance_requested": True, "basis": Basis.STOOD_DOWN}, True),
        ({"ambulance_requested": True, "basis": Basis.STOOD_DOWN, "outcome": Outcome.AMBULANCE_CONVEYED}, False),
        ({"open_clinical_flag": True}, True),
    ],
)
def test_an_ambulance_avoided(facts: dict[str, Any], counts: bool) -> None:
    """It would have been 999, none conveyed, and none was asked for unless it was stood down."""
    assert ambulance_avoided(_claim(**facts)) is counts


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"outcome": None}, LeftOut.STILL_OPEN),
        ({"outcome": None, "open_clinical_flag": True}, LeftOut.STILL_OPEN),
        ({"open_clinical_flag": True}, LeftOut.RED_FLAG),
        ({"open_clinical_flag": True, "withdrawn": True}, LeftOut.RED_FLAG),
        ({"withdrawn": True}, LeftOut.CAME_BACK),
        ({"outcome": Outcome.DIED}, LeftOut.DIED),
        *[({"outcome": outcome}, LeftOut.SENT_TO_ED) for outcome in SENT_TO_ED],
        *[({"outcome": outcome}, LeftOut.LEFT_EARLY) for outcome in LEFT_EARLY],
        *[({"outcome": o}, None) for o in set(Outcome) - SENT_TO_ED - LEFT_EARLY - {Outcome.DIED}],
    ],
)
@pytest.mark.parametrize("would", [_CALLED, _OWN])
def test_an_attendance_avoided(would: WouldHave, facts: dict[str, Any], why: LeftOut | None) -> None:
    """It would have been A&E, by 999 or their own means, and nothing withholds the claim."""
    visit = _claim(would, **facts)
    assert why_ed_not_avoided(visit) is why
    assert ed_avoided(visit) is (why is None)


@pytest.mark.parametrize("would", [None, *(would for would in WouldHave if would not in (_CALLED, _OWN))])
def test_no_attendance_without_a_claim(would: WouldHave | None) -> None:
    """Police, a GP, nothing, not known and not asked claim nothing."""
    assert not ed_avoided(_claim(would))


@pytest.mark.parametrize(
    ("basis", "judged_by", "counted"),
    [
        (None, None, Basis.VOLUNTEER_JUDGED),
        (None, Role.CLINICIAN, Basis.VOLUNTEER_JUDGED),
        (Basis.CLINICIAN_JUDGED, Role.CLINICIAN, Basis.CLINICIAN_JUDGED),
        (Basis.CLINICIAN_JUDGED, Role.LEAD, Basis.VOLUNTEER_JUDGED),
        (Basis.CLINICIAN_JUDGED, Role.VOLUNTEER, Basis.VOLUNTEER_JUDGED),
        (Basis.CLINICIAN_JUDGED, Role.COORDINATOR, Basis.VOLUNTEER_JUDGED),
        (Basis.CLINICIAN_JUDGED, None, Basis.VOLUNTEER_JUDGED),
        (Basis.PROTOCOL_MET, Role.VOLUNTEER, Basis.PROTOCOL_MET),
        (Basis.STOOD_DOWN, None, Basis.STOOD_DOWN),
        (Basis.VOLUNTEER_JUDGED, Role.CLINICIAN, Basis.VOLUNTEER_JUDGED),
    ],
)
def test_the_basis_that_a_claim_counts_under(basis: Basis | None, judged_by: Role | None, counted: Basis) -> None:
    """Who may not judge as a clinician is counted as a volunteer, as is a claim without a basis."""
    assert counted_basis(Diversion(_CALLED, basis, judged_by)) is counted


def test_nothing_is_judged_at_first() -> None:
    """Not asked is not the same as nothing."""
    assert NOT_JUDGED.would_have is None


def test_a_mixed_night() -> None:
    """Every figure of a night with each kind of claim."""
    visits = [
        _claim(_CALLED, Basis.CLINICIAN_JUDGED),
        _claim(_CALLED, Basis.STOOD_DOWN, ambulance_requested=True),
        _claim(_OWN, Basis.VOLUNTEER_JUDGED),
        _claim(_OWN, Basis.VOLUNTEER_JUDGED, outcome=Outcome.LEFT_AGAINST_ADVICE),
        _claim(_CALLED, Basis.VOLUNTEER_JUDGED, outcome=Outcome.AMBULANCE_CONVEYED),
        _claim(_OWN, Basis.PROTOCOL_MET, outcome=Outcome.OWN_TRANSPORT_TO_ED),
        _claim(_OWN, Basis.PROTOCOL_MET, open_clinical_flag=True),
        some_facts(outcome=Outcome.TAXI),
        some_facts(outcome=Outcome.TAXI, would_have=WouldHave.NOT_KNOWN, basis=Basis.VOLUNTEER_JUDGED),
    ]
    count = count_diversions(visits)
    assert count.ed == BasisSplit(clinician_judged=1, stood_down=1, volunteer_judged=1)
    assert count.ambulance == BasisSplit(clinician_judged=1, stood_down=1)
    assert (count.ed.lowest, count.ed.highest) == (2, 3)
    assert (count.visits, count.conveyed, count.own_transport, count.sent_to_ed) == (9, 1, 1, 2)
    assert (count.asked, count.not_known) == (8, 2)
    assert count.left_out == ((LeftOut.SENT_TO_ED, 2), (LeftOut.LEFT_EARLY, 1), (LeftOut.RED_FLAG, 1))


def test_a_night_without_visits() -> None:
    """Nothing is claimed and nobody was asked."""
    count = count_diversions([])
    assert (count.visits, count.asked, count.not_known, count.left_out) == (0, 0, 0, ())


_ANY = st.builds(
    _claim,
    st.none() | st.sampled_from(WouldHave),
    st.sampled_from(Basis),
    outcome=st.none() | st.sampled_from(Outcome),
    ambulance_requested=st.booleans(),
    open_clinical_flag=st.booleans(),
    withdrawn=st.booleans(),
)


@given(st.lists(_ANY, max_size=30))
def test_a_visit_counts_at_most_once_each_way(visits: list[VisitFacts]) -> None:
    """Claims and what is left out add up to all that would have gone to A&E; lowest is never above highest."""
    count = count_diversions(visits)
    would = sum(visit.would_have in (_CALLED, _OWN) for visit in visits)
    assert count.ed.highest + sum(number for _, number in count.left_out) == would
    assert 0 <= count.ed.lowest <= count.ed.highest <= would
    assert 0 <= count.ambulance.lowest <= count.ambulance.highest <= would
    assert count.asked + sum(visit.would_have is None for visit in visits) == count.visits == len(visits)


@given(_ANY)
def test_who_was_sent_on_is_never_avoided(visit: VisitFacts) -> None:
    """An attendance that took place was not avoided, nor an ambulance that drove."""
    if visit.outcome in SENT_TO_ED:
        assert not ed_avoided(visit)
    if visit.outcome is Outcome.AMBULANCE_CONVEYED:
        assert not ambulance_avoided(visit)
