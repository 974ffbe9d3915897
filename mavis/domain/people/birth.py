"""When somebody was born, as far as it is known: a day, a year, part of a year, or an age on some night."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mavis.domain.record.identity import AgeBand, age_band

_OLDEST = 120
_BAND_YEARS = {
    AgeBand.UNDER_16: (10, 15),
    AgeBand.FROM_16: (16, 17),
    AgeBand.FROM_18: (18, 24),
    AgeBand.FROM_25: (25, 34),
    AgeBand.FROM_35: (35, 44),
    AgeBand.FROM_45: (45, 54),
    AgeBand.FROM_55: (55, 64),
    AgeBand.FROM_65: (65, 99),
}


@dataclass(frozen=True, slots=True)
class Birth:
    """The days between which somebody was born, both included; one day when the birth date itself is known.

    ``guessed`` says that it comes from an age that somebody estimated, so that a few years more or less are no
    contradiction.
    """

    first: date
    last: date
    guessed: bool = False

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins, a ValueError."""
        if self.last < self.first:
            raise ValueError(self)

    @property
    def is_day(self) -> bool:
        """Whether the birth date itself is known."""
        return self.first == self.last

    @property
    def is_year(self) -> bool:
        """Whether the year is known, with or without the day."""
        return self.first.year == self.last.year

    def overlaps(self, other: Birth) -> bool:
        """Whether both can be true of one person."""
        return self.first <= other.last and other.first <= self.last

    def days_apart(self, other: Birth) -> int:
        """Days between the two spans; 0 when they overlap."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def born_in(first_year: int, last_year: int | None = None) -> Birth:
    """Born in a year, or in one of the years from the first to the last."""
    return Birth(date(first_year, 1, 1), date(last_year or first_year, 12, 31))


def born_on(day: date) -> Birth:
    """Born on a day."""
    return Birth(day, day)


def aged(years: int, on: date, oldest: int | None = None, *, guessed: bool = False) -> Birth:
    """Born so as to be so many years old on a day, or an age from ``years`` to ``oldest``."""
    first = _years_before(on, (oldest or years) + 1)
    return Birth(date.fromordinal(first.toordinal() + 1), _years_before(on, years), guessed)


def aged_in_band(band: AgeBand, on: date, *, guessed: bool = False) -> Birth:
    """Born so as to be of an age band on a day."""
    youngest, oldest = _BAND_YEARS[band]
    return aged(youngest, on, oldest, guessed=guessed)


def band_on(birth: Birth, day: date) -> AgeBand | None:
    """The age band of somebody on a day; None when the span of the birth leaves more than one, or an age nobody has."""
    youngest, oldest = _years_on(birth.last, day), _years_on(birth.first, day)
    if youngest < 0 or oldest > _OLDEST:
        return None
    band = age_band(youngest)
    return band if age_band(oldest) is band else None


def _years_on(born: date, day: date) -> int:
    """Whole years since a birth; below 0 before it."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _years_before(day: date, years: int) -> date:
    """The same day some years earlier; 28 February for a leap day."""
    return day.replace(year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day)


_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2}|[0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DECADE = re.compile(r"((?:19|20)[0-9])(?:[?x*]|0s)")
_SHORT_DECADE = re.compile(r"'?([0-9])[?x*]")
_TWO_DIGITS = re.compile(r"(')?([0-9]{2})")
_AGE = re.compile(r"(~)?([1-9][0-9])(?:yo|y/o|yrs?|y|(ish))")


def read_birth(text: str, today: date) -> Birth | None:
    """What a word says of a birth: ``1998``, ``199?``, ``1990s``, ``9?``, ``98``, ``24``, ``14/3/1998`` or ``24yo``.

    Two digits are a year from 50 to 99 and up to 13, else an age: nobody on the bus is 77 by chance or born in 2024.
    With an apostrophe (``'24``) they are always a year. None when the word is none of these.
    """
    word = text.strip().lower().replace("\u2019", "'")
    if (found := _ISO_DAY.fullmatch(word)) is not None:
        return _on(int(found[1]), int(found[2]), int(found[3]))
    if (found := _DAY.fullmatch(word)) is not None:
        return _on(_full_year(int(found[3]), today), int(found[2]), int(found[1]))
    if (found := _AGE.fullmatch(word)) is not None:
        return aged(int(found[2]), today, guessed=bool(found[1] or found[3]))
    return _read_year(word, today)


def _read_year(word: str, today: date) -> Birth | None:
    if _YEAR.fullmatch(word):
        return born_in(int(word)) if int(word) <= today.year else None
    if (found := _DECADE.fullmatch(word)) is not None:
        return _decade(int(found[1]) * 10, today)
    if (found := _SHORT_DECADE.fullmatch(word)) is not None:
        return _decade(_full_year(int(found[1]) * 10, today), today)
    if (found := _TWO_DIGITS.fullmatch(word)) is not None:
        number = int(found[2])
        is_age = not found[1] and 14 <= number < 50
        return aged(number, today) if is_age else born_in(_full_year(number, today))
    return None


def _decade(first: int, today: date) -> Birth | None:
    return born_in(first, first + 9) if first <= today.year else None


def _full_year(number: int, today: date) -> int:
    """The latest year up to now that ends in these two digits; a full year as it is."""
    if number >= 100:
        return number
    century = today.year // 100 * 100
    return century + number if century + number <= today.year else century - 100 + number


def _on(year: int, month: int, day: int) -> Birth | None:
    try:
        return born_on(date(year, month, day))
    except ValueError:
        return None
