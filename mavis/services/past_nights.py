"""The shifts and visits that the lines of an old log become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Role
from mavis.domain.edits.visit import settle
from mavis.domain.people.birth import aged
from mavis.domain.people.person import Person
from mavis.domain.people.visiting import brought_along
from mavis.domain.record.care import CareGiven, Note
from mavis.domain.record.diversion import NOT_JUDGED, Basis, Diversion
from mavis.domain.record.identity import AgeSource, IdentityLevel
from mavis.domain.shift.night import instant_on
from mavis.domain.shift.plan import USUAL_END, USUAL_START
from mavis.domain.shift.shift import Shift
from mavis.domain.visit.short_code import short_code
from mavis.domain.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from mavis.domain.access.roles import Actor
    from mavis.domain.record.diversion import WouldHave
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.triage import RaisedFlag
    from mavis.imports.preview import LogVisit
    from mavis.system.ids import NewId


@dataclass(frozen=True, slots=True)
class Place:
    """Where past nights are put: the site of the shifts, and the letter that begins the short codes."""

    site: str
    device_letter: str


@dataclass(frozen=True, slots=True)
class MadeNights:
    """New shifts, visits of these and of shifts that were there before, and the people of the named ones."""

    shifts: tuple[Shift, ...]
    visits: tuple[Visit, ...]
    people: tuple[Person, ...]


class PastNights:
    """Makes shifts and visits, all entered late by one actor at one instant."""

    def __init__(self, actor: Actor, at: datetime, new_id: NewId, rules: FlagRules, place: Place) -> None:
        """Flags are raised by the rules in force."""
        self._actor = actor
        self._at = at
        self._new_id = new_id
        self._rules = rules
        self._place = place
        self._flags: dict[object, tuple[RaisedFlag, ...]] = {}

    def make(
        self,
        lines: Iterable[LogVisit],
        shift_on: Callable[[date], Shift | None],
        last_number: Callable[[str], int],
    ) -> MadeNights:
        """The nights of a log, oldest first; a night that has a shift already keeps it, and numbers its visits on."""
        shifts: list[Shift] = []
        visits: list[Visit] = []
        people: list[Person] = []
        in_order = sorted(lines, key=attrgetter("night", "arrived_at", "row"))
        for night, group in groupby(in_order, key=attrgetter("night")):
            of_night = tuple(group)
            shift = shift_on(night)
            first = 1 if shift is None else last_number(shift.id) + 1
            if shift is None:
                shift = self._shift(night, of_night)
                shifts.append(shift)
            made = [self._visit(line, shift.id, number) for number, line in enumerate(of_night, first)]
            visits += made
            people += (_person(visit, line) for visit, line in zip(made, of_night, strict=True) if line.name)
        return MadeNights(tuple(shifts), tuple(visits), tuple(people))

    def _shift(self, night: date, lines: Sequence[LogVisit]) -> Shift:
        """A shift at the usual hours, longer where somebody came before or after them."""
        first, last = lines[0].arrived_at, lines[-1].arrived_at
        start, end = instant_on(night, USUAL_START) or first, instant_on(night, USUAL_END) or last
        return Shift(
            id=self._new_id(),
            site=self._place.site,
            date=night,
            planned_start=start,
            planned_end=end,
            opened_at=min(start, first),
            closed_at=max(end, last),
        )

    def _visit(self, line: LogVisit, shift_id: str, number: int) -> Visit:
        by, at, new_id = self._actor.id, line.arrived_at, self._new_id
        visit_id = new_id()
        return Visit(
            id=visit_id,
            code=short_code(self._place.device_letter, number),
            shift_id=shift_id,
            arrived_at=at,
            entered_at=self._at,
            entered_by=by,
            entered_late=True,
            departed_at=line.departed_at,
            identity_level=IdentityLevel.ALIAS if line.name else IdentityLevel.ANONYMOUS,
            person_id=visit_id if line.name else None,
            name=line.name,
            age_band=line.age_band,
            age_source=line.age_source,
            gender=line.gender,
            referral_source=line.source,
            found_location=line.found,
            needs=line.needs,
            flags=self._raised(line),
            care=tuple(CareGiven(new_id(), kind, at, by) for kind in line.care),
            notes=tuple(Note(new_id(), text, at, by) for text in line.remarks),
            outcome=line.outcome,
            diversion=_judged(line.would_have),
        )

    def _raised(self, line: LogVisit) -> tuple[RaisedFlag, ...]:
        """The flags that needs and age raise by themselves; worked out once for each kind of visit."""
        kind = (line.needs, line.age_band)
        if kind not in self._flags:
            bare = Visit("", "", "", self._at, self._at, self._actor.id, needs=line.needs, age_band=line.age_band)
            self._flags[kind] = settle(bare, bare, self._rules, self._at, self._actor).flags
        return self._flags[kind]


def _person(visit: Visit, line: LogVisit) -> Person:
    """Whom a named line brings along; an age in years says more of the birth than its band."""
    person = brought_along(visit)
    if line.age_years is None:
        return person
    guessed = line.age_source is not AgeSource.STATED
    return replace(person, birth=aged(line.age_years, line.night, guessed=guessed))


@cache
def _judged(would_have: WouldHave | None) -> Diversion:
    """Whatever stands in an old log, volunteers judged it."""
    return NOT_JUDGED if would_have is None else Diversion(would_have, Basis.VOLUNTEER_JUDGED, Role.VOLUNTEER)


def log_key(line: LogVisit) -> tuple[object, ...]:
    """What tells a line of a log from the others of its night."""
    return (line.arrived_at, line.departed_at, line.name, line.gender, line.age_band, line.needs, line.outcome)


def known_key(visit: Visit) -> tuple[object, ...]:
    """The same of a visit in the store."""
    return (
        visit.arrived_at,
        visit.departed_at,
        visit.name,
        visit.gender,
        visit.age_band,
        visit.needs,
        visit.outcome,
    )
