"""People without a window: let in, renewed, let out, and what each role may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty, Role
from mavis.domain.errors import MavisError, UserError
from mavis.system.wording import words
from mavis.ui.presenters.settings.people import PeopleList, PeoplePresenter
from tests.ui.scheme import StraightDoors, fail

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session

WORDS = "twelve brown horses ran"


@pytest.fixture
def people(program: Program, session: Session) -> PeoplePresenter:
    """The people as the coordinator sees them."""
    return PeoplePresenter(program, session, StraightDoors())


def shown(people: PeoplePresenter) -> PeopleList:
    """What the page would show."""
    found: list[PeopleList] = []
    people.look(found.append, fail)
    return found[0]


def _nothing(_said: str) -> None:
    """Nobody listens."""


def test_somebody_added_can_unlock(people: PeoplePresenter, program: Program, session: Session) -> None:
    """They are on the list and their passphrase opens the records."""
    said: list[str] = []
    people.add("Ruth E.", Role.LEAD, WORDS, said.append, fail)

    assert said == [words("settings.people.added", name="Ruth E.")]
    assert [(line.name, line.role) for line in shown(people).people] == [("Dilys", "Coordinator"), ("Ruth E.", "Lead")]
    session.close()
    program.unlock(program.access.people()[1].id, WORDS).close()


def test_a_short_passphrase_is_refused_and_nobody_is_added(people: PeoplePresenter, program: Program) -> None:
    """The rule is the same as at the first start."""
    failures: list[Exception] = []
    people.add("Ruth E.", Role.LEAD, "short", _nothing, failures.append)

    assert isinstance(failures[0], UserError)
    assert len(program.access.people()) == 1


def test_a_lead_manages_nobody_but_their_own_passphrase(
    people: PeoplePresenter, program: Program, session: Session
) -> None:
    """Nobody else's, whatever the screen shows: the services refuse as well."""
    people.add("Ruth E.", Role.LEAD, WORDS, _nothing, fail)
    session.crew.add(session.actor, "Dev P.", Duty.STREET_PASTOR)
    session.close()
    lead = program.unlock(program.access.people()[1].id, WORDS)
    theirs = PeoplePresenter(program, lead, StraightDoors())
    dilys, ruth = shown(theirs).people
    failures: list[Exception] = []
    theirs.add("Mags T.", Role.VOLUNTEER, WORDS, _nothing, failures.append)
    theirs.renew(dilys, WORDS, _nothing, failures.append)
    theirs.remove(dilys, _nothing, failures.append)
    theirs.renew(ruth, "seven tiny green boats", _nothing, fail)
    found = shown(theirs)
    lead.close()

    assert [(line.may_renew, line.may_remove) for line in found.people] == [(False, False), (True, False)]
    assert (theirs.manages, found.without) == (False, ())
    assert [failure.key for failure in failures if isinstance(failure, MavisError)] == ["not_allowed"] * 3
