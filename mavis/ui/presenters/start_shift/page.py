"""The start of a shift: everything filled in from the last night like it, looked over, changed, and begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

from mavis.domain.shift.night import LAST_OF_NIGHT, LONDON, instant_on, night_of, wall_time
from mavis.domain.shift.shift import CrewMember
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.undo import State, Step
from mavis.ui.presenters.shared.times import clock_text, date_text, weekday
from mavis.ui.presenters.shared.typed_times import NotATimeError, day_words, typed_day, typed_moment
from mavis.ui.presenters.start_shift.counted import Counted
from mavis.ui.presenters.start_shift.crew_list import CrewList
from mavis.ui.presenters.start_shift.earlier import Earlier
from mavis.ui.presenters.start_shift.options import crew_options, event_options, kit_options, ticked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from mavis.domain.reference import Choice
    from mavis.domain.shift.plan import ShiftPlan
    from mavis.domain.shift.shift import CrewPerson, Shift
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.start_shift.options import Option

_LATELY = timedelta(days=62)
"""How far back a night is known to have had a shift already, counted from tonight."""

_A_WEEK = timedelta(days=7)


class StartShiftPresenter:
    """Holds the plan of tonight while the crew looks it over; nothing is saved before ``begin``."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        """``load`` fetches the plan; the desk, which has no shift yet, remembers how to take back a tick."""
        self.desk = desk
        self._session = desk.session
        self._doors = doors
        self.clock = desk.clock
        self._reference = desk.reference
        self.plan: ShiftPlan | None = None
        self.roster: tuple[CrewPerson, ...] = ()
        self._night: date | None = None
        self.earlier = Earlier()
        self.counted = Counted(self)
        self.crew_list = CrewList(self, desk.session, doors)

    def is_stale(self) -> bool:
        """Whether the plan must be fetched: there is none, or it was made on another night."""
        return self.plan is None or self._night != night_of(self.clock())

    def load(self, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Ask the store for tonight's plan and for everybody who helps."""
        now = self.clock()

        def ask() -> tuple[ShiftPlan, tuple[CrewPerson, ...], tuple[tuple[Shift, int], ...]]:
            verbs, night = self._session.shifts, night_of(now)
            return verbs.plan(now), self._session.crew.roster(), verbs.of_nights(night - _LATELY, night)

        def take(found: tuple[ShiftPlan, tuple[CrewPerson, ...], tuple[tuple[Shift, int], ...]]) -> None:
            self.plan, roster, lately = found
            self.earlier = Earlier(lately)
            self.counted.from_planned = False
            self._night = night_of(now)
            again = [member.person for member in self.plan.crew]
            self.roster = tuple(sorted(roster, key=lambda person: _rank(person.id, again)))
            shown()

        self._doors.query(ask, take, failed)

    def fields(self) -> dict[str, str]:
        """What stands in the fields: ``day``, ``start``, ``end``, ``parked_at``."""
        plan = self._plan()
        return {
            "day": day_words(plan.date),
            "start": clock_text(plan.planned_start),
            "end": clock_text(plan.planned_end),
            "parked_at": plan.parked_at,
        }

    def type_field(self, name: str, text: str) -> str:
        """Take what was typed into a field; returns the sentence to show under it, empty when all is well."""
        plan = self._plan()
        if name == "parked_at":
            self.plan = replace(plan, parked_at=text.strip())
            return ""
        try:
            self.plan = after = _on_day(plan, text) if name == "day" else _at_time(plan, name, text)
        except NotATimeError as wrong:
            return words(str(wrong))
        if name == "start" and after.planned_start != plan.planned_start:
            self.counted.follow_typed()
        return ""

    def crew(self) -> tuple[Option, ...]:
        """Everybody who helps, last week's crew first, and *Add somebody*."""
        aboard = {member.person: member.duty for member in self._plan().crew}
        people = [
            (person.id, person.name, label(aboard.get(person.id, person.duty)), person.id in aboard)
            for person in self.roster
        ]
        return crew_options(people)

    def events(self) -> tuple[Option, ...]:
        """What can be special about tonight."""
        return event_options(self._reference.events, self._plan().events)

    def kit(self) -> tuple[Option, ...]:
        """What should be on the bus, and *All there*."""
        return kit_options(self._reference.kit, self._plan().kit)

    def tick_crew(self, person_id: str, on: bool) -> None:
        """Somebody is here tonight, or is not."""

        def put(here: bool, _was: bool) -> None:
            plan = self._plan()
            others = tuple(member for member in plan.crew if member.person != person_id)
            coming = [_member(person, self.clock()) for person in self.roster if here and person.id == person_id]
            self.plan = replace(plan, crew=(*others, *coming))

        name = next((person.name for person in self.roster if person.id == person_id), "")
        self._do(Step(_said(name, on=on), not on, on, put))

    def tick_event(self, code: str, on: bool) -> None:
        """Something is special about tonight, or is not."""
        before, things = self._plan().events, self._reference.events
        name, after = _name(things, code), ticked(things, before, code, on)
        self._do(Step(_said(name, on=on), before, after, lambda to, _: self._put(replace(self._plan(), events=to))))

    def tick_kit(self, code: str, on: bool) -> None:
        """A thing is on the bus, or is not; ``ALL`` ticks everything."""
        before, things = self._plan().kit, self._reference.kit
        name, after = _name(things, code), ticked(things, before, code, on)
        self._do(Step(_said(name, on=on), before, after, lambda to, _: self._put(replace(self._plan(), kit=to))))

    def begin(self, started: Callable[[Shift], None], failed: Callable[[Exception], None]) -> None:
        """Open the shift as planned; the hours of everybody who is ticked begin with those of the bus."""
        plan, session, since = self._plan(), self._session, self.counted.since
        plan = replace(plan, out_since=since, crew=tuple(replace(member, since=since) for member in plan.crew))

        def take(shift: Shift) -> None:
            self.plan = None
            self.desk.undo_stack.clear()
            started(shift)

        self._doors.change(lambda: session.shifts.open_shift(session.actor, plan), take, failed)

    def origin(self) -> str:
        """Where the plan comes from, in words."""
        if self.number > 1:
            return words("start.from_before")
        before, night = self._plan().filled_from, night_of(self.clock())
        if before is None:
            return words("start.first")
        if night - before > _A_WEEK:
            return words("start.from_day", day=date_text(before))
        return words("start.from_last", weekday=weekday(before))

    @property
    def number(self) -> int:
        """Which shift of its night this will be: 1, or more when that night was out and closed already."""
        return self.earlier.number(self.plan)

    def warning(self) -> str:
        """The one thing worth a look before starting; it never blocks. Empty when there is none."""
        plan = self._plan()
        before = self.earlier.told(plan.date)
        if before:
            return before
        if plan.date != night_of(self.clock()):
            return words("start.warning.other_day")
        change = _clock_change(plan.planned_start, plan.planned_end)
        if change:
            return words("start.warning.clock_back" if change > timedelta(0) else "start.warning.clock_forward")
        if not plan.crew:
            return words("start.warning.nobody")
        missing = [thing.name for thing in self._reference.kit if thing.code not in plan.kit]
        return _kit_warning(missing, len(self._reference.kit))

    def _do(self, step: Step[State]) -> None:
        """Change the plan in a way that Ctrl+Z takes back."""
        step.put(step.after, step.before)
        self.desk.undo_stack.add(step)

    def _put(self, plan: ShiftPlan) -> None:
        self.plan = plan

    def _plan(self) -> ShiftPlan:
        if self.plan is None:
            raise ValueError(self.plan)
        return self.plan


