"""The list that the crew is ticked from: somebody is added to it, has their role put right, or is taken off it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Session
    from mavis.domain.access.roles import Duty
    from mavis.domain.shift.shift import CrewPerson
    from mavis.ui.presenters.desk.doors import Doors


class Ticked(Protocol):
    """What shows the list, and ticks whoever is here tonight."""

    roster: tuple[CrewPerson, ...]

    def tick_crew(self, person_id: str, on: bool) -> None:
        """Somebody is here tonight, or is not."""


class CrewList:
    """Every change is saved before it is shown; ``shown`` gets what to say."""

    def __init__(self, start: Ticked, session: Session, doors: Doors) -> None:
        """Change the list that ``start`` shows."""
        self._start = start
        self._session = session
        self._doors = doors

    def add(
        self,
        name: str,
        duty: Duty,
        organisation: str,
        shown: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Put somebody on the list, or tell anew what they do, and tick them."""
        session, start = self._session, self._start

        def take(person: CrewPerson) -> None:
            known = person.id in {one.id for one in start.roster}
            kept = tuple(person if one.id == person.id else one for one in start.roster)
            start.roster = kept if known else (*kept, person)
            start.tick_crew(person.id, True)
            said = "start.add.changed" if known else "start.add.added"
            shown(words(said, name=person.name, duty=label(person.duty)))

        self._doors.change(lambda: session.crew.add(session.actor, name, duty, organisation), take, failed)

    def take_off(self, person: CrewPerson, shown: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
        """Take somebody off the list and out of tonight's plan."""
        session, start = self._session, self._start

        def take(_: None) -> None:
            start.tick_crew(person.id, False)
            start.roster = tuple(one for one in start.roster if one.id != person.id)
            shown(words("start.add.taken_off", name=person.name))

        self._doors.change(lambda: session.crew.take_off(session.actor, person.id), take, failed)
