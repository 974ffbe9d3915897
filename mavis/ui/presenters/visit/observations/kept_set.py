"""The set that is being taken as it lies on record: written word by word, corrected, taken back, and told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.system.wording import words
from mavis.ui.presenters.desk.edit_words import opening
from mavis.ui.presenters.visit.observations.readings import readings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

_CORRECTED_FOR = timedelta(minutes=15)
"""So long after it was taken the last set can be brought back into the line."""
_TOLD = 4
"""So many values fit into the message bar beside Undo."""


class KeptSet:
    """One set of a visit, from its first word until another is begun."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands; nothing is on it yet."""
        self._desk = desk
        self._visit = visit
        self.begin_anew()

    def begin_anew(self) -> None:
        """The next words are another set."""
        self.id = ""
        """Empty until something is on record."""
        self.at: datetime | None = None
        """When it was taken, once that is settled."""
        self._original: ObservationSet | None = None
        self._written: ObservationSet | None = None
        self._thread = ""

    @property
    def was_undone(self) -> bool:
        """Whether it has gone from the record, or is again as it was before its correction."""
        recorded = self._recorded
        return bool(self.id) and (recorded is None or recorded == self._original != self._written)

    @property
    def to_correct(self) -> ObservationSet | None:
        """One's own newest set, while it is minutes old and no other is being taken; None when there is none such."""
        last = next(iter(self._visit().observations[-1:]), None)
        if last is None or self.id or last.by != self._desk.session.actor.id:
            return None
        return last if self._desk.clock() - last.at <= _CORRECTED_FOR else None

    @property
    def corrected_at(self) -> datetime | None:
        """When the set was taken that is being corrected; None while another one is taken."""
        return None if self._original is None else self._original.at

    def correct(self, last: ObservationSet) -> None:
        """Go on with a set at its own time; what it was before stays in the trail, and Undo goes back to it."""
        self.id, self.at, self._thread = last.id, last.at, self._desk.new_id()
        self._original = self._written = last

    def write(self, taken: ObservationSet, at: datetime) -> None:
        """Put it on record as it stands, with its time."""
        if not self.id:
            self.id = self._thread = self._desk.new_id()
            self.at = at
        self._written = written = replace(taken, id=self.id, at=at)
        said = observed_words(written, corrected=self._original is not None)
        self._desk.edit(self._visit().id, edits.observe(written), said, thread=self._thread)

    def take_back(self) -> None:
        """Nothing of it is left: it is off the record, and what comes next is a set of its own."""
        gone = self._recorded
        if gone is not None:
            self.begin_anew()
            said = opening(words("observations.said_off", values=some_readings(gone)))
            self._desk.edit(self._visit().id, edits.take_back_observation(gone.id), said)

    @property
    def _recorded(self) -> ObservationSet | None:
        return next((one for one in self._visit().observations if one.id == self.id), None)


def observed_words(taken: ObservationSet, *, corrected: bool = False) -> str:
    """What was taken, for the message bar and for Undo: ``Resp 18, pulse 112 entered``, or ``Corrected: …``."""
    return opening(
        words("observations.said_corrected" if corrected else "observations.said", values=some_readings(taken))
    )


def some_readings(taken: ObservationSet) -> str:
    """The readings of a set, as many as fit: ``resp 18, pulse 112 and 2 more``."""
    told = readings(taken)
    first, more = ", ".join(told[:_TOLD]), len(told) - _TOLD
    return words("observations.said_some", values=first, count=more) if more > 1 else ", ".join(told)