def _rank(person_id: str, again: Sequence[str]) -> int:
    return again.index(person_id) if person_id in again else len(again)


def _member(person: CrewPerson, since: datetime) -> CrewMember:
    return CrewMember(person.id, person.name, person.duty, person.organisation, since)


def _name(things: Sequence[Choice], code: str) -> str:
    return next((thing.name for thing in things if thing.code == code), words("start.all_there"))


def _said(name: str, *, on: bool) -> str:
    return words(f"start.tick.{'on' if on else 'off'}", name=name)


def _kit_warning(missing: Sequence[str], whole: int) -> str:
    if not missing:
        return ""
    if len(missing) == whole:
        return words("start.warning.no_kit")
    if len(missing) == 1:
        return words("start.warning.kit_one", name=missing[0])
    if len(missing) == 2:
        return words("start.warning.kit_two", name=missing[0], other=missing[1])
    return words("start.warning.kit_more", count=len(missing))


def _on_day(plan: ShiftPlan, text: str) -> ShiftPlan:
    """The plan on another day, at the same times of the clock."""
    day = typed_day(text, plan.date)
    if day is None:
        raise NotATimeError("start.error.day")
    start, end = _moved(plan.planned_start, day), _moved(plan.planned_end, day)
    return replace(plan, date=day, planned_start=start, planned_end=end)


def _moved(moment: datetime, day: date) -> datetime:
    wall = wall_time(moment)
    moved = instant_on(day, time(wall.hour, wall.minute), wall.turn)
    if moved is None:
        raise NotATimeError("start.error.no_such_time")
    return moved


def _at_time(plan: ShiftPlan, name: str, text: str) -> ShiftPlan:
    """The plan with another start or end; a start after the end takes the end along, as far as the night goes."""
    moment = typed_moment(text, plan.date)
    if name == "start":
        length, last = plan.planned_end - plan.planned_start, instant_on(plan.date, LAST_OF_NIGHT) or moment
        end = plan.planned_end if moment < plan.planned_end else min(moment + length, last)
        plan = replace(plan, planned_start=moment, planned_end=end)
    else:
        plan = replace(plan, planned_end=moment)
    if plan.planned_end <= plan.planned_start:
        raise NotATimeError("start.error.order")
    return plan


def _clock_change(start: datetime, end: datetime) -> timedelta:
    """How far the clock on the wall is moved during the night: back is more than nothing, forward less."""
    before, after = (moment.astimezone(LONDON).utcoffset() or timedelta(0) for moment in (start, end))
    return before - after
