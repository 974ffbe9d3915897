"""The hours of the crew at the end of a night: typed as times, added up, and counted until now for whoever stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.shift.crew_time import helpers
from mavis.domain.shift.shift import begins_late
from mavis.system.wording import label, words
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.shared.typed_times import NotATimeError, hours_words, typed_moment

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.shift.shift import CrewMember, Shift
    from mavis.ui.presenters.desk.tonight import Desk


@dataclass(frozen=True, slots=True)
class CrewLine:
    """One crew member: name, duty, times as they stand in the fields (``until`` empty while aboard), hours."""

    name: str
    duty: str
    since: str
    until: str
    hours: str


class CrewHours:
    """The crew of tonight by place in the list, for somebody can come twice."""

    def __init__(self, desk: Desk) -> None:
        """Use tonight's desk."""
        self._desk = desk

    def lines(self) -> tuple[CrewLine, ...]:
        """Everybody, in the order of the crew."""
        now = self._desk.clock()
        return tuple(
            CrewLine(
                member.name,
                label(member.duty),
                clock_text(member.since),
                clock_text(member.until) if member.until else "",
                hours_words(member.time_given(now)),
            )
            for member in self._crew()
        )

    def total(self) -> str:
        """``24 h 30 in all``; whoever stands on two lines gives the time that these share once."""
        now = self._desk.clock()
        given = sum((one.given for one in helpers(self._crew(), now)), timedelta(0))
        return words("close.crew.total", hours=hours_words(given))

    def how(self) -> str:
        """How the lines are put right; first of all from when they count, when that is later than was planned."""
        shift, how = self._desk.shift, words("close.crew.how")
        if shift is None or not begins_late(shift.planned_start, shift.opened_at):
            return how
        start, planned = clock_text(shift.opened_at), clock_text(shift.planned_start)
        return words("close.crew.late", start=start, planned=planned) + " " + how

    def now(self) -> str:
        """Until when the hours of whoever is still aboard are counted."""
        return clock_text(self._desk.clock())

    def type_since(self, at: int, text: str) -> str:
        """Take when somebody came; returns what is wrong with it, empty when all is well."""
        return self._type(at, "since", text)

    def type_until(self, at: int, text: str) -> str:
        """Take when somebody left; empty means that they are still aboard."""
        return self._type(at, "until", text)

    def _crew(self) -> tuple[CrewMember, ...]:
        return self._desk.shift.crew if self._desk.shift else ()

    def _type(self, at: int, name: str, text: str) -> str:
        shift = self._desk.shift
        if shift is None:
            return ""
        member = shift.crew[at]
        try:
            changed = _changed(member, name, text, shift)
        except NotATimeError as wrong:
            return words("close.crew.wrong", name=member.name, what=words(str(wrong)))
        if changed != member:
            said = words("close.crew.changed", name=member.name)
            self._desk.change_shift(lambda stored: _put(stored, at, changed.since, changed.until), said)
        return ""


def _changed(member: CrewMember, name: str, text: str, shift: Shift) -> CrewMember:
    moment = typed_moment(text, shift.date) if text.strip() or name == "since" else None
    since, until = (moment or member.since, member.until) if name == "since" else (member.since, moment)
    changed = replace(member, since=since, until=until)
    if _same_minute(member, changed):
        return member
    if changed.until is not None and changed.until < changed.since:
        raise NotATimeError("start.error.order")
    return changed


def _same_minute(before: CrewMember, after: CrewMember) -> bool:
    """Whether the fields say the same: seconds are kept, but nobody sees them."""
    pairs = ((before.since, after.since), (before.until, after.until))
    return all(one == other or (one and other and clock_text(one) == clock_text(other)) for one, other in pairs)


def _put(shift: Shift, at: int, since: datetime, until: datetime | None) -> Shift:
    crew = [replace(member, since=since, until=until) if at == n else member for n, member in enumerate(shift.crew)]
    return replace(shift, crew=tuple(crew))
