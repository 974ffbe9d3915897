"""Who can unlock, as the settings show it: let in, given a new passphrase, let out, by whoever has the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.domain.access.roles import Role
    from mavis.services.access import Tile
    from mavis.ui.presenters.desk.doors import Doors


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who can unlock, and what whoever is signed in may do about it."""

    id: str
    name: str
    role: str
    may_renew: bool
    may_remove: bool


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Who can unlock, and who is on the crew list without a passphrase (id and name)."""

    people: tuple[PersonLine, ...]
    without: tuple[tuple[str, str], ...]


class PeoplePresenter:
    """Every change is written at once; whoever asks is told on the GUI thread when it is on the disk."""

    def __init__(self, program: Program, session: Session, doors: Doors) -> None:
        """Use the rights of the session."""
        self._program = program
        self._session = session
        self._doors = doors

    @property
    def manages(self) -> bool:
        """Whether whoever is signed in may let people in and out."""
        return may(self._session.actor.role, Right.MANAGE_PEOPLE)

    def look(self, shown: Callable[[PeopleList], None], failed: Callable[[Exception], None]) -> None:
        """Ask who can unlock and who could be given a passphrase."""
        access, crew = self._program.access, self._session.crew

        def ask() -> PeopleList:
            tiles = access.people()
            held = {tile.id for tile in tiles}
            without = tuple((one.id, one.name) for one in crew.roster() if one.id not in held)
            return PeopleList(tuple(self._line(tile) for tile in tiles), without if self.manages else ())

        self._doors.query(ask, shown, failed)

    def add(
        self,
        name: str,
        role: Role,
        passphrase: str,
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
        *,
        crew_id: str = "",
    ) -> None:
        """Let somebody unlock from now on, with ``crew_id`` somebody of the crew; ``done`` gets what to say."""
        people, actor = self._session.people, self._session.actor

        def let_in() -> str:
            if crew_id:
                return people.admit(actor, crew_id, role, passphrase).name
            return people.add(actor, name, role, passphrase).name

        self._doors.change(let_in, lambda name: done(words("settings.people.added", name=name)), failed)

    def renew(
        self, person: PersonLine, passphrase: str, done: Callable[[str], None], failed: Callable[[Exception], None]
    ) -> None:
        """Give somebody a new passphrase; the old one opens nothing any more."""
        people, actor = self._session.people, self._session.actor
        said = words("settings.people.renewed", name=person.name)
        self._doors.change(lambda: people.set_passphrase(actor, person.id, passphrase), lambda _: done(said), failed)

    def remove(self, person: PersonLine, done: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
        """Let somebody unlock no more; they stay on the crew list."""
        people, actor = self._session.people, self._session.actor
        said = words("settings.people.removed", name=person.name)
        self._doors.change(lambda: people.remove(actor, person.id), lambda _: done(said), failed)

    def _line(self, tile: Tile) -> PersonLine:
        oneself = tile.id == self._session.actor.id
        return PersonLine(tile.id, tile.name, label(tile.role), self.manages or oneself, self.manages and not oneself)
