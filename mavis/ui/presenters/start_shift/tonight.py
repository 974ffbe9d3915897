"""Crew, events and kit of the shift that runs: ticked as at its start, saved at once, undone like anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.shift.shift import CrewMember
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.start_shift.crew_list import CrewList
from mavis.ui.presenters.start_shift.options import crew_options, event_options, kit_options, ticked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.domain.reference import Choice
    from mavis.domain.shift.shift import CrewPerson, Shift
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.start_shift.options import Option


class TonightPresenter:
    """Whoever is ticked comes now; whoever is not any more is asked about, so that nobody's hours go by one key."""

    def __init__(self, desk: Desk, doors: Doors, mend: Callable[[int], None]) -> None:
        """``mend`` asks what is to be done about a line of the crew, by its place; ``load`` fetches who could help."""
        self.desk = desk
        self._doors = doors
        self._mend = mend
        self.roster: tuple[CrewPerson, ...] = ()
        self.crew_list = CrewList(self, desk.session, doors)

    def load(self, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Ask the store for everybody who helps."""

        def take(roster: tuple[CrewPerson, ...]) -> None:
            self.roster = roster
            shown()

        self._doors.query(self.desk.session.crew.roster, take, failed)

    def crew(self) -> tuple[Option, ...]:
        """The crew of tonight, then everybody else who helps, and *Add somebody*."""
        last = {member.person: member for member in _out(self.desk).crew}
        others = [one for one in self.roster if one.id not in last]
        aboard = [(one.person, one.name, _second(one), one.until is None) for one in last.values()]
        return crew_options([*aboard, *((one.id, one.name, label(one.duty), False) for one in others)])

    def events(self) -> tuple[Option, ...]:
        """What can be special about tonight."""
        return event_options(self.desk.reference.events, _out(self.desk).events)

    def kit(self) -> tuple[Option, ...]:
        """What should be on the bus."""
        return kit_options(self.desk.reference.kit, _out(self.desk).kit)

    def tick_crew(self, person_id: str, on: bool) -> None:
        """Somebody is here from now on; or ask what became of whoever was."""
        crew = _out(self.desk).crew
        at = next((at for at, one in enumerate(crew) if one.person == person_id and one.until is None), None)
        person = next((one for one in self.roster if one.id == person_id), None)
        back = next((one for one in reversed(crew) if one.person == person_id), None)
        if not on and at is not None:
            self._mend(at)
        elif on and at is None and person is not None:
            self._join(CrewMember(person.id, person.name, person.duty, person.organisation, self.desk.clock()))
        elif on and at is None and back is not None:
            self._join(replace(back, since=self.desk.clock(), until=None))
        elif on and at is not None and person is not None:
            self._change_duty(crew[at], person)

    def tick_event(self, code: str, on: bool) -> None:
        """Something is special about tonight, or is not."""
        things = self.desk.reference.events

        def edit(shift: Shift) -> Shift:
            return replace(shift, events=ticked(things, shift.events, code, on))

        self.desk.change_shift(edit, _said("event", things, code, on))

    def tick_kit(self, code: str, on: bool) -> None:
        """A thing is on the bus, or is not; ``ALL`` ticks everything."""
        things = self.desk.reference.kit

        def edit(shift: Shift) -> Shift:
            return replace(shift, kit=ticked(things, shift.kit, code, on))

        self.desk.change_shift(edit, _said("kit", things, code, on))

    def _join(self, member: CrewMember) -> None:
        self.desk.names = {**self.desk.names, member.person: member.name}
        said = words("crew.said.joined", name=member.name, time=clock_text(member.since))
        self.desk.change_shift(lambda shift: replace(shift, crew=(*shift.crew, member)), said)

    def _change_duty(self, member: CrewMember, person: CrewPerson) -> None:
        now = replace(member, duty=person.duty, organisation=person.organisation)
        said = words("close.crew.role_changed", name=member.name, duty=inside(label(person.duty)))

        def edit(shift: Shift) -> Shift:
            return replace(shift, crew=tuple(now if one == member else one for one in shift.crew))

        self.desk.change_shift(edit, said)


def _out(desk: Desk) -> Shift:
    """The shift that is out: without one nobody comes to this page."""
    if desk.shift is None:
        raise LookupError(desk)
    return desk.shift


def _second(member: CrewMember) -> str:
    """What somebody does, or when they went home."""
    if member.until is None:
        return label(member.duty)
    return words("crew.until", time=clock_text(member.until))


def _said(row: str, things: Sequence[Choice], code: str, on: bool) -> str:
    name = next((thing.name for thing in things if thing.code == code), words("start.all_there"))
    return words(f"crew.said.{row}_{'on' if on else 'off'}", name=name)
