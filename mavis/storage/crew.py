"""The people who can be ticked as crew, and the rights of those who sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Role
from mavis.domain.shift.shift import CrewPerson
from mavis.storage.codec import encode
from mavis.storage.columns import Columns
from mavis.storage.statements import insert_into, select, update

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

    from mavis.storage.audit_trail import Trail

_COLUMNS = Columns(CrewPerson)
_INSERT = insert_into("crew_person", _COLUMNS.names)
_UPDATE = update("crew_person", _COLUMNS.names, "id")
_ROSTER = select(_COLUMNS.names, "crew_person", "WHERE active ORDER BY name COLLATE NOCASE, id")
_EVERYBODY = select(_COLUMNS.names, "crew_person", "ORDER BY active DESC, name COLLATE NOCASE, id")
_BY_ID = select(_COLUMNS.names, "crew_person", "WHERE id = ?")
_ROLE = "SELECT role FROM crew_person WHERE id = ?"
_ANY_ROLE = "SELECT 1 FROM crew_person WHERE role IS NOT NULL LIMIT 1"
_SET_ROLE = "UPDATE crew_person SET role = ? WHERE id = ?"


class CrewReader:
    """Reads the crew list."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn

    def roster(self) -> tuple[CrewPerson, ...]:
        """Everybody who still helps, by name."""
        return tuple(map(_COLUMNS.value, self._db.execute(_ROSTER)))

    def everybody(self) -> tuple[CrewPerson, ...]:
        """Whoever helps or has helped, those who still do first."""
        return tuple(map(_COLUMNS.value, self._db.execute(_EVERYBODY)))

    def get(self, person_id: str) -> CrewPerson | None:
        """The person of an id, or None."""
        row = self._db.execute(_BY_ID, (person_id,)).fetchone()
        return None if row is None else _COLUMNS.value(row)

    def role(self, person_id: str) -> Role | None:
        """The rights of a person, or None when they may not sign in."""
        row = self._db.execute(_ROLE, (person_id,)).fetchone()
        return None if row is None or row[0] is None else Role(row[0])

    def nobody_has_a_role(self) -> bool:
        """Whether nobody may sign in: nobody has finished setting up."""
        return self._db.execute(_ANY_ROLE).fetchone() is None


class Crew(CrewReader):
    """Reads and writes the crew list, in one transaction with the trail."""

    def __init__(self, connection: Connection, trail: Trail) -> None:
        """Write through this connection, and tell the trail."""
        super().__init__(connection)
        self._trail = trail

    def add(self, person: CrewPerson) -> None:
        """Write a new person."""
        self._db.execute(_INSERT, _COLUMNS.cells(person))
        self._trail.note("crew_added", person.id, encode(person))

    def save(self, person: CrewPerson) -> None:
        """Write what a person's entry is now."""
        self._db.execute(_UPDATE, (*_COLUMNS.cells(person), person.id))
        self._trail.note("crew_changed", person.id, encode(person))

    def give_role(self, person_id: str, role: Role | None) -> None:
        """Write the rights of a person; None takes them away."""
        self._db.execute(_SET_ROLE, (None if role is None else role.value, person_id))
        self._trail.note("crew_role", person_id, encode(role))
