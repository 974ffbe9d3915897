"""Made-up shifts and visits, written out or drawn by hypothesis, and a store on a real file to keep them in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Duty, Role
from mavis.domain.shift.shift import CrewPerson, Shift
from mavis.domain.visit.visit import Visit
from tests.builders import SATURDAY_NIGHT

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

VOLUNTEER = Actor("crew-asha", Role.VOLUNTEER)
LEAD = Actor("crew-bryn", Role.LEAD)
CLINICIAN = Actor("crew-carys", Role.CLINICIAN)
COORDINATOR = Actor("crew-dilys", Role.COORDINATOR)
PLANNER = Actor("crew-emrys", Role.PLANNER)

ASHA = CrewPerson(VOLUNTEER.id, "Asha", Duty.FIRST_AID, "Weston Angels")
DILYS = CrewPerson(COORDINATOR.id, "Dilys", Duty.COORDINATOR)


def a_shift(shift_id: str = "shift-1", opened_at: datetime = SATURDAY_NIGHT, **facts: Any) -> Shift:
    """A Saturday night's shift, open unless the facts say otherwise."""
    shift = Shift(
        id=shift_id,
        site="weston",
        date=opened_at.date(),
        planned_start=opened_at - timedelta(hours=1),
        planned_end=opened_at + timedelta(hours=5),
        opened_at=opened_at,
        parked_at="High Street",
    )
    return replace(shift, **facts)


def a_visit(visit_id: str = "visit-1", code: str = "K1", shift_id: str = "shift-1", **facts: Any) -> Visit:
    """A visit with nothing known, ten minutes into the shift, unless the facts say otherwise."""
    arrived = SATURDAY_NIGHT + timedelta(minutes=10)
    return replace(Visit(visit_id, code, shift_id, arrived, arrived, VOLUNTEER.id), **facts)


_SIMPLE: dict[object, SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(min_value=-(2**63), max_value=2**63 - 1),
    bool: st.booleans(),
    NoneType: st.none(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
}


def values_of(kind: object) -> SearchStrategy[Any]:
    """Any value of a type as the domain spells types."""
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*map(values_of, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=3).map(tuple)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in fields(kind)})
    return st.sampled_from(list(cast("type[Enum]", kind)))


def visits() -> SearchStrategy[Visit]:
    """Any visit that the store could be handed: every list without repeats, no person from outside."""
    return values_of(Visit).map(_storable)


def _storable(visit: Visit) -> Visit:
    lists: dict[str, Any] = {
        field.name: tuple({_key(item): item for item in getattr(visit, field.name)}.values())
        for field in fields(visit)
        if isinstance(getattr(visit, field.name), tuple)
    }
    return replace(visit, person_id=None, **lists)


def _key(item: object) -> object:
    return item if isinstance(item, Enum) else getattr(item, "id", None) or getattr(item, "code", "")
