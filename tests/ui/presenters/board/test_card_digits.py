"""Which digit opens which card: the last one of its code where it can be, and never that of somebody who just left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.ui.presenters.board.card_digits import DIGITS, CardDigits

RESTS = 3
"""So many others come before a digit that was given up is given out again."""


def of(digits: CardDigits, *numbers: int) -> dict[int, str]:
    """The digits of the visits of these numbers."""
    held = digits.of({f"visit {number}": f"K{number}" for number in sorted(numbers)})
    return {number: held[f"visit {number}"] for number in numbers if f"visit {number}" in held}


@pytest.mark.parametrize(
    ("aboard", "expected"),
    [
        ((1, 2), "12"),
        ((4, 10, 12), "412"),
        ((2, 12, 22), "213"),
        ((7, 8, 9, 10, 11), "78912"),
    ],
)
def test_after_a_crash_digits_are_given_out_in_the_order_of_the_codes(aboard: tuple[int, ...], expected: str) -> None:
    """The last digit of the code, else the lowest that is free."""
    assert "".join(of(CardDigits(), *aboard).values()) == expected


def test_a_digit_that_was_given_up_rests_until_three_others_have_come() -> None:
    """K2 has just left: K12 takes another one, and whoever comes behind three more may have it."""
    digits = CardDigits()
    of(digits, 2, 9)
    of(digits, 9)
    assert of(digits, 9, 12)[12] == "1"
    assert of(digits, 9, 12, 22)[22] == "3"
    assert of(digits, 9, 12, 22, 32)[32] == "4"
    assert of(digits, 9, 12, 22, 32, 42)[42] == "2"


def test_where_no_other_is_free_the_one_that_rested_longest_goes_first() -> None:
    """Nine are aboard all the time, so each who comes takes the place of who left."""
    digits = CardDigits()
    of(digits, *range(1, 10))
    of(digits, *range(1, 8))
    of(digits, *range(1, 7))
    found = of(digits, *range(1, 7), 10, 11, 12)

    assert [found[number] for number in (10, 11, 12)] == ["8", "9", "7"]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30)), max_size=80))
def test_no_digit_ever_changes_hands_while_another_could_be_given(steps: list[tuple[bool, int]]) -> None:
    """Whoever comes and goes: each keeps their digit, none stands twice, nobody waits for one that is free."""
    digits, aboard, number = CardDigits(), list[int](), 0
    before: dict[int, str] = {}
    for comes, which in steps:
        if comes or not aboard:
            number += 1
            aboard.append(number)
        else:
            aboard.pop(which % len(aboard))
        now = of(digits, *aboard)
        assert all(now[one] == digit for one, digit in before.items() if one in aboard)
        assert len(set(now.values())) == len(now) == min(len(aboard), len(DIGITS))
        before = now
