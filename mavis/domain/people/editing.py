"""An edit of a person as they are shown, who may be several ids in one, taken over into the record of one id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from mavis.domain.people.person import Person

Item = TypeVar("Item")


def carried_over(held: Person, before: Person, after: Person) -> Person:
    """The held record with whatever the edit changed, and nothing of what only other ids of the person hold.

    So a merge can be undone after any edit, and both sides have their own words still.
    """
    return replace(
        held,
        names=_several(held.names, before.names, after.names),
        aliases=_several(held.aliases, before.aliases, after.aliases),
        alerts=_several(held.alerts, before.alerts, after.alerts),
        birth=held.birth if after.birth == before.birth else after.birth,
        gender=held.gender if after.gender == before.gender else after.gender,
        district=held.district if after.district == before.district else after.district,
        description=held.description if after.description == before.description else after.description,
        held=held.held if after.held == before.held else after.held,
    )


def _several(held: tuple[Item, ...], before: tuple[Item, ...], after: tuple[Item, ...]) -> tuple[Item, ...]:
    if held == before:
        return after
    kept = tuple(item for item in held if item in after or item not in before)
    return (*kept, *(item for item in after if item not in before and item not in kept))
