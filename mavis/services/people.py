"""Who may sign in, with which rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.passphrase import check_passphrase
from mavis.domain.access.roles import Duty, Right, Role, may
from mavis.domain.errors import UserError
from mavis.domain.shift.shift import CrewPerson, called
from mavis.services.rights import require
from mavis.storage.slots import Holder

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.storage.database_key import DatabaseKey
    from mavis.storage.keys import Vault
    from mavis.storage.unit_of_work import Store
    from mavis.system.ids import NewId

_USUAL_DUTY = {
    Role.VOLUNTEER: Duty.OTHER,
    Role.LEAD: Duty.LEAD,
    Role.CLINICIAN: Duty.CLINICIAN,
    Role.COORDINATOR: Duty.COORDINATOR,
    Role.PLANNER: Duty.OTHER,
}


class People:
    """The people with a passphrase: their rights lie in the records, their keys in the vault."""

    def __init__(self, store: Store, new_id: NewId, vault: Vault, key: DatabaseKey) -> None:
        """Use the store and the vault, with the key of the open database."""
        self._store = store
        self._new_id = new_id
        self._vault = vault
        self._key = key

    def add(self, actor: Actor, name: str, role: Role, passphrase: str) -> CrewPerson:
        """Let a person who helps unlock from now on: whoever is on the crew list by that name, else somebody new.

        Raises:
            UserError: no name, no right, a passphrase that is too short, or somebody of that name can unlock already.
            StorageError: the disk refuses.
        """
        require(actor, Right.MANAGE_PEOPLE)
        if not name.strip():
            raise UserError("name_missing")
        check_passphrase(passphrase)
        with self._store.change(actor) as work:
            person = called(work.crew.roster(), name)
            if person is None:
                person = CrewPerson(self._new_id(), name.strip(), _USUAL_DUTY[role])
                work.crew.add(person)
            elif work.crew.role(person.id) is not None:
                raise UserError("name_taken")
            work.crew.give_role(person.id, role)
            work.commit()
        self._vault.set_passphrase(self._key, Holder(person.id, person.name, role.value), passphrase)
        return person

    def admit(self, actor: Actor, person_id: str, role: Role, passphrase: str) -> CrewPerson:
        """Let somebody of the crew list unlock from now on; their hours stay theirs.

        Raises:
            UserError: nobody of that id, no right, or a passphrase that is too short.
            StorageError: the disk refuses.
        """
        require(actor, Right.MANAGE_PEOPLE)
        check_passphrase(passphrase)
        with self._store.change(actor) as work:
            person = work.crew.get(person_id)
            if person is None:
                raise UserError("person_unknown")
            work.crew.give_role(person_id, role)
            work.commit()
        self._vault.set_passphrase(self._key, Holder(person.id, person.name, role.value), passphrase)
        return person

    def set_passphrase(self, actor: Actor, person_id: str, passphrase: str) -> None:
        """Give a person a new passphrase, for example after the recovery code was used; one's own needs no right.

        Raises:
            UserError: no right, no such person, or a passphrase that is too short.
        """
        if actor.id != person_id:
            require(actor, Right.MANAGE_PEOPLE)
        with self._store.look() as view:
            person, role = view.crew.get(person_id), view.crew.role(person_id)
        if person is None or role is None:
            raise UserError("person_has_no_key")
        self._vault.set_passphrase(self._key, Holder(person.id, person.name, role.value), passphrase)

    def new_recovery_code(self, actor: Actor) -> str:
        """A new recovery code, told this once; the one on the old paper opens nothing any more.

        Raises:
            UserError: no right.
            StorageError: the disk refuses; the old code still holds.
        """
        require(actor, Right.MANAGE_PEOPLE)
        return self._vault.new_recovery_code(self._key)

    def remove(self, actor: Actor, person_id: str) -> None:
        """Take a person's rights and passphrase away; they stay on the crew list.

        Raises:
            UserError: no right, or they are the last who could unlock or who could let others in.
        """
        require(actor, Right.MANAGE_PEOPLE)
        with self._store.look() as view:
            managing = {one.id for one in view.crew.roster() if _manages(view.crew.role(one.id))}
        if managing == {person_id}:
            raise UserError("last_key")
        self._vault.remove(person_id)
        with self._store.change(actor) as work:
            work.crew.give_role(person_id, None)
            work.commit()


def _manages(role: Role | None) -> bool:
    return role is not None and may(role, Right.MANAGE_PEOPLE)
