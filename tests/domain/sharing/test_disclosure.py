"""Small numbers: nobody outside the scheme can work out a small count of people."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.sharing.disclosure import (
    HIDDEN,
    NOT_COUNTED,
    NOT_ENOUGH_DATA,
    Shown,
    ShownStatus,
    SmallNumberRule,
    share,
    show_people,
    show_table,
    show_thing,
)

NEAREST = SmallNumberRule.NEAREST_5
ALONE = SmallNumberRule.HIDE_1_TO_4
TABLES = st.lists(st.integers(0, 40), max_size=12)


def _texts(shown: tuple[Shown, ...]) -> list[str]:
    return ["*" if one is HIDDEN else str(one.value) for one in shown]


@pytest.mark.parametrize(
    ("count", "value", "status"),
    [
        (0, 0, "exact"),
        (1, None, "hidden"),
        (7, None, "hidden"),
        (8, 10, "rounded"),
        (12, 10, "rounded"),
        (13, 15, "rounded"),
        (17, 15, "rounded"),
        (18, 20, "rounded"),
        (1_000_002, 1_000_000, "rounded"),
        (None, None, "not_counted"),
    ],
)
def test_people_to_the_nearest_five(count: int | None, value: int | None, status: str) -> None:
    """0 stays, 1 to 7 are hidden, more are rounded to the nearest 5."""
    assert show_people(count, NEAREST) == Shown(value, ShownStatus(status))


@pytest.mark.parametrize(
    ("count", "value", "status"),
    [(0, 0, "exact"), (1, None, "hidden"), (4, None, "hidden"), (5, 5, "exact"), (8, 8, "exact")],
)
def test_people_with_one_to_four_hidden(count: int, value: int | None, status: str) -> None:
    """0 stays, 1 to 4 are hidden, the rest is exact."""
    assert show_people(count, ALONE) == Shown(value, ShownStatus(status))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([], []),
        ([0, 0], ["0", "0"]),
        ([5, 6, 0], ["5", "6", "0"]),
        ([3, 20, 6, 0], ["*", "20", "*", "0"]),
        ([3, 6, 20, 6], ["*", "*", "20", "*"]),
        ([2, 3, 9, 0], ["*", "*", "9", "0"]),
        ([2, 2, 9, 30], ["*", "*", "*", "30"]),
        ([4, 9, 0], ["*", "*", "*"]),
        ([1, 1, 1, 1, 1], ["*", "*", "*", "*", "*"]),
        ([3, 0, 0], ["*", "*", "*"]),
    ],
)
def test_hidden_parts_take_others_with_them(counts: list[int], shown: list[str]) -> None:
    """A hidden part is never the only one, nor one of several that are the same."""
    assert _texts(show_table(counts, ALONE)) == shown


@given(TABLES)
def test_no_visible_part_of_one_to_seven(counts: list[int]) -> None:
    """Under *nearest 5* what is visible is 0 or a multiple of 5 from 10 up, within 2 of the truth."""
    published = [*show_table(counts, NEAREST), show_people(sum(counts), NEAREST)]
    for count, shown in zip([*counts, sum(counts)], published, strict=True):
        assert (shown is HIDDEN) == (1 <= count <= 7)
        if shown.value is not None:
            assert shown.value == 0 or (shown.value >= 10 and shown.value % 5 == 0)
            assert abs(shown.value - count) <= 2


@given(TABLES)
def test_no_visible_part_of_one_to_four(counts: list[int]) -> None:
    """Under *hide 1 to 4* what is visible is true and never small."""
    for count, shown in zip(counts, show_table(counts, ALONE), strict=True):
        assert shown is HIDDEN or (shown == Shown(count, ShownStatus.EXACT) and not 1 <= count <= 4)


def _published(counts: tuple[int, ...]) -> tuple[Shown, ...]:
    return (*show_table(counts, ALONE), show_people(sum(counts), ALONE))


@pytest.mark.parametrize(("parts", "most"), [(1, 12), (2, 14), (3, 12), (4, 7), (5, 6), (6, 6)])
def test_no_hidden_part_can_be_solved(parts: int, most: int) -> None:
    """Among all tables that would be published alike, each hidden part and total has at least two values.

    This is the strongest reader: one who knows the rule, the total and everything that is shown.
    """
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=parts):
        alike[_published(counts)].append((*counts, sum(counts)))
    for published, tables in alike.items():
        if sum(max(tables)[:-1]) > most:
            continue
        for place, shown in enumerate(published):
            values = {table[place] for table in tables}
            assert len(values) > 1 if shown is HIDDEN else len(values) == 1


@given(TABLES)
def test_hidden_parts_could_change_places(counts: list[int]) -> None:
    """In a table of any size the hidden parts differ among themselves, or all parts are hidden."""
    hidden = {count for count, shown in zip(counts, show_table(counts, ALONE), strict=True) if shown is HIDDEN}
    assert len(hidden) != 1 or set(counts) == hidden


@given(st.permutations([1, 1, 4, 5, 5, 9, 0]))
def test_the_rule_does_not_tell_by_order(counts: list[int]) -> None:
    """Equal counts meet the same fate wherever they stand, so that the order of a table tells nothing."""
    fate = dict(zip(counts, show_table(counts, ALONE), strict=True))
    assert [fate[count] is HIDDEN for count in (1, 4, 5, 9, 0)] == [True, True, False, False, False]


def test_things_are_never_hidden() -> None:
    """Bottles, shifts and hours are no people; not counted is not 0."""
    assert show_thing(3) == Shown(3, ShownStatus.EXACT)
    assert show_thing(None) is NOT_COUNTED
    assert NOT_ENOUGH_DATA.value is None


def test_a_share_is_made_from_what_is_shown() -> None:
    """A share of rounded counts; none when a count is hidden or the whole is 0."""
    whole = show_people(38, NEAREST)
    assert share(show_people(18, NEAREST), whole) == Fraction(20, 40)
    assert share(HIDDEN, whole) is None
    assert share(show_people(0, NEAREST), whole) == 0
    assert share(whole, show_people(0, NEAREST)) is None
    assert share(whole, HIDDEN) is None
