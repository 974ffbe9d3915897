"""The crew of tonight put right: what somebody does, when they went home, and a line that stands there by mistake."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.roles import Duty
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.shift.shift import CrewMember, Shift
    from mavis.ui.presenters.desk.tonight import Desk


class Way(NamedTuple):
    """One thing that can be done about a line: its icon, its words and more of them, and the act."""

    icon: str
    words: str
    detail: str
    act: Callable[[], None]


def ways_to_mend(desk: Desk, at: int) -> tuple[Way, ...]:
    """What can be done about the line of the crew at that place: they go home now, they were not here, each other role.

    Every act is saved and can be undone like any other change of the shift.
    """
    if desk.shift is None or at >= len(desk.shift.crew):
        return ()
    member = desk.shift.crew[at]
    told = words("close.crew.role_detail")
    roles = (
        Way(
            "people",
            words("close.crew.role", name=member.name, duty=inside(label(duty))),
            told,
            partial(_change, desk, member, duty),
        )
        for duty in Duty
        if duty is not member.duty
    )
    off = Way(
        "cross",
        words("close.crew.take_off", name=member.name),
        words("close.crew.take_off_detail"),
        partial(_take_off, desk, member),
    )
    home = Way(
        "moon",
        words("close.crew.home", name=member.name),
        words("close.crew.home_detail", time=clock_text(desk.clock())),
        partial(_go_home, desk, member),
    )
    ends = () if member.until else (home,)
    return (*ends, off, *roles)  # seven rows are seen at once: those that end the line are among them


def _change(desk: Desk, member: CrewMember, duty: Duty) -> None:
    said = words("close.crew.role_changed", name=member.name, duty=inside(label(duty)))
    desk.change_shift(partial(_put, member=member, now=replace(member, duty=duty)), said)


def _go_home(desk: Desk, member: CrewMember) -> None:
    said = words("close.crew.went_home", name=member.name, time=clock_text(desk.clock()))
    desk.change_shift(partial(_put, member=member, now=replace(member, until=desk.clock())), said)


def _take_off(desk: Desk, member: CrewMember) -> None:
    desk.change_shift(partial(_put, member=member, now=None), words("close.crew.taken_off", name=member.name))


def _put(shift: Shift, *, member: CrewMember, now: CrewMember | None) -> Shift:
    """The shift with another line in the place of the one meant, or none; of two that are alike one is meant."""
    if member not in shift.crew:
        return shift
    at = shift.crew.index(member)
    return replace(shift, crew=(*shift.crew[:at], *((now,) if now else ()), *shift.crew[at + 1 :]))
