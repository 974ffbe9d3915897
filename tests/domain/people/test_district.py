"""Where somebody lives is kept as half a postcode at most."""

from __future__ import annotations

import pytest

from mavis.domain.people.district import read_district


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("bs23", "BS23"),
        (" BS23 ", "BS23"),
        ("BS23 1", "BS23"),
        ("bs23 1ab", "BS23"),
        ("BS231AB", "BS23"),
        ("n1 1ab", "N1"),
        ("N11AB", "N1"),
        ("ec1a 1bb", "EC1A"),
        ("EC1A1BB", "EC1A"),
        ("W1A 0AX", "W1A"),
        ("b33 8th", "B33"),
    ],
)
def test_the_first_half_is_kept(text: str, district: str) -> None:
    """However much of the postcode was typed."""
    assert read_district(text) == district


@pytest.mark.parametrize("text", ["", " ", "B", "BS", "12", "BS2312", "3 High Street", "Weston", "BS23,1AB"])
def test_what_is_no_postcode_is_not_kept(text: str) -> None:
    """Neither a street nor a town, nor a beginning that says nothing yet."""
    assert read_district(text) is None


@pytest.mark.parametrize("area", ["N", "bs"])
@pytest.mark.parametrize("number", ["1", "23", "1a"])
@pytest.mark.parametrize("gap", ["", " ", "  "])
def test_the_second_half_is_never_kept(area: str, number: str, gap: str) -> None:
    """Of any whole postcode, with and without a space."""
    assert read_district(f"{area}{number}{gap}9zx") == f"{area}{number}".upper()
