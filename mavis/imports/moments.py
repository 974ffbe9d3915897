"""A date and a time in one cell, as some programs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from mavis.imports.dates import WrittenDate, written_date
from mavis.imports.times import written_time

_BOTH = re.compile(
    r"(?P<date>.{6,30}?)(?:[T,]|\s)\s*(?P<time>\d{1,2}[:.h]?\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[apAP]\.?[mM]\.?)?)"
)
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """A calendar date with its time."""

    date: WrittenDate
    time: time


def written_moment(text: str) -> WrittenMoment | None:
    """The date and time in one cell, or None: 2017-01-08 00:04, 8/1/17 0:04."""
    found = _BOTH.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    day, clock = written_date(found["date"]), written_time(found["time"])
    return WrittenMoment(day, clock) if day is not None and clock is not None else None
