"""Units of alcohol: the drinks that domain.md works out, exact sums, and refused nonsense."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.errors import UserError
from mavis.domain.scores.units import total_units, units, units_text


@pytest.mark.parametrize(
    ("millilitres", "percent", "text"),
    [
        (175, 12, "2.1"),
        (568, 5, "2.8"),
        (25, 40, "1.0"),
        (330, 5, "1.7"),
        (250, Fraction(135, 10), "3.4"),
        (500, 0, "0.0"),
    ],
)
def test_drinks(millilitres: int, percent: int | Fraction, text: str) -> None:
    """Millilitres times percent by 1,000, half up: 330 ml of 5 % is 1.65, so 1.7."""
    assert units_text(units(millilitres, percent)) == text


def test_drinks_are_added_before_they_are_rounded() -> None:
    """Three small bottles are 4.95 and not three times 1.7."""
    assert units_text(total_units([(3, 330, 5)])) == "5.0"
    assert total_units([]) == 0


@pytest.mark.parametrize(("millilitres", "percent"), [(0, 5), (-1, 5), (20_001, 5), (568, -1), (568, 101)])
def test_no_such_drink(millilitres: int, percent: int) -> None:
    """A slip of the finger is told, not counted."""
    with pytest.raises(UserError, match="drink_"):
        units(millilitres, percent)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 2000), st.integers(0, 100)), max_size=6))
def test_the_order_of_drinks_does_not_matter(drinks: list[tuple[int, int, int]]) -> None:
    """The sum is exact, whichever drink came first."""
    assert total_units(drinks) == total_units(reversed(drinks))
    assert total_units(drinks) >= 0


@given(st.integers(1, 2000), st.integers(0, 99), st.integers(0, 500))
def test_more_or_stronger_is_never_fewer_units(millilitres: int, percent: int, more: int) -> None:
    """Monotone in both."""
    here = units(millilitres, percent)

    assert units(millilitres + more, percent) >= here
    assert units(millilitres, percent + 1) > here
