"""Ages as people write them: 24, ~24, 24ish, 20s."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand, AgeSource, age_band

_YEARS = re.compile(
    r"(?P<about>~|c\.?|ca\.?|circa|approx\.?|about|abt\.?|around|est\.?|looks)?\s*(?P<years>\d{1,3})(?:\.0)?"
    r"\s*(?:y|yo|y/o|yrs?|years?(?:\s+old)?)?\s*(?P<ish>\?|ish|\+/-|approx\.?|est\.?)?"
)
_SPAN = re.compile(r"(?P<low>\d{1,3})\s*(?:-|\u2013|to|/)\s*(?P<high>\d{1,3})")
_DECADE = re.compile(r"(?:early|mid|late)?[\s\-]*\d{1,2}0\s*['\u2019]?s|teens?|teenager|middle[\s\-]aged|adult|elderly")


@dataclass(frozen=True, slots=True)
class WrittenAge:
    """The band of a written age; ``spans_bands`` says that it was understood and fits no single band.

    ``years`` is the age itself where one number was written.
    """

    band: AgeBand | NoAnswer
    source: AgeSource | None = None
    spans_bands: bool = False
    years: int | None = None


_SPANNING = WrittenAge(NoAnswer.NOT_KNOWN, spans_bands=True)


def written_age(text: str) -> WrittenAge | None:
    """The age in a cell, or None when it is no age.

    ``~24`` and ``23-24`` are estimated; ``20s`` spans bands and so is not known (print.md 7, rule 8).
    """
    bare = " ".join(text.casefold().split())
    if years := _YEARS.fullmatch(bare):
        estimated = years["about"] or years["ish"]
        return _in_band(int(years["years"]), AgeSource.ESTIMATED if estimated else AgeSource.STATED)
    if span := _SPAN.fullmatch(bare):
        low, high = (_in_band(int(span[end]), AgeSource.ESTIMATED) for end in ("low", "high"))
        return _either(low, high)
    return _SPANNING if _DECADE.fullmatch(bare) else None


def _either(low: WrittenAge | None, high: WrittenAge | None) -> WrittenAge | None:
    """The band that both ends of a span lie in."""
    if low is None and high is None:
        return None
    return replace(low, years=None) if low and high and low.band == high.band else _SPANNING


def _in_band(years: int, source: AgeSource) -> WrittenAge | None:
    try:
        return WrittenAge(age_band(years), source, years=years)
    except ValueError:
        return None
