"""The crew list: somebody is added once, has their role put right, is taken off it and comes back as themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty, Right, Role
from mavis.domain.errors import UserError
from mavis.domain.shift.shift import CrewMember
from mavis.services.crew import WhoMay
from tests.builders import SATURDAY_NIGHT
from tests.programs import FOUR_WORDS
from tests.records import PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from mavis.bootstrap import Session


def test_whoever_is_taken_off_the_list_comes_back_as_themselves(session: Session) -> None:
    """Their nights are theirs still; the trail tells of each step."""
    person = session.crew.add(VOLUNTEER, "Lou B.", Duty.FIRST_AID, "Street Pastors")
    session.crew.take_off(VOLUNTEER, person.id)
    session.crew.take_off(VOLUNTEER, person.id)
    assert person.id not in {one.id for one in session.crew.roster()}

    again = session.crew.add(VOLUNTEER, "lou b.", Duty.CLINICIAN)
    assert (again.id, again.duty, again.organisation, again.active) == (
        person.id,
        Duty.CLINICIAN,
        "Street Pastors",
        True,
    )
    assert again in session.crew.roster()


def test_whoever_can_unlock_stays_on_the_list(session: Session) -> None:
    """Else a name would be missing at the door; the coordinator takes the passphrase away first."""
    with pytest.raises(UserError, match="crew_can_unlock"):
        session.crew.take_off(session.actor, session.actor.id)


def test_a_planner_takes_nobody_off(session: Session) -> None:
    """Only those who run a shift."""
    with pytest.raises(UserError, match="not_allowed"):
        session.crew.take_off(PLANNER, "anybody")


def test_who_has_a_right_by_role_and_who_would_by_duty(session: Session) -> None:
    """A clinician or lead without a passphrase would; a lead who unlocks as a volunteer would not, nor first aid."""
    duties = {"Ida": Duty.CLINICIAN, "Lou": Duty.LEAD, "Sid": Duty.LEAD, "Kit": Duty.FIRST_AID, "Bea": Duty.COORDINATOR}
    people = [session.crew.add(session.actor, name, duty) for name, duty in duties.items()]
    crew = [CrewMember(one.id, one.name, one.duty, "", SATURDAY_NIGHT) for one in people]
    session.people.admit(session.actor, people[2].id, Role.VOLUNTEER, FOUR_WORDS)
    assert session.crew.who_may(Right.CLOSE_CLINICAL_FLAG, crew) == WhoMay((), ("Ida", "Lou"))

    session.people.admit(session.actor, people[0].id, Role.CLINICIAN, FOUR_WORDS)
    assert session.crew.who_may(Right.CLOSE_CLINICAL_FLAG, [*crew, *crew]) == WhoMay(("Ida",), ("Lou",))
