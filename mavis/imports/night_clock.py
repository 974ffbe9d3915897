"""Placing the lines of a log in time: which night, when they came, when they left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mavis.imports.dates import written_date
from mavis.imports.log_mapping import AfterMidnight
from mavis.imports.moments import written_moment
from mavis.imports.preview import Why
from mavis.imports.times import Stay, TimeFault, stay_on, written_time

if TYPE_CHECKING:
    from mavis.imports.dates import WrittenDate
    from mavis.imports.log_mapping import LogMapping

_DAY = timedelta(days=1)
_NOON = time(12)
_OLDEST = date(1990, 1, 1)
_FAULTS = {
    TimeFault.NEVER_WAS: Why.TIME_NEVER_WAS,
    TimeFault.IN_THE_MORNING: Why.TIME_IN_THE_MORNING,
    TimeFault.LEFT_NEVER_WAS: Why.LEFT_NEVER_WAS,
    TimeFault.LEFT_TOO_LATE: Why.LEFT_TOO_LATE,
}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a line cannot be placed, and the text that is to blame."""

    why: Why
    text: str = ""


class NightClock:
    """Reads dates and times of one log, each text once."""

    def __init__(self, mapping: LogMapping, has_night_column: bool, today: date, nothing: frozenset[str]) -> None:
        """Dates after ``today`` are refused; ``nothing`` are words such as "-" that stand for a blank cell."""
        self._order = mapping.date_order
        self._next_date = mapping.after_midnight is AfterMidnight.NEXT_DATE or not has_night_column
        self._below = mapping.date_below
        self._dated = has_night_column
        self._today = today
        self._nothing = nothing
        self.dates_in_times = False
        self._above = ""
        self._dates: dict[str, WrittenDate | None] = {}
        self._times: dict[str, time | None] = {}

    def place(self, night: str, arrived: str, departed: str) -> Stay | Unplaced:
        """Place one line by the texts of its date, its time of coming and its time of leaving."""
        night, arrived, departed = night.strip(), arrived.strip(), departed.strip()
        if self._below:
            self._above = night = night or self._above
        day = self._day(night if self._dated else arrived)
        if isinstance(day, Unplaced):
            return day
        came = self._time(arrived)
        if came is None:
            return Unplaced(Why.TIME_UNREAD if arrived else Why.TIME_MISSING, arrived)
        left = self._time(departed)
        if left is None and departed and departed.casefold() not in self._nothing:
            return Unplaced(Why.LEFT_UNREAD, departed)
        shift_date = day - _DAY if self._next_date and came < _NOON else day
        stay = stay_on(shift_date, came, left)
        if isinstance(stay, TimeFault):
            return Unplaced(_FAULTS[stay], departed if stay.is_of_leaving else arrived)
        return stay

    def _day(self, text: str) -> date | Unplaced:
        if not text:
            return Unplaced(Why.DATE_MISSING)
        if text not in self._dates:
            moment = written_moment(text)
            self._dates[text] = written_date(text) or (moment.date if moment else None)
        written = self._dates[text]
        if written is None:
            return Unplaced(Why.DATE_UNREAD if self._dated else Why.DATE_MISSING, text)
        self.dates_in_times = not self._dated
        day = written.read(self._order)
        if day is None:
            return Unplaced(Why.DATE_AMBIGUOUS if written.is_ambiguous else Why.DATE_SWAPPED, text)
        return day if _OLDEST <= day <= self._today else Unplaced(Why.DATE_OUT_OF_RANGE, text)

    def _time(self, text: str) -> time | None:
        if text not in self._times:
            moment = written_moment(text)
            self._times[text] = moment.time if moment else written_time(text)
        return self._times[text]
