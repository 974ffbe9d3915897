"""The people who help: the list that crews are ticked from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.errors import UserError
from mavis.domain.shift.shift import CrewPerson
from mavis.services.rights import require

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor, Duty
    from mavis.storage.unit_of_work import Store
    from mavis.system.ids import NewId


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
        """Add somebody who can then be ticked as crew.

        Raises:
            UserError: no name, or no right.
        """
        require(actor, Right.RUN_SHIFT)
        if not name.strip():
            raise UserError("name_missing")
        person = CrewPerson(self._new_id(), name.strip(), duty, organisation.strip())
        with self._store.change(actor) as work:
            work.crew.add(person)
            work.commit()
        return person
