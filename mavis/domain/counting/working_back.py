"""What a reader of shared figures could work out: each figure's lowest and highest possible value.

The reader knows the rule, and which figures are the sum of which others. Narrowing goes on until nothing changes; on
sums that share at most one figure, as tables of one total do, that finds everything that can be found.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NO_END = 1 << 40
"""Higher than any count: nothing is known of the upper end."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sum(Generic[Name]):
    """``whole`` is the sum of ``parts``, or at least that when ``complete`` is False.

    ``overlapping`` parts each lie within the whole, which one or several of them fill: an assault with two methods.
    """

    whole: Name
    parts: tuple[Name, ...]
    complete: bool = True
    overlapping: bool = False

    def holds_for(self, whole: int, parts: Sequence[int]) -> bool:
        """Whether these counts fit each other."""
        if self.overlapping:
            return max(parts, default=0) <= whole <= sum(parts)
        return whole == sum(parts) if self.complete else whole >= sum(parts)


Range = tuple[int, int]
"""The lowest and the highest value that a figure can have, both included."""


def narrowed(known: Mapping[Name, Range], sums: Iterable[Sum[Name]]) -> dict[Name, Range]:
    """The ranges that are left when every sum must hold.

    Raises:
        ValueError: no values fit, so that the figures shown contradict each other.
    """
    places = {name: place for place, name in enumerate(known)}
    numbered = [_Numbered(places[each.whole], tuple(places[part] for part in each.parts), each) for each in sums]
    ranges = list(known.values())
    touching: list[list[int]] = [[] for _ in ranges]
    for number, each in enumerate(numbered):
        for place in (each.whole, *each.parts):
            touching[place].append(number)
    waiting = dict.fromkeys(range(len(numbered)))
    while waiting:
        number = next(iter(waiting))
        del waiting[number]
        for place in numbered[number].narrow(ranges):
            waiting.update(dict.fromkeys(touching[place]))
    return dict(zip(known, ranges, strict=True))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A sum whose figures are known by their places in a list of ranges; only what was cut is looked at again."""

    whole: int
    parts: tuple[int, ...]
    of: Sum[Any]

    def narrow(self, ranges: list[Range]) -> list[int]:
        """Narrow the whole by its parts, then each part by the whole and the others; answers with what was cut."""
        low = sum(ranges[part][0] for part in self.parts)
        high = sum(ranges[part][1] for part in self.parts)
        least = max((ranges[part][0] for part in self.parts), default=0) if self.of.overlapping else low
        cut = self._cut(ranges, self.whole, least, high if self.of.complete else NO_END)
        whole_low, whole_high = ranges[self.whole]
        for part in self.parts:
            part_low, part_high = ranges[part]
            least = whole_low - (high - part_high) if self.of.complete else 0
            most = whole_high if self.of.overlapping else whole_high - (low - part_low)
            cut += self._cut(ranges, part, least, most)
            low += ranges[part][0] - part_low
            high += ranges[part][1] - part_high
        return cut

    def _cut(self, ranges: list[Range], place: int, low: int, high: int) -> list[int]:
        before = ranges[place]
        if before[0] >= low and before[1] <= high:
            return []
        after = (max(before[0], low), min(before[1], high))
        if after[0] > after[1]:
            raise ValueError(self.of.whole)
        ranges[place] = after
        return [place]
