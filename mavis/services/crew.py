"""The people who help: the list that crews are ticked from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.roles import Duty, Right, Role, may
from mavis.domain.errors import UserError
from mavis.domain.shift.shift import CrewPerson, called
from mavis.services.rights import require

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.access.roles import Actor
    from mavis.domain.shift.shift import CrewMember
    from mavis.storage.unit_of_work import Store
    from mavis.system.ids import NewId

_ROLES = {Duty.LEAD: Role.LEAD, Duty.CLINICIAN: Role.CLINICIAN, Duty.COORDINATOR: Role.COORDINATOR}
"""The role that somebody with such a duty is given with their passphrase; for any other duty that is open."""


class WhoMay(NamedTuple):
    """Names of a crew: who can unlock Mavis and has a right, and who would have it with a passphrase."""

    now: tuple[str, ...] = ()
    with_passphrase: tuple[str, ...] = ()


class Crew:
    """The crew list of the scheme."""

    def __init__(self, store: Store, new_id: NewId) -> None:
        """Use the store."""
        self._store = store
        self._new_id = new_id

    def roster(self) -> tuple[CrewPerson, ...]:
        """Everybody who still helps, by name."""
        with self._store.look() as view:
            return view.crew.roster()

    def add(self, actor: Actor, name: str, duty: Duty, organisation: str = "") -> CrewPerson:
        """Add somebody who can then be ticked as crew; whoever is or was on the list by that name is not doubled.

        Raises:
            UserError: no name, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        if not name.strip():
            raise UserError("name_missing")
        group = organisation.strip()
        with self._store.change(actor) as work:
            known = called(work.crew.everybody(), name)
            if known is None:
                person = CrewPerson(self._new_id(), name.strip(), duty, group)
                work.crew.add(person)
            else:
                person = replace(known, duty=duty, organisation=group or known.organisation, active=True)
                work.crew.save(person)
            work.commit()
        return person

    def who_may(self, right: Right, crew: Iterable[CrewMember]) -> WhoMay:
        """Who in a crew has a right, and who would have it by their duty if they had a passphrase, each once."""
        with self._store.look() as view:
            roles = {member: view.crew.role(member.person) for member in crew}
        return WhoMay(
            _names(member for member, role in roles.items() if role is not None and may(role, right)),
            _names(member for member, role in roles.items() if role is None and _duty_may(member.duty, right)),
        )

    def take_off(self, actor: Actor, person_id: str) -> None:
        """Take somebody off the list, as when one person stands on it twice; the nights that they gave stay.

        Raises:
            UserError: they can unlock Mavis, which must be taken from them first, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        with self._store.change(actor) as work:
            person = work.crew.get(person_id)
            if person is None or not person.active:
                return
            if work.crew.role(person_id) is not None:
                raise UserError("crew_can_unlock")
            work.crew.save(replace(person, active=False))
            work.commit()


def _names(members: Iterable[CrewMember]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.name for member in members))


def _duty_may(duty: Duty, right: Right) -> bool:
    return duty in _ROLES and may(_ROLES[duty], right)
