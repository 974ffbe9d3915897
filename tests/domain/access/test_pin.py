"""A PIN for one night: four to six digits that nobody tries first."""

from __future__ import annotations

import pytest

from mavis.domain.access.pin import check_pin
from mavis.domain.errors import UserError


@pytest.mark.parametrize("good", ["2580", "19733", "000012", "998877", "1212"])
def test_four_to_six_digits_are_taken(good: str) -> None:
    """Also with a nought in front."""
    check_pin(good)


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        ("", "pin_digits"),
        ("258", "pin_digits"),
        ("2580258", "pin_digits"),
        ("25a0", "pin_digits"),
        ("٢٥٨٠", "pin_digits"),
        ("0000", "pin_simple"),
        ("1234", "pin_simple"),
        ("987654", "pin_simple"),
    ],
)
def test_others_are_refused_with_a_sentence_of_their_own(bad: str, key: str) -> None:
    """Too short, too long, no digits, or the first that anybody would try."""
    with pytest.raises(UserError, match=key):
        check_pin(bad)
