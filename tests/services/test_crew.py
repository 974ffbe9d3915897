"""The crew list: somebody is added once, has their role put right, is taken off it and comes back as themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.errors import UserError
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
