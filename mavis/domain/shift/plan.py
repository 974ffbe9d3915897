"""A shift before it is opened: everything filled in from the last night like it, for the crew to look over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mavis.domain.shift.night import instant_on, night_of
from mavis.domain.shift.shift import CrewMember, Shift

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.shift.shift import CrewPerson

USUAL_START = time(21, 0)
USUAL_END = time(3, 0)
_Night = date


@dataclass(frozen=True, slots=True)
class ShiftPlan:
    """What the crew confirms when it starts: the shift date, planned instants in UTC, where, who, what is special."""

    date: date
    planned_start: datetime
    planned_end: datetime
    site: str
    parked_at: str = ""
    crew: tuple[CrewMember, ...] = ()
    events: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()
    filled_from: _Night | None = None
    """The night whose crew was filled in, if any."""
    out_since: datetime | None = None
    """Since when the bus is out, when that was before the shift is opened; its hours count from then."""

    def opened(self, shift_id: str, now: datetime) -> Shift:
        """The shift that begins now, or began when the bus went out."""
        return Shift(
            id=shift_id,
            site=self.site,
            date=self.date,
            planned_start=self.planned_start,
            planned_end=self.planned_end,
            opened_at=min(now, self.out_since or now),
            parked_at=self.parked_at,
            events=self.events,
            crew=self.crew,
            kit=self.kit,
        )


def plan_from(last: Shift | None, now: datetime, site: str, people: Mapping[str, CrewPerson]) -> ShiftPlan:
    """The plan of tonight: the place and the crew of the last shift of this weekday, as far as they still help.

    Planned times are 21:00 to 03:00 on the clock of the wall; nobody's hours begin before now. A further shift of one
    night has what is special about that night, too.
    """
    night = night_of(now)
    crew = tuple(_again(member, people[member.person], now) for member in _once(last) if member.person in people)
    return ShiftPlan(
        date=night,
        planned_start=instant_on(night, USUAL_START) or now,
        planned_end=instant_on(night, USUAL_END) or now,
        site=site,
        parked_at=last.parked_at if last else "",
        events=last.events if last and last.date == night else (),
        crew=crew,
        filled_from=last.date if last and crew else None,
    )


def _once(last: Shift | None) -> tuple[CrewMember, ...]:
    return tuple({member.person: member for member in last.crew}.values()) if last else ()


def _again(member: CrewMember, person: CrewPerson, now: datetime) -> CrewMember:
    return CrewMember(person.id, person.name, member.duty, person.organisation, since=now)
