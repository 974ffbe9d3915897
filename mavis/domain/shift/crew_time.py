"""How many people helped on a shift and how long: whoever stands on several lines of the crew is one person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.shift.shift import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mavis.domain.access.roles import Duty
    from mavis.domain.shift.shift import CrewMember


class Helper(NamedTuple):
    """One person of the crew: what they do by their first line, and the time they gave, in whole minutes."""

    duty: Duty
    given: timedelta


def helpers(crew: Iterable[CrewMember], ended: datetime) -> tuple[Helper, ...]:
    """Each person once, in the order of their first lines; lines of one name are one person.

    Somebody may have left and come back, or was written down twice: time that two lines share counts once. Whoever has
    no leaving time is counted until ``ended``.
    """
    lines: dict[str, list[CrewMember]] = {}
    for member in crew:
        lines.setdefault(name_key(member.name) or member.person, []).append(member)
    return tuple(Helper(own[0].duty, _together(own, ended)) for own in lines.values())


def _together(lines: Iterable[CrewMember], ended: datetime) -> timedelta:
    """The time that is covered by any of the lines."""
    spans = sorted(line.span(ended) for line in lines)
    given, reached = timedelta(0), spans[0][0]
    for since, until in spans:
        given += max(timedelta(0), until - max(since, reached))
        reached = max(reached, until)
    return given
