"""The shifts that a night has had already, when another one of it is to be started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.shift.shift import Shift
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text, date_text

if TYPE_CHECKING:
    from datetime import date

    from mavis.domain.shift.plan import ShiftPlan


@dataclass(frozen=True, slots=True)
class Earlier:
    """Each shift of the last weeks with the number of its visits, oldest first."""

    shifts: tuple[tuple[Shift, int], ...] = ()

    def number(self, plan: ShiftPlan | None) -> int:
        """Which shift of its night the planned one will be: 1, or more when that night was out and closed already."""
        return 1 if plan is None else 1 + len(self._of(plan.date))

    def told(self, night: date) -> str:
        """When the night's last shift ended, how many came in all, and which shift comes now; empty for the first."""
        before = self._of(night)
        if not before:
            return ""
        last, _visits = before[-1]
        return words(
            "start.warning.out_before",
            night=date_text(night),
            closed=clock_text(last.closed_at or last.planned_end),
            visits=words("start.visits", n=sum(visits for _shift, visits in before)),
            number=len(before) + 1,
        )

    def _of(self, night: date) -> list[tuple[Shift, int]]:
        return [(shift, visits) for shift, visits in self.shifts if shift.date == night]
