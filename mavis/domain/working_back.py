"""What a reader of shared figures could work out: each figure's lowest and highest possible value.

The reader knows the rule, and which figures are the sum of which others. Narrowing goes on until nothing changes; on
sums that share at most one figure, as tables of one total do, that finds everything that can be found.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_END = 1 << 40
"""Higher than any count: nothing is known of the upper end."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sum(Generic[Name]):
    """``whole`` is the sum of ``parts``, or at least that when ``complete`` is False."""

    whole: Name
    parts: tuple[Name, ...]
    complete: bool = True


Range = tuple[int, int]
"""The lowest and the highest value that a figure can have, both included."""


def narrowed(known: Mapping[Name, Range], sums: Iterable[Sum[Name]]) -> dict[Name, Range]:
    """The ranges that are left when every sum must hold.

    Raises:
        ValueError: no values fit, so that the figures shown contradict each other.
    """
    ranges = dict(known)
    every = tuple(sums)
    while True:
        before = dict(ranges)
        for each in every:
            _narrow(ranges, each)
        if ranges == before:
            return ranges


def _narrow(ranges: dict[Name, Range], each: Sum[Name]) -> None:
    """Narrow the whole of one sum by its parts, and then each part by the whole and the others."""
    low = sum(ranges[part][0] for part in each.parts)
    high = sum(ranges[part][1] for part in each.parts)
    _cut(ranges, each.whole, low, high if each.complete else NO_END)
    whole_low, whole_high = ranges[each.whole]
    for part in each.parts:
        part_low, part_high = ranges[part]
        least = whole_low - (high - part_high) if each.complete else 0
        _cut(ranges, part, least, whole_high - (low - part_low))
        low += ranges[part][0] - part_low
        high += ranges[part][1] - part_high


def _cut(ranges: dict[Name, Range], name: Name, low: int, high: int) -> None:
    before = ranges[name]
    after = (max(before[0], low), min(before[1], high))
    if after[0] > after[1]:
        raise ValueError(name)
    ranges[name] = after
