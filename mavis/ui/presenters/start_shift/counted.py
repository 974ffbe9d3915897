"""From when the hours of a night count that is begun late: from now, or from when the bus went out as planned."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from mavis.domain.shift.night import night_of
from mavis.domain.shift.shift import begins_late
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text, date_text
from mavis.ui.presenters.shared.typed_times import hours_words

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.shift.plan import ShiftPlan
    from mavis.system.clock import Clock
    from mavis.ui.presenters.start_shift.earlier import Earlier


_FAR_OFF = timedelta(hours=2)
"""A crew gets the bus ready for an hour or two before it goes out."""


class Planning(Protocol):
    """A night that is being planned."""

    clock: Clock
    plan: ShiftPlan | None
    earlier: Earlier


class Counted:
    """Hours count from now; whoever went out as planned and opens Mavis late may count them from the plan."""

    def __init__(self, start: Planning) -> None:
        """Count from now."""
        self._start = start
        self.from_planned = False

    @property
    def is_late(self) -> bool:
        """Whether tonight's first shift is begun long after its planned start."""
        plan, now = self._plan(), self._start.clock()
        return self._is_first_tonight and begins_late(plan.planned_start, now)

    @property
    def is_past_end(self) -> bool:
        """Whether its planned end has passed as well, as in the morning, until noon begins the next night."""
        return self.is_late and self._start.clock() >= self._plan().planned_end

    @property
    def is_far_off(self) -> bool:
        """Whether the planned start comes so much later that it may be a slip of the keys."""
        return self._plan().planned_start - self._start.clock() > _FAR_OFF

    @property
    def since(self) -> datetime:
        """From when the hours of the bus and of its crew count, if it began now."""
        start, now = self._plan().planned_start, self._start.clock()
        return min(start, now) if self.from_planned and self._is_first_tonight else now

    @property
    def is_from_now(self) -> bool:
        """Whether what is left of the night counts, and not what was planned."""
        plan, now = self._plan(), self._start.clock()
        late = plan.date == night_of(now) and begins_late(plan.planned_start, now) and now < plan.planned_end
        return late and not (self.is_late and self.from_planned)

    def hours(self) -> str:
        """How long the night will be: 7 h and 5 h when the clock changes; after a late start what is left of it."""
        plan = self._plan()
        now = self._start.clock().replace(second=0, microsecond=0)  # as the clock beside it shows it
        return hours_words(plan.planned_end - (now if self.is_from_now else plan.planned_start))

    def turn(self) -> None:
        """Count from the plan in place of now, or the other way round."""
        self.from_planned = not self.from_planned

    def follow_typed(self) -> None:
        """Another start was typed: one that has passed is when the bus went out, so hours count from it."""
        self.from_planned = self._plan().planned_start <= self._start.clock()

    def title(self) -> str:
        """What those hours are: of the whole night, from now, or only planned when all of them have passed."""
        past = self.is_past_end and not self.from_planned
        return words("start.hours_from_now" if self.is_from_now else f"start.hours{'_planned' if past else ''}")

    def sentence(self) -> str:
        """From when hours count, said when that could surprise; empty when the start is in time."""
        if self.is_far_off:
            return self._words("far_off")
        if not self.is_late:
            return ""
        return self._words("planned" if self.from_planned else "past_end" if self.is_past_end else "now")

    def other(self) -> str:
        """What else can be chosen, for the button; empty where nothing can."""
        if not self.is_late:
            return ""
        return self._words("from_now" if self.from_planned else "from_planned")

    @property
    def _is_first_tonight(self) -> bool:
        plan = self._plan()
        return self._start.earlier.number(plan) == 1 and plan.date == night_of(self._start.clock())

    def _words(self, key: str) -> str:
        plan = self._plan()
        return words(f"start.counted.{key}", start=clock_text(plan.planned_start), night=date_text(plan.date))

    def _plan(self) -> ShiftPlan:
        if self._start.plan is None:
            raise LookupError(self._start)
        return self._start.plan
