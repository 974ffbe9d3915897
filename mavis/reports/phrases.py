"""Dates, times, counts, ranges and rates as a print words them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.outcome import Outcome
from mavis.domain.rounding import one_decimal
from mavis.domain.shift.night import LONDON, wall_time
from mavis.domain.summing_up.usual import NIGHTS_NEEDED
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import all_words, label, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from enum import StrEnum

    from mavis.domain.counting.diversion import BasisSplit
    from mavis.domain.counting.summary import Usual


def counted(what: str, number: int) -> str:
    """A number with its noun: ``counted("visits", 1)`` is "1 visit"."""
    return words(f"print.count.{what}.one" if number == 1 else f"print.count.{what}.other", n=number)


def weekday(day: date) -> str:
    """``Saturday``."""
    return words(f"print.weekday.{day.weekday()}")


def full_date(day: date) -> str:
    """``Saturday 23 December 2017``."""
    return words("print.date.full", weekday=weekday(day), day=day.day, month=_month(day), year=day.year)


def short_date(day: date) -> str:
    """``Sat 23 Dec 2017``."""
    return words("print.date.short", weekday=weekday(day)[:3], day=day.day, month=_month(day)[:3], year=day.year)


def _month(day: date) -> str:
    return words(f"print.month.{day.month}")


def clock(instant: datetime) -> str:
    """``01:30``, with its turn in the hour that happens twice: ``01:30 (2nd)``."""
    wall = wall_time(instant)
    return f"{wall} {turn(wall.turn)}" if wall.turn else str(wall)


def turn(number: int) -> str:
    """``(1st)`` or ``(2nd)``, and nothing for an hour that happens once."""
    return words(f"print.turn.{number}") if number else ""


def moment(instant: datetime) -> str:
    """``Sun 24 Dec 2017 04:05``, in UK time."""
    return f"{short_date(instant.astimezone(LONDON).date())} {clock(instant)}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return words("print.list.last", first=", ".join(parts[:-1]), last=parts[-1])


def in_a_row(names: Sequence[str]) -> list[str]:
    """Names for one line, small letters after the first: ``Alcohol, found asleep``; ``A&E`` stays as it is."""
    return [
        name if not number or name[1:2].isupper() else name[:1].lower() + name[1:] for number, name in enumerate(names)
    ]


def codes(names: Sequence[str], limit: int) -> str:
    """Codes in a row, and how many more there are past the limit."""
    if len(names) <= limit:
        return ", ".join(names)
    return words("print.list.more", first=", ".join(names[:limit]), n=len(names) - limit)


def range_of(split: BasisSplit) -> str:
    """``0 to 3``, or one number when lowest and highest are equal; never the highest alone."""
    if split.lowest == split.highest:
        return str(split.lowest)
    return words("print.range", lowest=split.lowest, highest=split.highest)


def compared(usual: Usual, day: date) -> str:
    """How this night compares with the usual one of its weekday; decided on the exact ratio, never a rounded one."""
    name = weekday(day)
    if usual.rate is None:
        return words("print.usual.no_rate")
    if usual.nights < NIGHTS_NEEDED or usual.median is None:
        return words("print.usual.not_enough", nights=counted_nights(name, usual.nights), needed=NIGHTS_NEEDED)
    if usual.ratio is None:
        return words("print.usual.none", weekday=name)
    times = one_decimal(usual.ratio)
    if times == one_decimal(Fraction(1)):
        return words("print.usual.same", weekday=name)
    if not usual.is_peak and times == one_decimal(Fraction(3, 2)):
        return words("print.usual.not_peak", times=times, weekday=name)
    return words("print.usual.times", times=times, weekday=name)


def counted_nights(name: str, nights: int) -> str:
    """``1 Saturday``, ``49 Saturdays``."""
    return words("print.usual.one_night" if nights == 1 else "print.usual.nights", n=nights, weekday=name)


def hours_and_minutes(minutes: int) -> str:
    """``6 h``, ``0 h 22``: to the minute, so that what stands below each other adds up."""
    hours, rest = divmod(minutes, 60)
    return (
        words("start.hours_part", hours=hours, minutes=f"{rest:02}")
        if rest
        else words("start.hours_whole", hours=hours)
    )


def name_of(code: str, kind: type[StrEnum]) -> str:
    """What a category of a breakdown is called in print."""
    if code != NOT_KNOWN:
        return label(kind(code))
    if kind is TriageCategory:
        return words("print.breakdown.not_recorded")
    return words("print.breakdown.still_open" if kind is Outcome else "print.breakdown.not_known")


def short(kind: str, code: str, otherwise: str) -> str:
    """The short form of a code for a dense table, or its usual name when it has none."""
    return all_words().get(f"print.short.{kind}.{code}", otherwise)
