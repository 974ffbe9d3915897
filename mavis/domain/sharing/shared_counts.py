"""What may be shared of a table of counts, so that no hidden count of people can be worked out (print.md 7.9, 7.10).

First the rule hides what is small. Then Mavis does what a nosy reader would: it works back from totals, from one table
to the next and from a year to its months. While that leaves only one value for a hidden count, more is hidden. Months
are settled first and on their own; what is decided for a month never depends on what else is exported.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mavis.domain.counting.counted import CountKey, Figure, Unit
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.sums import CountSum
from mavis.domain.counting.working_back import NO_END, Range, narrowed
from mavis.domain.errors import UserError
from mavis.domain.sharing.disclosure import (
    HIDDEN,
    Shown,
    ShownStatus,
    SmallNumberRule,
    show_people,
    show_table,
    show_thing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ALONE = frozenset({Dimension.ALL, Dimension.BOUND, Dimension.ITEM})
_LARGEST_SMALL = {SmallNumberRule.NEAREST_5: 7, SmallNumberRule.HIDE_1_TO_4: 4}
_ROUNDED_BY = 2


@dataclass(slots=True)
class Sharing:
    """Figures on their way out: what each is, how it is shown so far, and the sums that a reader can use.

    ``settled`` figures are shared already, and stay as they are. A ``coarse`` one may be hidden for the sake of its
    months, so a reader cannot take it for small.
    """

    rule: SmallNumberRule
    counts: dict[CountKey, int] = field(default_factory=dict)
    shown: dict[CountKey, Shown] = field(default_factory=dict)
    sums: list[CountSum] = field(default_factory=list)
    tables: list[tuple[CountKey, ...]] = field(default_factory=list)
    settled: set[CountKey] = field(default_factory=set)
    coarse: set[CountKey] = field(default_factory=set)

    def add(self, figures: Sequence[Figure], sums: Iterable[CountSum]) -> None:
        """Take in one more period at one site, and hide in it what the rule and the sums within it ask for."""
        alone = Sharing(self.rule)
        alone.shown = first_shown(figures, self.rule)
        alone.tables = [tuple(each.key for each in table) for table in _tables(figures)]
        alone.counts = {each.key: each.count for each in figures if each.unit is Unit.PEOPLE and each.count is not None}
        alone.sums = [each for each in sums if alone.counts.keys() >= {each.whole, *each.parts}]
        alone.hide_more()
        self.counts |= alone.counts
        self.shown |= alone.shown
        self.sums += alone.sums
        self.tables += alone.tables

    def settle(self, other: Sharing) -> None:
        """Take in finer periods that are shared already; only what comes after may still be hidden."""
        self.counts |= other.counts
        self.shown |= other.shown
        self.sums += other.sums
        self.tables += other.tables
        self.settled |= other.shown.keys()
        self.coarse |= other.coarse

    def link(self, sums: Iterable[CountSum]) -> None:
        """Hide coarser figures through which a hidden finer one could be worked out."""
        links = [each for each in sums if self.counts.keys() >= {each.whole, *each.parts}]
        self.sums += links
        self.coarse |= {each.whole for each in links}
        while exposed := self.exposed():
            giving_away = {each.whole for each in links if not exposed.isdisjoint((each.whole, *each.parts))}
            more = [whole for whole in giving_away if self._can_hide(whole)]
            if not more:
                break
            self.shown.update(dict.fromkeys(more, HIDDEN))
        self.hide_more()

    def hide_more(self) -> None:
        """Hide figures until every hidden one could have at least two values.

        Raises:
            UserError: nothing is left to hide, so the table must not be shared.
        """
        while exposed := self.exposed():
            self.shown.update(dict.fromkeys(self._nearest_to_hide(exposed), HIDDEN))

    def _nearest_to_hide(self, exposed: set[CountKey]) -> tuple[CountKey, ...]:
        """What to hide next: in a sum that holds an exposed figure, else in one that such a sum leads to."""
        reached = exposed
        while True:
            within = [each for each in self.sums if not reached.isdisjoint((each.whole, *each.parts))]
            more = next((keys for keys in map(self._next_to_hide, within) if keys), None)
            if more is not None:
                return more
            further = reached.union(*((each.whole, *each.parts) for each in within))
            if further == reached:
                raise UserError("counts_cannot_be_hidden")
            reached = further

    def exposed(self) -> set[CountKey]:
        """The small counts for which a reader finds only one value."""
        noughts = {key for table in self.tables if all(self.shown[key] == HIDDEN for key in table) for key in table}
        known = {key: self._known(key, key in noughts) for key in self.counts}
        return {
            key
            for key, (low, high) in narrowed(known, self.sums).items()
            if low == high and self._is_small(key) and self.shown[key] == HIDDEN
        }

    def _known(self, key: CountKey, may_be_nought: bool) -> Range:
        """What a reader knows of one figure by itself; in a table of which nothing shows, some may be 0."""
        shown, count = self.shown[key], self.counts[key]
        if shown.value is not None:
            spread = _ROUNDED_BY if shown.status is ShownStatus.ROUNDED else 0
            return max(shown.value - spread, _LARGEST_SMALL[self.rule] + 1 if spread else 0), shown.value + spread
        small = self._is_small(key) and key not in self.coarse
        return 0 if may_be_nought or count == 0 else 1, _LARGEST_SMALL[self.rule] if small else NO_END

    def _is_small(self, key: CountKey) -> bool:
        return 1 <= self.counts[key] <= _LARGEST_SMALL[self.rule]

    def _next_to_hide(self, each: CountSum) -> tuple[CountKey, ...]:
        """What to hide in a sum: the smallest part that shows, else its noughts, else the whole; none when all is."""
        showing = [part for part in each.parts if self._can_hide(part)]
        people = [part for part in showing if self.counts[part] > 0]
        if people:
            return (min(people, key=lambda part: (self.counts[part], part)),)
        if showing and each.complete:
            return tuple(showing)
        return (each.whole,) if self._can_hide(each.whole) and self.counts[each.whole] > 0 else ()

    def _can_hide(self, key: CountKey) -> bool:
        return key not in self.settled and self.shown[key] != HIDDEN


def first_shown(figures: Sequence[Figure], rule: SmallNumberRule) -> dict[CountKey, Shown]:
    """Each figure as the rule alone would show it, in the order given."""
    shown = {each.key: show_people(each.count, rule) if each.unit is Unit.PEOPLE else exactly(each) for each in figures}
    for table in _tables(figures):
        parts = show_table([figure.count or 0 for figure in table], rule)
        shown.update(zip((figure.key for figure in table), parts, strict=True))
    return shown


def _tables(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The counts of people that stand together as the parts of one whole."""
    tables: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for each in figures:
        if each.unit is Unit.PEOPLE and each.key.dimension not in _ALONE and each.count is not None:
            tables[each.key.measure, each.key.dimension].append(each)
    return list(tables.values())


def exactly(figure: Figure) -> Shown:
    """A figure with nothing hidden."""
    shown = show_thing(figure.count)
    return Shown(shown.value, ShownStatus.ROUNDED) if figure.rounded else shown
