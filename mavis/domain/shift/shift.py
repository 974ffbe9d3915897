"""A shift: one night of the bus, which crosses midnight and belongs to the date on which it started."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Duty
from mavis.domain.record.care import Note
from mavis.domain.shift.night import to_the_minute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_SHIFT = timedelta(hours=24)
"""No bus is out for longer; a clock that says so was set wrong."""

IN_TIME = timedelta(minutes=10)
"""A shift that opens longer than this after its planned start begins late."""


@dataclass(frozen=True, slots=True)
class CrewMember:
    """Somebody on the bus tonight, with the time they gave.

    ``person`` is the id of the crew person; ``until`` is None while they are still aboard.
    """

    person: str
    name: str
    duty: Duty
    organisation: str
    since: datetime
    until: datetime | None = None

    def span(self, closed_at: datetime) -> tuple[datetime, datetime]:
        """From when until when they were aboard, as a clock without seconds shows it.

        Counted to the close of the shift when nobody wrote when they left.
        """
        return to_the_minute(self.since), to_the_minute(self.until or closed_at)

    def time_given(self, closed_at: datetime) -> timedelta:
        """Whole minutes aboard, from the one time that is shown to the other."""
        since, until = self.span(closed_at)
        return max(timedelta(0), until - since)


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who read the shift and signed it, and when."""

    by: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """One night: when, where, who, what was special, and what the next crew must know.

    ``date`` is the shift date. ``session_cost_pence`` is optional. ``closed_at`` is None while the shift is open.
    """

    id: str
    site: str
    date: date
    planned_start: datetime
    planned_end: datetime
    opened_at: datetime
    closed_at: datetime | None = None
    parked_at: str = ""
    events: tuple[str, ...] = ()
    weather: str = ""
    crew: tuple[CrewMember, ...] = ()
    session_cost_pence: int | None = None
    kit: tuple[str, ...] = ()
    handover_notes: str = ""
    incidents: tuple[Note, ...] = ()
    sign_off: SignOff | None = None

    @property
    def is_open(self) -> bool:
        """Whether the bus is still out."""
        return self.closed_at is None

    def comes_in(self, now: datetime) -> datetime:
        """When a bus that is closed now came in: now, or at the planned end when the clock says what cannot be."""
        could_be = self.opened_at <= now <= self.opened_at + LONGEST_SHIFT
        return now if could_be else max(self.opened_at, self.planned_end)

    @property
    def open_minutes(self) -> int:
        """Whole minutes from opening to closing, or to the planned end when no closing time was written."""
        return max(0, int(((self.closed_at or self.planned_end) - self.opened_at).total_seconds() // 60))


def begins_late(planned_start: datetime, begins: datetime) -> bool:
    """Whether the hours of a shift begin so long after its planned start that both times are told."""
    return begins - planned_start > IN_TIME


def restore_shift(before: Shift, after: Shift) -> Callable[[Shift], Shift]:
    """Undo: put back what one edit changed and leave alone what has changed since in other fields."""
    names = [field.name for field in fields(Shift) if getattr(before, field.name) != getattr(after, field.name)]
    return lambda shift: replace(shift, **{name: getattr(before, name) for name in names})


@dataclass(frozen=True, slots=True)
class CrewPerson:
    """Somebody who can be ticked as crew, whether or not they can sign in."""

    id: str
    name: str
    duty: Duty
    organisation: str = ""
    active: bool = True


def same_name(one: str, other: str) -> bool:
    """Whether two names are written alike but for capitals and spaces: whoever types one means that person."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """A name but for capitals and spaces."""
    return " ".join(name.split()).casefold()


def called(people: Iterable[CrewPerson], name: str) -> CrewPerson | None:
    """The first of some people whose name is written like this one, or None."""
    return next((person for person in people if same_name(person.name, name)), None)
