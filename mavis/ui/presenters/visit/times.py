"""When somebody came and when they left: typed as people say it, moved back by some minutes, never in the future."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text, typed_instant

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

_MINUTE = timedelta(minutes=1)
LATE_AFTER = timedelta(minutes=15)
"""A visit that is written down so much later than the person came was entered late."""


class VisitTimes:
    """The two times of the visit that is open on the page; a time after midnight belongs to the night of the shift."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands."""
        self._desk = desk
        self._visit = visit

    def arrived(self, text: str) -> str:
        """Put the true time of arrival; returns what is wrong with the words, empty when they are taken."""
        instant = self._typed(text)
        left = self._visit().departed_at
        if instant is None:
            return words("visit.time_wrong")
        if left is not None and instant > left:
            return words("visit.here_since_wrong", time=clock_text(left))
        self._arrive(instant)
        return ""

    def arrived_earlier(self, minutes: int) -> None:
        """Move the arrival back by some minutes."""
        self._arrive(self._visit().arrived_at - timedelta(minutes=minutes))

    def left(self, text: str) -> str:
        """Put the true time of leaving; returns what is wrong with the words, empty when they are taken."""
        instant = self._typed(text)
        if instant is None:
            return words("visit.time_wrong")
        if instant < self._came():
            return words("visit.left_at_wrong", time=clock_text(self._came()))
        self._leave(instant)
        return ""

    def left_earlier(self, minutes: int) -> None:
        """Move the leaving back by some minutes, as far as the arrival."""
        left = self._visit().departed_at or self._desk.clock()
        self._leave(max(self._visit().arrived_at, left - timedelta(minutes=minutes)))

    @property
    def doubt(self) -> str:
        """A question about the leaving when somebody took observations in a later minute; empty without one."""
        visit = self._visit()
        left, seen = visit.departed_at, max((taken.at for taken in visit.observations), default=None)
        if left is None or seen is None or seen < left.replace(second=0, microsecond=0) + _MINUTE:
            return ""
        return words("visit.left_at_doubt", seen=clock_text(seen), left=clock_text(left))

    def _typed(self, text: str) -> datetime | None:
        shift, now = self._desk.shift, self._desk.clock()
        instant = typed_instant(text, shift.date, now) if shift else None
        return None if instant is None or instant > now else instant

    def _came(self) -> datetime:
        """The minute of arrival: nobody sees the seconds."""
        return self._visit().arrived_at.replace(second=0, microsecond=0)

    def _arrive(self, instant: datetime) -> None:
        visit = self._visit()
        late = visit.entered_at - instant > LATE_AFTER
        said = words("visit.said.arrived", time=clock_text(instant))
        self._desk.edit(visit.id, edits.answer(arrived_at=instant, entered_late=late), said)

    def _leave(self, instant: datetime) -> None:
        visit = self._visit()
        instant = max(instant, visit.arrived_at)
        said = words("visit.said.left", time=clock_text(instant))
        self._desk.edit(visit.id, edits.answer(departed_at=instant), said)
