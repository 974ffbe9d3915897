"""Small numbers: what may be shown of a count of people to anybody outside the scheme (domain.md 9, print.md 7.9).

Two rules, of which a coordinator chooses one. *Nearest 5* (the NHS England method): 0 stays 0, 1 to 7 are hidden, more
are rounded to the nearest 5, halves up; a total is made from true counts and rounded for itself. *Hide 1 to 4*: small
counts are hidden and so many others with them that no hidden count can be worked out from its table and the total.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

_LAST_HIDDEN_BESIDE_ROUNDING = 7
_LAST_HIDDEN_ALONE = 4


class SmallNumberRule(StrEnum):
    """How small counts of people are kept from giving somebody away."""

    NEAREST_5 = "nearest_5"
    HIDE_1_TO_4 = "hide_1_to_4"


class ShownStatus(StrEnum):
    """What a reader may make of a figure: only ``EXACT`` and ``ROUNDED`` have a value."""

    EXACT = "exact"
    ROUNDED = "rounded"
    HIDDEN = "hidden"
    NOT_COUNTED = "not_counted"
    NOT_ENOUGH_DATA = "not_enough_data"


class Shown(NamedTuple):
    """A figure as it may be shown; ``value`` is None unless the status is exact or rounded."""

    value: int | None
    status: ShownStatus


HIDDEN = Shown(None, ShownStatus.HIDDEN)
"""Printed as ``*``: there is a figure, and it is small."""

NOT_COUNTED = Shown(None, ShownStatus.NOT_COUNTED)
"""Nobody kept count, which is not 0."""

NOT_ENOUGH_DATA = Shown(None, ShownStatus.NOT_ENOUGH_DATA)
"""There are too few nights to say."""


def show_thing(count: int | None) -> Shown:
    """A count of things, nights or hours, which is never hidden; None means that nobody kept count."""
    return NOT_COUNTED if count is None else Shown(count, ShownStatus.EXACT)


def show_people(count: int | None, rule: SmallNumberRule) -> Shown:
    """A count of people that stands alone, or a total made from true counts; None means that nobody kept count.

    Counts that stand together, as the parts of one total, go through ``show_table``.
    """
    if count is None or count == 0:
        return show_thing(count)
    if _is_small(count, rule):
        return HIDDEN
    if rule is SmallNumberRule.HIDE_1_TO_4:
        return Shown(count, ShownStatus.EXACT)
    return Shown((count + 2) // 5 * 5, ShownStatus.ROUNDED)


def show_table(counts: Sequence[int], rule: SmallNumberRule) -> tuple[Shown, ...]:
    """The parts of one total, in their order; the total itself is ``show_people(sum(counts), rule)``.

    Under *hide 1 to 4* each hidden part could have at least two values, even for a reader who knows the total and this
    rule: the parts hidden hold two different counts and could change places. Where no count but 0 could be shown, the
    noughts are hidden too.
    """
    if rule is SmallNumberRule.NEAREST_5:
        return tuple(show_people(count, rule) for count in counts)
    hidden = _counts_to_hide(counts)
    return tuple(HIDDEN if count in hidden else show_thing(count) for count in counts)


def share(part: Shown, whole: Shown) -> Fraction | None:
    """The share of a whole as a reader could work it out; None when a figure is hidden or the whole is 0."""
    if part.value is None or not whole.value:
        return None
    from fractions import Fraction

    return Fraction(part.value, whole.value)


def _is_small(count: int, rule: SmallNumberRule) -> bool:
    last = _LAST_HIDDEN_BESIDE_ROUNDING if rule is SmallNumberRule.NEAREST_5 else _LAST_HIDDEN_ALONE
    return 1 <= count <= last


def _counts_to_hide(counts: Sequence[int]) -> frozenset[int]:
    """The counts that are hidden wherever they stand: the small ones, then upwards until two differ."""
    present = sorted(set(counts) - {0})
    small = [count for count in present if count <= _LAST_HIDDEN_ALONE]
    if not small:
        return frozenset()
    hidden = present[: max(2, len(small))]
    return frozenset([*hidden, 0] if hidden == present else hidden)
