"""Open referrals across nights, and what becomes of them after the night was signed off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import tell
from mavis.domain.edits.safeguarding import follow_up, put_referral, refer
from mavis.domain.edits.safety import tell_assault
from mavis.domain.edits.visit import answer
from mavis.domain.errors import UserError
from mavis.domain.record.safeguarding import Referral, ReferralConsent, ReferralTarget
from mavis.domain.visit.brief_intervention import AlcoholReferral
from tests.builders import at
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.access.roles import Actor
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit

_SARC = Referral("r1", ReferralTarget.SARC, at("22:40"), VOLUNTEER.id, chase_on=date(2026, 3, 16))
_POLICE = Referral("r2", ReferralTarget.POLICE, at("22:50"), VOLUNTEER.id, urgent=True)


@pytest.fixture
def visit(session: Session, shift: Shift) -> Visit:
    """A visit with two referrals, made by a volunteer in an open shift."""
    opened = session.visits.open_visit(VOLUNTEER)
    assert opened.shift_id == shift.id
    session.visits.change(VOLUNTEER, opened.id, refer(_SARC))
    return session.visits.change(VOLUNTEER, opened.id, refer(_POLICE))


def test_open_ones_are_listed_in_the_order_of_work(session: Session, visit: Visit, shift: Shift) -> None:
    """Each with its night and its visit; the urgent one first; a closed one is not listed."""
    found = session.referrals.open(session.actor)
    assert [(one.code, one.night, one.shift_id) for one in found] == [(visit.code, shift.date, shift.id)] * 2
    assert [one.referral for one in found] == [_POLICE, _SARC]

    session.referrals.follow(session.actor, visit.id, follow_up("r2", closed_at=at("23:00"), result="Met her"))
    assert [one.referral for one in session.referrals.open(LEAD)] == [_SARC]


def test_following_up_needs_no_reason_after_sign_off_and_is_kept(session: Session, visit: Visit, shift: Shift) -> None:
    """What happens in the week is no amendment of the night, but it is in the history, with its author."""
    session.closing.close(session.actor, shift.id)
    session.referrals.follow(CLINICIAN, visit.id, follow_up("r1", acknowledged_at=at("23:30")))

    kept = session.visits.get(LEAD, visit.id)
    assert kept.referrals[0] == replace(_SARC, acknowledged_at=at("23:30"))
    change = session.visits.history(LEAD, visit.id)[-1]
    assert (change.field, change.by, change.reason) == ("referrals", CLINICIAN.id, "")


def test_nothing_but_referrals_changes(session: Session, visit: Visit) -> None:
    """Whatever the edit would do besides."""
    assert session.referrals.follow(LEAD, visit.id, answer(label="somebody else")) == visit
    assert len(session.visits.history(LEAD, visit.id)) == 2


def test_what_is_answered_in_the_week_reaches_the_assault_and_the_talk(session: Session, shift: Shift) -> None:
    """As it does on the night, and goes with it; whatever else the assault says stays, and no reason is asked."""
    visit = session.visits.open_visit(VOLUNTEER)
    treatment = Referral("r3", ReferralTarget.ALCOHOL_TREATMENT, at("22:55"), VOLUNTEER.id)
    for edit in (
        tell_assault(weapon="a belt"),
        tell(referral=AlcoholReferral.ALCOHOL_TREATMENT),
        refer(_POLICE),
        refer(treatment),
    ):
        session.visits.change(VOLUNTEER, visit.id, edit)
    session.closing.close(session.actor, shift.id)

    def answers(*wanted: Referral) -> tuple[object, object]:
        for one in wanted:
            session.referrals.follow(CLINICIAN, visit.id, put_referral(one))
        kept = session.visits.get(LEAD, visit.id)
        assert kept.assault is not None
        assert kept.abi is not None
        assert kept.assault.weapon == "a belt"
        return kept.assault.reported_to_police, kept.abi.referral_consent

    answered, agreed = replace(_POLICE, acknowledged_at=at("23:30")), replace(treatment, consent=ReferralConsent.YES)
    assert answers(replace(_POLICE, reference="12"), replace(treatment, reference="13")) == (None, None)
    assert answers(answered, agreed) == (True, True)
    assert answers(_POLICE, treatment) == (None, None)
    assert {change.reason for change in session.visits.history(LEAD, visit.id)} == {""}


def test_an_answer_taken_back_in_the_week_leaves_what_the_night_ticked(session: Session, visit: Visit) -> None:
    """The police were told before they answered: somebody on the bus said so."""
    session.visits.change(VOLUNTEER, visit.id, tell_assault(weapon="a belt", reported_to_police=True))
    for one in (replace(_POLICE, acknowledged_at=at("23:30")), _POLICE):
        session.referrals.follow(CLINICIAN, visit.id, put_referral(one))
    kept = session.visits.get(LEAD, visit.id)
    assert kept.assault is not None
    assert kept.assault.reported_to_police is True


@pytest.mark.parametrize("actor", [VOLUNTEER, PLANNER], ids=lambda actor: actor.role)
def test_who_may_not(session: Session, visit: Visit, actor: Actor) -> None:
    """Volunteers make referrals on the night; the list of all nights is not theirs."""
    with pytest.raises(UserError, match="not_allowed"):
        session.referrals.open(actor)
    with pytest.raises(UserError, match="not_allowed"):
        session.referrals.follow(actor, visit.id, follow_up("r1", reference="1"))


def test_an_unknown_visit_is_said(session: Session) -> None:
    """As everywhere."""
    with pytest.raises(UserError, match="visit_unknown"):
        session.referrals.follow(LEAD, "none", follow_up("r1", reference="1"))
