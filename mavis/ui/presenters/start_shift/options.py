"""What can be ticked at the start of a shift and all night: one chip of each row, and the codes that are no thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.keys.letters import CREW_KEYS, EVENT_KEYS, KIT_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mavis.domain.reference import Choice

ADD, ALL = "add", "all"
"""The codes of *Add somebody* and of *All there*."""


@dataclass(frozen=True, slots=True)
class Option:
    """One chip: its code, its words, its letter, a second line, and whether it is ticked."""

    code: str
    words: str
    key: str
    second: str = ""
    ticked: bool = False


def crew_options(people: Iterable[tuple[str, str, str, bool]]) -> tuple[Option, ...]:
    """Each person (id, name, second line, ticked) with a letter, and *Add somebody*."""
    adding = (ADD, words("start.add_somebody"), words("start.or_change"), False)
    return tuple(
        Option(code, name, CREW_KEYS[at : at + 1], second, ticked)
        for at, (code, name, second, ticked) in enumerate([*people, adding])
    )


def event_options(things: Sequence[Choice], on: Sequence[str]) -> tuple[Option, ...]:
    """What can be special about a night."""
    return _choices(things, EVENT_KEYS, on)


def kit_options(things: Sequence[Choice], aboard: Sequence[str]) -> tuple[Option, ...]:
    """What should be on the bus, and *All there*."""
    every = Option(ALL, words("start.all_there"), KIT_KEYS[-1], ticked=len(aboard) == len(things))
    return (*_choices(things, KIT_KEYS[:-1], aboard), every)


def ticked(things: Sequence[Choice], before: Sequence[str], code: str, on: bool) -> tuple[str, ...]:
    """The codes that are ticked now, in the order of the reference data; ``ALL`` means every one."""
    return tuple(thing.code for thing in things if (on if code in (thing.code, ALL) else thing.code in before))


def _choices(things: Sequence[Choice], keys: str, chosen: Sequence[str]) -> tuple[Option, ...]:
    return tuple(
        Option(thing.code, thing.name, keys[at : at + 1], ticked=thing.code in chosen)
        for at, thing in enumerate(things)
    )
