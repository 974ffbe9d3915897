"""A person who was on the bus, as far as they care to say (domain.md 2.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from mavis.domain.people.birth import Birth
from mavis.domain.record.identity import Gender


@dataclass(frozen=True, slots=True)
class Alert:
    """Something the crew must know before they meet somebody again; it is in force through the day it expires on."""

    reason: str
    set_by: str
    set_at: datetime
    expires_on: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether it still counts on a day; an alert without an end always does."""
        return self.expires_on is None or on <= self.expires_on


@dataclass(frozen=True, slots=True)
class Person:
    """One person; nothing but the id is ever required, and someone with an alias alone is as good as anybody.

    ``names`` and ``aliases`` are texts as they were said: "Kate Webb", "Webb, Kate", "Kate" or "Big Red". A name is
    meant to be theirs, so that another one speaks against; an alias only ever speaks for somebody. ``district`` is the
    first half of a postcode, ``last_seen`` the date of the last shift. ``stripped`` says that the identity was taken
    away after its time, ``held`` that a legal hold stops that.
    """

    id: str
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    birth: Birth | None = None
    gender: Gender | None = None
    district: str = ""
    description: str = ""
    alerts: tuple[Alert, ...] = ()
    last_seen: date | None = None
    stripped: bool = False
    held: bool = False

    @property
    def known_as(self) -> str:
        """What to call them: the first name, else the first alias, else nothing."""
        return next(iter((*self.names, *self.aliases)), "")

    def alerts_on(self, day: date) -> tuple[Alert, ...]:
        """The alerts in force on a day."""
        return tuple(alert for alert in self.alerts if alert.in_force(day))

    def without_identity(self) -> Person:
        """What stays when the time to know them is over: the id that ties their visits together, and no more."""
        return replace(Person(self.id, last_seen=self.last_seen), stripped=True)
