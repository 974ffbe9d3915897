"""When somebody was born, as it is typed and as two tellings of it compare."""

from __future__ import annotations

from datetime import date

import pytest

from mavis.domain.people.birth import Birth, aged, aged_in_band, band_on, born_in, born_on, read_birth
from mavis.domain.people.births import compare_births
from mavis.domain.people.match import Why
from mavis.domain.people.population import Population
from mavis.domain.record.identity import AgeBand

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("1998", "1998-01-01", "1998-12-31"),
        ("98", "1998-01-01", "1998-12-31"),
        ("'05", "2005-01-01", "2005-12-31"),
        ("05", "2005-01-01", "2005-12-31"),
        ("'24", "2024-01-01", "2024-12-31"),
        ("199?", "1990-01-01", "1999-12-31"),
        ("199x", "1990-01-01", "1999-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("9?", "1990-01-01", "1999-12-31"),
        ("0?", "2000-01-01", "2009-12-31"),
        ("14/3/1998", "1998-03-14", "1998-03-14"),
        ("14.03.98", "1998-03-14", "1998-03-14"),
        ("1998-03-14", "1998-03-14", "1998-03-14"),
        ("24", "2001-11-22", "2002-11-21"),
        ("24yo", "2001-11-22", "2002-11-21"),
    ],
)
def test_a_typed_birth_is_read(word: str, first: str, last: str) -> None:
    """A day, a year, part of a year or an age; British dates put the day first."""
    assert read_birth(word, TODAY) == Birth(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("word", ["", "kate", "2031", "31/2/1998", "bs23", "1", "12345", "203?"])
def test_what_is_no_birth(word: str) -> None:
    """A name, a year to come, a day that there is not."""
    assert read_birth(word, TODAY) is None


def test_a_guess_says_that_it_is_one() -> None:
    """``~24y`` and ``24ish`` may be years out."""
    assert [read_birth(word, TODAY) == aged(24, TODAY, guessed=True) for word in ("~24y", "24ish")] == [True, True]


def test_ages_reach_from_birthday_to_birthday() -> None:
    """24 on a leap day, and an age band."""
    assert aged(24, date(2024, 2, 29)) == Birth(date(1999, 3, 1), date(2000, 2, 28))
    assert aged_in_band(AgeBand.FROM_18, TODAY) == Birth(date(2001, 11, 22), date(2008, 11, 21))


def test_a_span_does_not_end_before_it_begins() -> None:
    """Such a birth is a mistake in the program."""
    with pytest.raises(ValueError, match="Birth"):
        Birth(date(1998, 2, 1), date(1998, 1, 1))


DAY = born_on(date(1998, 3, 14))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (DAY, born_on(date(1998, 3, 14)), Why.SAME_DAY),
        (DAY, born_on(date(1998, 3, 24)), Why.NEAR_DAY),
        (DAY, born_on(date(1998, 3, 41 - 27)), Why.SAME_DAY),
        (born_on(date(1998, 5, 4)), born_on(date(1998, 4, 5)), Why.NEAR_DAY),
        (born_on(date(1998, 12, 4)), born_on(date(1998, 12, 10)), Why.NEAR_YEAR),
        (DAY, born_in(1998), Why.SAME_YEAR),
        (born_in(1998), born_in(1998), Why.SAME_YEAR),
        (born_in(1998), aged(28, TODAY), Why.AGE_FITS),
        (born_in(1998), born_in(1999), Why.NEAR_YEAR),
        (born_in(1989), born_in(1998), Why.NEAR_YEAR),
        (born_in(1998), aged(24, TODAY, guessed=True), Why.NEAR_YEAR),
        (born_in(1998), aged(24, TODAY), Why.OTHER_BIRTH),
        (born_in(1998), born_in(1975), Why.OTHER_BIRTH),
    ],
)
def test_two_births_compare(one: Birth, other: Birth, why: Why) -> None:
    """The same, a slip of the pen, ages that fit, and a contradiction; the other way round it is the same."""
    compared = compare_births(one, other, Population())

    assert compared is not None
    assert compared.why is why
    assert compare_births(other, one, Population()) == compared


@pytest.mark.parametrize("other", [None, Birth(date(1920, 1, 1), date(2010, 12, 31))])
def test_a_birth_that_says_nothing_is_no_evidence(other: Birth | None) -> None:
    """Neither one that nobody knows nor one that fits everybody counts for or against."""
    assert compare_births(born_in(1998), other, Population()) is None


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (born_on(date(1999, 3, 15)), AgeBand.FROM_25),
        (born_on(date(2008, 3, 14)), AgeBand.FROM_18),
        (born_on(date(2008, 3, 15)), AgeBand.FROM_16),
        (born_in(2001), None),
        (born_in(1990, 1999), None),
        (born_in(1950), AgeBand.FROM_65),
        (born_in(2026), None),
        (born_in(1900), None),
    ],
)
def test_an_age_band_is_told_when_the_span_leaves_one(birth: Birth, band: AgeBand | None) -> None:
    """A birthday on the day counts; a span over two bands, after the day or of nobody alive tells none."""
    assert band_on(birth, date(2026, 3, 14)) is band
