"""Edits of assault, spiking, refusal and capacity: what is added, what goes, and when nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.danger import signs_of
from mavis.domain.edits.safety import (
    note_capacity,
    note_refusal,
    tell_assault,
    tell_spiking,
    tick_method,
    tick_refused,
)
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import Assault, AssaultMethod, AssaultPlace, Spiking, SpikingRoute
from mavis.domain.record.care import CanDecide, CapacityNote, Refusal, Refused
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.domain.record.signs import Sign
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from mavis.domain.edits.visit import VisitEdit

NOW, RUTH = at("22:00"), "crew-1"


def test_an_assault_grows_field_by_field_and_goes_with_its_last_one() -> None:
    """Nothing is left behind that would count as an assault."""
    visit = tell_assault(weapon="a belt")(tell_assault(place=AssaultPlace.STREET)(a_visit()))
    assert visit.assault == Assault(place=AssaultPlace.STREET, weapon="a belt")

    assert tell_assault(place=None, weapon="")(visit).assault is None


def test_an_assault_goes_with_its_last_answer_although_the_police_have_answered() -> None:
    """A slip that is taken back counts as no assault; what somebody says of the police themselves stays."""
    told = Referral("r1", ReferralTarget.POLICE, NOW, RUTH, acknowledged_at=NOW)
    visit = a_visit(referrals=(told,))
    slip = tick_method(AssaultMethod.BITE, ticked=True)(visit)
    assert slip.assault == Assault(methods=(AssaultMethod.BITE,), reported_to_police=True, told_by_answer=True)
    assert tick_method(AssaultMethod.BITE, ticked=False)(slip).assault is None

    said = tell_assault(reported_to_police=True)(visit)
    assert said.assault == Assault(reported_to_police=True)
    assert tell_assault(reported_to_police=None)(said).assault is None


def test_methods_are_ticked_in_order_and_not_known_stands_alone() -> None:
    """Whoever says that nobody knows takes the others back, and the other way round."""
    visit = a_visit()
    for method in (AssaultMethod.FOOT, AssaultMethod.BITE, AssaultMethod.FOOT):
        visit = tick_method(method, ticked=True)(visit)
    assert visit.assault == Assault(methods=(AssaultMethod.BITE, AssaultMethod.FOOT))

    unknown = tick_method(AssaultMethod.UNKNOWN, ticked=True)(visit)
    assert unknown.assault == Assault(methods=(AssaultMethod.UNKNOWN,))
    again = tick_method(AssaultMethod.BITE, ticked=True)(unknown)
    assert again.assault == Assault(methods=(AssaultMethod.BITE,))
    assert tick_method(AssaultMethod.BITE, ticked=False)(again).assault is None


def test_spiking_symptoms_raise_the_sign_only_when_there_are_some() -> None:
    """Not known is an answer, not a yes."""
    spiked = tell_spiking(route=SpikingRoute.DRINK)(a_visit())
    assert spiked.spiking == Spiking(route=SpikingRoute.DRINK)

    for answer, raised in ((True, True), (False, False), (NoAnswer.NOT_KNOWN, False), (None, False)):
        found = signs_of(tell_spiking(symptoms=answer)(spiked))
        assert (Sign.SPIKED_WITH_SYMPTOMS in found) is raised
    assert tell_spiking(route=None)(spiked).spiking is None


def test_a_refusal_begins_now_and_by_its_author() -> None:
    """Later edits keep both; somebody else may have been the one who advised."""
    visit = tick_refused(Refused.AMBULANCE, ticked=True, now=NOW, author=RUTH)(a_visit())
    later = note_refusal(at("23:00"), "crew-2", advised="Go to A&E", by="crew-3")(visit)

    assert later.refusal == Refusal("Go to A&E", NOW, "crew-3", refused=(Refused.AMBULANCE,))


@pytest.mark.parametrize(
    "edit",
    [
        tick_refused(Refused.CARE, ticked=False, now=NOW, author=RUTH),
        note_refusal(NOW, RUTH, advised=""),
    ],
)
def test_an_empty_refusal_is_none(edit: VisitEdit) -> None:
    """A slip that was taken back is no refusal."""
    assert edit(a_visit()).refusal is None


def test_a_time_alone_begins_a_refusal() -> None:
    """What somebody typed is never thrown away."""
    assert note_refusal(NOW, RUTH, at=at("21:30"))(a_visit()).refusal == Refusal("", at("21:30"), RUTH)


def test_a_capacity_note_goes_with_its_last_answer() -> None:
    """It begins with any answer, a decision or a judgement."""
    visit = note_capacity(NOW, RUTH, understands=False)(a_visit())
    visit = note_capacity(at("23:00"), "crew-2", can_decide=CanDecide.NO)(visit)

    assert visit.capacity == CapacityNote(CanDecide.NO, NOW, RUTH, understands=False)
    assert note_capacity(NOW, RUTH, understands=None, can_decide=None)(visit).capacity is None
