"""Ids are well-formed, never twice the same, and sort by time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import RFC_4122, UUID

from mavis.system.ids import counted_id_maker, id_maker

if TYPE_CHECKING:
    from tests.builders import SettableClock


def test_ids_are_version_7(clock: SettableClock) -> None:
    """The version and the variant are where others look for them, and the time is in front."""
    made = UUID(id_maker(clock)())
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(clock().timestamp() * 1000)


def test_ids_differ_and_sort_in_the_order_made(clock: SettableClock) -> None:
    """A thousand ids, a millisecond apart."""
    new_id = id_maker(clock)
    made = []
    for _ in range(1000):
        made.append(new_id())
        clock.advance(seconds=0.001)
    assert made == sorted(set(made))
    assert len({new_id() for _ in range(1000)}) == 1000


def test_counted_ids_are_the_same_each_time(clock: SettableClock) -> None:
    """A played night has the same ids whenever it is played; they are as well-formed as others and sort as well."""
    first, again = counted_id_maker(clock), counted_id_maker(clock)
    made = [first() for _ in range(100)]

    assert made == [again() for _ in range(100)]
    assert made == sorted(set(made))
    assert {UUID(one).version for one in made} == {7}
