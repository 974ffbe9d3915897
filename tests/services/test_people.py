"""Who may sign in: let in, given a new passphrase, let out, always by somebody who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty, Role
from mavis.domain.errors import UserError
from tests.programs import FOUR_WORDS, a_program
from tests.records import VOLUNTEER

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program, Session


def test_a_new_person_is_on_the_crew_list_too(session: Session) -> None:
    """With the duty that goes with the role; what a volunteer does on the bus nobody has said yet."""
    asha = session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    assert asha.duty is Duty.OTHER
    lead = session.people.add(session.actor, " Bryn ", Role.LEAD, FOUR_WORDS)
    assert (lead.name, lead.duty) == ("Bryn", Duty.LEAD)
    assert lead in session.crew.roster()


def test_what_does_not_do_is_refused_before_anything_is_written(session: Session, program: Program) -> None:
    """No name, a short passphrase, no right."""
    head = session.trail.head()
    with pytest.raises(UserError, match="name_missing"):
        session.people.add(session.actor, " ", Role.LEAD, FOUR_WORDS)
    with pytest.raises(UserError, match="passphrase_short"):
        session.people.add(session.actor, "Bryn", Role.LEAD, "short")
    with pytest.raises(UserError, match="not_allowed"):
        session.people.add(VOLUNTEER, "Bryn", Role.LEAD, FOUR_WORDS)
    assert session.trail.head() == head
    assert len(program.access.people()) == 1


def test_a_passphrase_is_changed_by_its_owner_or_who_may(session: Session, program: Program) -> None:
    """Never by another volunteer, and never for somebody who may not sign in."""
    asha = session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    theirs = program.unlock(asha.id, FOUR_WORDS)
    theirs.people.set_passphrase(theirs.actor, asha.id, "seven tiny green boats")
    with pytest.raises(UserError, match="not_allowed"):
        theirs.people.set_passphrase(theirs.actor, session.actor.id, "seven tiny green boats")
    theirs.close()
    session.people.set_passphrase(session.actor, asha.id, FOUR_WORDS)
    program.unlock(asha.id, FOUR_WORDS).close()
    helper = session.crew.add(session.actor, "Carys", Duty.OTHER)
    with pytest.raises(UserError, match="person_has_no_key"):
        session.people.set_passphrase(session.actor, helper.id, FOUR_WORDS)


def test_who_leaves_stays_on_the_crew_list(session: Session, program: Program) -> None:
    """Their hours are not forgotten; the last person can never be locked out."""
    asha = session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    session.people.remove(session.actor, asha.id)
    assert asha in session.crew.roster()
    with pytest.raises(UserError, match="person_has_no_key"):
        program.unlock(asha.id, FOUR_WORDS)
    with pytest.raises(UserError, match="last_key"):
        session.people.remove(session.actor, session.actor.id)
    assert session.store is not None


def test_a_new_paper_makes_the_old_one_useless(tmp_path: Path) -> None:
    """Only the newest code opens."""
    program = a_program(tmp_path / "data")
    old = program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    new = session.people.new_recovery_code(session.actor)
    with pytest.raises(UserError, match="not_allowed"):
        session.people.new_recovery_code(VOLUNTEER)
    session.close()
    program.unlock_with_recovery(new).close()
    with pytest.raises(UserError, match="recovery_code_wrong"):
        program.unlock_with_recovery(old)
    program.close()


def test_somebody_of_the_crew_list_is_let_in_as_they_are(session: Session, program: Program) -> None:
    """No second person of the same name; nobody without the right, and nobody who is not on the list."""
    carys = session.crew.add(session.actor, "Carys", Duty.STREET_PASTOR)
    assert session.people.admit(session.actor, carys.id, Role.VOLUNTEER, FOUR_WORDS) == carys
    program.unlock(carys.id, FOUR_WORDS).close()
    for actor, person, key in (
        (VOLUNTEER, carys.id, "not_allowed"),
        (session.actor, "nobody", "person_unknown"),
    ):
        with pytest.raises(UserError, match=key):
            session.people.admit(actor, person, Role.LEAD, FOUR_WORDS)
    with pytest.raises(UserError, match="passphrase_short"):
        session.people.admit(session.actor, carys.id, Role.LEAD, "short")


def test_somebody_who_can_let_others_in_always_stays(session: Session, program: Program) -> None:
    """The last coordinator is not removed, though volunteers could still unlock."""
    session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    with pytest.raises(UserError, match="last_key"):
        session.people.remove(session.actor, session.actor.id)

    assert len(program.access.people()) == 2


def test_whoever_is_on_the_crew_by_that_name_is_let_in_and_not_doubled(session: Session) -> None:
    """However the name is typed; a name that can unlock already is not given twice."""
    nair = session.crew.add(session.actor, "Asha Nair", Duty.CLINICIAN, "Nurses")
    let_in = session.people.add(session.actor, " asha  nair ", Role.CLINICIAN, FOUR_WORDS)

    assert let_in == nair
    assert [person.name for person in session.crew.roster()] == ["Asha Nair", "Dilys"]
    with pytest.raises(UserError, match="name_taken"):
        session.people.add(session.actor, "ASHA NAIR", Role.LEAD, FOUR_WORDS)


def test_whoever_is_on_the_list_is_told_anew_and_not_doubled(session: Session) -> None:
    """What they do is put right by their name; a group that nobody typed stays."""
    dev = session.crew.add(session.actor, "Dev Price", Duty.OTHER, "Street Pastors")
    again = session.crew.add(session.actor, "dev price", Duty.FIRST_AID)

    assert (again.id, again.name, again.duty, again.organisation) == (
        dev.id,
        "Dev Price",
        Duty.FIRST_AID,
        "Street Pastors",
    )
    assert again in session.crew.roster()
    assert len(session.crew.roster()) == 2
